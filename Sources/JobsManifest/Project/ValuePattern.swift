/// A pattern that the whole value of a variable has to match: a small part of regular expressions, matched without
/// backtracking, so that no pattern can hang a check.
///
/// It knows characters, `.`, classes as `[0-9a-f]` and `[^/]`, `\d \w \s` and escaped signs, groups, `|`, and the counts
/// `* + ? {n} {n,} {n,m}`. `^` in front and `$` behind are allowed and mean nothing, since the whole value counts.
package struct ValuePattern: Sendable {
  /// Why a text is no pattern.
  package struct Problem: Error, Sendable {
    package let message: String
    /// Bytes of the pattern.
    package let range: Range<Int>
  }

  private indirect enum Node: Sendable {
    /// One of a set of characters, as a bit for each of the first 128 and one for all others.
    case set(low: UInt64, high: UInt64, others: Bool)
    case sequence([Node])
    case either([Node])
    case count(Node, Int, Int?)
  }

  private let node: Node
  private static let longest = 512
  private static let mostTimes = 1000

  package init(_ text: String) throws(Problem) {
    var parser = Parser(text: Array(text.utf8))
    guard parser.text.count <= Self.longest else {
      throw Problem(message: "a pattern has at most \(Self.longest) bytes", range: 0..<parser.text.count)
    }
    if parser.peek == UInt8(ascii: "^") { parser.at += 1 }
    node = try parser.either(depth: 0)
    guard parser.at == parser.text.count else { throw parser.problem("')' has no '('", parser.at..<parser.at + 1) }
  }

  /// Whether the whole value matches; a value over 4 KiB never does.
  package func matches(_ value: String) -> Bool {
    let text = Array(value.utf8)
    guard text.count <= 4096 else { return false }
    var reached = [Bool](repeating: false, count: text.count + 1)
    reached[0] = true
    return Self.advance(node, reached, text)[text.count]
  }

  /// The places that can be reached from those reached so far by matching a node once.
  private static func advance(_ node: Node, _ from: [Bool], _ text: [UInt8]) -> [Bool] {
    switch node {
    case .set(let low, let high, let others):
      var to = [Bool](repeating: false, count: from.count)
      for i in text.indices where from[i] {
        let byte = text[i]
        let fits = byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 ? high >> UInt64(byte - 64) & 1 == 1 : others
        if fits { to[i + 1] = true }
      }
      return to
    case .sequence(let nodes): return nodes.reduce(from) { advance($1, $0, text) }
    case .either(let nodes):
      var to = [Bool](repeating: false, count: from.count)
      for node in nodes { merge(&to, advance(node, from, text)) }
      return to
    case .count(let node, let least, let most):
      var at = from
      for _ in 0..<least {
        guard at.contains(true) else { return at }
        at = advance(node, at, text)
      }
      var all = at
      var rounds = least
      while most.map({ rounds < $0 }) ?? true {
        let before = all
        at = advance(node, at, text)
        merge(&all, at)
        // Once a round brings no new place, no later one does.
        if all == before { break }
        rounds += 1
      }
      return all
    }
  }

  private static func merge(_ into: inout [Bool], _ other: [Bool]) {
    for i in into.indices where other[i] { into[i] = true }
  }

  // MARK: Parsing

  private struct Parser {
    let text: [UInt8]
    var at = 0

    var peek: UInt8? { at < text.count ? text[at] : nil }

    func problem(_ message: String, _ range: Range<Int>) -> Problem { Problem(message: message, range: range) }

    mutating func either(depth: Int) throws(Problem) -> Node {
      guard depth < 32 else { throw problem("groups are nested too deep", at..<text.count) }
      var nodes = [try sequence(depth: depth)]
      while peek == UInt8(ascii: "|") {
        at += 1
        nodes.append(try sequence(depth: depth))
      }
      return nodes.count == 1 ? nodes[0] : .either(nodes)
    }

    private mutating func sequence(depth: Int) throws(Problem) -> Node {
      var nodes: [Node] = []
      while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
        if byte == UInt8(ascii: "$"), at + 1 == text.count {
          at += 1
          break
        }
        nodes.append(try counted(depth: depth))
      }
      return .sequence(nodes)
    }

    private mutating func counted(depth: Int) throws(Problem) -> Node {
      let start = at
      let node = try atom(depth: depth)
      guard let byte = peek else { return node }
      let bounds: (Int, Int?)
      switch byte {
      case UInt8(ascii: "*"): bounds = (0, nil)
      case UInt8(ascii: "+"): bounds = (1, nil)
      case UInt8(ascii: "?"): bounds = (0, 1)
      case UInt8(ascii: "{"): bounds = try braces()
      default: return node
      }
      if byte != UInt8(ascii: "{") { at += 1 }
      if let next = peek, [UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{")].contains(next) {
        throw problem("a count follows a count", start..<at + 1)
      }
      return .count(node, bounds.0, bounds.1)
    }

    private mutating func braces() throws(Problem) -> (Int, Int?) {
      let start = at
      guard let end = text[at...].firstIndex(of: UInt8(ascii: "}")) else {
        throw problem("'{' is not closed", at..<text.count)
      }
      let parts = String(decoding: text[at + 1..<end], as: UTF8.self).split(
        separator: ",", omittingEmptySubsequences: false)
      at = end + 1
      let least = parts.first.flatMap { Int($0) }
      let most = parts.count == 1 ? least : parts[1].isEmpty ? nil : Int(parts[1])
      guard let least, parts.count <= 2, parts.count == 1 || parts[1].isEmpty || most != nil,
        (0...ValuePattern.mostTimes).contains(least),
        most.map({ $0 >= least && $0 <= ValuePattern.mostTimes }) ?? true
      else { throw problem("a count is '{n}', '{n,}' or '{n,m}', at most \(ValuePattern.mostTimes)", start..<at) }
      return (least, most)
    }

    private mutating func atom(depth: Int) throws(Problem) -> Node {
      let start = at
      let byte = text[at]
      at += 1
      switch byte {
      case UInt8(ascii: "("):
        if peek == UInt8(ascii: "?") {
          guard at + 1 < text.count, text[at + 1] == UInt8(ascii: ":") else {
            throw problem("only '(…)' and '(?:…)' are known", start..<at + 1)
          }
          at += 2
        }
        let node = try either(depth: depth + 1)
        guard peek == UInt8(ascii: ")") else { throw problem("'(' is not closed", start..<start + 1) }
        at += 1
        return node
      case UInt8(ascii: "["): return try characterClass(start)
      case UInt8(ascii: "."): return .set(low: ~(1 << 10), high: .max, others: true)
      case UInt8(ascii: "\\"): return try escape(start).node
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
        throw problem("a count has nothing in front of it", start..<at)
      case UInt8(ascii: "^"), UInt8(ascii: "$"): throw problem("'^' stands in front only and '$' behind", start..<at)
      case 128...:
        while let next = peek, next & 0xC0 == 0x80 { at += 1 }
        throw problem("a pattern is written in ASCII", start..<at)
      default:
        var set = Characters()
        set.insert(byte)
        return set.node
      }
    }

    private struct Characters {
      var low: UInt64 = 0
      var high: UInt64 = 0
      var others = false

      mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
      }

      mutating func insert(_ range: ClosedRange<UInt8>) { for byte in range { insert(byte) } }

      mutating func formUnion(_ other: Characters) {
        low |= other.low
        high |= other.high
        others = others || other.others
      }

      var inverted: Characters { Characters(low: ~low, high: ~high, others: !others) }
      var node: Node { .set(low: low, high: high, others: others) }
    }

    /// What a backslash and a letter stand for; `at` is behind the backslash.
    private mutating func escape(_ start: Int) throws(Problem) -> Characters {
      guard let byte = peek, byte < 128 else { throw problem("nothing follows '\\'", start..<at) }
      at += 1
      var set = Characters()
      switch byte | 32 {
      case UInt8(ascii: "d"): set.insert(48...57)
      case UInt8(ascii: "w"):
        set.insert(48...57)
        set.insert(65...90)
        set.insert(97...122)
        set.insert(UInt8(ascii: "_"))
      case UInt8(ascii: "s"):
        set.insert(9...13)
        set.insert(32)
      default:
        guard !SecretName.isAlphanumeric(byte) else {
          throw problem("'\\\(Character(UnicodeScalar(byte)))' is not known", start..<at)
        }
        set.insert(byte)
        return set
      }
      return byte & 32 == 0 ? set.inverted : set
    }

    private mutating func characterClass(_ start: Int) throws(Problem) -> Node {
      var set = Characters()
      let isInverted = peek == UInt8(ascii: "^")
      if isInverted { at += 1 }
      var isFirst = true
      while let byte = peek, byte != UInt8(ascii: "]") || isFirst {
        isFirst = false
        guard byte < 128 else { throw problem("a pattern is written in ASCII", at..<at + 1) }
        let from = at
        at += 1
        if byte == UInt8(ascii: "\\") {
          set.formUnion(try escape(from))
          continue
        }
        guard peek == UInt8(ascii: "-"), at + 1 < text.count, text[at + 1] != UInt8(ascii: "]") else {
          set.insert(byte)
          continue
        }
        let last = text[at + 1]
        at += 2
        guard byte <= last, last < 128, last != UInt8(ascii: "\\") else {
          throw problem("the range ends before it begins", from..<at)
        }
        set.insert(byte...last)
      }
      guard peek == UInt8(ascii: "]") else { throw problem("'[' is not closed", start..<start + 1) }
      at += 1
      return (isInverted ? set.inverted : set).node
    }
  }
}
