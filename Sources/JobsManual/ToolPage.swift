import JobsCore

/// The parts of a tool's page that follow from its argument definitions.
package enum ToolPage {
  package static func name(_ tool: ToolDescription) -> Mdoc {
    var page = Mdoc()
    page.macro("Sh", mdoc: "NAME")
    page.macro("Nm", tool.root.name)
    page.macro("Nd", summary(tool.root.abstract))
    return page
  }

  package static func synopsis(_ tool: ToolDescription) -> Mdoc {
    var page = Mdoc()
    page.macro("Sh", mdoc: "SYNOPSIS")
    for verb in leaves(of: tool) {
      page.macro("Nm", tool.root.name)
      let word = "Cm " + Mdoc.argument(verb.name)
      let isDefault = verb.name == tool.root.defaultVerb
      page.macro(isDefault ? "Op" : "Cm", mdoc: isDefault ? word : Mdoc.argument(verb.name))
      if verb.arguments.contains(where: { $0.kind != .positional }) { page.macro("Op", mdoc: "Ar option ...") }
      for argument in verb.arguments where argument.kind == .positional { page.append(operand(argument)) }
    }
    return page
  }

  package static func description(_ tool: ToolDescription) -> Mdoc {
    var page = Mdoc()
    page.macro("Sh", mdoc: "DESCRIPTION")
    page.prose(tool.root.abstract)
    page.macro("Pp")
    page.prose(tool.root.discussion.prose)
    return page
  }

  /// A subsection a verb: what it does and its arguments, by group.
  package static func commands(_ tool: ToolDescription) -> Mdoc {
    var page = Mdoc()
    page.macro("Sh", mdoc: "COMMANDS")
    for verb in leaves(of: tool) {
      page.macro("Ss", verb.name)
      page.prose(verb.abstract)
      if !verb.discussion.prose.isEmpty {
        page.macro("Pp")
        page.prose(verb.discussion.prose)
      }
      for section in verb.discussion.sections where section.title != "EXAMPLES" {
        page.macro("Pp")
        page.prose(section.title.prefix(1) + section.title.dropFirst().lowercased() + ":")
        page.prose(section.lines.joined(separator: "\n"))
      }
      for group in groups(verb.arguments) {
        if let title = group.title {
          page.macro("Pp")
          page.prose(title + ":")
        }
        page.append(ArgumentList.list(group.arguments))
      }
    }
    return page
  }

  /// The examples of the tool, then those of each verb.
  package static func examples(_ tool: ToolDescription) -> Mdoc {
    var page = Mdoc()
    page.macro("Sh", mdoc: "EXAMPLES")
    for command in [tool.root] + leaves(of: tool) {
      let lines = command.discussion.lines(of: "EXAMPLES")
      if !lines.isEmpty { page.literal(lines) }
    }
    return page
  }

  /// The table of statuses, the same for every tool.
  package static func exitTable() -> Mdoc {
    var page = Mdoc()
    page.macro("Bl", mdoc: "-tag -width 130,143x")
    for row in ExitStatus.table {
      page.macro("It", row.code)
      page.prose(row.meaning + ".")
    }
    page.macro("El")
    return page
  }

  /// The verbs; one that has verbs of its own stands there by those, as `dlq list`.
  private static func leaves(of tool: ToolDescription) -> [ToolDescription.Command] {
    tool.root.verbs.flatMap { verb in
      verb.verbs.isEmpty
        ? [verb]
        : verb.verbs.map { inner in
          var leaf = inner
          leaf.name = "\(verb.name) \(inner.name)"
          return leaf
        }
    }
  }

  /// A sentence as NAME wants it: a small first letter and no full stop.
  private static func summary(_ abstract: String) -> String {
    var words = abstract
    if words.hasSuffix(".") { words.removeLast() }
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  private static func operand(_ argument: ToolDescription.Argument) -> Mdoc {
    var page = Mdoc()
    let words = "Ar " + Mdoc.argument(argument.value) + (argument.isRepeating ? " ..." : "")
    if argument.isOptional {
      page.macro("Op", mdoc: words)
    } else {
      page.macro("Ar", mdoc: String(words.dropFirst(3)))
    }
    return page
  }

  /// Arguments by their section titles, in order; those without one come first.
  private static func groups(_ arguments: [ToolDescription.Argument]) -> [(
    title: String?, arguments: [ToolDescription.Argument]
  )] {
    var groups: [(title: String?, arguments: [ToolDescription.Argument])] = []
    for argument in arguments {
      if let index = groups.firstIndex(where: { $0.title == argument.group }) {
        groups[index].arguments.append(argument)
      } else {
        groups.append((argument.group, [argument]))
      }
    }
    return groups.filter { $0.title == nil } + groups.filter { $0.title != nil }
  }
}
