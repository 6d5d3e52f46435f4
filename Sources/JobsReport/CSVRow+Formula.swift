extension CSVRow {
  /// A text that a spreadsheet does not take for a formula (CWE-1236): one that begins as a formula does gets an
  /// apostrophe, by which spreadsheets know text. So does what follows a semicolon or a tab, since spreadsheets of some languages
  /// begin a cell there, within quotes too.
  package static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: isOperator) else { return text }
    var safe = ""
    var beginsCell = true
    for scalar in text.unicodeScalars {
      if beginsCell, scalar.isASCII, isOperator(UInt8(scalar.value)) { safe += "'" }
      safe.unicodeScalars.append(scalar)
      beginsCell = scalar == ";" || scalar == "\t"
    }
    return safe
  }

  private static func isOperator(_ byte: UInt8) -> Bool { "=+-@\t\r".utf8.contains(byte) }
}
