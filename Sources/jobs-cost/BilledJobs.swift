import Glibc
import JobsCommand
import JobsCore
import JobsManifest

/// The jobs that bills are held against, from manifests or a file of records.
enum BilledJobs {
  /// nil where none were named; says what is wrong with those that were.
  static func read(
    _ paths: [String], _ options: ManifestOptions, _ output: OutputOptions<some OutputForms>,
    _ environment: [String: String],
    verb: String
  ) throws(Failure) -> JobInputs? {
    guard let first = paths.first else { return nil }
    let inputs: JobInputs
    if paths.count == 1, first != "-", let bytes = try? FileBytes.read(first, limit: 1 << 30),
      StreamMark.isStream(bytes)
    {
      let reader = RecordReader(bytes: bytes, name: "'\(Terminal.visible(first))'")
      inputs = try JobInputs.read(records: reader, options, environment, tool: "jobs-cost", verb: verb)
    } else {
      inputs = try JobInputs.read(
        paths, options, environment, tool: "jobs-cost", verb: verb, isQuiet: output.quiet, mayBeEmpty: true)
    }
    inputs.sayFaults(output.terminal(STDERR_FILENO, environment), tool: "jobs-cost", isQuiet: output.quiet)
    return inputs
  }
}
