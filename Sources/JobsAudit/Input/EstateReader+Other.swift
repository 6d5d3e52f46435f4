import JobsCore

extension EstateReader {
  /// Reads a file that is no JSON: a credential report, or manifests of Config Connector.
  ///
  /// - Returns: false where it is neither, and nothing was read.
  func readOther(_ reader: inout ValueReader, _ file: String, _ estate: inout Estate) throws(Failure) -> Bool {
    var head = try reader.peek(Self.headLength)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    if head.starts(with: CredentialReportReader.mark.utf8) {
      let bytes = try reader.rest(limit: CredentialReportReader.limit)
      do throws(CSVReader.Fault) {
        let rows = try CredentialReportReader.rows(bytes) { line in
          Location(file: file, line: line, column: 1, endLine: line, endColumn: 1)
        }
        take(rows, &estate)
      } catch {
        throw .usage(
          "cannot use '\(Terminal.visible(file))': line \(error.line): \(error.message)",
          hint: "give what 'aws iam get-credential-report' writes")
      }
      return true
    }
    guard ConnectorReader.recognises(head) else { return false }
    let bytes = try reader.rest(limit: ConnectorReader.limit)
    do throws(ConnectorReader.Fault) {
      for item in try ConnectorReader.read(bytes, file: file) { estate.add(item, file: file) }
    } catch {
      throw .usage(
        "cannot use '\(Terminal.visible(file))': line \(error.line), column \(error.column): \(error.message)",
        hint: "'jobs-audit iam --help' lists what is read")
    }
    return true
  }

  /// Bytes by which files that are no JSON are told apart.
  private static let headLength = 1 << 16
}
