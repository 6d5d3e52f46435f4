/// A place in a file. Lines and columns are 1-based; columns count Unicode scalars, and the end is exclusive.
package struct Location: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int

  package init(file: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.file = file
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }

  /// The place of a whole file.
  package static func start(of file: String) -> Location {
    Location(file: file, line: 1, column: 1, endLine: 1, endColumn: 1)
  }

  /// `file:line:column`, as compilers print it.
  package var short: String { "\(file):\(line):\(column)" }
}
