import ArgumentParser

struct PricesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices", abstract: "Look at the prices by which is estimated.",
    discussion: """
      Each price has its source, the day on which that said so, and how far it is to be trusted. A file of your own, which \
      '--prices' takes, begins as a copy of the shipped ones.

      EXAMPLES:
        jobs-cost prices show cloud-run-jobs
        jobs-cost prices show -o csv > prices.csv
        jobs-cost prices diff prices.csv
        jobs-cost prices check --max-age 365 --prices prices.csv
      """,
    subcommands: [PricesShowCommand.self, PricesDiffCommand.self, PricesCheckCommand.self, PricesImportCommand.self])
}
