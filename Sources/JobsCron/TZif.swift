/// The contents of a TZif file (RFC 9636): versions 1 up to 4, the 64-bit data where there are any.
struct TZif: Hashable, Sendable {
  /// Seconds since the epoch, ascending.
  let transitions: [Int64]
  /// Seconds east of UTC, one more than transitions: the first holds before all of them.
  let offsets: [Int64]
  /// The POSIX rule for the time after the last transition; nil where the file has none.
  let footer: String?

  /// - Throws: `ZoneError` with the code `malformed`.
  static func parse(_ bytes: [UInt8]) throws(ZoneError) -> TZif {
    var reader = Reader(bytes: bytes)
    let header = try reader.header()
    if header.version < 2 { return try reader.body(header, wide: false, footer: false) }
    try reader.skip(header.size(wide: false))
    let second = try reader.header()
    guard second.version >= 2 else { throw malformed("its second header is of version 1") }
    return try reader.body(second, wide: true, footer: true)
  }

  fileprivate static func malformed(_ why: String) -> ZoneError {
    ZoneError(.malformed, "not a usable TZif file: \(why)", hint: "install the package tzdata anew")
  }
}

private struct Header {
  let version: Int
  let utIndicators: Int
  let standardIndicators: Int
  let leapSeconds: Int
  let times: Int
  let types: Int
  let characters: Int

  func size(wide: Bool) -> Int {
    let time = wide ? 8 : 4
    return times * time + times + types * 6 + characters + leapSeconds * (time + 4) + standardIndicators + utIndicators
  }
}

private struct Reader {
  let bytes: [UInt8]
  var position = 0

  mutating func header() throws(ZoneError) -> Header {
    guard bytes.count - position >= 44 else { throw TZif.malformed("it ends within a header") }
    guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else {
      throw TZif.malformed("it does not begin with 'TZif'")
    }
    let mark = bytes[position + 4]
    position += 20
    let version = mark == 0 ? 1 : Int(mark) - 48
    guard version >= 1, version <= 9 else { throw TZif.malformed("its version is unknown") }
    let ut = word()
    let standard = word()
    let leap = word()
    let times = word()
    let types = word()
    let characters = word()
    let header = Header(
      version: version, utIndicators: ut, standardIndicators: standard, leapSeconds: leap, times: times, types: types,
      characters: characters)
    guard types >= 1, types <= 256 else { throw TZif.malformed("it has \(types) kinds of local time") }
    guard header.size(wide: false) <= bytes.count - position else { throw TZif.malformed("it ends within its data") }
    return header
  }

  mutating func skip(_ count: Int) throws(ZoneError) {
    guard count <= bytes.count - position else { throw TZif.malformed("it ends within its data") }
    position += count
  }

  mutating func body(_ header: Header, wide: Bool, footer: Bool) throws(ZoneError) -> TZif {
    guard header.size(wide: wide) <= bytes.count - position else { throw TZif.malformed("it ends within its data") }
    // Files below `right/` count leap seconds, which the clock of a computer does not.
    guard header.leapSeconds == 0 else { throw TZif.malformed("it counts leap seconds") }
    var transitions: [Int64] = []
    transitions.reserveCapacity(header.times)
    for _ in 0..<header.times {
      let time = wide ? long() : Int64(Int32(truncatingIfNeeded: word()))
      if let last = transitions.last, last >= time { throw TZif.malformed("its transitions are out of order") }
      transitions.append(time)
    }
    let kinds = bytes[position..<position + header.times].map(Int.init)
    position += header.times
    var table: [Int64] = []
    for _ in 0..<header.types {
      let offset = Int64(Int32(truncatingIfNeeded: word()))
      guard offset > -90000, offset < 93600 else { throw TZif.malformed("an offset is over 25 hours") }
      table.append(offset)
      position += 2
    }
    guard kinds.allSatisfy({ $0 < table.count }) else { throw TZif.malformed("a kind of local time is missing") }
    position += header.characters + header.leapSeconds * (wide ? 12 : 8) + header.standardIndicators
    position += header.utIndicators
    // Some files begin with a transition at the big bang (-2^59), before anything a schedule asks for.
    return TZif(
      transitions: transitions, offsets: [table[0]] + kinds.map { table[$0] }, footer: footer ? try rule() : nil)
  }

  private mutating func rule() throws(ZoneError) -> String? {
    guard position < bytes.count, bytes[position] == 10 else { throw TZif.malformed("its footer is missing") }
    guard let end = bytes[(position + 1)...].firstIndex(of: 10) else { throw TZif.malformed("its footer has no end") }
    let text = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    return text.isEmpty ? nil : text
  }

  private mutating func word() -> Int {
    defer { position += 4 }
    return bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func long() -> Int64 {
    defer { position += 8 }
    return bytes[position..<position + 8].reduce(0) { $0 << 8 | Int64($1) }
  }
}

extension Zone {
  /// Reads the bytes of a TZif file.
  ///
  /// - Throws: `ZoneError` with the code `malformed` or `rule`.
  package static func parse(_ bytes: [UInt8], name: String) throws(ZoneError) -> Zone {
    let file = try TZif.parse(bytes)
    var footer: PosixTZ?
    if let text = file.footer { footer = try PosixTZ.parse(text) }
    return Zone(name: name, transitions: file.transitions, offsets: file.offsets, footer: footer)
  }
}
