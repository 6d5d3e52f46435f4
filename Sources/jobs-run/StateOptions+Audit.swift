import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

extension StateOptions {
  /// The log in which acts that change something are kept.
  func auditLog(_ environment: [String: String]) throws(Failure) -> AuditLog {
    AuditLog(
      try directory(environment), tool: "jobs-run", actor: .current { environment[$0] },
      isSecret: { SecretScanner.kind(name: $0, value: $1) != nil },
      say: { Entry.say("jobs-run", $0, level: "note") })
  }
}
