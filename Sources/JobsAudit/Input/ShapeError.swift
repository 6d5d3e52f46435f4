/// Why an input, or a part of it, is not what it ought to be: it is then not read at all, so that nothing is judged on half of
/// what it says.
package struct ShapeError: Error, Hashable, Sendable {
  /// The 0-based byte at fault, in the value that was being read.
  package var offset: Int
  /// What stands there, with a small first letter.
  package var message: String

  package init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
