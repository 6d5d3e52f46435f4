package import JobsCore

/// Annotations as workflow commands of GitHub Actions: `::error file=…,line=…::message`.
package struct GitHubReport {
  /// GitHub shows no more annotations of a level for one step; the rest stays in the log.
  package static let shownLimit = 10

  package init() {}

  /// Every diagnostic as a command, errors first, and a line of summary.
  package func bytes(_ diagnostics: [Diagnostic], _ counts: ReportCounts) -> [UInt8] {
    var text: [UInt8] = []
    let sorted = diagnostics.sorted(by: Diagnostic.inSourceOrder)
    var hidden: [String] = []
    for severity in Diagnostic.Severity.allCases.sorted(by: >) {
      let group = sorted.filter { $0.severity == severity }
      for diagnostic in group { text += command(diagnostic).utf8 }
      if group.count > Self.shownLimit {
        hidden.append("\(group.count - Self.shownLimit) of \(group.count) \(severity.rawValue)s")
      }
    }
    text += "\(counts.summary)\n".utf8
    if !hidden.isEmpty {
      let list = hidden.joined(separator: ", ")
      text += "only in this log, since GitHub shows \(Self.shownLimit) of a kind: \(list)\n".utf8
    }
    return text
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location
    var properties = "file=\(Self.property(place.file)),line=\(place.line),endLine=\(max(place.endLine, place.line))"
    // Columns hold only within one line.
    if place.endLine <= place.line {
      properties += ",col=\(place.column),endColumn=\(max(place.endColumn, place.column))"
    }
    properties += ",title=\(Self.property(diagnostic.code))"
    var message = diagnostic.message
    if !diagnostic.environments.isEmpty { message += " (\(diagnostic.environments.joined(separator: ", ")))" }
    if let hint = diagnostic.hint { message += "\nhelp: \(hint)" }
    let name =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    return "::\(name) \(properties)::\(Self.data(message))\n"
  }

  /// The message of a command, as `@actions/core` escapes it.
  static func data(_ text: String) -> String {
    escaped(text) { scalar in scalar == "%" || scalar == "\r" || scalar == "\n" }
  }

  /// The value of a property, where the colon and the comma mean something too.
  static func property(_ text: String) -> String {
    escaped(text) { scalar in scalar == "%" || scalar == "\r" || scalar == "\n" || scalar == ":" || scalar == "," }
  }

  private static func escaped(_ text: String, where isSpecial: (UnicodeScalar) -> Bool) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      if isSpecial(scalar) {
        safe += "%\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16, uppercase: true))"
      } else {
        safe += Terminal.visible(String(scalar))
      }
    }
    return safe
  }
}
