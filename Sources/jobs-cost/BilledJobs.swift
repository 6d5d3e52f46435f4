import JobsCommand
import JobsCore
import JobsManifest

/// The jobs that bills are held against, from manifests or a file of records.
enum BilledJobs {
  /// nil where none were named.
  static func read(
    _ paths: [String], _ options: ManifestOptions, _ environment: [String: String], verb: String,
    isQuiet: Bool
  ) throws(Failure) -> JobInputs? {
    guard let first = paths.first else { return nil }
    if paths.count == 1, first != "-", let bytes = try? FileBytes.read(first, limit: 1 << 30),
      StreamMark.isStream(bytes)
    {
      let reader = RecordReader(bytes: bytes, name: "'\(Terminal.visible(first))'")
      return try JobInputs.read(records: reader, options, environment, tool: "jobs-cost", verb: verb)
    }
    return try JobInputs.read(
      paths, options, environment, tool: "jobs-cost", verb: verb, isQuiet: isQuiet, mayBeEmpty: true)
  }
}
