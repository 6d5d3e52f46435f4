import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCost

struct PricesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Leave with 1 if prices are older than they may be.",
    discussion: """
      A table is checked as it is read: a row that is not wholly understood is refused with its line. What is too old, or \
      from a day to come, is listed.

      EXAMPLES:
        jobs-cost prices check --max-age 365
        jobs-cost prices check --max-age 90 --prices prices.csv
        jobs-cost prices check -o ndjson | jq -r 'select(.type=="price") | .source' |
          sort -u
      """)

  @Option(help: ArgumentHelp("The most days since a source said so.", valueName: "days"))
  var maxAge = 365

  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RowForms>

  func validate() throws {
    guard (0...36_500).contains(maxAge) else { throw ValidationError("--max-age is 0 to 36500 days") }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-cost", output, environment)
    let now = Instant.now()
    let book = try prices.book()
    let stale = book.rows.filter { row in row.age(at: now).map { $0 > maxAge || $0 < 0 } ?? true }
    if !stale.isEmpty { PriceRows(sink: sink, now: now).show(stale, output.terminal(STDOUT_FILENO, environment)) }
    let count = "\(stale.count) of \(book.rows.count) rows"
    let words =
      stale.isEmpty
      ? "none of \(book.rows.count) rows is older than \(maxAge) days"
      : "\(count) \(stale.count == 1 ? "is" : "are") older than \(maxAge) days, or from a day to come"
    if sink.format != .csv { sink.say(words, isQuiet: output.quiet) }
    try sink.finish(ok: stale.isEmpty)
    try EndedWith.check(stale.isEmpty ? .done : .findings)
  }
}
