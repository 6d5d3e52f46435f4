import Glibc
import JobsCommand
import JobsCore
import JobsManifest

/// One side of a comparison, from what names it.
enum ComparedInputs {
  /// A path goes before a revision of the same name; a file that begins with a record is a file of records.
  static func read(_ name: String, _ command: DiffCommand, _ environment: [String: String]) throws(Failure) -> JobInputs
  {
    guard name == "-" || access(name, F_OK) == 0 else {
      return try JobInputs.read(
        revision: name, command.paths, command.manifests, environment, tool: "jobs-cost", verb: "diff")
    }
    if name != "-", let bytes = records(name) {
      let reader = RecordReader(bytes: bytes, name: "'\(Terminal.visible(name))'")
      return try JobInputs.read(records: reader, command.manifests, environment, tool: "jobs-cost", verb: "diff")
    }
    return try JobInputs.read(
      [name], command.manifests, environment, tool: "jobs-cost", verb: "diff", isQuiet: command.output.quiet,
      mayBeEmpty: true)
  }

  /// The bytes of a file that is a record stream; nil for anything else, which is read as manifests.
  private static func records(_ path: String) -> [UInt8]? {
    guard let bytes = try? FileBytes.read(path, limit: 1 << 30), StreamMark.isStream(bytes) else { return nil }
    return bytes
  }
}
