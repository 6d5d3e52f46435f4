import JobsDeploy

/// A role that one service account has on one resource and on nothing else: the least that a job needs.
///
/// A binding of a policy can bear no mark. One that is there already does as well, whoever made it, and stays theirs; ours is
/// what the note says that a run made where there was none (`Survey.attributed`). Nothing else is ever taken away. An account
/// that is ours proves nothing: others may have granted it more, which its job needs and no manifest says.
struct Grant: Hashable {
  /// One of those that are a right.
  let kind: GoogleID.Kind
  /// The name of the job, the secret or the topic; nothing for a right on the project.
  let target: String
  /// The address of the service account.
  let account: String

  init(_ kind: GoogleID.Kind, on target: String = "", to account: String) {
    self.kind = kind
    self.target = target
    self.account = account
  }

  /// nil for what is no right of anybody's.
  init?(_ id: GoogleID) {
    switch id.kind {
    case .workflowInvoker: self.init(id.kind, to: id.name)
    case .invoker, .executor, .accessor, .publisher:
      let parts = id.name.split(separator: "/", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      self.init(id.kind, on: String(parts[0]), to: String(parts[1]))
    case .run, .scheduler, .account, .alert, .logMetric, .channel, .topic, .trigger, .workflow, .retention:
      return nil
    }
  }

  var id: GoogleID { GoogleID(kind, target.isEmpty ? account : "\(target)/\(account)") }

  var role: String { sufficientRoles[0] }

  var member: String { "serviceAccount:\(account)" }

  /// The role itself, and those that hold all that it does, where they are granted on the project
  /// (https://cloud.google.com/iam/docs/roles-permissions/run, …/secretmanager, …/workflows and …/pubsub, 2026-11).
  var sufficientRoles: [String] {
    let all = ["roles/editor", "roles/owner"]
    return switch kind {
    case .executor: ["roles/run.jobsExecutorWithOverrides", "roles/run.developer", "roles/run.admin"] + all
    case .accessor: ["roles/secretmanager.secretAccessor", "roles/secretmanager.admin", "roles/owner"]
    case .workflowInvoker: ["roles/workflows.invoker", "roles/workflows.admin"] + all
    case .publisher: ["roles/pubsub.publisher", "roles/pubsub.editor", "roles/pubsub.admin"] + all
    default:
      [
        "roles/run.invoker", "roles/run.jobsExecutor", "roles/run.jobsExecutorWithOverrides", "roles/run.developer",
        "roles/run.admin",
      ] + all
    }
  }

  /// The permission to grant it.
  var permission: String {
    switch kind {
    case .accessor: "secretmanager.secrets.setIamPolicy"
    case .workflowInvoker: "resourcemanager.projects.setIamPolicy"
    case .publisher: "pubsub.topics.setIamPolicy"
    default: "run.jobs.setIamPolicy"
    }
  }

  /// What it is granted on.
  func policy(inProject project: String, region: String) -> PolicyService.Target {
    switch kind {
    case .accessor: .secret(target, project: project)
    case .workflowInvoker: .project(project)
    case .publisher: .topic(target, project: project)
    default: .job(target, project: project, region: region)
    }
  }

  /// What it is granted on, in words.
  var place: String {
    switch kind {
    case .accessor: "secret '\(target)'"
    case .workflowInvoker: "the project"
    case .publisher: "topic '\(target)'"
    default: "job '\(target)'"
    }
  }

  /// - Parameter owner: the job, or all jobs that may share it, for the note.
  func fields(owner: String) -> [Resource.Field] {
    [
      Resource.Field("role", role), Resource.Field("member", member), Resource.Field(Survey.ownerField, owner),
    ]
  }
}
