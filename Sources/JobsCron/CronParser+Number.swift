extension CronParser {
  /// A number or a name, checked against the field.
  func number(_ range: Range<Int>, of field: CronField, within whole: Range<Int>? = nil) throws(CronError) -> Int {
    let whole = whole ?? range
    guard !range.isEmpty else {
      throw CronError(
        .character, whole, "the \(field.name) '\(source.text(whole))' lacks a number", hint: rangeHint(field))
    }
    let bytes = source.bytes[range]
    let all = field.numbers(in: dialect)
    if let digits = decimal(range) {
      guard all.contains(digits) else {
        var hint = rangeHint(field)
        if field == .dayOfWeek, digits == 0 { hint = "'\(dialect.rawValue)' counts from 1, which is Sunday" }
        throw CronError(
          .range, range, "the \(field.name) \(source.text(range)) is outside \(all.lowerBound) to \(all.upperBound)",
          hint: hint)
      }
      return digits
    }
    if let named = field.number(named: bytes, in: dialect) { return named }
    throw noNumber(range, field, within: whole)
  }

  /// Why something is neither a number nor a name: a mark of another dialect, a wrong word, a wrong character.
  private func noNumber(_ range: Range<Int>, _ field: CronField, within whole: Range<Int>) -> CronError {
    let bytes = source.bytes[range]
    let place = "the \(field.name) '\(source.text(whole))' of '\(dialect.rawValue)'"
    if let mark = foreignMark(bytes) {
      let text = String(decoding: [source.bytes[mark]], as: UTF8.self)
      let hint =
        switch text {
        case "~": "for a stable value that differs from job to job write 'H(a-b)'"
        case "?": "write '*'"
        case "H": dialect == .eventbridge ? "write the number itself" : nil
        default: field == .dayOfMonth || field == .dayOfWeek ? "set 'dialect' to 'quartz' if it is Quartz's" : nil
        } as String?
      return CronError(.unsupported, mark..<mark + 1, "'\(text)' has no meaning in \(place)", hint: hint)
    }
    if bytes.allSatisfy(isLetter) {
      return CronError(.name, range, "'\(source.text(range))' is no \(field.name)", hint: nameHint(bytes, field))
    }
    let bad = bytes.firstIndex { !isDigit($0) } ?? range.lowerBound
    return CronError(
      .character, bad..<bad + 1, "'\(source.text(bad..<bad + 1))' has no place in \(place)", hint: rangeHint(field))
  }

  /// Where `L`, `W`, `#`, `?`, `H` or `~` stands as another dialect would write it.
  private func foreignMark(_ bytes: ArraySlice<UInt8>) -> Int? {
    if let sign = bytes.firstIndex(where: { "#?~".utf8.contains($0) }) { return sign }
    if bytes.first == UInt8(ascii: "H"), bytes.count == 1 || bytes[bytes.startIndex + 1] == UInt8(ascii: "(") {
      return bytes.startIndex
    }
    let letters = bytes.drop(while: isDigit)
    let upper = String(decoding: letters, as: UTF8.self).uppercased()
    return ["L", "W", "LW"].contains(upper) ? letters.startIndex : nil
  }

  /// Digits only; nil for anything else, and `Int.max` for more than nine digits.
  func decimal(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, source.bytes[range].allSatisfy(isDigit) else { return nil }
    if range.count > 9 { return Int.max }
    return source.bytes[range].reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  func rangeHint(_ field: CronField) -> String {
    let all = field.numbers(in: dialect)
    let span = "write \(all.lowerBound) to \(all.upperBound)"
    return switch field {
    case .month: "\(span), or jan to dec"
    case .dayOfWeek: "\(span), or sun to sat"
    default: span
    }
  }

  private func nameHint(_ bytes: ArraySlice<UInt8>, _ field: CronField) -> String {
    let short = bytes.prefix(3)
    if bytes.count > 3, field.number(named: short, in: dialect) != nil {
      return "write '\(String(decoding: short, as: UTF8.self).lowercased())'"
    }
    return rangeHint(field)
  }

  /// A step, 1 or more; 10,000 stands for all that are larger.
  func step(_ range: Range<Int>, of field: CronField, in whole: Range<Int>) throws(CronError) -> Int {
    guard let step = decimal(range) else {
      throw CronError(
        .step, range.isEmpty ? whole : range,
        "the step of the \(field.name) '\(source.text(whole))' is no number", hint: "write it as in '*/5'")
    }
    guard step > 0 else {
      throw CronError(
        .step, range, "the step of the \(field.name) '\(source.text(whole))' is 0", hint: "write 1 or more")
    }
    let size = field.numbers(in: dialect).upperBound
    guard dialect != .quartz || step <= size else {
      throw CronError(
        .step, range, "the step \(source.text(range)) is larger than the \(field.name) field, which Quartz refuses",
        hint: "write at most \(size)")
    }
    return min(step, 10000)
  }
}
