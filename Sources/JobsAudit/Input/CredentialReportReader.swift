import JobsCore

/// Reads AWS's credential report: the CSV itself, or the answer of `aws iam get-credential-report`, which holds it.
enum CredentialReportReader {
  /// What a report begins with.
  static let mark = "user,arn,user_creation_time,"
  /// Bytes of a report: 5,000 users, which is AWS's limit, take about 2 MiB.
  static let limit = 64 << 20

  /// Whether an object is the answer of the API.
  static func recognises(_ tree: Tree) -> Bool {
    tree.value(Tree.root, "ReportFormat").map { tree.equals($0, "text/csv") } == true
  }

  /// The rows of an answer of the API, all at the place of the answer.
  static func rows(_ value: ValueReader.Value, file: String) throws(ShapeError) -> [CredentialRow] {
    let fields = try ObjectFields(value.tree, "the answer")
    guard let bytes = Base64.decode(try fields.required("Content")) else {
      throw fields.fail("'Content' of the answer is no base64")
    }
    let place = Location(
      file: file, line: value.line, column: value.column, endLine: value.line, endColumn: value.column)
    do throws(CSVReader.Fault) {
      return try rows(bytes) { _ in place }
    } catch {
      throw fields.fail("'Content', line \(error.line): \(error.message)")
    }
  }

  /// The rows of a report.
  ///
  /// - Throws: the fault with its line, for a column that is missing or a value that is not known.
  static func rows(_ bytes: [UInt8], place: (Int) -> Location) throws(CSVReader.Fault) -> [CredentialRow] {
    var reader = CSVReader(bytes)
    guard let head = try reader.next() else { throw CSVReader.Fault(line: 1, message: "the report is empty") }
    var columns: [String: Int] = [:]
    for (index, name) in head.fields.enumerated() { columns[name] = index }
    for name in needed where columns[name] == nil {
      throw CSVReader.Fault(line: head.line, message: "the report has no column '\(name)'")
    }
    var rows: [CredentialRow] = []
    while let row = try reader.next() {
      guard row.fields.count == head.fields.count else {
        throw CSVReader.Fault(
          line: row.line, message: "a row has \(row.fields.count) fields, and the head has \(head.fields.count)")
      }
      rows.append(try read(RowFields(row: row, columns: columns), at: place(row.line)))
    }
    // Root always has a row.
    guard !rows.isEmpty else { throw CSVReader.Fault(line: head.line, message: "the report has no rows") }
    return rows
  }

  private static let needed = [
    "user", "arn", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed",
    "mfa_active",
    "access_key_1_active", "access_key_1_last_rotated", "access_key_1_last_used_date", "access_key_2_active",
    "access_key_2_last_rotated", "access_key_2_last_used_date",
  ]

  private struct RowFields {
    let row: CSVReader.Row
    let columns: [String: Int]

    func text(_ column: String) -> String { row.fields[columns[column] ?? 0] }

    /// nil for what AWS does not say of root.
    func flag(_ column: String) throws(CSVReader.Fault) -> Bool? {
      switch text(column).lowercased() {
      case "true": true
      case "false": false
      case "not_supported", "n/a", "": nil
      default: throw fault(column, "neither true nor false")
      }
    }

    func time(_ column: String) throws(CSVReader.Fault) -> Instant? {
      let text = text(column)
      if ["N/A", "no_information", "not_supported", ""].contains(text) { return nil }
      guard let time = Instant(rfc3339: text) else { throw fault(column, "not a time") }
      return time
    }

    private func fault(_ column: String, _ words: String) -> CSVReader.Fault {
      CSVReader.Fault(
        line: row.line, message: "'\(column)' is '\(Terminal.visible(String(text(column).prefix(60))))', \(words)")
    }
  }

  private static func read(_ fields: RowFields, at place: Location) throws(CSVReader.Fault) -> CredentialRow {
    var keys: [CredentialRow.Key] = []
    for number in 1...2 where try fields.flag("access_key_\(number)_active") == true {
      keys.append(
        CredentialRow.Key(
          number: number, rotated: try fields.time("access_key_\(number)_last_rotated"),
          lastUsed: try fields.time("access_key_\(number)_last_used_date")))
    }
    return CredentialRow(
      user: fields.text("user"), arn: fields.text("arn"), created: try fields.time("user_creation_time"),
      hasPassword: try fields.flag("password_enabled"), passwordLastUsed: try fields.time("password_last_used"),
      passwordChanged: try fields.time("password_last_changed"), hasMFA: try fields.flag("mfa_active") ?? false,
      keys: keys, location: place)
  }
}
