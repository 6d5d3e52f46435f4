/// A text with wildcards: `*` for any run of bytes, `?` for one character.
///
/// Beside texts it is compared with other globs, since what a policy grants is a set: "does the allow reach any of these",
/// "does the deny cover all of them".
package struct Glob: Hashable, Sendable {
  /// A byte, or one of the wildcards.
  typealias Token = UInt16

  static let star: Token = 256
  static let one: Token = 257
  /// A run that is not known, as of a policy variable whose value nobody knows here.
  static let unknownRun: Token = 258

  private(set) var tokens: [Token]
  private let shape: Shape

  private enum Shape: Hashable { case everything, literal, prefix, general }

  /// Reads a text; `*` and `?` in it are wildcards.
  package init(_ text: some StringProtocol, foldsCase: Bool = false) {
    self.init(
      tokens: text.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "*"): Self.star
        case UInt8(ascii: "?"): Self.one
        case UInt8(ascii: "A")...UInt8(ascii: "Z") where foldsCase: Token(byte | 32)
        default: Token(byte)
        }
      })
  }

  /// A text in which nothing is a wildcard.
  package init(literal text: some StringProtocol) { self.init(tokens: text.utf8.map(Token.init)) }

  init(tokens: [Token]) {
    self.tokens = tokens
    let first = tokens.firstIndex { $0 >= Self.star }
    if first == nil {
      shape = .literal
    } else if tokens.allSatisfy({ $0 == Self.star }) {
      shape = .everything
    } else if first == tokens.count - 1, tokens.last == Self.star {
      shape = .prefix
    } else {
      shape = .general
    }
  }

  /// As it is written; a run that is not known is `*`.
  package var text: String {
    String(
      decoding: tokens.map { token in
        switch token {
        case Self.star, Self.unknownRun: UInt8(ascii: "*")
        case Self.one: UInt8(ascii: "?")
        default: UInt8(truncatingIfNeeded: token)
        }
      }, as: UTF8.self)
  }

  /// Matches whatever there is.
  package var isEverything: Bool { shape == .everything }

  /// Has no wildcard, and so matches one text.
  package var isLiteral: Bool { shape == .literal }

  /// Whether a part of it is not known, so that a match may be none.
  package var hasUnknown: Bool { tokens.contains(Self.unknownRun) }

  // MARK: Comparing

  /// Whether some text matches both.
  package func meets(_ other: Glob) -> Bool {
    if isEverything || other.isEverything { return true }
    switch (shape, other.shape) {
    case (.literal, .literal): return tokens == other.tokens
    case (.prefix, .literal): return other.tokens.starts(with: tokens.dropLast())
    case (.literal, .prefix): return tokens.starts(with: other.tokens.dropLast())
    case (.prefix, .prefix):
      let (a, b) = (tokens.dropLast(), other.tokens.dropLast())
      return a.count < b.count ? b.starts(with: a) : a.starts(with: b)
    case (_, .literal): return Self.matches(tokens, other.tokens)
    case (.literal, _): return Self.matches(other.tokens, tokens)
    default: return Self.meet(tokens, other.tokens)
    }
  }

  /// Whether all that matches `other` matches this too. A no may be wrong where several wildcards stand side by side; a
  /// yes never is.
  package func covers(_ other: Glob) -> Bool {
    if isEverything { return true }
    switch (shape, other.shape) {
    case (.literal, .literal): return tokens == other.tokens
    case (.literal, _): return false
    case (.prefix, .literal), (.prefix, .prefix): return other.tokens.starts(with: tokens.dropLast())
    default: return Self.matches(tokens, other.tokens)
    }
  }

  /// Whether `pattern` covers `text` token by token: its star any run, its `?` any one byte or `?`, but no run.
  private static func matches(_ pattern: [Token], _ text: [Token]) -> Bool {
    var p = 0
    var t = 0
    var afterStar: Int?
    var restart = 0
    while t < text.count {
      if p < pattern.count, pattern[p] == star || pattern[p] == unknownRun {
        p += 1
        afterStar = p
        restart = t
      } else if p < pattern.count,
        pattern[p] == text[t] && text[t] < star
          || pattern[p] == one && text[t] <= one
            && text[t] != star
      {
        // One character may take several bytes of UTF-8.
        let width = pattern[p] == one ? characterWidth(text, at: t) : 1
        p += 1
        t += width
      } else if let back = afterStar {
        // A run takes whole characters, so that what is left of one is none for '?'.
        restart += characterWidth(text, at: restart)
        p = back
        t = restart
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == star || pattern[p] == unknownRun { p += 1 }
    return p == pattern.count
  }

  private static func characterWidth(_ text: [Token], at start: Int) -> Int {
    guard text[start] >= 0xC0, text[start] < star else { return 1 }
    var end = start + 1
    while end < text.count, text[end] & 0xC0 == 0x80, text[end] < star { end += 1 }
    return end - start
  }

  /// Whether two texts with wildcards have a text in common.
  private static func meet(_ a: [Token], _ b: [Token]) -> Bool {
    func isPart(_ token: Token) -> Bool { (0x80..<star).contains(token) }
    guard a.contains(where: isPart) || b.contains(where: isPart) else { return haveCommon(a, b) }
    return haveCommon(characters(a), characters(b))
  }

  /// With one element for each character, of however many bytes: these, side by side, are more than any wildcard.
  private static func characters(_ tokens: [Token]) -> [UInt32] {
    var characters: [UInt32] = []
    var at = 0
    while at < tokens.count {
      let width = characterWidth(tokens, at: at)
      characters.append(tokens[at..<at + width].reduce(0) { $0 << 8 | UInt32($1) })
      at += width
    }
    return characters
  }

  /// A table of the ends that both can reach.
  private static func haveCommon<Element: FixedWidthInteger>(_ a: [Element], _ b: [Element]) -> Bool {
    func isRun(_ token: Element) -> Bool { token == star || token == unknownRun }
    var row = [Bool](repeating: false, count: b.count + 1)
    row[0] = true
    for j in b.indices { row[j + 1] = row[j] && isRun(b[j]) }
    for token in a {
      var next = [Bool](repeating: false, count: b.count + 1)
      next[0] = row[0] && isRun(token)
      for j in b.indices {
        if isRun(token) || isRun(b[j]) {
          // Either run is empty, or takes what the other stands for.
          next[j + 1] = row[j + 1] && (isRun(token) || isRun(b[j])) || next[j] && (isRun(b[j]) || isRun(token))
        } else {
          next[j + 1] = row[j] && (token == b[j] || token == one || b[j] == one)
        }
      }
      row = next
    }
    return row[b.count]
  }
}
