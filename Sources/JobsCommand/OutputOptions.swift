package import ArgumentParser
package import JobsCore
import Glibc
package import JobsReport

/// How a verb shows its results; the same words in every tool.
package struct OutputOptions<Forms: OutputForms>: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Format of the results on standard output.", discussion: "'auto' is human on a terminal and ndjson otherwise.",
      valueName: "format"))
  package var output: FormatChoice<Forms>?

  @Flag(name: [.short, .long], help: "No words on standard error but errors.")
  package var quiet = false

  @Option(
    help: ArgumentHelp(
      "Colour of words: auto, always or never.", discussion: "NO_COLOR in the environment turns 'auto' off.",
      valueName: "when"))
  package var color: Terminal.ColorChoice = .auto

  package init() {}

  /// The format to write: the option, then `JOBS_OUTPUT`, then what standard output is.
  ///
  /// - Throws: a usage failure for a format that these results have no form in.
  package func format(_ environment: [String: String]) throws(Failure) -> OutputFormat {
    var format = output?.format ?? .auto
    if output == nil, let text = environment["JOBS_OUTPUT"], !text.isEmpty {
      guard let known = OutputFormat(rawValue: text) else {
        throw .usage(
          "JOBS_OUTPUT is '\(Terminal.visible(text))'",
          hint: "known are \(FormatChoice<Forms>.allValueStrings.joined(separator: ", "))")
      }
      format = known
    }
    if format == .auto { format = isatty(STDOUT_FILENO) == 1 ? .human : .ndjson }
    guard Forms.formats.contains(format) else { throw Forms.refusal(of: format) }
    return format
  }

  package func terminal(_ descriptor: Int32, _ environment: [String: String]) -> Terminal {
    Terminal.describing(descriptor, color: color, environment: environment)
  }

  /// A line of progress on standard error; nil where nobody wants one, and where records go to the terminal meanwhile.
  package func progress(_ environment: [String: String]) throws(Failure) -> Progress? {
    guard !quiet else { return nil }
    if try format(environment) == .ndjson, isatty(STDOUT_FILENO) == 1 { return nil }
    return Progress(STDERR_FILENO, terminal(STDERR_FILENO, environment))
  }
}

/// The formats of results; `OutputForms` tells which a verb takes.
package enum OutputFormat: String, Sendable {
  case auto, human, ndjson, json, csv, markdown, html, sarif, github, junit, focus, ocsf
}

extension Terminal.ColorChoice: ExpressibleByArgument {}
