package import JobsCore

/// Reads the logs of both clouds, an event after another; what a file is shows by what is in it.
package enum AccessLogReader {
  /// What was read.
  package struct Counts: Sendable {
    package var events = 0
    /// Entries of other logs.
    package var others = 0
  }

  /// - Throws: a usage failure with the place of what is not known, and for a file that holds nothing.
  package static func read(
    _ reader: inout ValueReader, file: String, _ take: (AccessEvent) -> Void
  ) throws(Failure) -> Counts {
    var counts = Counts()
    var values = 0
    while let value = try reader.next() {
      values += 1
      do throws(ShapeError) {
        guard value.tree.kind(Tree.root) == .mapping else {
          throw ShapeError(offset: 0, message: "this is \(value.tree.kind(Tree.root).words), not an object")
        }
        if CloudTrailReader.recognises(value.tree) {
          try CloudTrailReader.read(value, file: file) { event in
            counts.events += 1
            take(event)
          }
        } else if AuditLogReader.recognises(value.tree) {
          if let event = try AuditLogReader.read(value, file: file) {
            counts.events += 1
            take(event)
          } else {
            counts.others += 1
          }
        } else {
          throw ShapeError(offset: 0, message: "this is neither an event of CloudTrail nor an entry of Cloud Logging")
        }
      } catch {
        throw value.failure(error, in: file, as: "a log", hint: "'jobs-audit access --help' lists what is read")
      }
    }
    guard values > 0 else {
      throw .usage("'\(Terminal.visible(file))' is empty", hint: "what wrote it may have failed")
    }
    return counts
  }
}
