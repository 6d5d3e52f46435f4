import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

/// Which clouds are asked, beside the history of this host: those of environments, and only where some are named.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: [.customShort("e"), .customLong("env")], parsing: .singleValue,
    help: ArgumentHelp(
      "Ask the clouds of these environments too (repeatable); 'all' for those of every environment.",
      discussion: "Without it nothing but this host's history is read.", valueName: "name,…"))
  var names: [String] = []

  @Option(
    name: .customLong("from"), parsing: .singleValue,
    help: ArgumentHelp("Manifests of the environments' jobs (repeatable); '.' if left out.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var cloud: CloudOptions

  /// The environments, each once, in the order in which they were named; 'all' stands alone.
  private var environments: [String] {
    names.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  func validate() throws {
    let environments = environments
    if environments.isEmpty, !paths.isEmpty { throw ValidationError("--from belongs to --env") }
    if environments.isEmpty, cloud.region != nil { throw ValidationError("--region belongs to --env") }
    if environments.contains("") { throw ValidationError("--env has an empty name") }
    if environments.contains(Self.all), environments.count > 1 {
      throw ValidationError("--env all names every environment; leave the others out")
    }
  }

  private static let all = "all"

  /// The ways to clouds, none of which is gone before it is needed.
  func places(_ variables: [String: String]) -> CloudPlaces {
    CloudPlaces(impersonating: cloud.chain, variables)
  }

  /// The way to the clouds that are meant; nil where none is.
  func reading(
    _ places: CloudPlaces, _ variables: [String: String], verb: String, isQuiet: Bool
  ) async throws(Failure) -> CloudReading? {
    let environments = environments
    guard !environments.isEmpty else { return nil }
    var entries: [JobInputs.Entry] = []
    for environment in environments {
      guard let manifests = try? ManifestOptions.parse(["--env=\(environment)"]) else {
        throw .usage("--env '\(Terminal.visible(environment))' is no name of an environment")
      }
      // Standard input is no list of jobs here, whoever started the tool.
      entries += try JobInputs.read(
        paths.isEmpty ? ["."] : paths, manifests, variables, verb: verb, isQuiet: isQuiet
      ).jobs
    }
    let jobs = try cloud.choose(from: entries)
    return try await CloudReading(
      jobs.map(\.job), places, environments: environments == [Self.all] ? [] : environments)
  }

  /// What finds the run that a word means.
  func finder(
    _ state: StateDirectory, _ variables: [String: String], verb: String, isQuiet: Bool
  ) async throws(Failure) -> RunFinder {
    let places = places(variables)
    return RunFinder(
      state: state, history: try HistoryReading(state),
      cloud: try await reading(places, variables, verb: verb, isQuiet: isQuiet), places: places)
  }
}
