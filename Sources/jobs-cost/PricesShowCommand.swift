import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsReport

struct PricesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "List prices, what is free, and how use is counted.",
    discussion: """
      EXAMPLES:
        jobs-cost prices show
        jobs-cost prices show lambda eu-central-1
        jobs-cost prices show -o csv > prices.csv
      """)

  @Argument(help: ArgumentHelp("Words that a row has to have: a provider, service, SKU or region.", valueName: "word"))
  var words: [String] = []

  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RowForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-cost", output, environment)
    let rows = try prices.book().rows.filter { row in
      words.allSatisfy { [row.provider, row.service, row.sku, row.region, row.kind.rawValue].contains($0) }
    }
    guard !rows.isEmpty else {
      throw Failure.usage(
        "no row of the prices has '\(Terminal.visible(words.joined(separator: " ")))'",
        hint: "'jobs-cost prices show' lists all; a word is a provider, a service, a SKU or a region as it stands there"
      )
    }
    PriceRows(sink: sink, now: Instant.now()).show(rows, output.terminal(STDOUT_FILENO, environment))
    try sink.finish(ok: true)
  }
}
