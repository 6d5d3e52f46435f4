import JobsAudit
import JobsCore
import JobsReport

/// What identities need, in words.
enum NeedWords {
  static func text(_ needs: [JudgedNeed], _ terminal: Terminal) -> String {
    var text = ""
    var last = ""
    for judged in needs {
      let need = judged.need
      let name = name(need)
      if name != last {
        text += "\(text.isEmpty ? "" : "\n")\(Terminal.visible(name))\n"
        last = name
      }
      let word = need.purpose == .used ? "used" : judged.state.rawValue
      let padding = String(repeating: " ", count: max(0, 8 - word.utf8.count))
      let style: Terminal.Style = judged.state == .missing ? .red : judged.state == .has ? .green : .yellow
      let on = need.resource.isEmpty ? "" : " on \(need.resource)"
      let under = need.conditions.map { ", \($0.key) \($0.value)" }.joined()
      text +=
        "  \(terminal.styled(word, style))\(padding)  \(Terminal.visible(need.grants.joined(separator: ", ") + on + under))\n"
      text += "            \(Terminal.visible(reason(judged)))\n"
      // Enough for a custom role.
      if need.permissions.count > 1 {
        text += "            \(Terminal.visible(need.permissions.joined(separator: ", ")))\n"
      }
    }
    return text.isEmpty ? "" : text + "\n"
  }

  static func markdown(_ needs: [JudgedNeed]) -> String {
    var table = MarkdownTable([.init("Identity"), .init("State"), .init("Needs"), .init("On"), .init("Why")])
    for judged in needs {
      let need = judged.need
      table.add([
        name(need), need.purpose == .used ? "used" : judged.state.rawValue, need.grants.joined(separator: ", "),
        need.resource, reason(judged),
      ])
    }
    return table.isEmpty ? "" : "### What jobs need\n\n\(table.text)\n"
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
