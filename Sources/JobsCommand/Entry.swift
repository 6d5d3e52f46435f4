package import ArgumentParser
import Glibc
package import JobsCore
import JobsReport

/// The one way into every tool: arguments, failures and signals become exit statuses here and nowhere else.
package enum Entry {
  /// Runs a tool's command and ends the process with its status.
  ///
  /// SIGPIPE is ignored: a reader that goes away is a quiet end, seen as EPIPE where something is written.
  package static func run(_ root: any ParsableCommand.Type) async -> Never {
    // With a closed standard stream the first file that is opened would take its place.
    StandardStreams.fill()
    signal(SIGPIPE, SIG_IGN)
    let tool = root.configuration.commandName ?? "jobs"
    let status: ExitStatus
    do {
      var command = try root.parseAsRoot()
      if var waiting = command as? any WaitingCommand {
        try await waiting.perform()
      } else if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      status = .done
    } catch {
      status = report(error, root, tool)
    }
    exit(status.rawValue)
  }

  /// Says what went wrong and gives the status for it.
  private static func report(_ error: any Error, _ root: any ParsableCommand.Type, _ tool: String) -> ExitStatus {
    if let ended = error as? EndedWith { return ended.status }
    if let failure = error as? Failure {
      say(tool, failure.message, hint: failure.hint)
      return failure.exitStatus
    }
    if root.exitCode(for: error).isSuccess {
      // Help, version and completions are results.
      print(root.fullMessage(for: error))
      return .done
    }
    let place = CommandPlace(root, Array(CommandLine.arguments.dropFirst()))
    if let verb = place.unknownVerb {
      say(tool, "there is no verb '\(Terminal.visible(verb))'", hint: place.verbHint(verb))
      return .usage
    }
    let parts = sentence(words(root.message(for: error))).split(separator: choices, maxSplits: 1)
    let help = "'\(place.words) --help' shows the options and examples"
    say(tool, parts.first.map(String.init) ?? "wrong usage", hint: parts.count > 1 ? "write one of \(parts[1])" : help)
    return .usage
  }

  /// What the argument parser puts before the values there are.
  private static let choices = ". Please provide one of "

  /// The first line of the argument parser's message, and in it the list that it announces.
  private static func words(_ message: String) -> String {
    let lines = message.split(separator: "\n")
    guard let first = lines.first else { return "wrong usage" }
    let names = lines.dropFirst().prefix { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
    return first.hasSuffix(":") && !names.isEmpty ? "\(first) \(names.joined(separator: ", "))" : String(first)
  }

  /// A message of the argument parser in the manner of ours.
  private static func sentence(_ words: String) -> String {
    var text = words
    if text.hasPrefix("Error: ") { text.removeFirst(7) }
    if text.hasSuffix(".") { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Writes an error and its hint to standard error.
  package static func say(_ tool: String, _ message: String, level: String = "error", hint: String? = nil) {
    let terminal = Terminal.describing(STDERR_FILENO, color: .never, environment: processEnvironment())
    var text = terminal.prose(message, after: "\(tool): \(level): ", hanging: 2)
    if let hint { text += terminal.prose(hint, after: "hint: ") }
    _ = FileBytes.writeAll(STDERR_FILENO, Array(text.utf8))
  }
}

/// Thrown by a command that is done and ends with another status than 0; everything was said already.
package struct EndedWith: Error {
  package let status: ExitStatus

  package init(_ status: ExitStatus) { self.status = status }

  /// Throws unless the status is 0.
  package static func check(_ status: ExitStatus) throws(EndedWith) {
    if status != .done { throw EndedWith(status) }
  }
}
