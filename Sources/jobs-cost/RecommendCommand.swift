import ArgumentParser
import JobsCommand
import JobsCore
import JobsCost

struct RecommendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommend",
    abstract: "Advise what makes jobs cheaper, with what it saves and a patch of the manifest.",
    discussion: """
      What a change saves is the difference of two estimates of all jobs, net, with everything else as it is. Each patch is \
      tried first: the manifest is read again with it, and where any rule finds something that it did not find before, or \
      another job or environment changes, it is not advised.

      CPU and memory are known to be too large only from what runs used: --usage is a CSV with the columns 'job', \
      'cpu_millis' and 'memory_bytes', the greatest values of a monitoring system. Of jobs that it does not name, what runs \
      of the history used counts where jobs-run ran the job on a host at least five times. A fifth is left as room.

      Images that may expire are found in what the registries list: --images takes what 'gcloud artifacts docker images list \
      --include-tags --format json' and 'aws ecr describe-images' write. They are judged only where all environments are read, \
      since each runs images of its own.

      EXAMPLES:
        jobs-cost recommend -e prod jobs/
        jobs-cost recommend --usage peaks.csv --assume 5m jobs/
        jobs-cost recommend --code CO230 --patch jobs/ | git apply
        aws ecr describe-images --repository-name report > images.json
        jobs-cost recommend --images images.json jobs/

      EXIT STATUS:
        0 done, with or without advice; 1 a manifest is broken; 2 wrong usage or unusable input; 3 the world failed.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, globs; without a path '.'.", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("What runs used at most, as a CSV.", valueName: "file"))
  var usage: String?

  @Option(
    name: .customLong("images"), parsing: .singleValue,
    help: ArgumentHelp("Images that a registry keeps, as its tool lists them (repeatable).", valueName: "file"))
  var images: [String] = []

  @Option(
    name: .customLong("code"), parsing: .singleValue,
    help: ArgumentHelp("Give advice of this code alone (repeatable).", valueName: "code"))
  var codes: [String] = []

  @Option(help: ArgumentHelp("The least that a change saves in a month.", valueName: "amount"))
  var least = "0.01"

  @Flag(help: "Write the patches alone, as 'git apply' takes them; of several for a file the one that saves most.")
  var patch = false

  @OptionGroup(title: "Estimating") var options: EstimateOptions
  @OptionGroup(title: "Pricing") var prices: PriceOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Knowing") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<TableForms>

  func validate() throws {
    guard let amount = Decimal(least), !amount.isNegative else {
      throw ValidationError("--least is an amount, such as 0.50")
    }
    if let code = codes.first(where: { !Self.known.contains($0) }) {
      throw ValidationError("there is no advice '\(code)': known are \(Self.known.joined(separator: ", "))")
    }
    if paths.contains("-") { throw ValidationError("patches are of files: name manifests instead of '-'") }
  }

  func run() throws {
    try EndedWith.check(RecommendSession(self, processEnvironment()).run())
  }

  static let known = ["CO210", "CO220", "CO230", "CO240", "CO250", "CO260", "CO270", "CO280", "CO290"]
}
