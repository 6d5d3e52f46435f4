/// Reads a document of XML into elements.
struct XMLReader {
  /// Nesting above this is refused.
  static let depthLimit = 64
  /// Documents of more elements are refused.
  static let elementLimit = 1_000_000

  private let bytes: [UInt8]
  private var at = 0
  private var elements = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(XMLElement.SyntaxError) -> XMLElement {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw fault("it is no UTF-8") }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    try skipMiscellany()
    var open: [(element: XMLElement, text: [UInt8])] = []
    guard starts(with: "<") else { throw fault("an element is missing") }
    while true {
      if starts(with: "</") {
        guard let (begun, text) = open.popLast() else { throw fault("an end without its element") }
        var element = begun
        at += 2
        guard try readName() == element.name else { throw fault("an element ends by another name") }
        skipSpace()
        try expect(">")
        element.text = String(decoding: text, as: UTF8.self)
        if try close(element, in: &open) { return element }
      } else if try skipAside() {
        continue
      } else if starts(with: "<![CDATA[") {
        guard !open.isEmpty else { throw fault("text outside the element") }
        let from = at + 9
        try skip(past: "]]>")
        open[open.count - 1].text += bytes[from..<at - 3]
      } else if starts(with: "<") {
        at += 1
        elements += 1
        guard elements <= Self.elementLimit, open.count < Self.depthLimit else { throw fault("too much of it") }
        let element = XMLElement(name: try readName())
        if try skipAttributes() {
          if try close(element, in: &open) { return element }
        } else {
          open.append((element, []))
        }
      } else {
        guard !open.isEmpty, at < bytes.count else { throw fault("it breaks off") }
        try readText(into: &open[open.count - 1].text)
      }
    }
  }

  /// Puts an element into the one around it.
  ///
  /// - Returns: whether there is none, and so the document is at its end.
  private mutating func close(
    _ element: XMLElement, in open: inout [(element: XMLElement, text: [UInt8])]
  ) throws(XMLElement.SyntaxError) -> Bool {
    guard open.isEmpty else {
      open[open.count - 1].element.children.append(element)
      return false
    }
    try skipMiscellany()
    guard at == bytes.count else { throw fault("something stands behind the element") }
    return true
  }

  // MARK: Parts

  /// White space, comments and instructions before and behind the element.
  private mutating func skipMiscellany() throws(XMLElement.SyntaxError) {
    repeat { skipSpace() } while try skipAside()
  }

  /// A comment or an instruction, where one stands.
  private mutating func skipAside() throws(XMLElement.SyntaxError) -> Bool {
    if starts(with: "<!--") {
      at += 4
      try skip(past: "-->")
      return true
    }
    if starts(with: "<?") {
      try skip(past: "?>")
      return true
    }
    guard !starts(with: "<!DOCTYPE") else { throw fault("it has a document type") }
    return false
  }

  private mutating func readName() throws(XMLElement.SyntaxError) -> String {
    let from = at
    while at < bytes.count, isNameByte(bytes[at]) { at += 1 }
    let name = bytes[from..<at]
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    guard let first = local.first, !(48...57).contains(first), first != 45, first != 46 else {
      throw fault("a name is missing")
    }
    return String(decoding: local, as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || byte >= 0x80 || "-._:".utf8.contains(byte)
  }

  /// - Returns: whether the element is empty, and ends here.
  private mutating func skipAttributes() throws(XMLElement.SyntaxError) -> Bool {
    while true {
      let from = at
      skipSpace()
      if starts(with: "/>") {
        at += 2
        return true
      }
      if starts(with: ">") {
        at += 1
        return false
      }
      guard at > from else { throw fault("a blank is missing") }
      _ = try readName()
      skipSpace()
      try expect("=")
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
        throw fault("a quote is missing")
      }
      guard let end = bytes[(at + 1)...].firstIndex(of: bytes[at]) else { throw fault("a quote is not closed") }
      at = end + 1
    }
  }

  private mutating func readText(into text: inout [UInt8]) throws(XMLElement.SyntaxError) {
    let from = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") { at += 1 }
    text += bytes[from..<at]
    guard at < bytes.count, bytes[at] == UInt8(ascii: "&") else { return }
    guard let end = bytes[at..<min(at + 12, bytes.count)].firstIndex(of: UInt8(ascii: ";")),
      let character = Self.character(String(decoding: bytes[at + 1..<end], as: UTF8.self))
    else { throw fault("an unknown entity") }
    text += Array(String(character).utf8)
    at = end + 1
  }

  /// What stands between `&` and `;`.
  private static func character(_ name: String) -> Character? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#"), !name.contains("+"), !name.contains("-") else { return nil }
      let digits = name.dropFirst()
      let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init).flatMap { $0.value == 0 ? nil : Character($0) }
    }
  }

  // MARK: Bytes

  private func starts(with mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[at + offset] != mark.utf8Start[offset] { return false }
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 32 || bytes[at] == 9 || bytes[at] == 10 || bytes[at] == 13 { at += 1 }
  }

  private mutating func skip(past mark: StaticString) throws(XMLElement.SyntaxError) {
    while at < bytes.count {
      if starts(with: mark) {
        at += mark.utf8CodeUnitCount
        return
      }
      at += 1
    }
    throw fault("it breaks off")
  }

  private mutating func expect(_ mark: StaticString) throws(XMLElement.SyntaxError) {
    guard starts(with: mark) else { throw fault("'\(mark)' is missing") }
    at += mark.utf8CodeUnitCount
  }

  private func fault(_ message: String) -> XMLElement.SyntaxError {
    XMLElement.SyntaxError(offset: min(at, bytes.count), message: message)
  }
}
