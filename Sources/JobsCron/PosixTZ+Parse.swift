extension PosixTZ {
  /// Reads a rule.
  ///
  /// A rule with a daylight name and no dates gets those of the United States, as POSIX leaves open and glibc does.
  static func parse(_ text: String) throws(ZoneError) -> PosixTZ {
    var reader = Reader(bytes: Array(text.utf8))
    guard let rule = reader.rule(), reader.isAtEnd else {
      throw ZoneError(
        .rule, "cannot read the zone rule '\(text)'", hint: "write it as in 'CET-1CEST,M3.5.0,M10.5.0/3'")
    }
    return rule
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func rule() -> PosixTZ? {
      guard name(), let west = time(maxHours: 24) else { return nil }
      let standard = -west
      if isAtEnd { return PosixTZ(standardOffset: standard, daylight: nil) }
      guard name() else { return nil }
      var offset = standard + 3600
      if !isAtEnd, bytes[position] != UInt8(ascii: ",") {
        guard let west = time(maxHours: 24) else { return nil }
        offset = -west
      }
      if isAtEnd {
        let start = YearDay(rule: .monthly(month: 3, week: 2, weekday: 0), time: 7200)
        let end = YearDay(rule: .monthly(month: 11, week: 1, weekday: 0), time: 7200)
        return PosixTZ(standardOffset: standard, daylight: Daylight(offset: offset, start: start, end: end))
      }
      guard take(UInt8(ascii: ",")), let start = yearDay(), take(UInt8(ascii: ",")), let end = yearDay() else {
        return nil
      }
      return PosixTZ(standardOffset: standard, daylight: Daylight(offset: offset, start: start, end: end))
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard position < bytes.count, bytes[position] == byte else { return false }
      position += 1
      return true
    }

    /// Three letters or more, or `<` letters, digits and signs `>`.
    private mutating func name() -> Bool {
      let start = position
      if take(UInt8(ascii: "<")) {
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
          guard isLetter(bytes[position]) || isDigit(bytes[position]) || "+-".utf8.contains(bytes[position]) else {
            return false
          }
          position += 1
        }
        return position - start >= 4 && take(UInt8(ascii: ">"))
      }
      while position < bytes.count, isLetter(bytes[position]) { position += 1 }
      return position - start >= 3
    }

    private mutating func number(max: Int) -> Int? {
      let start = position
      var value = 0
      while position < bytes.count, isDigit(bytes[position]), position - start < 4 {
        value = value * 10 + Int(bytes[position] - 48)
        position += 1
      }
      return position > start && value <= max ? value : nil
    }

    /// `[+-]h[h[h]][:mm[:ss]]`, in seconds.
    private mutating func time(maxHours: Int) -> Int64? {
      let negative = take(UInt8(ascii: "-"))
      if !negative { _ = take(UInt8(ascii: "+")) }
      guard let hours = number(max: maxHours) else { return nil }
      var seconds = hours * 3600
      if take(UInt8(ascii: ":")) {
        guard let minutes = number(max: 59) else { return nil }
        seconds += minutes * 60
        if take(UInt8(ascii: ":")) {
          guard let rest = number(max: 59) else { return nil }
          seconds += rest
        }
      }
      return Int64(negative ? -seconds : seconds)
    }

    private mutating func yearDay() -> YearDay? {
      let rule: YearDay.Rule
      if take(UInt8(ascii: "M")) {
        guard let month = number(max: 12), month >= 1, take(UInt8(ascii: ".")), let week = number(max: 5), week >= 1,
          take(UInt8(ascii: ".")), let weekday = number(max: 6)
        else { return nil }
        rule = .monthly(month: month, week: week, weekday: weekday)
      } else if take(UInt8(ascii: "J")) {
        guard let day = number(max: 365), day >= 1 else { return nil }
        rule = .julian(day)
      } else {
        guard let day = number(max: 365) else { return nil }
        rule = .ordinal(day)
      }
      if !take(UInt8(ascii: "/")) { return YearDay(rule: rule, time: 7200) }
      return time(maxHours: 167).map { YearDay(rule: rule, time: $0) }
    }
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 97 && (byte | 0x20) <= 122 }
