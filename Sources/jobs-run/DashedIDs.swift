import ArgumentParser
import JobsCore

/// Words such as `-/prod/report`, which the parser of arguments takes for options: the id of a job without a tenant.
///
/// To stand before the arguments of a verb, since their lack is reported otherwise.
struct DashedIDs: ParsableArguments {
  func validate() throws {
    guard let word = CommandLine.arguments.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("-/") }) else {
      return
    }
    let shown = Terminal.visible(word)
    throw ValidationError("'\(shown)' looks like an option; write an id that begins with '-' last, as in '-- \(shown)'")
  }
}
