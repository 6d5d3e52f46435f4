import Glibc
import JobsCore

/// An extended regular expression of POSIX (XBD 9.4, as glibc reads it) that lines are held against, in bytes: a letter
/// beyond ASCII is several.
final class LinePattern {
  private let pattern: String
  private let flags: Int32
  private var compiled = regex_t()
  /// Bytes that were held against it since it was compiled.
  private var spent = 0

  /// - Parameter ignoresCase: of ASCII letters.
  /// - Throws: a usage failure for what is none, and for what would take more memory than it is worth.
  init(_ pattern: String, ignoresCase: Bool) throws(Failure) {
    self.pattern = pattern
    flags = REG_EXTENDED | REG_NOSUB | (ignoresCase ? REG_ICASE : 0)
    try Self.checkSize(pattern)
    let code = regcomp(&compiled, pattern, flags)
    guard code == 0 else {
      var words = [CChar](repeating: 0, count: 256)
      regerror(code, &compiled, &words, words.count)
      let text = String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw Self.unusable(pattern, text.prefix(1).lowercased() + text.dropFirst())
    }
  }

  deinit { regfree(&compiled) }

  func matches(_ line: ArraySlice<UInt8>) -> Bool {
    renew(for: line.count)
    return line.withUnsafeBytes { bytes in
      var range = regmatch_t(rm_so: 0, rm_eo: regoff_t(clamping: bytes.count))
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let start else { return regexec(&compiled, "", 0, nil, 0) == 0 }
      return regexec(&compiled, start, 1, &range, REG_STARTEND) == 0
    }
  }

  /// The states that glibc finds while it matches are kept until the expression is freed, however many they become.
  private func renew(for count: Int) {
    spent += count
    guard spent > Self.renewal else { return }
    var fresh = regex_t()
    guard regcomp(&fresh, pattern, flags) == 0 else { return }
    regfree(&compiled)
    compiled = fresh
    spent = count
  }

  /// Refuses what glibc would make too large a machine of.
  private static func checkSize(_ pattern: String) throws(Failure) {
    guard pattern.utf8.count <= lengthLimit else {
      throw unusable(pattern, "it is longer than \(lengthLimit) bytes")
    }
    var size = PatternSize(limit: sizeLimit)
    switch size.measure(Array(pattern.utf8)) {
    case nil: break
    case .reference: throw unusable(pattern, "it refers back to a group, which no bound of time holds for")
    case .size: throw unusable(pattern, "its repetitions make more than \(sizeLimit) parts")
    }
  }

  private static func unusable(_ pattern: String, _ why: String) -> Failure {
    .usage(
      "cannot use the expression '\(Terminal.visible(String(pattern.prefix(100))))': \(why)",
      hint: "--regex takes an extended regular expression, as grep -E does; --grep looks for a text as it stands")
  }

  private static let lengthLimit = 1000
  private static let sizeLimit = 250
  private static let renewal = 1 << 16
}
