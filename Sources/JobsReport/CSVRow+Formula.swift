extension CSVRow {
  /// A text that a spreadsheet does not take for a formula (CWE-1236): one that begins as a formula does gets an
  /// apostrophe, by which spreadsheets know text.
  package static func plain(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    return "'\(text)"
  }
}
