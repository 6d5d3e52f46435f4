import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCost

struct PricesImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a price book of what clouds publish.",
    discussion: """
      Files are known by what is in them: pages of 'skus.list' of Google's Cloud Billing Catalog, answers of AWS's \
      'GetProducts', and offer files of AWS as JSON or CSV. Prices of things that no estimate has are passed over. The book \
      that comes out is the shipped one, or that of --prices, with the prices that were read in place of its own; what is \
      free, classes of regions and rules of counting stay.

      An offer file of gigabytes is read as CSV, in little memory.

      EXAMPLES:
        jobs-cost prices import skus-*.json -o csv > prices.csv
        aws pricing get-products --service-code AWSLambda --region us-east-1 > lambda.json; jobs-cost prices import lambda.json
        jobs-cost prices import offer.csv.gz -o csv > prices.csv; jobs-cost prices diff prices.csv
      """)

  @Argument(help: ArgumentHelp("Price lists.", valueName: "file"))
  var files: [String]

  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Showing") var output: OutputOptions

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-cost", output, environment, hasRows: true, reports: [])
    var read = PriceImport()
    for path in files { try Self.add(path, to: &read) }
    guard !read.rows.isEmpty else {
      throw Failure.usage(
        "none of the \(read.met) prices is of something that an estimate has",
        hint:
          "services are Cloud Run, Cloud Scheduler, Secret Manager, AWSLambda, AmazonECS, AWSSecretsManager and what is beside them"
      )
    }
    let rows = read.merged(into: try prices.book().rows)
    PriceRows(sink: sink, now: Instant.now()).show(rows, output.terminal(STDOUT_FILENO, environment))
    let words = "\(read.rows.count) prices were taken, \(read.others) of other things passed over"
    if sink.format != .csv { sink.say(words, isQuiet: output.quiet) }
    try sink.finish(ok: true)
  }

  private static func add(_ path: String, to read: inout PriceImport) throws(Failure) {
    let name = "'\(Terminal.visible(path))'"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .usage("cannot read \(name): \(systemMessage())") }
    defer { close(descriptor) }
    var first: [UInt8] = [0, 0]
    let count = pread(descriptor, &first, 2, 0)
    guard count > 0 else { throw .usage("\(name) is empty, or no file", hint: "name files that hold price lists") }
    // JSON begins with a bracket; blanks before it are as good as none.
    guard first[0] == UInt8(ascii: "{") || [32, 9, 10, 13].contains(first[0]) else {
      return try read.add(csv: descriptor, name: name)
    }
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: PriceImport.documentLimit)
    } catch {
      throw .usage(
        "cannot read \(name): it is longer than \(PriceImport.documentLimit >> 20) MiB, or no file",
        hint: "take the same offer as CSV, which may be of any size")
    }
    try read.add(json: bytes, name: name)
  }
}
