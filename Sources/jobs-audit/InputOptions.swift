import ArgumentParser

/// The files that an audit reads.
struct InputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, or '-' for standard input; without one standard input.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var naming: NamingOptions
}
