import JobsCore
import JobsCron
import TestSupport
import Testing

/// A text with the bytes at fault between « and ».
struct MarkedText: Sendable, CustomTestStringConvertible {
  let text: String
  let range: Range<Int>

  init(_ marked: String) {
    let before = marked.prefix { $0 != "«" }
    let inside = marked.drop { $0 != "«" }.dropFirst().prefix { $0 != "»" }
    text = marked.replacing("«", with: "").replacing("»", with: "")
    range = before.utf8.count..<before.utf8.count + inside.utf8.count
  }

  var testDescription: String { text }
}

@Suite struct CronParserTests {
  /// Two texts that must fire alike; the second has no short forms.
  @Test(
    "short forms mean what the long ones say",
    arguments: [
      ("* * * * *", "0-59 0-23 * 1-12 *"), ("*/15 */6 * * *", "0,15,30,45 0,6,12,18 * * *"),
      ("5-10/2 1-3 * * *", "5,7,9 1,2,3 * * *"), ("0 0 * JAN-mar Mon-FRI", "0 0 * 1,2,3 1,2,3,4,5"),
      ("0 0 * * 7", "0 0 * * 0"), ("0 0 * * 5-7", "0 0 * * 0,5,6"), ("0 0 * * 0-7", "0 0 * * *"),
      ("0 0 * * sun,7,0", "0 0 * * 0"), ("50/5 2 * * *", "50,55 2 * * *"), ("0 0 * * 1/2", "0 0 * * 1,3,5"),
      ("0 0 */10 * *", "0 0 1,11,21,31 * *"), ("0 0 1 */5 *", "0 0 1 1,6,11 *"), ("  0\t0  * * *  ", "0 0 * * *"),
      ("@hourly", "0 * * * *"), ("@daily", "0 0 * * *"), ("@Midnight", "0 0 * * *"), ("@weekly", "0 0 * * 0"),
      ("@monthly", "0 0 1 * *"), ("@yearly", "0 0 1 1 *"), ("@annually", "0 0 1 1 *"), ("007 1 * * *", "7 1 * * *"),
      ("7-7 1 * * *", "7 1 * * *"), ("*/99 1 * * *", "0 1 * * *"), ("10-20/99999999999 1 * * *", "10 1 * * *"),
    ])
  func shortForms(short: String, long: String) {
    let from = Iso.epoch("2026-01-01T00:00:00Z")
    let one = CronExpression.known(short)
    let two = CronExpression.known(long)
    #expect(one.dialect == .unix)
    let year = from..<from + 366 * 86400
    #expect(one.next(200, after: from, .utc) == two.next(200, after: from, .utc))
    #expect(one.fires(in: year, zone: .utc).count == two.fires(in: year, zone: .utc).count)
    #expect(one.description == two.description)
  }

  @Test(
    "the dialect is known from the shape",
    arguments: [
      ("0 0 * * *", CronDialect.unix), ("@daily", .unix), ("@reboot", .unix), ("0 0 12 ? * MON 2027", .quartz),
      ("0 0 12 ? * MON", .quartz), ("0 0 12 1 * 1", .seconds), ("0 0 12 L * ?", .quartz), ("0 0 12 * * 0", .seconds),
      ("cron(0 12 * * ? *)", .eventbridge), ("rate(1 day)", .eventbridge), ("at(2027-01-01T00:00:00)", .eventbridge),
    ])
  func dialects(text: String, dialect: CronDialect) {
    #expect(CronExpression.known(text).dialect == dialect)
  }

