import JobsCore
import JobsCron
import Testing

@testable import JobsAudit

@Suite("Conditions of Google")
struct CELTests {
  private static let attributes: [String: CELValue] = [
    "request.time": .timestamp(Instant(rfc3339: "2026-11-22T10:30:00Z") ?? Instant(seconds: 0)),
    "resource.name": .string("projects/p/secrets/db-password"),
    "resource.type": .string("secretmanager.googleapis.com/Secret"),
  ]

  private static func truth(_ text: String) throws -> Truth {
    CELEvaluator(attributes: attributes).holds(try CELParser.parse(text)).truth
  }

  @Test(
    "what holds",
    arguments: [
      "request.time < timestamp('2026-12-01T00:00:00Z')", "request.time < timestamp(\"2026-12-01T00:00:00Z\")",
      "resource.name.startsWith('projects/p/') && resource.type == 'secretmanager.googleapis.com/Secret'",
      "resource.name.endsWith(\"password\")", "resource.name.contains('/secrets/')",
      "!(resource.type in ['a', 'b'])", "resource.type in ['secretmanager.googleapis.com/Secret']",
      "request.time.getFullYear() == 2026 && request.time.getMonth() == 10",
      "request.time.getHours() >= 9 && request.time.getHours('UTC') <= 17", "request.time.getDayOfWeek() == 0",
      "request.time.getDate() == 22 && request.time.getDayOfMonth() == 21", "request.time.getDayOfYear() == 325",
      "request.time - timestamp('2026-11-22T10:00:00Z') == duration('30m')",
      "request.time + duration('1h30m') > timestamp('2026-11-22T11:59:59Z')", "date('2026-11-22') < request.time",
      "resource.name.extract('/secrets/{name}') == 'db-password'",
      "resource.name.extract('projects/{p}/secrets') == 'p'", "true ? true : false", "1 + 2 * 3 == 7",
      "true || true && false", "false && true || true",
      "-1 < 0 && 7 % 2 == 1 && 0x10 == 16", "[1, 2,].size() == 2 && size('abc') == 3", "'a' + \"b\" == r'ab'",
      "\"\\x41\\u00e4\" == 'A\u{e4}'", "false || true // a word\n", "['a'][0] == 'a'", "'B'.lowerAscii() == 'b'",
      "1e3 == 1000.0 && 2.5e-1 == 0.25", "duration('1.5h') == duration('90m')", "duration('0') < duration('100ms')",
      "duration('1h1h') == duration('2h') && duration('-1.5s') + duration('1500ms') == duration('0')",
      "timestamp(1795353255) == timestamp('2026-11-22T13:14:15Z')", "int(timestamp('1970-01-01T00:01:00Z')) == 60",
      "request.time.getHours('+02:00') == 12 && request.time.getMinutes('-05:45') == 45", "int(2.7) == 2",
      "double(3) > 2.5", "'\\u00e9' != 'e\\u0301'", "!('e\\u0301' in ['\\u00e9'])",
      "api.getAttribute('x', '') == 'y' || true", "1.5 < 2", "'''long\ntext'''.size() == 9",
    ])
  func holds(text: String) throws { #expect(try Self.truth(text) == .yes) }

  @Test(
    "what does not hold, or fails to be worked out",
    arguments: [
      "request.time > timestamp('2026-12-01T00:00:00Z')", "resource.type == 'x' && api.getAttribute('a', '') == 'b'",
      "1 / 0 == 1", "9223372036854775807 + 1 > 0", "'a' < 1", "timestamp('never') < request.time", "'text'", "!1",
      "[1][5] == 1", "[1 / 0, 1][1] == 1", "[int('a')] != [1]", "duration('1') > duration('0')",
      "duration('') < duration('1s')",
      "timestamp('9999-01-01T00:00:00Z') - request.time > duration('1s')", "int(1e30) > 0",
      "duration('one hour') > duration('1s')", "null == false",
    ])
  func fails(text: String) throws { #expect(try Self.truth(text) == .no) }

  @Test(
    "what nobody can tell without the request",
    arguments: [
      "request.auth.claims.email == 'a'", "api.getAttribute('iam.googleapis.com/x', []).hasOnly(['a'])",
      "resource.matchTag('1/env', 'prod')", "destination.port == 22", "request.time.getHours('Europe/Nowhere') < 9",
      "request.time.getHours('localtime') < 9", "request.time.getHours('../../etc/passwd') < 9",
      "resource.name.matches('a+')", "resource.type == 'secretmanager.googleapis.com/Secret' && request.host == 'a'",
      "request.host == 'a' ? true : false", "request.time.getHours('Europe/Nowhere') > 1 ? true : true",
      "[request.host] != ['a', 'b']", "'a' in ['a', request.host]",
    ])
  func unknown(text: String) throws {
    let found = CELEvaluator(attributes: Self.attributes).holds(try CELParser.parse(text))
    #expect(found.truth == .unknown)
    #expect(found.missing != nil)
  }

  @Test(
    "a zone with a name has its own hours and days, by its clock of that day",
    arguments: [
      // Berlin is an hour before UTC in winter and two in summer, and it is the next day there already.
      ("2026-11-22T08:00:00Z", "request.time.getHours('Europe/Berlin') == 9"),
      ("2026-07-22T08:00:00Z", "request.time.getHours('Europe/Berlin') == 10"),
      ("2026-03-29T00:59:59Z", "request.time.getHours('Europe/Berlin') == 1"),
      ("2026-03-29T01:00:00Z", "request.time.getHours('Europe/Berlin') == 3"),
      ("2026-11-22T23:30:00Z", "request.time.getDayOfWeek('Europe/Berlin') == 1 && request.time.getDayOfWeek() == 0"),
      ("2026-12-31T23:30:00Z", "request.time.getFullYear('Europe/Berlin') == 2027"),
      ("2026-12-31T23:30:00Z", "request.time.getDayOfYear('Europe/Berlin') == 0"),
      ("2026-11-22T00:00:00Z", "request.time.getMinutes('Asia/Kathmandu') == 45"),
      ("2026-11-22T03:00:00Z", "request.time.getDate('America/Los_Angeles') == 21"),
      ("2150-07-01T12:00:00Z", "request.time.getHours('America/New_York') == 8"),
    ])
  func zones(time: String, text: String) throws {
    let instant = try #require(Instant(rfc3339: time))
    let found = CELEvaluator(attributes: ["request.time": .timestamp(instant)]).holds(try CELParser.parse(text))
    #expect(found.truth == .yes, "\(found)")
  }

  @Test("without a zone database a zone is not known, and is asked for once")
  func noZones() throws {
    let zones = CELZones(ZoneDatabase(folder: "/nonexistent", files: .disk))
    let evaluator = CELEvaluator(attributes: Self.attributes, zones: zones)
    let found = evaluator.holds(try CELParser.parse("request.time.getHours('Europe/Berlin') == 9"))
    #expect(found == (.unknown, "the time zone 'Europe/Berlin'"))
    #expect(evaluator.holds(try CELParser.parse("request.time.getHours('UTC') == 10")).truth == .yes)
  }

  @Test(
    "where no instant is asked about, what comes again may hold at any time",
    arguments: [
      ("request.time.getHours('Europe/Berlin') >= 9", Truth.unknown), ("request.time.getDayOfWeek() == 3", .unknown),
      ("(request.time - duration('1h')).getMinutes() > 5", .unknown), ("request.time.getFullYear() == 2025", .no),
      ("request.time.getHours() < 9 && request.time < timestamp('2026-01-01T00:00:00Z')", .no),
      ("request.time.getHours() < 9 || request.time < timestamp('2027-01-01T00:00:00Z')", .yes),
      ("timestamp('2026-11-22T10:00:00Z').getHours() == 10", .yes),
    ])
  func recurring(text: String, truth: Truth) throws {
    let evaluator = CELEvaluator(attributes: Self.attributes, isTimeExact: false)
    #expect(evaluator.holds(try CELParser.parse(text)).truth == truth)
  }

  @Test(
    "the end of a grant, at the very instant and a nanosecond beside it",
    arguments: [
      ("request.time < timestamp('2027-01-01T00:00:00Z')", [false, true, true]),
      ("timestamp('2027-01-01T00:00:00Z') > request.time", [false, true, true]),
      ("request.time <= timestamp('2027-01-01T00:00:00Z')", [false, false, true]),
      ("timestamp('2027-01-01T01:00:00+01:00') >= request.time && resource.type == 'x'", [false, false, true]),
      (
        "request.time <= timestamp('2027-01-01T00:00:00Z') && request.time < timestamp('2027-01-01T00:00:00Z')",
        [false, true, true]
      ),
    ])
  func ends(text: String, isOver: [Bool]) throws {
    let condition = BindingCondition(GoogleCondition(title: "t", expression: text))
    let end = try #require(condition.end)
    let last = Instant(seconds: end.time.seconds - 1, nanoseconds: 999_999_999)
    let times = [last, end.time, Instant(seconds: end.time.seconds, nanoseconds: 1)]
    #expect(end.time.rfc3339 == "2027-01-01T00:00:00Z")
    #expect(times.map { end.isOver(at: $0) } == isOver)
    let truths = times.map { condition.truth(at: .exactly($0), type: "x", names: []).truth }
    #expect(truths == isOver.map { Truth(!$0) })
  }

  @Test(
    "what is no expression, with its place",
    arguments: [
      ("", 0), ("a &&", 4), ("(a", 2), ("a b", 2), ("'open", 0), ("a == @", 5), ("[1, 2", 5), ("a.", 2), ("f(1,", 4),
      ("99999999999999999999", 0), ("'\\q'", 1), ("true ? 1", 8), ("in", 2),
    ])
  func refused(text: String, offset: Int) {
    let error = #expect(throws: CELError.self) { try CELParser.parse(text) }
    #expect(error?.offset == offset)
  }

  @Test("nesting and length have an end")
  func limits() {
    let deep = String(repeating: "(", count: 5000) + "true" + String(repeating: ")", count: 5000)
    #expect(throws: CELError.self) { try CELParser.parse(deep) }
    #expect(throws: CELError.self) { try CELParser.parse(String(repeating: "!", count: 5000) + "true") }
    let chain = (0..<2000).map { "a\($0)" }.joined(separator: "||")
    #expect(throws: CELError.self) { try CELParser.parse(chain) }
    #expect(throws: CELError.self) { try CELParser.parse(String(repeating: " ", count: 20_000) + "true") }
  }
}
