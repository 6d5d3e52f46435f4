/// Sets of numbers in English.
enum CronWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String], _ last: String = "and") -> String {
    guard let final = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(last) \(final)"
  }

  /// Ascending numbers, three or more in a row as `a to b`.
  static func runs(_ numbers: [Int], _ last: String = "and", named: (Int) -> String = { String($0) }) -> String {
    var parts: [String] = []
    var index = 0
    while index < numbers.count {
      var end = index
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - index >= 2 {
        parts.append("\(named(numbers[index])) to \(named(numbers[end]))")
      } else {
        parts += numbers[index...end].map(named)
      }
      index = end + 1
    }
    return list(parts, last)
  }

  /// The common distance of three or more numbers; nil where there is none.
  static func step(_ numbers: [Int]) -> Int? {
    guard numbers.count > 2 else { return nil }
    let step = numbers[1] - numbers[0]
    return zip(numbers, numbers.dropFirst()).allSatisfy { $1 - $0 == step } ? step : nil
  }

  /// `1st`, `2nd`, `3rd`, `4th`, `11th`.
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  static func clock(_ hour: Int, _ minute: Int, _ second: Int = 0) -> String {
    let text = "\(zeroPadded(hour, 2)):\(zeroPadded(minute, 2))"
    return second == 0 ? text : "\(text):\(zeroPadded(second, 2))"
  }

  static func plural(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}

/// The numbers of a bit set, ascending.
func numbers(_ bits: UInt64) -> [Int] {
  var found: [Int] = []
  var rest = bits
  while rest != 0 {
    found.append(rest.trailingZeroBitCount)
    rest &= rest - 1
  }
  return found
}
