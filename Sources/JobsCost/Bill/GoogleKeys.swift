/// Which keys of a line of Google's export matter, and where in the line they stand.
///
/// The line is a tree of objects; each object that matters has a number, and in it keys lead to a field or to another
/// object. A key is looked for by its last four bytes, and then compared.
struct GoogleKeys {
  /// What a key leads to.
  enum Target {
    /// A place in a row.
    case field(Int)
    /// The number of an object, or of a list whose objects have the next number.
    case object(Int)
    case labelKey, labelValue, creditAmount
  }

  private struct Key {
    /// Where it stands in `text`, in quotes.
    let start: Int
    let count: Int
    let target: Target
    /// The number of the next key with an equal slot and one, or 0.
    let next: Int
  }

  static let top = 0
  /// What matters to nobody.
  static let other = -1
  static let labelList = 5
  static let label = 6
  static let creditList = 7
  static let credit = 8

  private var keys: [Key] = []
  private var text: [UInt8] = []
  /// For each object 64 slots with the number of a key and one.
  private var slots: [UInt8] = Array(repeating: 0, count: objects * 64)
  private static let objects = 10

  init(_ question: BillQuestion) {
    for field in question.fields {
      guard field != .credits else { continue }
      // The spelling with a dot is the path.
      guard let path = BillFormat.googleLines.columns(of: field).first?.split(separator: ".") else { continue }
      let target = Target.field(BillRow.place(of: field))
      if path.count == 1 {
        add(String(path[0]), in: Self.top, target)
      } else if let object = ["service": 1, "sku": 2, "project": 3, "resource": 4, "location": 9][String(path[0])] {
        add(String(path[0]), in: Self.top, .object(object))
        add(String(path[1]), in: object, target)
      }
    }
    add("credits", in: Self.top, .object(Self.creditList))
    add("amount", in: Self.credit, .creditAmount)
    if !question.labels.isEmpty {
      add("labels", in: Self.top, .object(Self.labelList))
      add("key", in: Self.label, .labelKey)
      add("value", in: Self.label, .labelValue)
    }
  }

  private mutating func add(_ name: String, in object: Int, _ target: Target) {
    let bytes = Array("\"\(name)\"".utf8)
    let slot = object * 64 + bytes.withUnsafeBufferPointer { Self.slot($0, end: bytes.count) }
    keys.append(Key(start: text.count, count: bytes.count, target: target, next: Int(slots[slot])))
    text += bytes
    slots[slot] = UInt8(keys.count)
  }

  @inline(__always)
  private static func slot(_ bytes: BillBytes, end: Int) -> Int {
    let word = UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: end - 4, as: UInt32.self)
    return Int((word &* 0x9E37_79B1) >> 26)
  }

  /// What the key leads to that ends, with its quote, before a place; nil where it matters to nobody.
  @inline(__always)
  func target(_ bytes: BillBytes, keyEnd end: Int, in object: Int) -> Target? {
    guard end >= 4 else { return nil }
    var number = Int(slots[object * 64 + Self.slot(bytes, end: end)])
    while number > 0 {
      let key = keys[number - 1]
      if end >= key.count,
        text.withUnsafeBufferPointer({
          $0.part(key.start, key.start + key.count).equals(bytes.part(end - key.count, end))
        })
      {
        return key.target
      }
      number = key.next
    }
    return nil
  }
}
