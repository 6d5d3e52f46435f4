import Glibc
import JobsCore

/// `# jobs-validate: ignore CODE reason`, at the end of the line it is for or alone on the line above.
struct IgnoreComments {
  struct Comment {
    /// The 1-based line whose findings it takes away.
    var line: Int
    var code: String
    var hasReason: Bool
    /// Bytes of the comment.
    var range: Range<Int>
  }

  private(set) var comments: [Comment] = []

  private static let mark = Array("jobs-validate: ignore".utf8)

  init(_ source: SourceText) {
    let bytes = source.bytes
    var from = 0
    while let at = bytes.firstOffset(of: Self.mark, from: from) {
      from = at + Self.mark.count
      var lineStart = at
      while lineStart > 0, bytes[lineStart - 1] != 10 { lineStart -= 1 }
      guard let hash = bytes[lineStart..<at].lastIndex(of: UInt8(ascii: "#")),
        bytes[hash + 1..<at].allSatisfy({ $0 == 32 || $0 == 9 })
      else { continue }
      var end = at
      while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      let words = String(decoding: bytes[from..<end], as: UTF8.self).split(separator: " ")
      let isAlone = bytes[lineStart..<hash].allSatisfy { $0 == 32 || $0 == 9 }
      let line = source.lines.position(of: at).line + (isAlone ? 1 : 0)
      comments.append(
        Comment(line: line, code: words.first.map(String.init) ?? "", hasReason: words.count > 1, range: hash..<end))
    }
  }

  /// Whether a comment takes the finding away.
  func covers(_ diagnostic: Diagnostic) -> Bool {
    comments.contains { $0.line == diagnostic.location.line && $0.code == diagnostic.code && $0.hasReason }
  }
}
