import Testing

@testable import GoogleDouble

@Suite struct WireFormatTests {
  @Test(
    arguments: [
      ("600s", 600_000), ("1.5s", 1500), ("0.001s", 1), ("-3s", -3000), ("0s", 0), ("1.123456789s", 1123), ("10m", nil),
      ("5", nil), ("s", nil), ("1.s", nil), ("1.0000000000s", nil), ("315576000001s", nil), ("1e3s", nil), ("", nil),
    ] as [(String, Int?)])
  func `a duration is seconds with an s`(text: String, milliseconds: Int?) {
    #expect(WireFormat.milliseconds(ofDuration: text) == milliseconds)
  }

  @Test(arguments: [
    (Schema.Format.int64, "-9223372036854775808", true), (.int64, "9223372036854775808", false), (.int64, "", false),
    (.byte, "aGk=", true), (.byte, "aGk", true), (.byte, "a-_/", true), (.byte, "a", false), (.byte, "a!b=", false),
    (.datetime, "2026-11-21T20:00:00Z", true), (.datetime, "2026-11-21", false),
    (.fieldmask, "labels,template.taskCount", true), (.fieldmask, "*", true), (.fieldmask, "a..b", false),
    (.fieldmask, "a b", false),
  ])
  func `texts stand for other values`(format: Schema.Format, text: String, isRight: Bool) {
    #expect((WireFormat.fault(text, format) == nil) == isRight)
  }
}
