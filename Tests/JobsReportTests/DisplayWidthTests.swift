import JobsReport
import Testing

@Suite("Columns on screen")
struct DisplayWidthTests {
  @Test(
    "Text takes the columns that terminals give it",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("ｆｕｌｌ", 8), ("ﾊﾝ", 2), ("한글", 4),
      ("ᄒ\u{1161}\u{11AB}", 2),
      ("😀", 2), ("👍\u{1F3FD}", 4), ("a\u{200B}b", 2), ("a\u{200D}b", 2), ("\u{FEFF}x", 1), ("א\u{5B0}", 1),
      ("ก\u{E34}", 1),
      ("€", 1), ("…", 1), ("│", 1), ("\u{AD}", 1), ("☃", 1), ("⌚", 2), ("\u{1F1E9}\u{1F1EA}", 2), ("\u{20000}", 2),
      ("\u{303F}", 1), ("\u{3000}", 2), ("\u{1F}", 0), ("\u{85}", 0), ("❤\u{FE0F}", 1),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
