import JobsReport
import Testing

@Suite("CSVRow")
struct CSVRowTests {
  @Test(
    "fields are quoted where they have to be, and no value is not an empty text",
    arguments: [
      (["a", "b"], "a,b\r\n"), (["a,b", "c\"d", "e\r\nf"], "\"a,b\",\"c\"\"d\",\"e\r\nf\"\r\n"),
      (["", nil, "x"], "\"\",,x\r\n"), ([nil, nil], ",\r\n"), ([nil], "\"\"\r\n"), ([" a "], " a \r\n"),
      (["ü 日本"], "ü 日本\r\n"), (["\"\""], "\"\"\"\"\"\"\r\n"), (["a\nb"], "\"a\nb\"\r\n"), (["a\rb"], "\"a\rb\"\r\n"),
    ] as [([String?], String)])
  func rows(_ fields: [String?], _ text: String) {
    // By bytes, since CR LF is one character.
    #expect(Array(CSVRow.text(fields).utf8) == Array(text.utf8))
  }

  @Test(
    "a text that a spreadsheet would take for a formula is marked as text",
    arguments: [
      ("=1+1", "'=1+1"), ("+49", "'+49"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t'=1"),
      ("a;=1", "a;'=1"), ("a;b=1", "a;b=1"), ("a\t@x", "a\t'@x"),
      ("\r=1", "'\r=1"), ("a=1", "a=1"), ("", ""), ("1-2", "1-2"),
    ])
  func formulas(_ text: String, _ plain: String) { #expect(CSVRow.plain(text) == plain) }
}
