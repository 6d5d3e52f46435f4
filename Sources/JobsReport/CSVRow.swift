/// A row of comma-separated values (RFC 4180): fields are quoted where they have to be, and end with CR LF.
///
/// A field without a value is nothing at all; an empty text is `""`, so that both stay apart.
package struct CSVRow {
  /// - Parameter fields: nil for no value.
  package static func text(_ fields: [String?]) -> String {
    // A row of one field without a value would be an empty line, which readers pass over.
    if fields == [nil] { return "\"\"\r\n" }
    return fields.map { $0.map(field) ?? "" }.joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let isPlain = !text.isEmpty && !text.utf8.contains { [44, 34, 13, 10].contains($0) }
    guard !isPlain else { return text }
    return "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
