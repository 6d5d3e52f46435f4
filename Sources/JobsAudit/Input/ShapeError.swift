import JobsCore

/// Why an input, or a part of it, is not what it ought to be: it is then not read at all, so that nothing is judged on half of
/// what it says.
package struct ShapeError: Error, Hashable, Sendable {
  /// The 0-based byte at fault, in the value that was being read.
  package var offset: Int
  /// What stands there, with a small first letter.
  package var message: String
  /// Within what the fault lies, such as `a policy`, where what holds that is as it ought to be, and so is what else it holds; nil
  /// where it is a fault of the whole.
  package var part: String?

  package init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  /// The same, of a part of what was read.
  func within(_ part: String) -> ShapeError {
    var error = self
    error.part = part
    return error
  }
}

extension ValueReader.Value {
  /// Why a file cannot be used, with the place in it.
  ///
  /// - Parameters:
  ///   - role: as what it was to be read, such as `a log`; nil where it might have been anything.
  ///   - hint: what can be given instead.
  func failure(_ error: ShapeError, in file: String, as role: String? = nil, hint: String)
    -> Failure
  {
    let (line, column) = position(of: error)
    let words = role.map { " as \($0)" } ?? ""
    return .usage(
      "cannot use '\(Terminal.visible(file))'\(words): line \(line), column \(column): \(error.message)", hint: hint)
  }

  /// The 1-based place of an error.
  func position(of error: ShapeError) -> (line: Int, column: Int) {
    var counter = PlaceCounter(tree.source, line: line, column: column)
    return counter.position(of: error.offset)
  }
}
