import JobsCore
import Testing

@Suite("Lines and columns")
struct LineIndexTests {
  @Test(
    "A byte's line and column are counted in scalars, over every kind of line break",
    arguments: [
      ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("abc", 99, 1, 4), ("abc", -5, 1, 1), ("", 0, 1, 1),
      ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\r\nb", 2, 1, 3), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1),
      ("\r\r\n\n", 1, 2, 1),
      ("\r\r\n\n", 3, 3, 1), ("\r\r\n\n", 4, 4, 1), ("é€😀x", 0, 1, 1), ("é€😀x", 2, 1, 2), ("é€😀x", 5, 1, 3),
      ("é€😀x", 9, 1, 4), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("\u{FEFF}ab", 0, 1, 1),
      ("\u{FEFF}", 3, 1, 1),
      ("\u{FEFF}a\nb", 5, 2, 1), ("a\u{301}b", 3, 1, 3),
    ])
  func position(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    #expect(LineIndex(Array(text.utf8)).position(of: offset) == (line, column))
  }

  @Test(
    "Lines are given without their break and without a byte order mark",
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\n", ["a", "b", "c", ""]), ("\u{FEFF}a\nb", ["a", "b"]),
      ("\u{FEFF}\n", ["", ""]), ("\u{FEFF}", [""]), ("\n\n", ["", "", ""]), ("a\r\r\nb", ["a", "", "b"]),
      ("é\r\n€", ["é", "€"]),
    ])
  func lines(_ text: String, _ lines: [String]) {
    let index = LineIndex(Array(text.utf8))
    #expect(index.lineCount == lines.count)
    #expect((1...index.lineCount).map(index.text(ofLine:)) == lines)
    #expect((1...index.lineCount).map { String(decoding: index.bytes(ofLine: $0), as: UTF8.self) } == lines)
  }

  @Test("A line that is not there is empty", arguments: [0, -1, 3, 1000])
  func outside(_ line: Int) {
    #expect(LineIndex(Array("a\nb".utf8)).range(ofLine: line).isEmpty)
  }

  @Test("A range has an exclusive end")
  func location() {
    let place = LineIndex(Array("a: é\nbc: 1\n".utf8)).location(of: 3..<8, in: "f")
    #expect(place == Location(file: "f", line: 1, column: 4, endLine: 2, endColumn: 3))
    #expect(place.short == "f:1:4")
    #expect(Location.start(of: "f") == Location(file: "f", line: 1, column: 1, endLine: 1, endColumn: 1))
  }
}
