extension CronParser {
  /// Whether it is `H` or `H(…)`; EventBridge resolves nothing of the kind, and years are not spread.
  func isHash(_ range: Range<Int>, _ field: CronField) -> Bool {
    guard source.bytes[range].first == UInt8(ascii: "H"), dialect != .eventbridge, field != .year else { return false }
    return range.count == 1 || source.bytes[range.lowerBound + 1] == UInt8(ascii: "(")
  }

  /// `H` is one value of the field; `H(a-b)` one from a to b; with a step, every n-th from a hashed start on.
  ///
  /// `H` alone takes days of the month up to 28, so that it fires in each month (as in Jenkins).
  mutating func hashed(
    _ range: Range<Int>, step: Int?, of field: CronField, into value: inout CronFieldValue
  ) throws(CronError) {
    guard let hash else {
      throw CronError(
        .seed, range, "'\(source.text(range))' is resolved from a job's id, and there is none",
        hint: "write the \(field.name) as a number")
    }
    var numbers = field.numbers(in: dialect).lowerBound...field.lastNumber(in: dialect)
    if field == .dayOfMonth { numbers = 1...28 }
    if range.count > 1 {
      guard source.bytes[range.upperBound - 1] == UInt8(ascii: ")"),
        let dash = source.bytes[range].firstIndex(of: UInt8(ascii: "-"))
      else {
        throw CronError(
          .character, range, "'\(source.text(range))' is no range for 'H'", hint: "write it as in 'H(0-29)'")
      }
      let first = try number(range.lowerBound + 2..<dash, of: field, within: range)
      let last = try number(dash + 1..<range.upperBound - 1, of: field, within: range)
      guard first <= last else {
        throw CronError(
          .emptyRange, range, "the \(field.name) range '\(source.text(range))' ends before it starts",
          hint: "swap the two")
      }
      numbers = first...last
    }
    usesHash = true
    let offset = hash.value(for: field, below: min(step ?? numbers.count, numbers.count))
    let start = numbers.lowerBound + offset
    insert(start...(step == nil ? start : numbers.upperBound), by: step ?? 1, field, into: &value)
  }
}
