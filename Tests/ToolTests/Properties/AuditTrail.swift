import JobsCore
import JobsStore

/// What an audit log says was done.
struct AuditTrail {
  var entries: [AuditEntry] = []
  /// Where its chain does not hold.
  var firstBreak: AuditReader.Break?

  /// - Parameter state: the path of the state folder.
  init(_ state: String) throws {
    var reader = try AuditReader(StateDirectory(path: state).auditLog)
    var record = Record()
    while let entry = try reader.next(into: &record) { entries.append(entry) }
    firstBreak = reader.firstBreak
  }
}
