import JobsCore

/// What is told where an identity has less or more than its jobs need.
package enum AdviceRules {
  static let missing = AuditRule(
    "RC101", "missing-access", .medium, "An identity lacks what a job needs.",
    page: """
      What a job needs is what deploying it grants: to read the secrets that it names, to write its log, to be started by its
      schedules and messages. Without it the job fails, or is never started. Deploy the job, or run the command. What whoever
      deploys it needs is what jobs-deploy calls for it, and without that it is not deployed.
      """,
    source: "IAM, \"Roles and permissions\" (2026-11), and what jobs-deploy grants",
    mending: .commands(except: "a role that does not exist has none: deploying its job makes it"))

  static let wider = AuditRule(
    "RC102", "wider-than-needed", .medium, "A grant gives a job's identity more than the need that it serves.",
    page: """
      The grant serves a need of a job, and reaches further: by a larger role, or on a project or folder in place of a secret or a
      job. Give what is needed on what it is needed on, then take the wide grant away. What the program itself calls is not
      in a manifest: logs, with `--access`, tell what it called.
      """,
    source: "IAM, \"Roles and permissions\" (2026-11), and what jobs-deploy grants",
    mending: .commands)

  static let spare = AuditRule(
    "RC103", "not-asked-for", .low, "A grant serves nothing that a manifest asks for.",
    page: """
      Nothing that the manifests of the identity's jobs ask for needs the grant. It may be what the program itself calls, which
      no manifest says; logs, with `--access`, tell what it called. Take away what nobody misses.
      """,
    source: "IAM, \"Roles and permissions\" (2026-11), and what jobs-deploy grants",
    mending: .commands)

  static let all = [missing, wider, spare]

  /// What nobody knows of a grant that no manifest asks for.
  static func doubt(_ used: UsedAccess) -> String {
    guard let (first, last) = used.span else { return "what the program calls: it is not in the manifest" }
    return "what the program calls outside of \(first.rfc3339) to \(last.rfc3339)"
  }
}
