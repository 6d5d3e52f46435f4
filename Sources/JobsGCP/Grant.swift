import JobsDeploy

/// A role that one service account has on one resource and on nothing else: the least that a job needs.
///
/// A binding of a policy can bear no mark. One that is there already does as well, whoever made it, and stays theirs; ours is
/// what the note says that a run made where there was none (`Survey.attributed`). Nothing else is ever taken away. An account
/// that is ours proves nothing: others may have granted it more, which its job needs and no manifest says.
struct Grant: Hashable {
  /// `invoker` or `accessor`.
  let kind: GoogleID.Kind
  /// The name of the job or of the secret.
  let target: String
  /// The address of the service account.
  let account: String

  init(_ kind: GoogleID.Kind, on target: String, to account: String) {
    self.kind = kind
    self.target = target
    self.account = account
  }

  /// nil for what is no right of anybody's.
  init?(_ id: GoogleID) {
    let parts = id.name.split(separator: "/", maxSplits: 1)
    guard id.kind == .invoker || id.kind == .accessor, parts.count == 2 else { return nil }
    self.init(id.kind, on: String(parts[0]), to: String(parts[1]))
  }

  var id: GoogleID { GoogleID(kind, "\(target)/\(account)") }

  var role: String { kind == .invoker ? "roles/run.invoker" : "roles/secretmanager.secretAccessor" }

  var member: String { "serviceAccount:\(account)" }

  /// The roles that hold all that this one does, where they are granted on the project
  /// (https://cloud.google.com/iam/docs/roles-permissions/run and …/secretmanager, 2026-11).
  var sufficientRoles: Set<String> {
    kind == .invoker
      ? [
        role, "roles/run.jobsExecutor", "roles/run.jobsExecutorWithOverrides", "roles/run.developer", "roles/run.admin",
        "roles/editor", "roles/owner",
      ]
      : [role, "roles/secretmanager.admin", "roles/owner"]
  }

  /// The permission to grant it.
  var permission: String { kind == .invoker ? "run.jobs.setIamPolicy" : "secretmanager.secrets.setIamPolicy" }

  /// What it is granted on, in words.
  var place: String { kind == .invoker ? "job '\(target)'" : "secret '\(target)'" }

  /// - Parameter owner: the job, or all jobs that may share it, for the note.
  func fields(owner: String) -> [Resource.Field] {
    [
      Resource.Field("role", role), Resource.Field("member", member), Resource.Field(Survey.ownerField, owner),
    ]
  }
}
