/// Names and versions of Secret Manager.
enum SecretManagerName {
  /// 1 to 255 letters, digits, `_` and `-`; or all of `projects/P/secrets/S`.
  static func isName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let slash = text.lastIndex(of: UInt8(ascii: "/")) else { return isPlain(text[...]) }
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0].elementsEqual("projects".utf8) && parts[2].elementsEqual("secrets".utf8)
      && ProjectNamespace.isProject(UnsafeBufferPointer(rebasing: parts[1])) && isPlain(text[(slash + 1)...])
  }

  private static func isPlain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    (1...255).contains(text.count) && text.allSatisfy { $0.isWord || $0 == UInt8(ascii: "-") }
  }

  /// `latest`, a number from 1 on, or an alias: a letter and at most 62 letters, digits, `_` and `-`.
  static func isVersion(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, text.count <= 63 else { return false }
    if first.isDigit { return first != UInt8(ascii: "0") && text.allSatisfy(\.isDigit) }
    return first.isLetter && text.allSatisfy { $0.isWord || $0 == UInt8(ascii: "-") }
  }
}
