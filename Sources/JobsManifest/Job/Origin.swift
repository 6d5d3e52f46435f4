/// Where a job was read.
package struct Origin: Sendable, Hashable {
  package var file: String
  /// 1-based.
  package var line: Int
  package var column: Int
  package var format: String
  /// The commit that the file is unchanged from.
  package var commit: String?

  package init(file: String, line: Int, column: Int, format: String, commit: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.format = format
    self.commit = commit
  }
}
