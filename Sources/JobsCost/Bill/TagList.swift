/// Labels as bills hold them in JSON: an object, or a list of objects with `key` and `value`.
struct TagList {
  /// A spelling of a label that matters, and the place in a row that it is for.
  private struct Entry {
    let hash: UInt64
    let start: Int
    let count: Int
    let place: Int
  }

  private var entries: [Entry] = []
  /// All spellings behind each other.
  private var text: [UInt8] = []

  /// The labels of a question, in the ways in which bills spell them: AWS puts `user_` before those that users gave, and in
  /// names of columns takes `_` for what is neither a letter nor a digit.
  init(_ question: BillQuestion) {
    for (number, name) in question.labels.enumerated() {
      let plain = Self.folded(name)
      var known: Set<String> = []
      for spelling in [name, "user:\(name)", "user_\(name)", "user_\(plain)", plain] {
        guard known.insert(spelling).inserted else { continue }
        let bytes = Array(spelling.utf8)
        entries.append(
          Entry(
            hash: bytes.withUnsafeBufferPointer { $0.hash64 }, start: text.count, count: bytes.count,
            place: BillRow.place(ofLabel: number)))
        text += bytes
      }
    }
  }

  /// A name as names of columns have it.
  static func folded(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 32
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        default: UInt8(ascii: "_")
        }
      }, as: UTF8.self)
  }

  /// Puts a label into a row if it is one that matters.
  @inline(__always)
  func put(_ key: BillBytes, _ value: BillBytes, into row: borrowing BillRow) {
    each(key) { row[place: $0] = value }
  }

  /// The places in a row for which a label is.
  func places(_ key: BillBytes) -> [Int] {
    var places: [Int] = []
    each(key) { places.append($0) }
    return places
  }

  @inline(__always)
  private func each(_ key: BillBytes, _ body: (Int) -> Void) {
    let hash = key.hash64
    var number = 0
    while number < entries.count {
      let entry = entries[number]
      if entry.hash == hash, entry.count == key.count,
        text.withUnsafeBufferPointer({ $0.part(entry.start, entry.start + entry.count).equals(key) })
      {
        body(entry.place)
      }
      number += 1
    }
  }

  /// Puts those labels into a row that matter.
  ///
  /// - Parameter json: an object of texts, or a list of objects; without backslashes in what matters.
  /// - Returns: false for what is neither.
  func read(_ json: BillBytes, into row: borrowing BillRow) -> Bool {
    var reader = Reader(json)
    guard let first = reader.next() else { return false }
    switch first {
    case .mark(UInt8(ascii: "{")): return object(&reader) { put($0, $1, into: row) } && reader.next() == nil
    case .mark(UInt8(ascii: "[")): return list(&reader, into: row) && reader.next() == nil
    // No labels at all.
    case .word(let word): return word.equals("null") && reader.next() == nil
    default: return false
    }
  }

  private func list(_ reader: inout Reader, into row: borrowing BillRow) -> Bool {
    while true {
      switch reader.next() {
      case .mark(UInt8(ascii: "]")): return true
      case .mark(UInt8(ascii: ",")): continue
      case .mark(UInt8(ascii: "{")):
        var key = BillBytes.none
        var value = BillBytes.none
        let isWhole = object(&reader) { name, text in
          if name.equals("key") { key = text } else if name.equals("value") { value = text }
        }
        guard isWhole else { return false }
        put(key, value, into: row)
      default: return false
      }
    }
  }

  /// The members of an object whose values are scalars, up to its end.
  private func object(_ reader: inout Reader, _ take: (BillBytes, BillBytes) -> Void) -> Bool {
    var isFirst = true
    while true {
      var token = reader.next()
      if token == .mark(UInt8(ascii: "}")), isFirst { return true }
      if !isFirst {
        if token == .mark(UInt8(ascii: "}")) { return true }
        guard token == .mark(UInt8(ascii: ",")) else { return false }
        token = reader.next()
      }
      isFirst = false
      guard case .text(let key) = token, reader.next() == .mark(UInt8(ascii: ":")) else { return false }
      switch reader.next() {
      case .text(let value): take(key, value)
      case .word(let word): take(key, word.equals("null") ? .none : word)
      default: return false
      }
    }
  }

  /// The tokens of a small JSON text.
  private struct Reader {
    enum Token: Equatable {
      case mark(UInt8)
      case text(BillBytes)
      case word(BillBytes)

      static func == (a: Token, b: Token) -> Bool {
        switch (a, b) {
        case (.mark(let a), .mark(let b)): a == b
        case (.text(let a), .text(let b)), (.word(let a), .word(let b)): a.equals(b)
        default: false
        }
      }
    }

    private let bytes: BillBytes
    private var at = 0

    init(_ bytes: BillBytes) { self.bytes = bytes }

    mutating func next() -> Token? {
      while at < bytes.count, [32, 9, 10, 13].contains(bytes[at]) { at += 1 }
      guard at < bytes.count else { return nil }
      let start = at
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
        UInt8(ascii: ":"):
        at += 1
        return .mark(bytes[start])
      case UInt8(ascii: "\""):
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        guard at < bytes.count else {
          at = bytes.count
          return .mark(0)
        }
        at += 1
        return .text(bytes.part(start + 1, at - 1))
      default:
        while at < bytes.count, !",:]} \t\r\n".utf8.contains(bytes[at]) { at += 1 }
        return .word(bytes.part(start, at))
      }
    }
  }
}
