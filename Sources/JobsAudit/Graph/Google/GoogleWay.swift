/// A known way by which somebody of Google comes to a service account that nobody gave them.
package struct GoogleWay: Sendable {
  /// What it needs, and where.
  package enum Reach: String, Sendable {
    /// All of it on the account.
    case account
    /// A new thing runs as the account: `actAs` on the account, the rest on the project of the thing.
    case create
    /// A thing that is there, and runs as the account, is made to do something else: the rest is needed on the thing.
    case change
    /// On a project, which has an account of its own that is named by its number.
    case agent
  }

  package let reach: Reach
  /// The type of the asset that runs as the account; of an agent the host of its address.
  package let thing: String
  package let permissions: [GooglePermission]
  /// What is to be so too, and is in no input; empty where nothing is.
  package let supposing: String

  /// What it gives is a token of the account, which somebody else may be let ask for.
  var isToken: Bool { permissions[0].text == "iam.serviceAccounts.getAccessToken" }

  /// As a step names it.
  var words: String { permissions.map(\.text).joined(separator: " + ") }

  package static let all: [GoogleWay] = table.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let reach = Reach(rawValue: parts[0]) else { return nil }
    return GoogleWay(
      reach: reach, thing: parts[1], permissions: parts[2].split(separator: " ").map { GooglePermission(String($0)) },
      supposing: parts[3])
  }

  /// A way a line: how it reaches, by what, the permissions it needs, and what is supposed.
  ///
  /// After the methods of Rhino Security Labs' "Privilege Escalation in Google Cloud Platform", with the permissions as IAM
  /// spells them, and "Roles for service account authentication" of IAM's documentation; read 2026-11-22. Those of Cloud Run
  /// jobs, Batch and Workflows are ours.
  private static let table = """
    account||iam.serviceAccounts.getAccessToken|
    account||iam.serviceAccountKeys.create|
    account||iam.serviceAccounts.signJwt|
    account||iam.serviceAccounts.signBlob|
    account||iam.serviceAccounts.setIamPolicy|
    account||storage.hmacKeys.create|that what the account may do in Cloud Storage is enough
    create||iam.serviceAccounts.actAs run.jobs.create run.jobs.run|
    create||iam.serviceAccounts.actAs cloudfunctions.functions.create cloudfunctions.functions.sourceCodeSet cloudfunctions.functions.call|
    create||iam.serviceAccounts.actAs cloudfunctions.functions.create cloudfunctions.functions.sourceCodeSet cloudfunctions.functions.setIamPolicy|
    create||iam.serviceAccounts.actAs compute.instances.create compute.instances.setServiceAccount|
    create||iam.serviceAccounts.actAs cloudscheduler.jobs.create|
    create||iam.serviceAccounts.actAs workflows.workflows.create workflows.executions.create|
    create||iam.serviceAccounts.actAs batch.jobs.create|
    create||iam.serviceAccounts.actAs cloudbuild.builds.create|
    create||iam.serviceAccounts.actAs run.services.create run.routes.invoke|
    change|run.googleapis.com/Job|iam.serviceAccounts.actAs run.jobs.update run.jobs.run|
    change|run.googleapis.com/Job|run.jobs.runWithOverrides|that the job's image does what its arguments or variables say
    change|run.googleapis.com/Job|run.jobs.setIamPolicy|that the job's image does what its arguments or variables say
    change|cloudfunctions.googleapis.com/CloudFunction|iam.serviceAccounts.actAs cloudfunctions.functions.update cloudfunctions.functions.sourceCodeSet|
    change|cloudfunctions.googleapis.com/Function|iam.serviceAccounts.actAs cloudfunctions.functions.update cloudfunctions.functions.sourceCodeSet|
    change|compute.googleapis.com/Instance|iam.serviceAccounts.actAs compute.instances.setMetadata|
    change|compute.googleapis.com/Instance|iam.serviceAccounts.actAs compute.projects.setCommonInstanceMetadata|that the instance takes keys of its project
    agent|cloudbuild.gserviceaccount.com|cloudbuild.builds.create|that builds of the project run as its legacy account
    agent|cloudservices.gserviceaccount.com|deploymentmanager.deployments.create|that Deployment Manager serves the project
    """
}

/// A permission of Google, told apart by a bit so that what a role holds is a number.
package struct GooglePermission: Hashable, Sendable {
  package let text: String
  let bit: UInt64

  package init(_ text: String) {
    self.text = text
    bit = Self.bits[text] ?? 0
  }

  /// All that the graph asks about, at most 64.
  static let known: [String] = [
    "iam.serviceAccounts.getAccessToken", "iam.serviceAccountKeys.create", "iam.serviceAccounts.signJwt",
    "iam.serviceAccounts.signBlob", "iam.serviceAccounts.setIamPolicy", "iam.serviceAccounts.implicitDelegation",
    "iam.serviceAccounts.actAs", "storage.hmacKeys.create", "run.jobs.create", "run.jobs.update", "run.jobs.run",
    "run.jobs.runWithOverrides", "run.jobs.setIamPolicy", "run.services.create", "run.routes.invoke",
    "cloudfunctions.functions.create", "cloudfunctions.functions.update", "cloudfunctions.functions.sourceCodeSet",
    "cloudfunctions.functions.call", "cloudfunctions.functions.setIamPolicy", "compute.instances.create",
    "compute.instances.setServiceAccount", "compute.instances.setMetadata",
    "compute.projects.setCommonInstanceMetadata", "cloudscheduler.jobs.create", "workflows.workflows.create",
    "workflows.executions.create", "batch.jobs.create", "cloudbuild.builds.create",
    "deploymentmanager.deployments.create", "artifactregistry.repositories.uploadArtifacts",
    "secretmanager.versions.access", "secretmanager.secrets.setIamPolicy", "resourcemanager.projects.setIamPolicy",
    "resourcemanager.folders.setIamPolicy", "resourcemanager.organizations.setIamPolicy", "iam.roles.update",
    "iam.googleapis.com/workloadIdentityPoolProviders.update",
    "iam.googleapis.com/workloadIdentityPoolProviders.create",
  ]

  private static let bits = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, UInt64(1) << $0) })

  /// What a role holds of what is asked about; pools' permissions are also written without the service.
  static func mask(_ permissions: Set<String>) -> UInt64 {
    var mask: UInt64 = 0
    for (text, bit) in bits {
      if permissions.contains(text)
        || text.hasPrefix("iam.googleapis.com/")
          && permissions.contains(text.replacing("iam.googleapis.com/", with: "iam."))
      {
        mask |= bit
      }
    }
    return mask
  }

  /// As deny policies write it: `run.googleapis.com/jobs.run`.
  var denied: Glob {
    if text.contains("/") { return Glob(literal: text) }
    let dot = text.firstIndex(of: ".") ?? text.startIndex
    let service = text[..<dot] == "resourcemanager" ? "cloudresourcemanager" : String(text[..<dot])
    return Glob(literal: "\(service).googleapis.com/\(text[text.index(after: dot)...])")
  }
}
