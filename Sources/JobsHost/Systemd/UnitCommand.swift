import JobsCore
import JobsDeploy

/// A line of `ExecStart=` as an argument vector (systemd.service(5), command lines, of version 252).
enum UnitCommand {
  static func read(_ line: String, _ specifiers: UnitSpecifiers) -> Result<[String], ExpansionRefusal> {
    func refuse(_ reason: String, _ hint: String) -> Result<[String], ExpansionRefusal> {
      .failure(ExpansionRefusal("'ExecStart' of its service \(reason)", hint: hint))
    }
    guard let words = UnitWords(line)?.words, var program = words.first?.text else {
      return refuse("has an open quote or an unknown escape", "'systemd-analyze verify' says more")
    }
    if words.contains(where: { $0.isBare && $0.text == ";" }) {
      return refuse("starts several commands, one after the other", "write them into one script, and start that")
    }
    var isVerbatim = false
    while let mark = program.utf8.first, let meaning = marks[mark] {
      guard meaning.isEmpty else {
        return refuse("begins with '\(UnicodeScalar(mark))', which \(meaning)", "take it away, and say so in a script")
      }
      isVerbatim = true
      program.removeFirst()
    }
    var argv: [String] = []
    for text in [program] + words.dropFirst().map(\.text) {
      guard let known = specifiers.resolved(text) else {
        return refuse("has '\(text)', in which systemd puts what it alone knows", "write out what '%' stands for")
      }
      // The program itself is no place for a variable.
      guard let plain = isVerbatim || argv.isEmpty ? known : withoutVariables(known) else {
        return refuse(
          "has '\(known)', in which systemd puts a variable",
          "have a shell put it in: /bin/sh -c '…', with '$$' for each '$'")
      }
      argv.append(plain)
    }
    return .success(argv)
  }

  /// What characters in front of a program mean; void for the one that only keeps `$` as it is.
  private static let marks: [UInt8: String] = [
    UInt8(ascii: ":"): "", UInt8(ascii: "-"): "takes a failure for a success",
    UInt8(ascii: "@"): "gives the program another name", UInt8(ascii: "+"): "runs it with all rights",
    UInt8(ascii: "!"): "runs it with more rights", UInt8(ascii: "|"): "runs it by the user's shell",
  ]

  /// A text with `$` for `$$`; nil where a variable stands in it: `${NAME}`, or `$NAME` as a whole word.
  private static func withoutVariables(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var out: [UInt8] = []
    var rest = text.utf8[...]
    let isWord = rest.first == UInt8(ascii: "$")
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$") else {
        out.append(byte)
        continue
      }
      switch rest.first {
      case UInt8(ascii: "$"): rest.removeFirst()
      case UInt8(ascii: "{"): return nil
      case _ where isWord && out.isEmpty: return nil
      default: break
      }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
