extension CronExpression {
  /// Reads a schedule.
  ///
  /// Without a dialect the shape decides: `cron(`, `rate(` and `at(` are EventBridge's, five fields and macros are
  /// `unix`, seven are `quartz`; six are accepted where exactly one of `seconds` and `quartz` can read them.
  ///
  /// - Parameters:
  ///   - text: at most 1 KiB; blanks around it are ignored.
  ///   - seed: what `H` is resolved with: FNV-1a of the job's id, which `Job.hashSeed` gives.
  package static func parse(
    _ text: String, dialect: CronDialect?, seed: UInt64?
  ) throws(CronError) -> CronExpression {
    let bytes = Array(text.utf8)
    guard bytes.count <= maximumLength else {
      throw CronError(
        .tooLong, 0..<bytes.count, "a schedule of \(bytes.count) bytes is over the limit of \(maximumLength)",
        hint: "split it into several schedules")
    }
    let source = CronSource(bytes: bytes)
    guard !source.fields.isEmpty else {
      throw CronError(.empty, 0..<bytes.count, "the schedule is empty", hint: "write five fields, as in '30 2 * * *'")
    }
    do throws(CronError) {
      return try parse(source, dialect, seed)
    } catch {
      guard dialect != .eventbridge, EnglishSchedule.isRecognised(text) else { throw error }
      throw CronError(
        .english, source.whole, "'\(source.text(source.whole))' is Google's English-like text, no cron expression",
        hint: "write five fields, as in '30 2 * * *', where it is not meant for Cloud Scheduler alone")
    }
  }

  private static func parse(
    _ source: CronSource, _ dialect: CronDialect?, _ seed: UInt64?
  ) throws(CronError) -> CronExpression {
    if let dialect { return try parse(source, as: dialect, seed) }
    if source.isWrapped || source.opensFunction { return try parse(source, as: .eventbridge, seed) }
    if source.isMacro { return try parse(source, as: .unix, seed) }
    switch source.fields.count {
    case 5: return try parse(source, as: .unix, seed)
    case 6: return try parseSixFields(source, seed)
    case 7: return try parse(source, as: .quartz, seed)
    case let count:
      throw CronError(
        .fieldCount, source.whole, "'\(source.text(source.whole))' has \(fieldCount(count)), a schedule has 5, 6 or 7",
        hint: count == 1 ? "write five fields, as in '30 2 * * *'" : nil)
    }
  }

  static func fieldCount(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }

  private static func parse(
    _ source: CronSource, as dialect: CronDialect, _ seed: UInt64?
  ) throws(CronError) -> CronExpression {
    var parser = CronParser(source: source, dialect: dialect, seed: seed)
    return try parser.expression()
  }

  private static func parseSixFields(_ source: CronSource, _ seed: UInt64?) throws(CronError) -> CronExpression {
    let first = reading(source, .seconds, seed)
    let second = reading(source, .quartz, seed)
    switch (first, second) {
    case (.success(let one), .failure): return one
    case (.failure, .success(let other)): return other
    case (.success(let one), .success(let other)):
      let first = one.description
      let second = other.description
      throw CronError(
        .ambiguous, source.whole,
        "'\(source.text(source.whole))' has six fields and two readings: "
          + (first == second
            ? "as seconds and as quartz it fires \(first)"
            : "as seconds it fires \(first), as quartz it fires \(second)"),
        hint: "set 'dialect' to 'seconds' or to 'quartz'")
    case (.failure(let error), .failure(let other)):
      if case .success = reading(source, .eventbridge, seed, wrapped: false) {
        throw CronError(
          .form, source.whole, "'\(source.text(source.whole))' reads as EventBridge's fields, with a year last",
          hint: "write 'cron(\(source.text(source.whole)))'")
      }
      // The reading that comes further knows better what was meant.
      throw error.range.lowerBound >= other.range.lowerBound ? error : other
    }
  }

  private static func reading(
    _ source: CronSource, _ dialect: CronDialect, _ seed: UInt64?, wrapped: Bool = true
  ) -> Result<CronExpression, CronError> {
    do throws(CronError) {
      var parser = CronParser(source: source, dialect: dialect, seed: seed)
      return .success(wrapped ? try parser.expression() : try parser.fieldsOnly())
    } catch {
      return .failure(error)
    }
  }
}
