import JobsCore
import JobsManifest
import JobsReport

/// The reference page of a rule, as `explain` prints it.
struct RulePage {
  private let info: RuleInfo
  private let terminal: Terminal

  init(_ info: RuleInfo, _ terminal: Terminal) {
    self.info = info
    self.terminal = terminal
  }

  var text: String {
    var text = "\(terminal.styled("\(info.code) \(info.name)", .bold)): \(info.summary)\n"
    text += "\(info.severity.rawValue), \(info.group.title)"
    switch info.fix {
    case .none: break
    case .safe: text += ", mended by --fix"
    case .unsafe: text += ", mended by --fix --unsafe-fixes"
    }
    text += "\n\n\(terminal.prose(info.page))"
    if let bad = info.bad { text += example("Reported", bad) }
    if let good = info.good { text += example("Write instead", good) }
    if let source = info.source { text += "\n" + terminal.prose(source, after: "Source: ") }
    text += "\nTo accept one finding: '# jobs-validate: ignore \(info.code) REASON' on its line or the line above.\n"
    return text
  }

  /// An example, indented, with its marked place underlined.
  private func example(_ title: String, _ example: RuleInfo.Example) -> String {
    var text = "\n\(terminal.styled(title, .bold)) (\(example.file)):\n\n"
    for line in example.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let plain = line.filter { $0 != "⟦" && $0 != "⟧" }
      text += plain.isEmpty ? "\n" : "    \(Terminal.visible(String(plain)))\n"
      guard let open = line.firstIndex(of: "⟦") else { continue }
      let before = line[..<open].count
      let inside = line[line.index(after: open)...].prefix { $0 != "⟧" }.count
      text +=
        "    \(String(repeating: " ", count: before))\(terminal.styled(String(repeating: "^", count: max(1, inside)), .red))\n"
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }
}
