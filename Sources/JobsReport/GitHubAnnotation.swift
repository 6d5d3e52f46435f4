/// One annotation of GitHub Actions: a workflow command beside a line of a file, or beside none.
package struct GitHubAnnotation: Sendable {
  package enum Level: String, Sendable {
    case error, warning, notice
  }

  package var level: Level
  package var title: String
  package var message: String
  package var file: String?
  /// 1-based.
  package var line: Int?

  package init(_ level: Level, title: String, message: String, file: String? = nil, line: Int? = nil) {
    self.level = level
    self.title = title
    self.message = message
    self.file = file
    self.line = line
  }

  /// The command, with its line break.
  package var text: String {
    var properties: [String] = []
    if let file { properties.append("file=\(GitHubReport.property(file))") }
    if file != nil, let line { properties.append("line=\(line)") }
    properties.append("title=\(GitHubReport.property(title))")
    return "::\(level.rawValue) \(properties.joined(separator: ","))::\(GitHubReport.data(message))\n"
  }
}
