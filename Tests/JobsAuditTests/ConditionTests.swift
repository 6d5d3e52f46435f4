import Testing

@testable import JobsAudit

@Suite("Conditions of AWS")
struct ConditionTests {
  private static func holds(
    _ operation: String, _ values: [String], _ found: RequestContext.Value
  ) throws -> Truth {
    var context = RequestContext()
    context.set("key", found)
    let parsed = try #require(ConditionOperator(operation))
    let texts = values.map { PolicyText($0, hasVariables: true) }
    return Condition(parsed, key: "KEY", values: texts).holds(in: context)
  }

  @Test(
    "each operator compares as the guide says",
    arguments: [
      ("StringEquals", "a", "a", true), ("StringEquals", "a", "A", false), ("StringEquals", "*", "a", false),
      ("StringNotEquals", "a", "b", true), ("StringEqualsIgnoreCase", "a", "A", true),
      ("StringNotEqualsIgnoreCase", "a", "A", false), ("StringLike", "a*", "abc", true),
      ("StringLike", "a?", "abc", false), ("StringNotLike", "a*", "b", true), ("NumericEquals", "10", "10.0", true),
      ("NumericNotEquals", "10", "11", true), ("NumericLessThan", "10", "9.5", true),
      ("NumericLessThanEquals", "10", "10", true), ("NumericGreaterThan", "10", "10", false),
      ("NumericGreaterThanEquals", "10", "10", true), ("NumericEquals", "ten", "10", false),
      ("DateEquals", "2026-01-01T00:00:00Z", "1767225600", true), ("DateLessThan", "2026-01-02", "2026-01-01", true),
      ("DateGreaterThan", "2026-01-02", "2026-01-01", false), ("DateEquals", "2026-01", "2026-01-01", true),
      ("DateEquals", "2026-01-01T02:30Z", "2026-01-01T02:30:00Z", true),
      ("DateEquals", "2026-01-01T02:30+02:00", "2026-01-01T00:30:00Z", true),
      ("StringEquals", "\u{E9}", "e\u{301}", false),
      ("DateGreaterThanEquals", "2026-01-01", "2026-01-01T00:00:00Z", true),
      ("DateLessThanEquals", "2026-01-01", "2026-01-01", true), ("DateNotEquals", "2026-01-01", "2026-01-02", true),
      ("Bool", "true", "TRUE", true), ("Bool", "false", "true", false), ("BinaryEquals", "YQ==", "YQ==", true),
      ("BinaryEquals", "YQ==", "Yg==", false), ("IpAddress", "10.0.0.0/8", "10.1.2.3", true),
      ("IpAddress", "10.0.0.0/12", "10.16.0.1", false), ("NotIpAddress", "10.0.0.0/8", "11.0.0.1", true),
      ("IpAddress", "2001:db8::/32", "2001:db8::1", true), ("IpAddress", "10.0.0.0/8", "::1", false),
      ("IpAddress", "nonsense", "10.0.0.1", false),
      ("DateGreaterThan", "2026-01-01", "2026-01-01T00:00:00Z", false),
      ("DateLessThan", "2026-01-01", "2026-01-01T00:00:00Z", false), ("NumericLessThan", "5", "5", false),
      ("NumericGreaterThan", "5", "5", false), ("NumericLessThanEquals", "5", "5.0", true),
      ("IpAddress", "10.0.0.0/12", "10.15.255.255", true), ("IpAddress", "10.128.0.0/9", "10.127.255.255", false),
      ("IpAddress", "10.128.0.0/9", "10.200.0.1", true), ("IpAddress", "2001:db8::/33", "2001:db8:8000::1", false),
      ("IpAddress", "0.0.0.0/0", "1.2.3.4", true), ("IpAddress", "1.2.3.4", "1.2.3.5", false),
      ("ArnLike", "arn:aws:iam::1:role/*", "arn:aws:iam::1:role/a", true),
      ("ArnEquals", "arn:aws:iam::*:role/a", "arn:aws:iam::1:role/a", true),
      ("ArnNotLike", "arn:aws:iam::1:role/*", "arn:aws:iam::2:role/a", true),
      ("ArnNotEquals", "arn:aws:iam::1:role/a", "arn:aws:iam::1:role/a", false),
      ("Null", "true", "a", false), ("Null", "false", "a", true),
    ])
  func operators(name: String, written: String, given: String, expected: Bool) throws {
    #expect(try Self.holds(name, [written], .known([given])) == Truth(expected))
  }

  @Test(
    "what an absent key comes to",
    arguments: [
      ("StringEquals", false), ("StringEqualsIfExists", true), ("StringNotEquals", true),
      ("StringNotEqualsIfExists", true), ("NotIpAddress", true), ("ForAllValues:StringEquals", true),
      ("ForAnyValue:StringEquals", false), ("ForAnyValue:StringNotEquals", false),
      ("ForAllValues:StringNotEquals", true), ("Bool", false), ("ForAnyValue:StringEqualsIfExists", true),
    ])
  func absent(name: String, expected: Bool) throws {
    #expect(try Self.holds(name, ["a"], .absent) == Truth(expected))
  }

