import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsPlaces

struct PricesImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a price book of what clouds publish.",
    discussion: """
      Files are known by what is in them: pages of 'skus.list' of Google's Cloud Billing Catalog, answers of AWS's \
      'GetProducts', and offer files of AWS as JSON or CSV, each also as gzip and of any size. Prices of things that no \
      estimate has are passed over. The book that comes out is the shipped one, or that of --prices, with the prices that \
      were read in place of its own; what is free, classes of regions and rules of counting stay.

      With --live a cloud itself is asked, by the credentials that its own tools take; both catalogues cost nothing to read.

      EXAMPLES:
        jobs-cost prices import skus-*.json -o csv > prices.csv
        jobs-cost prices import --live gcp --live aws --region europe-west1 \\
          --region eu-west-1 -o csv > prices.csv
        aws pricing get-products --service-code AWSLambda \\
          --region us-east-1 > lambda.json
        jobs-cost prices import lambda.json
        jobs-cost prices import offer.csv.gz -o csv > prices.csv
        jobs-cost prices diff prices.csv
      """)

  @Argument(help: ArgumentHelp("Price lists; '-' for standard input.", valueName: "file"))
  var files: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Ask a cloud for its prices: gcp or aws (repeatable).", valueName: "cloud"))
  var live: [LivePrices.Cloud] = []

  @Option(
    name: .customLong("region"), parsing: .singleValue,
    help: ArgumentHelp("With --live, take prices of this region alone (repeatable).", valueName: "name"))
  var regions: [String] = []

  @Option(help: .impersonation)
  var impersonate: String?

  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RowForms>

  func validate() throws {
    guard !files.isEmpty || !live.isEmpty else { throw ValidationError("name price lists, or a cloud by --live") }
    guard live.isEmpty == false || regions.isEmpty else { throw ValidationError("--region goes with --live") }
    guard impersonate == nil || live.contains(.gcp) else { throw ValidationError("--impersonate goes with --live gcp") }
  }

  func run() async throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-cost", output, environment)
    var read = PriceImport()
    for path in files { try Self.add(path, to: &read) }
    for cloud in LivePrices.Cloud.allCases where live.contains(cloud) {
      let found = try await LivePrices.prices(
        of: cloud, regions: Set(regions), impersonating: GoogleConnection.chain(impersonate), environment)
      for price in found { try Self.add(price, of: cloud, to: &read) }
    }
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
    try InputDescriptor.read(path) { (descriptor, name) throws(Failure) in try read.add(descriptor, name: name) }
  }

  private static func add(
    _ price: PriceImport.Found, of cloud: LivePrices.Cloud, to read: inout PriceImport
  ) throws(Failure) {
    do throws(PriceImportFault) {
      try read.add(price)
    } catch {
      throw .world("the prices of \(cloud.rawValue) cannot be taken: \(error.message)", hint: error.hint)
    }
  }
}
