import JobsCloud
import JobsCore
package import JobsDeploy
package import JobsManifest

/// What whoever runs `jobs-deploy apply` and `prune` has to be allowed for a Cloud Run job: what the changes to it call for, from
/// its first deployment to its end, and what is looked at before them. Pure.
package struct DeployerRights: Sendable {
  package let rights: [LeastRole]

  /// - Parameter job: of Cloud Run, with project and region.
  /// - Throws: a refusal of a job that cannot be deployed.
  package init(of job: Job) throws(ExpansionRefusal) {
    let (project, region) = (job.target.project ?? "", job.target.region ?? "")
    guard job.target.kind == .cloudRun, !project.isEmpty, !region.isEmpty else {
      throw ExpansionRefusal("it has no project and region", hint: "choose an environment that has them with --env")
    }
    var needs = GoogleNeeds()
    // Every plan looks for these, whatever a job has of them.
    for kind in [GoogleID.Kind.run, .scheduler, .account] { needs.addReading(kind) }
    let regional = GoogleProvider(Unconnected.client, project: project, region: region, identity: "")
    let global = GoogleProjectProvider(Unconnected.client, project: project, identity: "")
    for (place, expansion) in [(regional.place, try regional.expand(job)), (global.place, try global.expand(job))] {
      needs.add(expansion.resources, in: place)
    }
    rights = needs.rights(inProject: project)
  }
}

extension GoogleNeeds {
  /// Adds what making, changing, putting out of use and deleting of resources calls for.
  fileprivate mutating func add(_ resources: [Resource], in place: Place) {
    for resource in resources {
      guard let id = GoogleID(resource.id, in: place) else { continue }
      addReading(id.kind)
      let fields = resource.fields.map {
        Change.Field(path: $0.name, applied: nil, live: nil, desired: $0.value, kind: .change)
      }
      let off = [("state", Resource.Value("PAUSED")), ("disabled", Resource.Value(true))].map {
        Change.Field(path: $0.0, applied: nil, live: nil, desired: $0.1, kind: .change)
      }
      for (action, changed) in [(Change.Action.create, fields), (.update, fields), (.quarantine, off), (.delete, [])] {
        let change = Change(id: resource.id, job: resource.job, action: action, fields: changed, precondition: "")
        add(change, id, resource.fields)
      }
    }
  }

  /// All of it as the smallest roles, those on the project first.
  fileprivate func rights(inProject project: String) -> [LeastRole] {
    var rights = Self.rights(
      permissions.union(services.isEmpty ? [] : ["serviceusage.services.get"]),
      on: "//cloudresourcemanager.googleapis.com/projects/\(project)")
    for account in accounts.sorted() {
      let home = ServiceAccountName.project(of: account) ?? project
      rights += Self.rights(
        ["iam.serviceAccounts.actAs"], on: "//iam.googleapis.com/projects/\(home)/serviceAccounts/\(account)")
    }
    var ofSecrets: [String: Set<String>] = [:]
    for name in policies {
      ofSecrets[name, default: []].formUnion([
        "secretmanager.secrets.getIamPolicy", "secretmanager.secrets.setIamPolicy",
      ])
    }
    for version in secrets { ofSecrets[version.secret, default: []].insert("secretmanager.versions.get") }
    for (name, permissions) in ofSecrets.sorted(by: { $0.key < $1.key }) {
      let full = name.hasPrefix("projects/") ? name : "projects/\(project)/secrets/\(name)"
      rights += Self.rights(permissions, on: "//secretmanager.googleapis.com/\(full)")
    }
    var ofRepositories: [String: Set<String>] = [:]
    for image in images {
      guard let path = ImageService.repository(of: image) else { continue }
      // Cloud Run lets nobody deploy an image who may not pull it (cloud.google.com/run/docs/deploying, 2026-11).
      ofRepositories[path, default: []].formUnion([
        "artifactregistry.repositories.downloadArtifacts",
        image.contains("@") ? "artifactregistry.versions.get" : "artifactregistry.tags.get",
      ])
    }
    for name in retentions.keys {
      ofRepositories[name.path, default: []].formUnion([
        "artifactregistry.repositories.get", "artifactregistry.repositories.update",
      ])
    }
    for (path, permissions) in ofRepositories.sorted(by: { $0.key < $1.key }) {
      rights += Self.rights(permissions, on: "//artifactregistry.googleapis.com/\(path)")
    }
    return rights
  }

  private static func rights(_ permissions: Set<String>, on resource: String) -> [LeastRole] {
    LeastRole.list(permissions, on: resource, purpose: purpose)
  }

  private static func purpose(of role: String) -> String {
    let service = role.dropFirst("roles/".count).prefix { $0 != "." }
    return switch service {
    case "run": "they make and change Cloud Run jobs, and say who may start them"
    case "cloudscheduler": "they make and change schedules"
    case "iam" where role == "roles/iam.serviceAccountUser": "they let jobs, schedules and workflows run as the account"
    case "iam": "they look for service accounts of jobs, and make those that are not there"
    case "secretmanager": "they see that the secret is there, and say who may read it"
    case "artifactregistry": "they see that images are there, and say what becomes of old ones"
    case "pubsub", "eventarc", "workflows": "they make and change what starts jobs for messages"
    case "monitoring", "logging": "they make and change alerts"
    case "serviceusage": "they see whether APIs are enabled"
    default: "they say who may start workflows of the project"
    }
  }
}

/// Sends nothing: for what is asked of a provider without a call.
private struct Unconnected: Transport, RequestSigner {
  static var client: GoogleClient {
    GoogleClient(Unconnected(), signer: Unconnected(), endpoints: GoogleEndpoints(), budget: RetryBudget())
  }

  func start(
    _ request: HTTPRequest, then: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  ) -> TransportCall {
    then(.failure(TransportFailure(.connect, request.address, "there is no connection")))
    return TransportCall {}
  }

  func sign(_ request: HTTPRequest) async throws(CloudFailure) -> (request: HTTPRequest, generation: Int) {
    (request, 0)
  }

  func discard(generation: Int) {}
}
