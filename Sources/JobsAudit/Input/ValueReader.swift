package import JobsCore

/// Reads the JSON values of a file one after another: values that follow each other, one a line or not, and the items of a list
/// that holds them all, of a file that gzip packed as well. Only one value is in memory at a time.
package struct ValueReader {
  /// Bytes of one value: an account of 100,000 roles takes about 150 MiB.
  package static let valueLimit = 1 << 29

  private let descriptor: Int32?
  private let name: String
  private var buffer: [UInt8]
  private var at = 0
  private var atEnd: Bool
  private var line = 1
  /// Where the line of `at` begins, in `buffer`; less than zero where that is gone.
  private var lineStart = 0
  private var list = List.outside
  private var packed: PackedInput?
  private var count = 0

  /// Called with how many values there were so far, with each.
  package var watch: ((Int) -> Void)?

  private enum List { case outside, first, item, after }

  /// - Parameter name: what messages call the input.
  package init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer = []
    atEnd = false
  }

  package init(bytes: [UInt8], name: String) {
    descriptor = nil
    self.name = name
    buffer = bytes
    atEnd = true
  }

  /// A value, and the 1-based place at which it begins.
  package struct Value: Sendable {
    package var tree: Tree
    package var line: Int
    package var column: Int
  }

  /// The next value; nil at the end.
  ///
  /// - Throws: a usage failure with the place of what is no JSON; a world failure where the file cannot be read.
  package mutating func next() throws(Failure) -> Value? {
    guard try findStart() else { return nil }
    let place = (line: line, column: column(of: at))
    let end = try findEnd()
    var tree = Tree(source: Array(buffer[at..<end]))
    let size = end - at
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<size)
    } catch {
      var counter = PlaceCounter(tree.source, line: place.line, column: place.column)
      throw fail(counter.position(of: error.offset), error.message)
    }
    if let key = tree.repeatedKey {
      var counter = PlaceCounter(tree.source, line: place.line, column: place.column)
      throw .usage(
        "\(name) cannot be used: line \(counter.position(of: tree.range(key).lowerBound).line): an object has the key "
          + "'\(Terminal.visible(String(tree.string(key).prefix(60))))' twice",
        hint: "clouds write each key once: something changed the file")
    }
    advance(to: end)
    count += 1
    watch?(count)
    return Value(tree: tree, line: place.line, column: place.column)
  }

  /// The bytes up to `count` at the start, for whoever has to tell what they are; call it before `next`.
  package mutating func peek(_ count: Int) throws(Failure) -> ArraySlice<UInt8> {
    while buffer.count - at < count, !atEnd { try fill() }
    return buffer[at...].prefix(count)
  }

  /// All that is left, for what is no JSON.
  package mutating func rest(limit: Int) throws(Failure) -> [UInt8] {
    while !atEnd {
      try fill()
      guard buffer.count - at <= limit else {
        throw .usage("\(name) is longer than \(limit) bytes", hint: "split it")
      }
    }
    defer { at = buffer.count }
    return Array(buffer[at...])
  }

  // MARK: Between values

  private mutating func findStart() throws(Failure) -> Bool {
    while true {
      try skipSpace()
      guard at < buffer.count else {
        guard list == .outside else { throw fail(here, "the list ends without ']'") }
        return false
      }
      switch (list, buffer[at]) {
      case (.outside, UInt8(ascii: "[")): list = .first
      case (.outside, _): return true
      case (.first, UInt8(ascii: "]")), (.after, UInt8(ascii: "]")): list = .outside
      case (.after, UInt8(ascii: ",")): list = .item
      case (.after, _): throw fail(here, "',' or ']' is missing")
      case (.first, _), (.item, _):
        list = .after
        return true
      }
      at += 1
    }
  }

  private var here: (line: Int, column: Int) { (line, column(of: at)) }

  private mutating func skipSpace() throws(Failure) {
    while true {
      while at < buffer.count {
        switch buffer[at] {
        case 10:
          line += 1
          lineStart = at + 1
        case 32, 13, 9: break
        // A byte order mark before all.
        case 0xEF where line == 1 && at == 0 && buffer.starts(with: [0xEF, 0xBB, 0xBF]): at += 2
        case 0xFE...0xFF where at == 0 && buffer.count > 1 && buffer[0] ^ buffer[1] == 1 && line == 1:
          throw .usage(
            "\(name) is UTF-16", hint: "write it as UTF-8, in PowerShell with '| Out-File -Encoding utf8', or by iconv")
        default: return
        }
        at += 1
      }
      if atEnd { return }
      try fill()
    }
  }

  // MARK: Within a value

  /// The offset behind the value that begins at `at`; where it is cut off, the end of the file.
  private mutating func findEnd() throws(Failure) -> Int {
    var scan = at
    var depth = 0
    var inString = false
    while true {
      let found: Int? = buffer.withUnsafeBufferPointer { bytes in
        while scan < bytes.count {
          let byte = bytes[scan]
          if inString {
            if byte == UInt8(ascii: "\\") {
              // The escaped byte may not be here yet.
              guard scan + 1 < bytes.count else { return nil }
              scan += 1
            } else if byte == UInt8(ascii: "\"") {
              inString = false
              if depth == 0 { return scan + 1 }
            }
          } else {
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
              depth -= 1
              if depth <= 0 { return depth < 0 ? max(scan, at + 1) : scan + 1 }
            case UInt8(ascii: ","), 10, 13, 32, 9:
              if depth == 0 { return max(scan, at + 1) }
            default: break
            }
          }
          scan += 1
        }
        return nil
      }
      if let found { return found }
      guard !atEnd else { return buffer.count }
      guard scan - at <= Self.valueLimit else {
        throw .usage("a value in \(name) is longer than \(Self.valueLimit >> 20) MiB", hint: "split the input")
      }
      let gone = at
      try fill()
      scan -= gone - at
    }
  }

  private mutating func advance(to end: Int) {
    for index in at..<end where buffer[index] == 10 {
      line += 1
      lineStart = index + 1
    }
    at = end
  }

  /// 1-based, in Unicode scalars.
  private func column(of offset: Int) -> Int {
    var column = 1
    for index in max(lineStart, 0)..<max(offset, 0) where buffer[index] & 0xC0 != 0x80 { column += 1 }
    return column
  }

  private mutating func fill() throws(Failure) {
    guard let descriptor else {
      atEnd = true
      return
    }
    if at > 1 << 16 {
      buffer.removeSubrange(0..<at)
      lineStart -= at
      at = 0
    }
    if let packed {
      if try !packed.fill(&buffer, name: name) { atEnd = true }
      return
    }
    let isBeginning = buffer.isEmpty
    let (got, code) = FileBytes.append(from: descriptor, upTo: max(1 << 16, buffer.count), to: &buffer)
    guard code == 0 else { throw .world("cannot read \(name): \(systemMessage(code))") }
    if got == 0 { atEnd = true }
    if isBeginning, line == 1, buffer.starts(with: PackedInput.mark) {
      packed = PackedInput(descriptor: descriptor, head: buffer)
      buffer.removeAll()
    }
  }

  private func fail(_ place: (line: Int, column: Int), _ message: String) -> Failure {
    .usage(
      "\(name) is no JSON: line \(place.line), column \(place.column): \(message)",
      hint: "give what the cloud's own tool writes with JSON as its format")
  }
}
