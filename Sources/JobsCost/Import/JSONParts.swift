import JobsCore

/// A JSON document that is read as it streams by, member by member: of a document of any length no more is kept than one part
/// that somebody asks for.
///
/// What nobody asks for is passed over: its texts and brackets are to be closed, and nothing else is looked at.
struct JSONParts: ~Copyable {
  /// The longest part that is handed out, in bytes.
  static let partLimit = 4 << 20

  /// What messages call the document.
  let name: String
  private var stream: BillStream
  private var buffer: [UInt8]
  private var at = 0
  /// Bytes of the document before the buffer.
  private var passed = 0

  /// - Parameter head: bytes of the stream that were read already.
  init(_ stream: consuming BillStream, head: [UInt8]) {
    name = stream.name
    self.stream = stream
    buffer = head
  }

  // MARK: Members

  /// Looks at each member of the object that comes next. The body takes the value, by `value`, `skip` or whatever walks it.
  mutating func members(_ body: (inout JSONParts, _ key: String) throws(Failure) -> Void) throws(Failure) {
    try expect(UInt8(ascii: "{"))
    if try next() == UInt8(ascii: "}") {
      at += 1
      return
    }
    repeat {
      guard try next() == UInt8(ascii: "\"") else { throw fault("a key in double quotes is missing") }
      let key = try tree()
      try expect(UInt8(ascii: ":"))
      try body(&self, key.string(Tree.root))
    } while try goesOn(until: UInt8(ascii: "}"))
  }

  /// Looks at each element of the list that comes next.
  mutating func elements(_ body: (inout JSONParts) throws(Failure) -> Void) throws(Failure) {
    try expect(UInt8(ascii: "["))
    if try next() == UInt8(ascii: "]") {
      at += 1
      return
    }
    repeat { try body(&self) } while try goesOn(until: UInt8(ascii: "]"))
  }

  /// The byte with which the next value begins.
  mutating func next() throws(Failure) -> UInt8 {
    guard let byte = try nextOrEnd() else { throw fault("it ends too soon") }
    return byte
  }

  /// - Throws: unless nothing but white space is left.
  mutating func end() throws(Failure) {
    if try nextOrEnd() != nil { throw fault("something follows its end") }
  }

  private mutating func expect(_ byte: UInt8) throws(Failure) {
    guard try next() == byte else { throw fault("'\(Character(Unicode.Scalar(byte)))' is missing") }
    at += 1
  }

  /// Takes the comma behind a member, or the end.
  private mutating func goesOn(until end: UInt8) throws(Failure) -> Bool {
    let byte = try next()
    guard byte == end || byte == UInt8(ascii: ",") else {
      throw fault("',' or '\(Character(Unicode.Scalar(end)))' is missing")
    }
    at += 1
    return byte != end
  }

  private mutating func nextOrEnd() throws(Failure) -> UInt8? {
    while true {
      while at < buffer.count {
        if ![32, 9, 10, 13].contains(buffer[at]) { return buffer[at] }
        at += 1
      }
      guard try refill() else { return nil }
    }
  }

  // MARK: Values

  /// The next value, parsed; its nodes are below `Tree.root`.
  mutating func tree() throws(Failure) -> Tree {
    _ = try next()
    let start = passed + at
    let bytes = try take(isKept: true)
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 32)
    } catch {
      throw fault(error.message, at: start + error.offset)
    }
    return tree
  }

  /// Passes the next value over.
  mutating func skip() throws(Failure) {
    _ = try next()
    _ = try take(isKept: false)
  }

  private mutating func take(isKept: Bool) throws(Failure) -> [UInt8] {
    var kept: [UInt8] = []
    var scan = Scan()
    while true {
      let start = at
      at = buffer.withUnsafeBufferPointer { scan.end(in: $0, from: start) }
      if isKept { kept += buffer[start..<at] }
      if scan.isDone { return kept }
      guard kept.count <= Self.partLimit else { throw fault("a part of it is longer than \(Self.partLimit >> 20) MiB") }
      guard try refill() else { throw fault("it ends too soon") }
    }
  }

  /// Where one is in a value that is looked through for its end.
  private struct Scan {
    private enum Place { case start, text, escape, between, word }

    private var place = Place.start
    private var depth = 0
    private(set) var isDone = false

    /// The place behind the value, or behind all bytes where it does not end in them.
    mutating func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
      var at = start
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        switch place {
        case .escape: place = .text
        case .text:
          if byte == UInt8(ascii: "\\") { place = .escape }
          if byte == UInt8(ascii: "\"") { place = .between }
        case .word:
          guard [32, 9, 10, 13, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte) else {
            continue
          }
          isDone = true
          return at - 1
        case .start, .between:
          switch byte {
          case UInt8(ascii: "\""): place = .text
          case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            place = .between
          case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            place = .between
          default: if place == .start { place = .word }
          }
        }
        if place == .between, depth <= 0 {
          isDone = true
          return at
        }
      }
      return at
    }
  }

  // MARK: Bytes

  /// Reads on behind the buffer; false at the end.
  private mutating func refill() throws(Failure) -> Bool {
    passed += buffer.count
    at = 0
    buffer.removeAll(keepingCapacity: true)
    return try stream.read(addingTo: &buffer, upTo: 256 << 10) > 0
  }

  private func fault(_ words: String, at offset: Int? = nil) -> Failure {
    .usage("\(name) is no JSON: \(words), at byte \(offset ?? passed + at)")
  }
}
