import JobsCore

/// The bytes of files of which findings show lines, as they were when they were checked.
final class SourceTexts {
  private var kept: [String: [UInt8]] = [:]
  private var withheld: Set<String> = []

  func keep(_ bytes: [UInt8], of file: String) { kept[file] = bytes }

  /// Shows no lines of files as they are on disk: nobody looked there for secrets to mask.
  func withhold(_ files: Set<String>) { withheld.formUnion(files) }

  /// The lines of a file: those that were read, of another as it is on disk; nil where it cannot be read or is over 1 MiB.
  func lines(of file: String) -> LineIndex? {
    if let known = kept[file] { return LineIndex(known) }
    if withheld.contains(file) { return nil }
    return (try? FileBytes.read(file, limit: 1 << 20)).map { LineIndex($0) }
  }
}
