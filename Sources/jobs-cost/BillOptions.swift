import ArgumentParser
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// Which bills are read, and how their lines become those of jobs; the same words wherever bills are read.
struct BillOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Bills; '-' for standard input.", valueName: "file"))
  var files: [String] = []

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
    guard files.filter({ $0 == "-" }).count <= 1 else { throw ValidationError("name '-' once") }
    if files.contains("-"), jobs.contains("-") { throw ValidationError("'-' is a bill or records of jobs, not both") }
    if jobLabels.contains(where: \.isEmpty) || jobLabels.count > 8 {
      throw ValidationError("--job-label is the name of a label, given up to eight times")
    }
  }

  /// - Throws: unless there are bills to be read.
  func checkFiles() throws {
    guard !files.isEmpty else { throw ValidationError("name bills, or '-' for standard input") }
  }

  /// The labels that name a job, the first that is there counts.
  var names: [String] { jobLabels.isEmpty ? ["jobs-id", "job"] : jobLabels }

  /// What is to be learnt from bills.
  ///
  /// - Parameters:
  ///   - days: the days that count; nil for all.
  ///   - isDetailed: whether lines are told apart by all that they say.
  func question(
    by dimensions: [BillDimension], _ jobs: BillJobs, days: ClosedRange<UInt32>?, isDetailed: Bool = false
  ) -> BillQuestion {
    BillQuestion(
      BillReport.dimensions(for: dimensions, jobs), jobLabels: names, days: days, isDetailed: isDetailed)
  }

  /// Reads the bills.
  func bill(_ question: BillQuestion) throws(Failure) -> Bill {
    try BillFiles.read(files, question, threads: parallel)
  }
}
