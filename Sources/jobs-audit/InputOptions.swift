import ArgumentParser
import JobsCommand
import JobsCore

/// What an audit reads.
struct InputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, or '-' for standard input; without one standard input.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var naming: NamingOptions
  @OptionGroup var clouds: LiveOptions

  /// What is read: the files that are named, and the clouds.
  func open(showing output: OutputOptions<some OutputForms>, _ environment: [String: String]) async throws(Failure)
    -> AuditFiles
  {
    try await clouds.files(files, showing: output, environment)
  }
}
