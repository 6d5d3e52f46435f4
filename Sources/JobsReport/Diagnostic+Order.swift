package import JobsCore

extension Diagnostic {
  /// The order of every report: file, line, column, code and message, text compared by its bytes.
  package static func inSourceOrder(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if !a.location.file.hasBytes(of: b.location.file) { return a.location.file.precedesByBytes(b.location.file) }
    if a.location.line != b.location.line { return a.location.line < b.location.line }
    if a.location.column != b.location.column { return a.location.column < b.location.column }
    if !a.code.hasBytes(of: b.code) { return a.code.precedesByBytes(b.code) }
    return a.message.precedesByBytes(b.message)
  }
}

extension String {
  /// Whether the text comes before another by its UTF-8 bytes, in every locale.
  package func precedesByBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

  /// Whether two texts are the same bytes; `==` takes composed and decomposed letters for equal.
  fileprivate func hasBytes(of other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
