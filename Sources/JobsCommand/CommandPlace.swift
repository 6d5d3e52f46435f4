import ArgumentParser
import JobsManifest

/// Which command of a tool a command line is for, as far as its verbs say.
struct CommandPlace {
  /// The tool and its verbs, as they are typed: `jobs-run dlq show`.
  let words: String
  /// The word that stands where a verb has to, and is none.
  let unknownVerb: String?
  private let verbs: [String]

  /// - Parameter arguments: without the name of the tool.
  init(_ root: any ParsableCommand.Type, _ arguments: [String]) {
    var command = root
    var path = [root.configuration.commandName ?? "jobs"]
    var rest = arguments[...]
    while let word = rest.first, let next = command.configuration.subcommands.first(where: { Self.name($0) == word }) {
      command = next
      path.append(word)
      rest = rest.dropFirst()
    }
    words = path.joined(separator: " ")
    verbs = command.configuration.subcommands.compactMap(Self.name)
    let isOpen = verbs.isEmpty || command.configuration.defaultSubcommand != nil
    unknownVerb = isOpen ? nil : rest.first.flatMap { $0.hasPrefix("-") || $0 == "help" ? nil : $0 }
  }

  /// What to write in place of a word that is no verb.
  func verbHint(_ word: String) -> String {
    if let near = Spelling.nearest(word, of: verbs) { return "did you mean '\(words) \(near)'?" }
    return "'\(words) --help' lists the verbs"
  }

  private static func name(_ command: any ParsableCommand.Type) -> String? { command.configuration.commandName }
}
