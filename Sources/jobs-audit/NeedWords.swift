import JobsAudit
import JobsCore
import JobsReport

/// What identities need, in words.
enum NeedWords {
  static func text(_ needs: [JudgedNeed], _ terminal: Terminal) -> String {
    var text = ""
    var last: AccessNeed?
    for judged in needs {
      let need = judged.need
      if last.map(name) != name(need) {
        if let last { text += naming(last, terminal) + "\n" }
        text += "\(Terminal.visible(name(need)))\n"
      }
      last = need
      let word = state(judged)
      let padding = String(repeating: " ", count: max(0, 8 - word.utf8.count))
      let style: Terminal.Style = judged.state == .missing ? .red : judged.state == .has ? .green : .yellow
      let right = Terminal.visible(need.grants.joined(separator: ", ") + place(need))
      text += terminal.prose(right, after: "  \(terminal.styled(word, style))\(padding)  ", hanging: 14)
      text += terminal.prose(Terminal.visible(reason(judged)), after: "            ", hanging: 14)
      // Enough for a custom role.
      if need.permissions.count > 1 {
        let permissions = Terminal.visible(need.permissions.joined(separator: ", "))
        text += terminal.prose(permissions, after: "            ")
      }
    }
    guard let last else { return "" }
    return text + naming(last, terminal) + "\n"
  }

  /// How whoever has no name is given one.
  private static func naming(_ need: AccessNeed, _ terminal: Terminal) -> String {
    guard need.identity.isEmpty else { return "" }
    switch need.purpose {
    case .deployer:
      return terminal.prose("say who that is by --deployer to see what they have of it", after: "  hint: ")
    case .operating:
      return terminal.prose("say who that is by --operator to see what they have of it", after: "  hint: ")
    case .execution, .runtime, .invoker, .used: return ""
    }
  }

  /// A need in words, for a table.
  struct Row {
    var state: String
    /// What is granted, on what, and under which conditions.
    var right: String
    var reason: String
  }

  /// Needs that stand behind each other and are of one identity together.
  static func byIdentity(_ needs: [JudgedNeed]) -> [(name: String, rows: [Row])] {
    var found: [(name: String, rows: [Row])] = []
    for judged in needs {
      let need = judged.need
      let row = Row(
        state: state(judged), right: need.grants.joined(separator: ", ") + place(need), reason: reason(judged))
      if found.last?.name == name(need) {
        found[found.count - 1].rows.append(row)
      } else {
        found.append((name(need), [row]))
      }
    }
    return found
  }

  static func markdown(_ needs: [JudgedNeed]) -> String {
    var table = MarkdownTable([.init("Identity"), .init("State"), .init("Needs"), .init("Why")])
    for one in byIdentity(needs) { for row in one.rows { table.add([one.name, row.state, row.right, row.reason]) } }
    return table.isEmpty ? "" : "### What jobs need\n\n\(table.text)\n"
  }

  private static func state(_ judged: JudgedNeed) -> String {
    judged.need.purpose == .used ? "used" : judged.state.rawValue
  }

  private static func place(_ need: AccessNeed) -> String {
    (need.resource.isEmpty ? "" : " on \(need.resource)") + need.conditions.map { ", \($0.key) \($0.value)" }.joined()
  }

  private static func name(_ need: AccessNeed) -> String {
    guard need.identity.isEmpty else { return need.identity }
    switch need.purpose {
    case .deployer: return "whoever deploys to \(need.permissions.isEmpty ? "AWS" : "Google Cloud")"
    case .operating: return "whoever starts runs by hand"
    case .execution: return "the execution role"
    case .runtime, .invoker, .used: return "nobody by name"
    }
  }

  private static func reason(_ judged: JudgedNeed) -> String {
    let by = judged.by.map(\.words).joined(separator: "; ")
    let missing = judged.missing.map { "not known: \($0)" }
    let jobs = judged.need.jobs.joined(separator: ", ")
    return (["\(judged.need.why) (\(jobs))"] + (by.isEmpty ? [] : ["by \(by)"]) + missing).joined(separator: "; ")
  }
}
