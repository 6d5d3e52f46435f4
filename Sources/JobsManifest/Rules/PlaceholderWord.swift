/// A word in capitals that waits for a script to fill it in: `PROJECT_ID`, `__IMAGE__`.
enum PlaceholderWord {
  /// The variable's name that the word around a place stands for; nil where it is none.
  ///
  /// - Parameter at: a byte of the word.
  static func name(in text: [UInt8], around at: Int) -> String? {
    guard text.indices.contains(at), isPart(text[at]) else { return nil }
    var from = at
    while from > 0, isPart(text[from - 1]) { from -= 1 }
    var to = at + 1
    while to < text.count, isPart(text[to]) { to += 1 }
    let word = text[from..<to].drop { $0 == underscore }
    let name = word.prefix((word.lastIndex { $0 != underscore } ?? word.startIndex) + 1 - word.startIndex)
    guard name.count > 2, !(name.first?.isDigit ?? true) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// The first such word with an underscore or nothing around it but marks.
  static func name(in text: [UInt8]) -> String? {
    var at = 0
    while at < text.count {
      if isPart(text[at]), at == 0 || !isWord(text[at - 1]) {
        var end = at
        while end < text.count, isPart(text[end]) { end += 1 }
        if end == text.count || !isWord(text[end]), let name = name(in: text, around: at) { return name }
        at = end
      }
      at += 1
    }
    return nil
  }

  private static let underscore = UInt8(ascii: "_")

  private static func isPart(_ byte: UInt8) -> Bool { byte.isCapital || byte.isDigit || byte == underscore }

  private static func isWord(_ byte: UInt8) -> Bool { isPart(byte) || byte.isSmallLetter }
}
