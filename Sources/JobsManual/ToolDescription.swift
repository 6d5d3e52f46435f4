package import JobsCore

/// A tool's commands and arguments, as its own `--experimental-dump-help` gives them.
///
/// The dump is swift-argument-parser's `ToolInfoV0`, whose Swift types are in no product of that package.
package struct ToolDescription: Sendable {
  package var root: Command

  package struct Command: Sendable {
    package var name = ""
    /// One sentence with a full stop.
    package var abstract = ""
    package var discussion = Discussion("")
    /// The verb that is meant where none is given.
    package var defaultVerb: String?
    /// In the order of the help; `help` is everyone's and left out.
    package var verbs: [Command] = []
    /// What the help shows. `--help` and `--version` mean the same everywhere and are said once, in jobs(7).
    package var arguments: [Argument] = []
  }

  package struct Argument: Sendable {
    package enum Kind: String, Sendable { case positional, option, flag }

    package var kind = Kind.positional
    /// The names with their dashes, short ones first; none for a positional argument.
    package var names: [String] = []
    /// The word that stands for the value.
    package var value = "value"
    package var isOptional = false
    package var isRepeating = false
    /// The heading of the group in the help.
    package var group: String?
    package var abstract = ""
    package var discussion = ""
    package var defaultValue: String?
    /// The words it takes, if they are a closed set.
    package var words: [String] = []
  }

  package init(root: Command) { self.root = root }

  /// - Parameters:
  ///   - dump: what the tool wrote.
  ///   - name: where it came from, for messages.
  /// - Throws: a usage failure for anything but a dump of version 0.
  package init(dump: [UInt8], name: String) throws(Failure) {
    let hint = "write one by 'TOOL --experimental-dump-help'"
    var tree = Tree(source: dump)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<dump.count)
    } catch {
      throw .usage("cannot read the dump '\(name)': \(error.message) at byte \(error.offset)", hint: hint)
    }
    guard tree.kind(Tree.root) == .mapping, let version = tree.value(Tree.root, "serializationVersion"),
      tree.int(version) == 0, let command = tree.value(Tree.root, "command")
    else { throw .usage("'\(name)' is no dump of version 0", hint: hint) }
    root = DumpReader(tree: tree).command(command)
  }
}

/// Reads the parts of a dump; what is missing or of another kind keeps its default.
private struct DumpReader {
  let tree: Tree

  func command(_ node: Tree.ID) -> ToolDescription.Command {
    ToolDescription.Command(
      name: text(node, "commandName") ?? "", abstract: text(node, "abstract") ?? "",
      discussion: Discussion(text(node, "discussion") ?? ""), defaultVerb: text(node, "defaultSubcommand"),
      verbs: elements(node, "subcommands").filter { isShown($0) && text($0, "commandName") != "help" }.map {
        command($0)
      },
      arguments: elements(node, "arguments").filter { isShown($0) && !isEverywhere($0) }.map { argument($0) })
  }

  private func argument(_ node: Tree.ID) -> ToolDescription.Argument {
    let names = elements(node, "names").compactMap { name -> String? in
      guard let text = text(name, "name") else { return nil }
      return (self.text(name, "kind") == "long" ? "--" : "-") + text
    }
    return ToolDescription.Argument(
      kind: text(node, "kind").flatMap { .init(rawValue: $0) } ?? .positional,
      names: names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") },
      value: text(node, "valueName") ?? "value", isOptional: flag(node, "isOptional"),
      isRepeating: flag(node, "isRepeating"), group: text(node, "sectionTitle"), abstract: text(node, "abstract") ?? "",
      discussion: text(node, "discussion") ?? "", defaultValue: text(node, "defaultValue"),
      words: elements(node, "allValues").map { tree.string($0) })
  }

  private func isEverywhere(_ node: Tree.ID) -> Bool {
    let name = tree.value(node, "preferredName").flatMap { text($0, "name") }
    return name == "help" || name == "version"
  }

  private func isShown(_ node: Tree.ID) -> Bool { flag(node, "shouldDisplay") }

  private func text(_ node: Tree.ID, _ key: StaticString) -> String? {
    guard tree.kind(node) == .mapping, let value = tree.value(node, key), tree.kind(value) == .string else {
      return nil
    }
    return tree.string(value)
  }

  private func flag(_ node: Tree.ID, _ key: StaticString) -> Bool {
    guard tree.kind(node) == .mapping, let value = tree.value(node, key) else { return false }
    return tree.bool(value) ?? false
  }

  private func elements(_ node: Tree.ID, _ key: StaticString) -> [Tree.ID] {
    guard tree.kind(node) == .mapping, let list = tree.value(node, key), tree.kind(list) == .sequence else { return [] }
    return Array(tree.children(list))
  }
}
