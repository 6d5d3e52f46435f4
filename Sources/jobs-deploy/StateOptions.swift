import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest
import JobsStore

/// Where it is kept what was done.
struct StateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the audit log, the journals of runs, and the note of what was applied.",
      discussion: StateDirectory.usualPlaces,
      valueName: "dir"))
  var state: String?

  func directory(_ environment: [String: String]) throws(Failure) -> StateDirectory {
    try StateDirectory.resolve(option: state, isRoot: geteuid() == 0) { environment[$0] }
  }

  func journals(_ environment: [String: String]) throws(Failure) -> JournalFolder {
    JournalFolder(try directory(environment))
  }

  /// All runs, the oldest first, each with its result unless it goes on.
  func history(_ environment: [String: String]) throws(Failure) -> [Journal] {
    let running = Set(try Lease.held(in: try directory(environment)).map(\.run))
    return try journals(environment).all().map { journal in
      var journal = journal
      if journal.result == nil, !running.contains(journal.head.id) { journal.result = .interrupted }
      return journal
    }
  }

  /// The log in which acts that change something are kept.
  func auditLog(_ environment: [String: String]) throws(Failure) -> AuditLog {
    AuditLog(
      try directory(environment), tool: "jobs-deploy", actor: .current { environment[$0] },
      isSecret: { SecretScanner.kind(name: $0, value: $1) != nil },
      say: { Entry.say("jobs-deploy", $0, level: "note") })
  }

  // MARK: What was applied

  /// The note of what was applied last; empty where there is none.
  func applied(_ environment: [String: String]) throws(Failure) -> AppliedResources {
    let path = try notePath(environment)
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: AppliedResources.limit)
    } catch {
      switch error {
      case .system(ENOENT): return AppliedResources()
      case .system(let code):
        throw .world("cannot read '\(path)': \(systemMessage(code))", hint: "run it as the owner of the state folder")
      case .notAFile, .tooLarge:
        throw .world("cannot read '\(path)'", hint: "move it aside: the next 'apply' writes it anew")
      }
    }
    return try AppliedResources(bytes, name: "'\(path)'")
  }

  func keep(_ applied: AppliedResources, _ environment: [String: String]) throws(Failure) {
    try directory(environment).create()
    try FileBytes.write(applied.bytes, to: notePath(environment))
  }

  private func notePath(_ environment: [String: String]) throws(Failure) -> String {
    try directory(environment).path + "/applied.ndjson"
  }
}