  @Test("Null asks whether a key is absent")
  func null() throws {
    #expect(try Self.holds("Null", ["true"], .absent) == .yes)
    #expect(try Self.holds("Null", ["false"], .absent) == .no)
    #expect(try Self.holds("Null", ["true"], .unknown) == .unknown)
  }

  @Test(
    "sets of values",
    arguments: [
      ("ForAllValues:StringEquals", ["a", "b"], ["a"], true), ("ForAllValues:StringEquals", ["a"], ["a", "b"], false),
      ("ForAnyValue:StringEquals", ["a"], ["a", "b"], true), ("ForAnyValue:StringEquals", ["c"], ["a", "b"], false),
      ("ForAllValues:StringNotEquals", ["c"], ["a", "b"], true),
      ("ForAllValues:StringNotEquals", ["a"], ["a", "b"], false),
      ("ForAnyValue:StringNotEquals", ["a"], ["a", "b"], true), ("ForAnyValue:StringNotEquals", ["a"], ["a"], false),
      ("StringEquals", ["a", "b"], ["b"], true), ("StringNotEquals", ["a", "b"], ["b"], false),
      ("StringEquals", ["a"], [], false), ("StringNotEquals", ["a"], [], true),
      ("StringEqualsIfExists", ["a"], [], true),
      ("ForAllValues:StringEquals", ["a"], [], true), ("ForAnyValue:StringNotEquals", ["a"], [], false),
      ("Null", ["true"], [], true), ("Null", ["false"], [], false),
    ])
  func sets(name: String, written: [String], given: [String], expected: Bool) throws {
    #expect(try Self.holds(name, written, .known(given)) == Truth(expected))
  }

  @Test("a key that is not known leaves all open")
  func unknown() throws {
    #expect(try Self.holds("StringEquals", ["a"], .unknown) == .unknown)
    #expect(try Self.holds("StringNotEquals", ["a"], .unknown) == .unknown)
    for name in ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "NumericLessThan"] {
      #expect(try Self.holds(name, ["${aws:SourceIp}"], .known(["1"])) == .unknown, "\(name) by a variable")
    }
    let role = "arn:aws:iam::1:role/a"
    #expect(try Self.holds("ArnLike", ["arn:aws:iam::1:role/${aws:SourceIp}"], .known([role])) == .unknown)
    #expect(try Self.holds("ArnLike", ["arn:aws:iam::2:role/${aws:SourceIp}"], .known([role])) == .no)
  }

  @Test("of a value that fits none of some patterns it is known what it is not")
  func other() throws {
    let outside = RequestContext.Value.other([Glob("o-a1/*")])
    #expect(try Self.holds("StringLike", ["o-a1/r-b2/*"], outside) == .no)
    #expect(try Self.holds("StringNotLike", ["o-a1/r-b2/*"], outside) == .yes)
    #expect(try Self.holds("StringLike", ["o-c3/*"], outside) == .unknown)
    #expect(try Self.holds("StringLikeIfExists", ["o-a1/r-b2/*"], outside) == .unknown, "it may be absent")
    #expect(try Self.holds("StringLike", ["o-a1/${aws:SourceIp}"], outside) == .unknown)
    #expect(try Self.holds("Null", ["true"], outside) == .unknown)
  }

  @Test(
    "what is no operator is refused", arguments: ["stringEquals", "Equals", "NullIfExists", "ForAnyValue:Null", ""])
  func refused(name: String) { #expect(ConditionOperator(name) == nil) }

  @Test("variables take their values, and those are never wildcards")
  func variables() throws {
    var context = RequestContext()
    context.set("aws:username", "al*")
    context.set(all: "aws:PrincipalTag/", [("team", "data")])
    func glob(_ text: String) -> Glob? { PolicyText(text, hasVariables: true).glob(context) }
    #expect(glob("home/${aws:username}/*")?.covers(Glob(literal: "home/al*/x")) == true)
    #expect(glob("home/${aws:username}/*")?.covers(Glob(literal: "home/alice/x")) == false)
    #expect(glob("${aws:PrincipalTag/Team}") == Glob(literal: "data"))
    #expect(glob("${aws:PrincipalTag/other}") == nil)
    #expect(glob("${aws:PrincipalTag/other, 'none'}") == Glob(literal: "none"))
    #expect(glob("${aws:PrincipalTag/other, '*'}") == Glob(literal: "*"))
    #expect(glob("a${*}b") == Glob(literal: "a*b"))
    #expect(glob("${aws:SourceIp}x")?.hasUnknown == true)
    #expect(PolicyText("${aws:username}", hasVariables: false).glob(context) == Glob(literal: "${aws:username}"))
  }
}
