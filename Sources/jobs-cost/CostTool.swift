import ArgumentParser
import JobsCommand
import JobsCore

@main
struct CostTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs-cost",
    abstract: "Tell what jobs will cost, from their schedules and the prices of where they run.",
    discussion: """
      Runs are counted from the schedules, by the clocks of their zones; how long they take is what they took, what the \
      manifest expects, or what you assume. Prices come with the tool, each with its source and its date, and nothing is \
      asked of the network. What has no price is said to have none, and is never counted as zero.

      EXAMPLES:
        jobs-cost estimate --month 2027-03 jobs/      what the jobs will cost in March
        jobs-validate -e prod jobs/ | jobs-cost estimate --lines
        jobs-cost diff origin/main HEAD -o markdown   what a branch makes dearer
        jobs-cost prices show lambda                  prices, their sources and age

      EXIT STATUS:
        0 done; 1 a budget is exceeded, or with --strict-prices something has no price; 2 wrong usage or unusable input; \
      3 the world failed.
      """,
    version: "jobs-cost \(version)",
    subcommands: [
      EstimateCommand.self, ActualCommand.self, VarianceCommand.self, BudgetCommand.self, RecommendCommand.self,
      DiffCommand.self,
      PricesCommand.self,
    ])

  static func main() async { await Entry.run(CostTool.self) }
}
