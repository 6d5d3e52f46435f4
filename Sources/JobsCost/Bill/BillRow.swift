import JobsCore

/// A line of a bill: the bytes of its fields, which the reader of a format fills in anew for each line.
struct BillRow: ~Copyable {
  /// Those of `BillField`, and behind them the labels of the question.
  private let places: UnsafeMutablePointer<BillBytes>
  private let count: Int
  /// All labels as a JSON object, where the question is detailed.
  var tags: [UInt8] = []
  /// The sum of credits that stand in the line.
  var credits = Decimal.zero
  /// Whose bill it is, where the line does not say it.
  let provider: StaticString
  /// The whole line, by which lines that stand there twice are known.
  var hash: UInt64 = 0

  init(_ question: BillQuestion, _ format: BillFormat) {
    provider = format.provider
    count = BillField.allCases.count + question.labels.count
    places = .allocate(capacity: count)
    places.initialize(repeating: .none, count: count)
  }

  deinit { places.deallocate() }

  /// Forgets the line before.
  @inline(__always)
  mutating func clear() {
    places.update(repeating: .none, count: count)
    credits = .zero
    if !tags.isEmpty { tags = [] }
  }

  @inline(__always)
  subscript(_ field: BillField) -> BillBytes {
    get { places[field.rawValue] }
    nonmutating set { places[field.rawValue] = newValue }
  }

  /// The label of a number in the question's list.
  @inline(__always)
  subscript(label number: Int) -> BillBytes {
    get { places[BillField.allCases.count + number] }
    nonmutating set { places[BillField.allCases.count + number] = newValue }
  }

  /// A field or a label by its place, as `place(of:)` and `place(ofLabel:)` give it.
  @inline(__always)
  subscript(place place: Int) -> BillBytes {
    get { places[place] }
    nonmutating set { places[place] = newValue }
  }

  static func place(of field: BillField) -> Int { field.rawValue }
  static func place(ofLabel number: Int) -> Int { BillField.allCases.count + number }
}
