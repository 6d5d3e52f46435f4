import ArgumentParser
import JobsCommand
import JobsCore
import JobsCost

struct BudgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: "Tell what a month will have cost at its end, and whether that is within a budget.",
    discussion: """
      The bills say what is spent to date, the manifests that --jobs names how many runs are left. A job's rest is its runs \
      that are left times what a run cost to date; what no schedule says anything of is taken to go on by the day; and a job \
      that is not billed yet is estimated. What is nobody's counts against --budget, and not against the budget of an \
      environment.

      'jobs-cost estimate' holds the same budgets against a month to come, 'jobs-cost diff' against a change.

      EXAMPLES:
        jobs-cost budget --jobs jobs/ -e prod bill-to-date.csv
        jobs-cost budget --jobs jobs/ --budget '200 USD' --warn 80% bill.csv.gz
        jobs-cost budget --jobs jobs.ndjson --through 2026-10-14 \\
          -o markdown export.ndjson

      EXIT STATUS:
        0 done; 1 a budget will be exceeded, and 'end' is not ok; 2 wrong usage, or a file that is no bill or is broken; \
      3 the world failed.
      """)

  @Option(
    help: ArgumentHelp(
      "The last day that is billed whole, such as 2026-10-14; without it the last day of the bills.", valueName: "day"))
  var through: String?

  @OptionGroup var bills: BillOptions
  @OptionGroup(title: "Budgeting") var budgets: BudgetOptions
  @OptionGroup(title: "Estimating") var options: EstimateOptions
  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Knowing") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<TableForms>

  func validate() throws {
    try bills.checkFiles()
    guard !bills.jobs.isEmpty else {
      throw ValidationError("--jobs names the manifests, or the records of jobs, whose runs are left")
    }
    if through != nil, lastDay == nil { throw ValidationError("--through is a day, such as 2026-10-14") }
    if let month = options.month, let lastDay, !BillDay.text(lastDay).hasPrefix(month) {
      throw ValidationError("--through is a day of --month")
    }
  }

  func run() throws {
    try EndedWith.check(BudgetSession(self, processEnvironment()).run())
  }

  /// As 20261014; nil where none is given.
  var lastDay: UInt32? {
    through.flatMap { text in
      guard text.utf8.count == 10, Instant(rfc3339: "\(text)T00:00:00Z") != nil else { return nil }
      return BillDay.read(text)
    }
  }
}
