import ArgumentParser
import JobsCommand
import JobsCore

struct EstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate", abstract: "Tell what jobs will cost in a month.",
    discussion: """
      'list' is what a job costs at list prices, 'net' with its share of what is free, and 'marginal' by how much the bill \
      would be less without it. What is free belongs to a billing account: all jobs that are read are taken to be on one, \
      and share it in proportion to use. 'low' and 'high' follow from short and long runs.

      Traffic, logs, images and other storage are not counted, since manifests say nothing of them. A month is that of a \
      schedule's own zone, so that one with a change of the clock has an hour more or less.

      If jobs.yaml gives environments a budget, or --budget says one, the status is 1 where it is exceeded, and 'end' is \
      not ok, so that a pipe stops there.

      EXAMPLES:
        jobs-cost estimate --month 2027-03 jobs/
        jobs-validate -e prod jobs/ | jobs-cost estimate --budget '200 USD' |
          jobs-deploy apply
        jobs-cost estimate --assume 1m,5m,20m --failure-rate 5% --lines jobs/
        jobs-cost estimate -o csv jobs/ > costs.csv
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without a path what is piped in, else '.'.",
      valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Show each line: what is used, what a unit costs, where the price is from, and how old it is.")
  var lines = false

  @OptionGroup(title: "Estimating") var options: EstimateOptions
  @OptionGroup(title: "Budgeting") var budgets: BudgetOptions
  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Knowing") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<EstimateForms>

  func run() throws {
    try EndedWith.check(EstimateSession(self, processEnvironment()).run())
  }
}
