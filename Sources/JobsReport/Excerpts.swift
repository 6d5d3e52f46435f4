package import JobsCore

/// Source text for reports, with secrets masked on the way out.
///
/// Reports see a file's lines only through here, so that what is masked cannot be printed by any of them.
package final class Excerpts {
  private let source: (String) -> LineIndex?
  private var masks: [String: [Range<Int>]]
  private var last: (file: String, index: LineIndex?)?
  private var lastHashes: (file: String, hashes: [String])?

  /// - Parameters:
  ///   - masks: for each file the byte ranges that are shown as `***`.
  ///   - source: the lines of a file, nil where there is no text to show; asked again only when the file changes.
  package init(masks: [String: [Range<Int>]] = [:], source: @escaping (_ file: String) -> LineIndex?) {
    self.source = source
    self.masks = masks
  }

  /// No source text at all.
  package static var none: Excerpts { Excerpts { _ in nil } }

  /// Shows more byte ranges of a file as `***`.
  package func mask(_ ranges: [Range<Int>], of file: String) {
    masks[file, default: []] += ranges
    lastHashes = nil
  }

  func index(of file: String) -> LineIndex? {
    if let last, last.file == file { return last.index }
    let index = source(file)
    last = (file, index)
    return index
  }

  /// A 1-based line as far as it lies near a column; nil where the file or the line is unknown.
  func line(_ line: Int, of file: String, near column: Int) -> ExcerptLine? {
    guard let index = index(of: file), line >= 1, line <= index.lineCount else { return nil }
    return ExcerptLine(index.bytes(ofLine: line), masks: masks[file] ?? [], near: column)
  }

  /// A 1-based line from its first column to its last.
  func wholeLine(_ line: Int, of file: String) -> ExcerptLine? {
    guard let index = index(of: file), line >= 1, line <= index.lineCount else { return nil }
    return ExcerptLine(index.bytes(ofLine: line), masks: masks[file] ?? [], near: 1, reach: .max)
  }

  /// GitHub's fingerprint for each line of a file, taken over the masked text; empty where there is none.
  func lineHashes(of file: String) -> [String] {
    if let lastHashes, lastHashes.file == file { return lastHashes.hashes }
    guard let index = index(of: file) else { return [] }
    let hidden = masks[file] ?? []
    let hashes = LineHashes.all(
      (1...index.lineCount).lazy.map { number in
        let bytes = index.bytes(ofLine: number)
        guard hidden.contains(where: { $0.overlaps(bytes.startIndex..<bytes.endIndex) }) else { return bytes }
        var masked = bytes
        for range in hidden {
          for at in range.clamped(to: bytes.startIndex..<bytes.endIndex) { masked[at] = UInt8(ascii: "*") }
        }
        return masked
      })
    lastHashes = (file, hashes)
    return hashes
  }
}
