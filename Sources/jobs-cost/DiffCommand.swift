import ArgumentParser
import JobsCommand
import JobsCore

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what a change of manifests makes dearer or cheaper, and why.",
    discussion: """
      BASE and HEAD are each a file or folder of manifests, a file of records, or else a revision of Git. Both are priced \
      alike: for the same month, by the same prices, and by the same history. Jobs that did not change may pay another \
      share of what is free; that is told in one sum.

      A budget of jobs.yaml is held against HEAD, and so is --budget; the status is 1 where one is exceeded, or the \
      increase is above --max-increase.

      EXAMPLES:
        jobs-cost diff origin/main HEAD
        jobs-cost diff origin/main . -e prod -o markdown > comment.md
        jobs-cost diff before.ndjson after.ndjson --max-increase '20 USD' -o github
      """)

  @Argument(help: ArgumentHelp("What was: a path, a file of records, or a revision.", valueName: "base"))
  var base: String

  @Argument(help: ArgumentHelp("What is to be.", valueName: "head"))
  var head: String

  @Argument(help: ArgumentHelp("Files and folders to look at in a revision; default '.'.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The most by which a month may become dearer, such as '20 USD'.", valueName: "amount"))
  var maxIncrease: String?

  @OptionGroup(title: "Estimating") var options: EstimateOptions
  @OptionGroup(title: "Budgeting") var budgets: BudgetOptions
  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Knowing") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<DifferenceForms>

  func validate() throws {
    if let maxIncrease, Money(maxIncrease) == nil {
      throw ValidationError("--max-increase is an amount and a currency, such as '20 USD'")
    }
  }

  func run() throws {
    try EndedWith.check(DiffSession(self, processEnvironment()).run())
  }
}
