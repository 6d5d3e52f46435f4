import ArgumentParser
import JobsCommand
import JobsCore
import JobsCost

struct VarianceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variance",
    abstract: "Set what was estimated for a month against what was billed, and say why they differ.",
    discussion: """
      The manifests that --jobs names are estimated for the month of the bills, and each job's SKUs are set against the lines \
      that are the job's. A bill in another currency is compared by its own rate. Reasons are told as far as they can be read \
      from both sides: the currency, credits, what is free, what has no price, what is nobody's, lines that are still to come, \
      and what no estimate counts.

      EXAMPLES:
        jobs-cost variance --jobs jobs/ -e prod bill-2026-10.csv.gz
        jobs-cost variance --jobs jobs.ndjson --month 2026-10 export.ndjson \\
          -o markdown
        jobs-cost variance --jobs jobs/ bill.csv |
          jq -c 'select(.type=="variance" and .reasons[].code=="unlabelled")'

      EXIT STATUS:
        0 done; 2 wrong usage, or a file that is no bill or is broken; 3 the world failed.
      """)

  @OptionGroup var bills: BillOptions
  @OptionGroup(title: "Estimating") var options: EstimateOptions
  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Knowing") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<TableForms>

  func validate() throws {
    try bills.checkFiles()
    guard !bills.jobs.isEmpty else {
      throw ValidationError("--jobs names the manifests, or the records of jobs, that are estimated")
    }
  }

  func run() throws {
    try EndedWith.check(VarianceSession(self, processEnvironment()).run())
  }
}
