package import ArgumentParser
package import JobsCore
package import JobsManifest
import JobsCron

/// What manifests are read for; the same words in every tool that reads them.
package struct ManifestOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("env")],
    help: ArgumentHelp(
      "The environment to read for, or 'all'.",
      discussion: "Without it everything is checked for every environment. JOBS_ENV is taken where it is left out.",
      valueName: "name"))
  package var environment: String?

  @Option(
    name: .customLong("var"), parsing: .singleValue,
    help: ArgumentHelp("Give a variable a value (repeatable).", valueName: "name=value"))
  package var variables: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take every file for this format.", discussion: "A crontab under an odd name is read only so.",
      valueName: "format"))
  package var format: Format?

  @Option(
    name: [.customShort("l"), .long],
    help: ArgumentHelp("Jobs to hand on, by label, name, tenant, env or target.", valueName: "key=value,…"))
  package var selector: String?

  package init() {}

  /// The `--var` values by name.
  package func given() throws(Failure) -> [String: String] {
    var given: [String: String] = [:]
    for text in variables {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw .usage("--var '\(Terminal.visible(text))' is not NAME=VALUE", hint: "such as --var TAG=1.4.2")
      }
      given[String(text[..<equals])] = String(text[text.index(after: equals)...])
    }
    return given
  }

  /// Refuses `--env` where a stream is read, whose environment was chosen where the manifests were.
  ///
  /// - Parameter command: what reads the stream, for the hint.
  package func refuseEnvironment(of stream: RecordReader?, read command: String) throws(Failure) {
    guard stream != nil, let environment else { return }
    throw .usage(
      "--env is chosen where the manifests are read, and these were read already",
      hint: "write 'jobs-validate --env \(Terminal.visible(environment)) … | \(command)'")
  }

  /// The check that these options ask for.
  ///
  /// The environment to read for, as the option or the variable says.
  func chosenEnvironment(_ environment: [String: String]) -> String? {
    self.environment ?? environment["JOBS_ENV"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// - Parameter project: the project file, if there is one.
  package func checkOptions(project: ProjectFile?, _ environment: [String: String]) throws(Failure) -> CheckOptions {
    var options = CheckOptions(zones: .system, now: Instant.now().seconds)
    options.given = try given()
    options.project = project
    options.format = format
    options.isCodeThere = CodePath.isThere
    options.views = try EnvironmentView.views(for: chosenEnvironment(environment), of: project, given: options.given)
    if let selector { options.selector = try Selector(parsing: selector) }
    return options
  }
}

extension Format: ExpressibleByArgument {}
