import ArgumentParser
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// Which bills are read, and how their lines become those of jobs; the same words wherever bills are read.
struct BillOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Bills; '-' for standard input.", valueName: "file"))
  var files: [String]

  @Option(
    name: .customLong("job-label"), parsing: .singleValue,
    help: ArgumentHelp(
      "A label or tag that names the job (repeatable); without it 'jobs-id' and 'job'.", valueName: "name"))
  var jobLabels: [String] = []

  @Option(
    name: .customLong("jobs"), parsing: .singleValue,
    help: ArgumentHelp("Manifests, or records of jobs, that say which jobs there are (repeatable).", valueName: "path"))
  var jobs: [String] = []

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("How many threads read; without it one for each core. The outcome is the same.", valueName: "n"))
  var parallel: Int?

  func validate() throws {
    if let parallel, !(1...256).contains(parallel) { throw ValidationError("--parallel is 1 to 256") }
    guard !files.isEmpty, files.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("name bills, and '-' once")
    }
    if files.contains("-"), jobs.contains("-") { throw ValidationError("'-' is a bill or records of jobs, not both") }
    if jobLabels.contains(where: \.isEmpty) || jobLabels.count > 8 {
      throw ValidationError("--job-label is the name of a label, given up to eight times")
    }
  }

  /// Reads the bills.
  ///
  /// - Parameters:
  ///   - days: the days that count; nil for all.
  ///   - hasPayer: whether it matters who pays whom.
  func bill(
    by dimensions: [BillDimension], _ jobs: BillJobs, days: ClosedRange<UInt32>?, hasPayer: Bool = false
  ) throws(Failure) -> Bill {
    let question = BillQuestion(
      BillReport.dimensions(for: dimensions, jobs), jobLabels: jobLabels.isEmpty ? ["jobs-id", "job"] : jobLabels,
      days: days, hasPayer: hasPayer)
    return try BillFiles.read(files, question, threads: parallel)
  }
}
