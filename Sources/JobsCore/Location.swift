/// A place in a file. Lines and columns are 1-based; columns count Unicode scalars, and the end is exclusive.
package struct Location: Hashable, Sendable {
  package var file: String
  // In half the room of `Int`: reports have a place for each job.
  private var startLine: UInt32
  private var startColumn: UInt32
  private var lastLine: UInt32
  private var lastColumn: UInt32

  package init(file: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.file = file
    startLine = UInt32(clamping: line)
    startColumn = UInt32(clamping: column)
    lastLine = UInt32(clamping: endLine)
    lastColumn = UInt32(clamping: endColumn)
  }

  package var line: Int {
    get { Int(startLine) }
    set { startLine = UInt32(clamping: newValue) }
  }

  package var column: Int {
    get { Int(startColumn) }
    set { startColumn = UInt32(clamping: newValue) }
  }

  package var endLine: Int {
    get { Int(lastLine) }
    set { lastLine = UInt32(clamping: newValue) }
  }

  package var endColumn: Int {
    get { Int(lastColumn) }
    set { lastColumn = UInt32(clamping: newValue) }
  }

  /// The place of a whole file.
  package static func start(of file: String) -> Location {
    Location(file: file, line: 1, column: 1, endLine: 1, endColumn: 1)
  }

  /// `file:line:column`, as compilers print it.
  package var short: String { "\(file):\(line):\(column)" }
}
