package import ArgumentParser

/// A format as it is typed. Any of the suite is read, so that one in which a verb's results have no form is refused for that.
package struct FormatChoice<Forms: OutputForms>: ExpressibleByArgument, Sendable {
  package var format: OutputFormat

  package init(_ format: OutputFormat) { self.format = format }

  package init?(argument: String) {
    guard let format = OutputFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  package static var allValueStrings: [String] { ([.auto] + Forms.formats).map(\.rawValue) }

  package static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
