import Glibc
import JobsCore

/// Looks at bytes before they are parsed.
enum SourceCheck {
  /// Whether a word stands in the bytes that every manifest of ours has, so that they were meant as one.
  static func speaksOfJobs(_ bytes: [UInt8]) -> Bool {
    ["apiVersion", "\"command\""].contains { bytes.firstOffset(of: Array($0.utf8), from: 0) != nil }
  }

  /// What makes the bytes no text of ours; nil if nothing does.
  static func problem(of bytes: [UInt8], path: String, limits: ReadingLimits) -> ReadingProblem? {
    if bytes.count > limits.bytes {
      return ReadingProblem(
        TooManyBytes.info, "the file is larger than \(limits.bytes >> 20) MiB", at: 0..<0,
        hint: "split it; a manifest is a few KiB")
    }
    if let name = wideEncoding(bytes) {
      return ReadingProblem(
        WrongEncoding.info, "the file is \(name), not UTF-8", at: 0..<min(2, bytes.count),
        hint: "convert it: iconv -f \(name) -t UTF-8 '\(path)'")
    }
    return bytes.withUnsafeBufferPointer { buffer in
      if let bad = UTF8Check.firstInvalid(buffer, 0..<buffer.count) {
        if let zero = firstZero(buffer) { return binary(zero) }
        let hex = String(buffer[bad], radix: 16, uppercase: true)
        return ReadingProblem(
          BadUTF8.info, "byte 0x\(hex) is not UTF-8", at: bad..<bad + 1, hint: "save the file as UTF-8")
      }
      // Other control characters are libyaml's to refuse, with their place.
      return firstZero(buffer).map(binary)
    }
  }

  private static func firstZero(_ buffer: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = buffer.baseAddress, let found = memchr(base, 0, buffer.count) else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }

  private static func binary(_ zero: Int) -> ReadingProblem {
    ReadingProblem(
      BinaryFile.info, "the file is not text: byte \(zero) is NUL", at: zero..<zero + 1,
      hint: "name the manifest, not what was built from it")
  }

  private static func wideEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    // Text in UTF-16 without a mark has a zero in every other byte.
    let head = bytes.prefix(64)
    guard head.count >= 8 else { return nil }
    let zeros = head.indices.filter { head[$0] == 0 }
    guard zeros.count * 2 >= head.count - 2 else { return nil }
    if zeros.allSatisfy({ $0 % 2 == 1 }) { return "UTF-16LE" }
    return zeros.allSatisfy { $0 % 2 == 0 } ? "UTF-16BE" : nil
  }

  /// JSON by its suffix, or by its first character where there is no suffix.
  static func looksLikeJSON(_ input: FileInput) -> Bool {
    if input.path.hasSuffix(".yaml") || input.path.hasSuffix(".yml") { return false }
    if input.path.hasSuffix(".json") { return true }
    return input.bytes.first { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 } == UInt8(ascii: "{")
  }
}
