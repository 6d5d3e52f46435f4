import JobsCore
import JobsReport
import Testing

@Suite("Tables")
struct TableTests {
  private func table(_ rows: [[String]]) -> Table {
    var table = Table([Table.Column("NAME"), Table.Column("RUNS", .right), Table.Column("LAST")])
    for row in rows { table.add(row) }
    return table
  }

  private func terminal(_ width: Int, unicode: Bool = false) -> Terminal {
    Terminal(isTerminal: true, usesColor: false, usesUnicode: unicode, width: width)
  }

  @Test("Columns are aligned by what is seen, and no line ends with a blank")
  func alignment() {
    let text = table([
      ["a", "5", "ok"], ["日本", "12345", ""], ["e\u{301}\u{1B}", "7"],
      ["x", "1", "y", "dropped"],
    ]).text(.plain)
    #expect(
      text == "NAME      RUNS  LAST\na            5  ok\n日本     12345\ne\u{301}\\u{1b}      7\nx            1  y\n")
  }

  @Test("A table without rows has its header")
  func empty() {
    #expect(table([]).text(.plain) == "NAME  RUNS  LAST\n")
    #expect(table([]).isEmpty)
    #expect(!table([["a"]]).isEmpty)
  }

  @Test("On a terminal the widest columns are cut to its width; elsewhere nothing is", arguments: [24, 30, 40, 60])
  func cutting(_ width: Int) {
    let long = String(repeating: "長", count: 40)
    let rows = [["short", "1", long], [String(repeating: "n", count: 50), "2", "x"]]
    for unicode in [false, true] {
      let lines = table(rows).text(terminal(width, unicode: unicode)).split(separator: "\n")
      for line in lines { #expect(DisplayWidth.of(line) <= width) }
      #expect(lines[1].hasSuffix(unicode ? "…" : "...") && lines[1].hasPrefix("short"))
    }
    #expect(table(rows).text(.plain).contains(long))
  }

  @Test(
    "Where the least widths are too much the last columns are left out, and the only one left is cut to what there is",
    arguments: [
      (24, "aaaaa...     1  bbbbb..."), (23, "aaaaaaaaaaaa     1"), (14, "aaaaa...     1"), (13, "aaaaaaaaaaaa"),
      (5, "aa..."), (3, "aaa"), (1, "a"),
    ])
  func narrow(width: Int, row: String) {
    let lines = table([["aaaaaaaaaaaa", "1", "bbbbbbbbbbbb"]]).text(terminal(width)).split(separator: "\n")
    #expect(lines.map(String.init) == [String(lines[0]), row])
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
  }

  @Test(
    "A column of which a part says nothing is left out before it is cut",
    arguments: [
      (60, "aaaaaaaaaaaaaaaa  2026-11-21 02:30  bbbbbbbbbbbb"), (44, "aaaaaaaaa...  2026-11-21 02:30  bbbbbbbbbbbb"),
      (36, "aaaaa...  2026-11-21 02:30  bbbbb..."), (35, "aaaaaaaaaaaaaaaa  2026-11-21 02:30"),
      (26, "aaaaa...  2026-11-21 02:30"), (25, "aaaaaaaaaaaaaaaa"), (9, "aaaaaa..."),
    ])
  func uncut(width: Int, row: String) {
    var table = Table([Table.Column("JOB"), Table.Column("NEXT", isUncut: true), Table.Column("REMARK")])
    table.add(["aaaaaaaaaaaaaaaa", "2026-11-21 02:30", "bbbbbbbbbbbb"])
    #expect(table.text(terminal(width)).split(separator: "\n").last.map(String.init) == row)
  }

  @Test("A column that people copy from is never cut")
  func whole() {
    var table = Table([Table.Column("ID", isWhole: true), Table.Column("REMARK")])
    table.add([String(repeating: "1", count: 26), String(repeating: "r", count: 30)])
    let lines = table.text(terminal(40)).split(separator: "\n")
    #expect(lines[1] == "\(String(repeating: "1", count: 26))  rrrrrrrrr...")
    let narrow = table.text(terminal(20)).split(separator: "\n")
    #expect(narrow == ["ID", Substring(repeating: "1", count: 26)])
  }

  @Test("The header is bold where there is colour")
  func color() {
    let color = Terminal(isTerminal: false, usesColor: true, usesUnicode: false, width: 80)
    #expect(table([]).text(color) == "\u{1B}[1mNAME  RUNS  LAST\u{1B}[0m\n")
  }
}
