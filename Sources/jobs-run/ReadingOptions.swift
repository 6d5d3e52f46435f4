import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

/// Which clouds are asked, beside the history of this host: those of an environment, and only where one is named.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: [.customShort("e"), .customLong("env")],
    help: ArgumentHelp(
      "Ask the clouds of this environment too; without it nothing but this host's history is read.", valueName: "name"))
  var environment: String?

  @Option(
    name: .customLong("from"), parsing: .singleValue,
    help: ArgumentHelp("Manifests of the environment's jobs (repeatable); '.' if left out.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var cloud: CloudOptions

  func validate() throws {
    if environment == nil, !paths.isEmpty { throw ValidationError("--from belongs to --env") }
    if environment == nil, cloud.region != nil { throw ValidationError("--region belongs to --env") }
    if environment == "all" { throw ValidationError("--env names one environment here") }
  }

  /// The ways to clouds, none of which is gone before it is needed.
  func places(_ variables: [String: String]) -> CloudPlaces {
    CloudPlaces(impersonating: cloud.chain, variables)
  }

  /// The way to the clouds that are meant; nil where none is.
  func reading(
    _ places: CloudPlaces, _ variables: [String: String], verb: String, isQuiet: Bool
  ) async throws(Failure) -> CloudReading? {
    guard let environment else { return nil }
    guard let manifests = try? ManifestOptions.parse(["--env=\(environment)"]) else {
      throw .usage("--env '\(Terminal.visible(environment))' is no name of an environment")
    }
    // Standard input is no list of jobs here, whoever started the tool.
    let inputs = try JobInputs.read(paths.isEmpty ? ["."] : paths, manifests, variables, verb: verb, isQuiet: isQuiet)
    let jobs = try cloud.choose(from: inputs.jobs)
    return try await CloudReading(jobs.map(\.job), places, environment: environment)
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
