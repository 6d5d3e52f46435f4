/// A set of years from 1970 up to 2225.
struct CronYears: Hashable, Sendable {
  static let base = 1970

  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Every bit, for the field that was left out or says `*`.
  static let every = CronYears(words: (.max, .max, .max, .max))

  init() {}

  private init(words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = words
  }

  /// Whether no year is excluded, those outside the set's own bounds too.
  var isEvery: Bool { words.0 & words.1 & words.2 & words.3 == .max }

  /// - Parameter bit: years since 1970, 0 up to 255.
  mutating func insert(bit: Int) {
    let mask: UInt64 = 1 << UInt64(bit & 63)
    switch bit >> 6 {
    case 0: words.0 |= mask
    case 1: words.1 |= mask
    case 2: words.2 |= mask
    default: words.3 |= mask
    }
  }

  func contains(_ year: Int) -> Bool {
    if isEvery { return true }
    let bit = year - CronYears.base
    guard bit >= 0, bit < 256 else { return false }
    return word(bit >> 6) >> UInt64(bit & 63) & 1 == 1
  }

  /// The first year of the set that is not before `year`.
  func next(onOrAfter year: Int) -> Int? {
    if isEvery { return year }
    var bit = max(0, year - CronYears.base)
    while bit < 256 {
      let rest = word(bit >> 6) >> UInt64(bit & 63)
      if rest != 0 { return CronYears.base + bit + rest.trailingZeroBitCount }
      bit = (bit | 63) + 1
    }
    return nil
  }

  /// The last year of the set that is not after `year`.
  func previous(onOrBefore year: Int) -> Int? {
    if isEvery { return year }
    var bit = min(255, year - CronYears.base)
    while bit >= 0 {
      let rest = word(bit >> 6) << UInt64(63 - bit & 63)
      if rest != 0 { return CronYears.base + bit - rest.leadingZeroBitCount }
      bit = (bit & ~63) - 1
    }
    return nil
  }

  /// In ascending order; empty for every year.
  var list: [Int] {
    if isEvery { return [] }
    return (CronYears.base..<CronYears.base + 256).filter(contains)
  }

  private func word(_ index: Int) -> UInt64 {
    switch index {
    case 0: words.0
    case 1: words.1
    case 2: words.2
    default: words.3
    }
  }

  static func == (a: CronYears, b: CronYears) -> Bool { a.words == b.words }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}