  @Test("six fields with two readings show both")
  func ambiguous() throws {
    let error = try #require(throws: CronError.self) {
      try CronExpression.parse("0 30 2 * * 2", dialect: nil, seed: nil)
    }
    #expect(error.code == .ambiguous)
    #expect(error.range == 0..<12)
    #expect(error.message.contains("as seconds it fires at 02:30 on Tuesday"))
    #expect(error.message.contains("as quartz it fires at 02:30 on Monday"))
    #expect(error.hint == "set 'dialect' to 'seconds' or to 'quartz'")
    #expect(error.description == "\(error.message); \(error.hint ?? "")")
    let alike = try #require(throws: CronError.self) {
      try CronExpression.parse("0 0 12 * * *", dialect: nil, seed: nil)
    }
    #expect(alike.message.contains("as seconds and as quartz it fires at 12:00 every day"))
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let marked: MarkedText
    let dialect: CronDialect?
    let code: CronError.Code
    let words: String

    init(_ marked: String, _ code: CronError.Code, _ words: String) {
      self.init(marked, nil, code, words)
    }

    init(_ marked: String, _ dialect: CronDialect?, _ code: CronError.Code, _ words: String) {
      self.marked = MarkedText(marked)
      self.dialect = dialect
      self.code = code
      self.words = words
    }

    var testDescription: String { marked.text }
  }

  static let faults: [Fault] = [
    Fault("", .empty, "is empty"), Fault("«  »", .empty, "is empty"),
    Fault("«0 0 *»", .fieldCount, "3 fields"), Fault("«hello»", .fieldCount, "1 field,"),
    Fault("«0 0 * * * * * *»", .fieldCount, "8 fields"), Fault("«0 0 * * * *»", .unix, .fieldCount, "dialect"),
    Fault("«0 0 * * * * *»", .unix, .fieldCount, "quartz"), Fault("«0 0 * * *»", .seconds, .fieldCount, "in front"),
    Fault("«0 0 * * ?»", .quartz, .fieldCount, "in front"), Fault("«0 0 * *»", .unix, .fieldCount, "asks for 5"),
    Fault("cron(«0 0 * * ?»)", .fieldCount, "year last"),
    Fault("«60» * * * *", .range, "0 to 59"), Fault("* «24» * * *", .range, "0 to 23"),
    Fault("* * «0» * *", .range, "1 to 31"), Fault("* * * «13» *", .range, "jan to dec"),
    Fault("* * * * «8»", .range, "sun to sat"), Fault("«99999999999999999999» * * * *", .range, "outside"),
    Fault("0 0 12 ? * «0»", .quartz, .range, "counts from 1, which is Sunday"),
    Fault("0 0 12 ? * 2 «1969»", .quartz, .range, "1970 to 2099"),
    Fault("cron(0 12 * * ? «2200»)", .range, "1970 to 2199"),
    Fault("«30-10» * * * *", .emptyRange, "'30-59,0-10'"), Fault("* * * * «fri-sun»", .emptyRange, "'5-7'"),
    Fault("0 0 12 ? * 2 «2030-2027»", .quartz, .emptyRange, "swap"),
    Fault("*/«0» * * * *", .step, "is 0"), Fault("*/«x» * * * *", .step, "no number"),
    Fault("«*/» * * * *", .step, "no number"), Fault("0 */«61» * * * ?", .quartz, .step, "Quartz refuses"),
    Fault("* * * «january» *", .name, "write 'jan'"), Fault("* * * * «funday»", .name, "sun to sat"),
    Fault("«five» * * * *", .name, "is no minute"),
    Fault("1,«» * * * *", .character, "empty entry"), Fault("«1-» * * * *", .character, "lacks a number"),
    Fault("1«.»5 * * * *", .character, "'.'"), Fault("«é» * * * *", .character, "outside ASCII"),
    Fault("* * «?» * *", .unsupported, "quartz"), Fault("* * «L» * *", .unsupported, "quartz"),
    Fault("* * 15«W» * *", .unsupported, "quartz"), Fault("* * * * 5«L»", .unsupported, "quartz"),
    Fault("* * * * 5«#»2", .unsupported, "quartz"), Fault("0«~»59 * * * *", .unsupported, "H(a-b)"),
    Fault("cron(«H» 12 * * ? *)", .unsupported, "number itself"),
    Fault("«@every 5m»", .macro, "'*/5 * * * *'"), Fault("«@fortnightly»", .macro, "@weekly"),
    Fault("«@daily»", .quartz, .unsupported, "unix"), Fault("«@never»", .quartz, .unsupported, "quartz"),
    Fault("0 0 12 «? * ?»", .quartz, .questionMark, "both"), Fault("0 0 12 «1 * 2»", .quartz, .questionMark, "neither"),
    Fault("0 «?» 12 * * ?", .quartz, .questionMark, "minute"),
    Fault("0 0 12 «?»,1 * 2", .quartz, .questionMark, "alone"),
    Fault("cron(0 12 «* * *» *)", .questionMark, "'?' as day of week"),
    Fault("cron(0 12 «* * 2» *)", .questionMark, "'?' as day of month"),
    Fault("cron(0 12 «1 * 2» *)", .questionMark, "two schedules"),
    Fault("0 0 12 «40W» * ?", .quartz, .range, "'W'"), Fault("0 0 12 «L-31» * ?", .quartz, .range, "L-3"),
    Fault("0 0 12 ? * «6#6»", .quartz, .range, "1 to 5"), Fault("0 0 12 ? * «8»#2", .quartz, .range, "1 to 7"),
    Fault("rate(«5»)", .rate, "number and unit"), Fault("rate(«x» minutes)", .rate, "whole number"),
    Fault("rate(«0» minutes)", .rate, "is 0"), Fault("rate(5 «minute»)", .rate, "'rate(5 minutes)'"),
    Fault("rate(1 «minutes»)", .rate, "'rate(1 minute)'"), Fault("rate(30 «seconds»)", .rate, "shortest"),
    Fault("rate(5 «weeks»)", .rate, "minute, hour and day"), Fault("«rate()»", .rate, "number and unit"),
    Fault("at(«2027-02-29T00:00:00»)", .at, "day that does not exist"),
    Fault("at(«2027-02-28T24:00:00»)", .at, "time that does not exist"),
    Fault("at(«2027-02-28»)", .at, "date and time"), Fault("at(«2300-02-28T00:00:00»)", .at, "1970 to 2199"),
    Fault("at(«2027-02-28T00:00:00Z»)", .at, "without a zone"),
    Fault("«cron(0 12 * * ? *»", .form, "add ')'"), Fault("«0 12 * * ? *»", .eventbridge, .form, "'cron(…)'"),
    Fault("«CRON»(0 12 * * ? *)", .form, "write 'cron'"), Fault("«run»(0 12 * * ? *)", .eventbridge, .form, "'run(…)'"),
    Fault("«rate(5 minutes)»", .unix, .form, "eventbridge"),
    Fault("«0 12 * * ? 2027»", .form, "write 'cron(0 12 * * ? 2027)'"),
    Fault("«every 24 hours»", .english, "Google"), Fault("«1st mon of sep 17:00»", .unix, .english, "Google"),
    Fault("0 0 «25» * * *", .range, "hour"), Fault("0 «61» 2 * * 9", .range, "minute"),
  ]

  @Test("a fault is named, marked and answered", arguments: faults)
  func errors(fault: Fault) throws {
    let error = try #require(throws: CronError.self) {
      try CronExpression.parse(fault.marked.text, dialect: fault.dialect, seed: 1)
    }
    #expect(error.code == fault.code, "\(error)")
    #expect(error.range == fault.marked.range, "\(error)")
    #expect(error.description.contains(fault.words), "\(error)")
    let start = error.message.prefix(1)
    #expect(start == start.lowercased() && error.message.last != "." && error.hint?.last != ".")
  }

  @Test("every code has a case")
  func codes() {
    let elsewhere: Set<CronError.Code> = [.tooLong, .ambiguous, .seed]
    #expect(Set(Self.faults.map(\.code)).union(elsewhere) == Set(CronError.Code.allCases))
  }

  @Test("1 KiB is read, one byte more is refused")
  func length() throws {
    let list = (0..<340).map { String($0 % 60) }.joined(separator: ",")
    let text = "\(list) * * * *".padding(to: 1024)
    #expect(try CronExpression.parse(text, dialect: nil, seed: nil).firesPerDay == 60 * 24)
    let error = try #require(throws: CronError.self) {
      try CronExpression.parse(text + " ", dialect: nil, seed: nil)
    }
    #expect(error.code == .tooLong)
    #expect(error.range == 0..<1025)
  }

  @Test(
    "what is accepted with doubt is remarked on",
    arguments: [
      ("«5/15» * * * *", CronDialect.unix, CronRemark.Code.openStep, "'5-59/15'"),
      ("«*/90» * * * *", .unix, .largeStep, "one value remains"),
      ("0 0 «1 * 1»", .unix, .ambiguousDays, "if one of them does"),
      ("0 0 «1 4 */6»", .unix, .ambiguousDays, "must match both"),
      ("0 0 12 * * «*»", .quartz, .missingQuestionMark, "Quartz itself"),
      ("0 0 12 «*» * 2", .quartz, .missingQuestionMark, "Quartz itself"),
      ("0 0 12 1,«L» * ?", .quartz, .undocumented, "in a list"),
      ("cron(0 12 «L-3» * ? *)", .eventbridge, .undocumented, "AWS"),
      ("cron(0 12 «LW» * ? *)", .eventbridge, .undocumented, "AWS"),
      ("cron(0 12 ? * «FRI-MON» *)", .eventbridge, .undocumented, "wrap round"),
    ])
  func remarks(marked: String, dialect: CronDialect, code: CronRemark.Code, words: String) {
    let text = MarkedText(marked)
    let remarks = CronExpression.known(text.text, dialect).remarks
    #expect(remarks.map(\.code) == [code])
    #expect(remarks.first?.range == text.range)
    #expect(remarks.first?.message.contains(words) == true)
  }

  @Test(
    "what is plain is not remarked on",
    arguments: [
      ("*/15 8-18 1 * *", CronDialect.unix), ("0 0/15 * * * ?", .quartz), ("0 /15 * * * ?", .quartz),
      ("0 0 22-2 ? * FRI-MON", .quartz), ("cron(0/15 12 ? * 2-6 *)", .eventbridge),
    ])
  func noRemarks(text: String, dialect: CronDialect) {
    #expect(CronExpression.known(text, dialect).remarks.isEmpty)
  }

  @Test("random bytes are refused or read, never a trap")
  func randomBytes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let likely = Array("*/,-?LWH#@()0123456789 \t aceimnorstMONJU:T~%é".utf8)
    for _ in 0..<5000 {
      let length = Int.random(in: 0...24, using: &random)
      let bytes = (0..<length).map { _ in
        Int.random(in: 0..<8, using: &random) == 0
          ? UInt8.random(in: 0...255, using: &random) : likely.randomElement(using: &random) ?? 42
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for dialect in CronDialect.allCases.map(Optional.some) + [nil] {
        do throws(CronError) {
          let cron = try CronExpression.parse(text, dialect: dialect, seed: 1)
          _ = (
            cron.description, cron.nextFire(after: 0, in: .utc), cron.minimumInterval, cron.asUnix, cron.asEventBridge
          )
        } catch {
          #expect(
            error.range.upperBound <= text.utf8.count && !error.message.isEmpty, "seed \(seed): \(Array(text.utf8))")
        }
      }
    }
  }

  @Test("random fields of right parts are read and printed in words")
  func randomFields() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let parts = ["*", "?", "0", "1", "5-7", "*/2", "L", "2#2", "15W", "LW", "MON", "6L", "H", "H(1-5)", "1,3", "7/2"]
    var read = 0
    for _ in 0..<8000 {
      let count = Int.random(in: 5...7, using: &random)
      let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "*" }.joined(separator: " ")
      for dialect in CronDialect.allCases {
        let written = dialect == .eventbridge ? "cron(\(text))" : text
        guard let cron = try? CronExpression.parse(written, dialect: dialect, seed: seed) else { continue }
        read += 1
        #expect(!cron.description.isEmpty, "seed \(seed): \(written)")
        if let fire = cron.nextFire(after: 1_000_000_000, in: .utc) {
          #expect(cron.previousFire(before: fire + 1, in: .utc) == fire, "seed \(seed): \(written)")
        } else {
          #expect(cron.never(after: 1_000_000_000, in: .utc) != nil, "seed \(seed): \(written)")
        }
      }
    }
    #expect(read >= 100, "seed \(seed)")
  }
}

extension String {
  fileprivate func padding(to count: Int) -> String { self + String(repeating: " ", count: count - utf8.count) }
}
