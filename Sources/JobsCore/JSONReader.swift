/// Reads JSON (RFC 8259) into a `Tree`, over bytes and without recursion.
package struct JSONReader {
  /// Why a text is no JSON.
  package struct SyntaxError: Error, Hashable, Sendable {
    package enum Code: Sendable { case syntax, depth, encoding }
    package var code: Code
    /// The 0-based byte at fault.
    package var offset: Int
    package var message: String
  }

  /// Nesting above this is refused.
  package static let depthLimit = 512

  private struct Frame {
    var parent: Tree.ID
    var last: Tree.ID?
    var isMapping: Bool
    /// Whether the last child is a key that waits for its value.
    var atValue = false
  }

  /// Parses one value that fills `range` but for white space; appends its nodes to `tree`, whose source the bytes are.
  package static func parse(
    _ tree: inout Tree, in range: Range<Int>, depthLimit: Int = depthLimit
  ) throws(SyntaxError) {
    let source = tree.source
    let problem: SyntaxError? = source.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes: bytes, at: range.lowerBound, end: range.upperBound, limit: depthLimit)
      do throws(SyntaxError) {
        try reader.parse(&tree)
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  private let end: Int
  private let limit: Int

  private init(bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int, limit: Int) {
    self.bytes = bytes
    self.at = at
    self.end = end
    self.limit = limit
  }

  private mutating func parse(_ tree: inout Tree) throws(SyntaxError) {
    var stack: [Frame] = []
    stack.reserveCapacity(16)
    while true {
      skipSpace()
      // An open collection wants a comma, a key or its end first.
      if !stack.isEmpty, !stack[stack.count - 1].atValue {
        let frame = stack[stack.count - 1]
        let closer = frame.isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
        guard at < end else { throw fail("the text ends inside \(frame.isMapping ? "an object" : "a list")") }
        if bytes[at] == closer {
          at += 1
          tree.close(frame.parent, end: at)
          stack.removeLast()
          if stack.isEmpty { break }
          stack[stack.count - 1].atValue = false
          continue
        }
        if frame.last != nil {
          guard bytes[at] == UInt8(ascii: ",") else { throw fail("',' or \(quoted(closer)) is missing") }
          at += 1
          skipSpace()
        }
        if frame.isMapping {
          guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw fail("a key in double quotes is missing") }
          let key = try string(&tree)
          tree.append(key, to: frame.parent, after: frame.last)
          stack[stack.count - 1].last = key
          skipSpace()
          guard at < end, bytes[at] == UInt8(ascii: ":") else { throw fail("':' is missing after a key") }
          at += 1
          skipSpace()
        }
        stack[stack.count - 1].atValue = true
      }
      guard at < end else { throw fail("a value is missing") }
      let id: Tree.ID
      let opens: Bool
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isMapping = bytes[at] == UInt8(ascii: "{")
        guard stack.count < limit else { throw fail("nested more than \(limit) deep", .depth) }
        id = tree.addCollection(isMapping ? .mapping : .sequence, .flow, start: at)
        at += 1
        opens = true
      case UInt8(ascii: "\""): (id, opens) = (try string(&tree), false)
      case UInt8(ascii: "t"): (id, opens) = (try word("true", .bool, &tree), false)
      case UInt8(ascii: "f"): (id, opens) = (try word("false", .bool, &tree), false)
      case UInt8(ascii: "n"): (id, opens) = (try word("null", .null, &tree), false)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): (id, opens) = (try number(&tree), false)
      default: throw fail("a value cannot begin with \(quoted(bytes[at]))")
      }
      if !stack.isEmpty {
        let top = stack.count - 1
        tree.append(id, to: stack[top].parent, after: stack[top].last)
        stack[top].last = id
        stack[top].atValue = false
      }
      if opens {
        stack.append(Frame(parent: id, last: nil, isMapping: tree.kind(id) == .mapping))
      } else if stack.isEmpty {
        break
      }
    }
    skipSpace()
    guard at == end else { throw fail("\(quoted(bytes[at])) stands after the end of the value") }
  }

  @inline(__always)
  private mutating func skipSpace() {
    while at < end, bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 { at += 1 }
  }

  private mutating func word(
    _ word: StaticString, _ kind: Tree.Kind, _ tree: inout Tree
  ) throws(SyntaxError) -> Tree.ID {
    let stop = at + word.utf8CodeUnitCount
    guard stop <= end, UnsafeBufferPointer(rebasing: bytes[at..<stop]).equals(word) else {
      throw fail("expected '\(word)'")
    }
    defer { at = stop }
    return tree.addVerbatim(kind, .plain, place: at..<stop, text: at..<stop)
  }

  private mutating func number(_ tree: inout Tree) throws(SyntaxError) -> Tree.ID {
    let from = at
    var kind = Tree.Kind.int
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let whole = digits()
    guard whole > 0 else { throw fail("a digit is missing in a number") }
    if whole > 1, bytes[at - whole] == UInt8(ascii: "0") {
      at -= whole
      throw fail("a number cannot begin with '0'")
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      kind = .float
      at += 1
      guard digits() > 0 else { throw fail("a digit is missing after '.'") }
    }
    if at < end, bytes[at] | 32 == UInt8(ascii: "e") {
      kind = .float
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      guard digits() > 0 else { throw fail("a digit is missing in an exponent") }
    }
    return tree.addVerbatim(kind, .plain, place: from..<at, text: from..<at)
  }

  private mutating func digits() -> Int {
    let from = at
    while at < end, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at += 1 }
    return at - from
  }

  /// Reads a string from its opening quote.
  private mutating func string(_ tree: inout Tree) throws(SyntaxError) -> Tree.ID {
    let open = at
    at += 1
    var high: UInt8 = 0
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        if high >= 0x80 { try checkUTF8(open + 1..<at) }
        let text = open + 1..<at
        at += 1
        return tree.addVerbatim(.string, .double, place: open..<at, text: text)
      }
      if byte == UInt8(ascii: "\\") {
        if high >= 0x80 { try checkUTF8(open + 1..<at) }
        return try escapedString(&tree, open: open)
      }
      guard byte >= 32 else { throw fail("a control character stands in a string") }
      high |= byte
      at += 1
    }
    at = open
    throw fail("a string is not closed")
  }

  /// Reads the rest of a string that holds an escape, at `at`.
  private mutating func escapedString(_ tree: inout Tree, open: Int) throws(SyntaxError) -> Tree.ID {
    var text = Array(bytes[open + 1..<at])
    var from = at
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        try checkUTF8(from..<at)
        text.append(contentsOf: bytes[from..<at])
        at += 1
        return text.withUnsafeBufferPointer { tree.addScalar(.string, .double, place: open..<at, text: $0) }
      case UInt8(ascii: "\\"):
        try checkUTF8(from..<at)
        text.append(contentsOf: bytes[from..<at])
        try escape(&text)
        from = at
      case 0..<32: throw fail("a control character stands in a string")
      default: at += 1
      }
    }
    at = open
    throw fail("a string is not closed")
  }

  private mutating func escape(_ text: inout [UInt8]) throws(SyntaxError) {
    let start = at
    guard at + 1 < end else { throw fail("a string is not closed") }
    at += 2
    switch bytes[at - 1] {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "/"): text.append(0x2F)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var code = try hex4()
      if (0xD800..<0xDC00).contains(code) {
        guard at + 1 < end, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
          at = start
          throw fail("half of a surrogate pair stands alone")
        }
        at += 2
        let low = try hex4()
        guard (0xDC00..<0xE000).contains(low) else {
          at = start
          throw fail("half of a surrogate pair stands alone")
        }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = UnicodeScalar(code) else {
        at = start
        throw fail("half of a surrogate pair stands alone")
      }
      text.append(contentsOf: UTF8.encode(scalar)!)
    default:
      at = start
      throw fail("unknown escape: '\\' before \(quoted(bytes[start + 1]))")
    }
  }

  private mutating func hex4() throws(SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch at < end ? bytes[at] : 0 {
      case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case let byte where byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "f"):
        digit = (byte | 32) - UInt8(ascii: "a") + 10
      default: throw fail("four hexadecimal digits must follow '\\u'")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  private mutating func checkUTF8(_ range: Range<Int>) throws(SyntaxError) {
    if let bad = UTF8Check.firstInvalid(bytes, range) {
      at = bad
      throw fail("byte \(hexadecimal(bytes[bad])) is no UTF-8", .encoding)
    }
  }

  private func fail(_ message: String, _ code: SyntaxError.Code = .syntax) -> SyntaxError {
    SyntaxError(code: code, offset: min(at, end), message: message)
  }

  private func quoted(_ byte: UInt8) -> String {
    byte > 32 && byte < 127 ? "'\(Character(UnicodeScalar(byte)))'" : "byte \(hexadecimal(byte))"
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    "0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
  }
}
