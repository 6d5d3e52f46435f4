/// Writes JSON into a buffer of its own that is reused, with keys in the order of the calls.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Empties the buffer and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  // MARK: Structure

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a key that is known when the program is built and needs no escape.
  package mutating func key(_ name: StaticString) {
    let count = name.utf8CodeUnitCount
    let comma = needsComma
    bytes.append(addingCapacity: count + 4) { span in
      if comma { span.append(UInt8(ascii: ",")) }
      span.append(UInt8(ascii: "\""))
      JSONEscape.append(name.utf8Start, count: count, to: &span)
      span.append(UInt8(ascii: "\""))
      span.append(UInt8(ascii: ":"))
    }
    needsComma = false
  }

  package mutating func key(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: Values

  package mutating func value(_ text: String) {
    // Without a copy of the string, which `withUTF8` wants for itself.
    if text.utf8.withContiguousStorageIfAvailable({ quote($0) }) != nil { return }
    var text = text
    text.withUTF8 { quote($0) }
  }

  package mutating func value(_ number: Int) { value(Int64(number)) }

  package mutating func value(_ number: Int64) {
    comma()
    append(decimal: number)
  }

  package mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

  package mutating func null() { literal("null") }

  /// Writes seconds with up to six decimals and no exponent; a value that is not finite is null.
  package mutating func value(seconds: Double) {
    guard seconds.isFinite, abs(seconds) < 9e12 else { return null() }
    comma()
    // The parts are rounded apart, since a double holds no micros beside ten digits of seconds.
    var whole = UInt64(abs(seconds))
    var fraction = UInt64(((abs(seconds) - Double(whole)) * 1e6).rounded())
    if fraction == 1_000_000 { (whole, fraction) = (whole + 1, 0) }
    if seconds < 0, whole > 0 || fraction > 0 { bytes.append(UInt8(ascii: "-")) }
    append(decimal: Int64(whole))
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var scale: UInt64 = 100_000
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / scale))
      fraction %= scale
      scale /= 10
    }
  }

  /// Writes JSON that was made elsewhere, byte for byte.
  package mutating func raw(_ json: some Collection<UInt8>) {
    comma()
    bytes.append(contentsOf: json)
  }

  /// Ends a record.
  package mutating func newline() {
    bytes.append(10)
    needsComma = false
  }

  // MARK: Parts

  private mutating func open(_ byte: UInt8) {
    comma()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  @inline(__always)
  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func literal(_ word: StaticString) {
    comma()
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func append(decimal number: Int64) {
    if number >= 0, number < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
      return
    }
    var rest = number.magnitude
    var scale: UInt64 = 1
    while rest / scale >= 10 { scale *= 10 }
    bytes.append(addingCapacity: Self.longestNumber) { span in
      if number < 0 { span.append(UInt8(ascii: "-")) }
      while scale > 0 {
        span.append(UInt8(ascii: "0") + UInt8(rest / scale))
        rest %= scale
        scale /= 10
      }
    }
  }

  /// Bytes of the least `Int64`.
  private static let longestNumber = 20

  /// Writes a string with its quotes.
  mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    let comma = needsComma
    needsComma = true
    let clean = JSONEscape.plainPrefix(of: text, from: 0)
    bytes.append(addingCapacity: clean + 3) { span in
      if comma { span.append(UInt8(ascii: ",")) }
      span.append(UInt8(ascii: "\""))
      if clean > 0 { JSONEscape.append(text.baseAddress!, count: clean, to: &span) }
      if clean == text.count { span.append(UInt8(ascii: "\"")) }
    }
    if clean < text.count { escape(text, from: clean) }
  }

  /// Writes the rest of a string, which begins with a byte to escape, and its closing quote.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var at = start
    while at < text.count {
      let next = JSONEscape.plainPrefix(of: text, from: at + 1)
      bytes.append(addingCapacity: JSONEscape.longest + next - at) { span in
        JSONEscape.append(text[at], to: &span)
        JSONEscape.append(text.baseAddress! + at + 1, count: next - at - 1, to: &span)
      }
      at = next
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
