extension CronTimes {
  /// `at 02:30`, `every 15 minutes from 08:00 to 18:59`.
  ///
  /// Made from the sets and not from the text, so that it says what fires.
  var description: String {
    let seconds = numbers(self.seconds)
    if let clocks { return "at \(CronWords.list(clocks))" }
    if seconds == [0] { return minutesAndHours }
    let rest = minutesAndHours
    if rest == "every minute" {
      if seconds.count == 60 { return "every second" }
      if let step = CronTimes.wholeStep(seconds, of: 60) { return "every \(step) seconds" }
      return "\(CronTimes.places(seconds, "second")) of every minute"
    }
    let inMinute = seconds.count == 60 ? "every second" : CronTimes.places(seconds, "second")
    return "\(inMinute) of the minute, \(rest)"
  }

  /// Whether `description` names times of day, and so wants a day beside it.
  var isClockList: Bool { clocks != nil }

  /// The times of day one by one, where there are few.
  private var clocks: [String]? {
    guard count <= 6, seconds.nonzeroBitCount == 1, hours.nonzeroBitCount < 24 else { return nil }
    let second = seconds.trailingZeroBitCount
    return numbers(hours).flatMap { hour in numbers(minutes).map { CronWords.clock(hour, $0, second) } }
  }

  private var minutesAndHours: String {
    let minutes = numbers(self.minutes)
    let hours = numbers(self.hours)
    if minutes.count == 1 { return CronTimes.hourly(hours, minute: minutes[0]) }
    let every = minutes.count == 60 ? 1 : CronTimes.wholeStep(minutes, of: 60)
    if let every {
      let text = every == 1 ? "every minute" : "every \(every) minutes"
      if hours.count == 24 { return text }
      if CronTimes.isRun(hours) {
        return "\(text) from \(CronWords.clock(hours[0], 0)) to \(CronWords.clock(hours[hours.count - 1], 59))"
      }
      return "\(text) \(CronTimes.ofHours(hours))"
    }
    return "\(CronTimes.places(minutes, "minute")) \(CronTimes.ofHours(hours))"
  }

  /// One fire an hour.
  private static func hourly(_ hours: [Int], minute: Int) -> String {
    let at = minute == 0 ? "" : " at minute \(minute)"
    if hours.count == 24 { return "every hour\(at)" }
    if hours.count == 1 { return "at \(CronWords.clock(hours[0], minute))" }
    let span = "from \(CronWords.clock(hours[0], minute)) to \(CronWords.clock(hours[hours.count - 1], minute))"
    if isRun(hours) { return "every hour \(span)" }
    if let step = wholeStep(hours, of: 24) { return "every \(step) hours\(at)" }
    if let step = CronWords.step(hours) { return "every \(step) hours \(span)" }
    return "at minute \(minute) of the hours \(CronWords.runs(hours))"
  }

  private static func ofHours(_ hours: [Int]) -> String {
    if hours.count == 24 { return "of every hour" }
    if hours.count == 1 { return "of hour \(hours[0])" }
    if let step = wholeStep(hours, of: 24) { return "of every \(CronWords.ordinal(step)) hour" }
    return "of the hours \(CronWords.runs(hours))"
  }

  /// `at minute 5`, `at minutes 5, 25 and 45`, `every 3 minutes from minute 10 to 19`.
  private static func places(_ numbers: [Int], _ unit: String) -> String {
    if let step = wholeStep(numbers, of: 60) { return "every \(step) \(unit)s" }
    if numbers.count > 3, let step = CronWords.step(numbers), step > 1 {
      return "every \(step) \(unit)s from \(unit) \(numbers[0]) to \(numbers[numbers.count - 1])"
    }
    return "at \(numbers.count == 1 ? unit : unit + "s") \(CronWords.runs(numbers))"
  }

  /// The step where it goes on round the clock without a break: 15 for 0, 15, 30, 45.
  private static func wholeStep(_ numbers: [Int], of size: Int) -> Int? {
    guard numbers.count > 1, numbers[0] == 0, size % numbers.count == 0 else { return nil }
    let step = size / numbers.count
    return step > 1 && numbers.enumerated().allSatisfy({ $1 == $0 * step }) ? step : nil
  }

  private static func isRun(_ numbers: [Int]) -> Bool {
    numbers[numbers.count - 1] - numbers[0] == numbers.count - 1
  }
}
