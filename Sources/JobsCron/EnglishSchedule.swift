/// Google's English-like schedules, as App Engine and Cloud Scheduler read them: `every 24 hours`, `every mon 09:00`,
/// `1st,third tue of sep,oct 17:00`.
///
/// They are recognised by their words, not parsed: the whole grammar is not published.
package enum EnglishSchedule {
  /// Whether a text is meant as one of them, and so is no broken cron expression.
  package static func isRecognised(_ text: String) -> Bool {
    let bytes = text.utf8.prefix(CronExpression.maximumLength + 1)
    guard bytes.count <= CronExpression.maximumLength else { return false }
    let words = bytes.split(whereSeparator: { CronSource.isBlank($0) })
      .map { String(decoding: $0, as: UTF8.self).lowercased() }
    guard let first = words.first, words.count > 1 else { return false }
    if first == "every" { return words.dropFirst().allSatisfy(isWord) }
    // Days of a month: ordinals or numbers, `of`, months.
    guard parts(first).allSatisfy({ ordinals.contains($0) || isDay($0) }), words.contains("of") else { return false }
    return words.dropFirst().allSatisfy(isWord)
  }

  private static let ordinals: Set<String> = [
    "1st", "2nd", "3rd", "4th", "5th", "first", "second", "third", "fourth", "fifth",
  ]
  private static let plain: Set<String> = [
    "of", "from", "to", "month", "day", "synchronized", "minute", "minutes", "mins", "min", "hour", "hours",
    "quarter",
  ]

  private static func parts(_ word: String) -> [String] {
    word.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private static func isWord(_ word: String) -> Bool {
    if plain.contains(word) || ordinals.contains(word) || isClock(word) { return true }
    return parts(word).allSatisfy { part in
      isNumber(part) || ordinals.contains(part) || isName(part, CronWords.weekdays) || isName(part, CronWords.months)
    }
  }

  /// Three letters or more from the start of a name: `mon`, `tues`, `monday`.
  private static func isName(_ word: String, _ names: [String]) -> Bool {
    word.utf8.count >= 3 && names.contains { $0.lowercased().hasPrefix(word) }
  }

  private static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.count <= 5 && word.utf8.allSatisfy(isDigit)
  }

  private static func isDay(_ word: String) -> Bool { Int(word).map { (1...31).contains($0) } ?? false }

  /// `9:00`, `09:00`.
  private static func isClock(_ word: String) -> Bool {
    let halves = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    return halves.count == 2 && halves.allSatisfy(isNumber) && halves[1].utf8.count == 2
  }
}
