import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

/// The folder with data that stand in place of those of the tool.
struct DataFolder {
  let state: StateDirectory
  private let environment: [String: String]

  init(_ option: String?, _ environment: [String: String]) throws(Failure) {
    state = try StateDirectory.resolve(option: option, isRoot: geteuid() == 0) { environment[$0] }
    self.environment = environment
  }

  /// Whether the environment says where a state is.
  static func hasPlace(_ environment: [String: String]) -> Bool {
    (try? StateDirectory.resolve(option: nil, isRoot: geteuid() == 0) { environment[$0] }) != nil
  }

  private var path: String { "\(state.path)/data" }

  func file(_ part: AuditData.Kind) -> String { "\(path)/\(part.rawValue)" }

  /// The data, and which parts of them were replaced.
  func load() throws(Failure) -> (data: AuditData, replaced: Set<AuditData.Kind>) {
    var data = AuditData.shipped
    var replaced: Set<AuditData.Kind> = []
    for part in AuditData.Kind.allCases {
      guard let bytes = try read(part) else { continue }
      replaced.insert(part)
      let name = "'\(Terminal.visible(file(part)))'"
      do throws(Failure) {
        switch part {
        case .actions: data.actions = ActionCatalog(try ActionPack(checking: bytes, name: name))
        case .roles: data.roles = try RolePack(checking: bytes, name: name)
        }
      } catch {
        throw .usage(error.message, hint: "'jobs-audit data reset \(part.rawValue)' puts the data of the tool back")
      }
    }
    return (data, replaced)
  }

  /// Puts data in place of those of the tool, and keeps that in the audit log.
  func put(_ text: String, as part: AuditData.Kind, _ parameters: [AuditAct.Parameter]) throws(Failure) {
    try state.create()
    try StateDirectory.create(path)
    try log.perform(AuditAct("data-replace", of: part.rawValue, parameters)) { () throws(Failure) in
      try FileBytes.write(Array(text.utf8), to: file(part))
    }
  }

  /// Takes what was put there away.
  ///
  /// - Returns: whether there was something.
  func reset(_ part: AuditData.Kind) throws(Failure) -> Bool {
    guard access(file(part), F_OK) == 0 else { return false }
    return try log.perform(AuditAct("data-reset", of: part.rawValue)) { () throws(Failure) in
      guard unlink(file(part)) == 0 else {
        throw .world("cannot remove '\(Terminal.visible(file(part)))': \(systemMessage())")
      }
      return true
    }
  }

  private var log: AuditLog {
    AuditLog(
      state, tool: "jobs-audit", actor: AuditActor.current { environment[$0] },
      isSecret: { SecretScanner.kind(name: $0, value: $1) != nil },
      say: { Entry.say("jobs-audit", $0, level: "note") })
  }

  private func read(_ part: AuditData.Kind) throws(Failure) -> [UInt8]? {
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(file(part), limit: ActionPack.sizeLimit)
    } catch {
      if error == .system(ENOENT) || error == .system(ENOTDIR) { return nil }
      throw .usage(
        "cannot read '\(Terminal.visible(file(part)))'",
        hint: "'jobs-audit data reset \(part.rawValue)' puts the data of the tool back")
    }
  }
}
