import JobsCore
import JobsReport
import Testing

@Suite("The report for people")
struct HumanReportTests {
  private func shown(_ diagnostic: Diagnostic, _ excerpts: Excerpts, _ terminal: Terminal = .plain) -> String {
    HumanReport(terminal: terminal, excerpts: excerpts).text(of: diagnostic)
  }

  @Test("A fault is shown with its line, its hint and its fix")
  func whole() {
    let sample = Sample("spec:\n  template:\n    ⟦maxRetires⟧: 3\n    other: 1\n")
    var diagnostic = Diagnostic("ST104", at: sample.places[0], "unknown key 'maxRetires'")
    diagnostic.hint = "did you mean 'maxRetries'?"
    diagnostic.environments = ["dev", "prod"]
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: [sample.edit(0, "maxRetries")])
    #expect(
      shown(diagnostic, sample.excerpts()) == """
        error[ST104]: unknown key 'maxRetires'
         --> jobs/a.yaml:3:5
          |
        3 |     maxRetires: 3
          |     ^^^^^^^^^^
          |
          = environments: dev, prod
          = help: did you mean 'maxRetries'?
        help: replace with
          |
        3 -     maxRetires: 3
        3 +     maxRetries: 3


        """)
  }

  @Test(
    "The mark stands under its span, whatever the characters before and in it are",
    arguments: [
      ("ab⟦cd⟧ef", "abcdef", "  ^^"), ("⟦a⟧", "a", "^"), ("a: ⟦⟧", "a: ", "   ^"), ("日本⟦語⟧x", "日本語x", "    ^^"),
      ("e\u{301}⟦x⟧", "e\u{301}x", " ^"), ("\t⟦x⟧", "    x", "    ^"), ("😀⟦😀⟧", "😀😀", "  ^^"), ("ａ⟦ｂ⟧", "ａｂ", "  ^^"),
      ("\u{1B}[0m⟦x⟧", "\\u{1b}[0mx", "         ^"), ("한⟦글⟧", "한글", "  ^^"), ("\u{200B}⟦x⟧", "\\u{200b}x", "        ^"),
      ("x⟦\u{301}⟧y", "x\u{301}y", " ^"), ("\u{FEFF}⟦ab⟧", "ab", "^^"),
    ])
  func alignment(_ marked: String, _ line: String, _ marks: String) {
    let sample = Sample(marked)
    let rows = shown(Diagnostic("A1", at: sample.places[0]), sample.excerpts()).split(separator: "\n")
    #expect(rows[3] == "1 | \(line)")
    #expect(rows[4] == "  | \(marks)")
  }

  @Test("Related places are marked in the same excerpt, in line order, with the lines between left out")
  func related() {
    let sample = Sample("⟦name⟧: a\nx: 1\n⟦name⟧: b\n1\n2\n3\n⟦name⟧: c\n")
    var diagnostic = Diagnostic("ST110", .warning, at: sample.places[2], "key 'name' is repeated")
    diagnostic.related = [
      Diagnostic.Related(message: "first here", location: sample.places[0]),
      Diagnostic.Related(message: "again here", location: sample.places[1]),
    ]
    #expect(
      shown(diagnostic, sample.excerpts()) == """
        warning[ST110]: key 'name' is repeated
         --> jobs/a.yaml:7:1
          |
        1 | name: a
          | ---- first here
        2 | x: 1
        3 | name: b
          | ---- again here
        ...
        7 | name: c
          | ^^^^


        """)
  }

  @Test("A related place in another file has an excerpt of its own, or a note where there is no text")
  func otherFiles() {
    let here = Sample("name: ⟦a⟧\n")
    let there = Sample(String(repeating: "\n", count: 11) + "name: ⟦a⟧\n", file: "jobs/b.yaml")
    let excerpts = Excerpts { file in
      switch file {
      case "jobs/a.yaml": LineIndex(Array(here.text.utf8))
      case "jobs/b.yaml": LineIndex(Array(there.text.utf8))
      default: nil
      }
    }
    var diagnostic = Diagnostic("XF1", at: here.places[0], "job 'a' is defined twice")
    diagnostic.related = [
      Diagnostic.Related(message: "the other one", location: there.places[0]),
      Diagnostic.Related(message: "and this", location: .start(of: "gone.yaml")),
    ]
    #expect(
      shown(diagnostic, excerpts) == """
        error[XF1]: job 'a' is defined twice
          --> jobs/a.yaml:1:7
           |
         1 | name: a
           |       ^
          ::: jobs/b.yaml:12:7
           |
        12 | name: a
           |       - the other one
          ::: gone.yaml:1:1
           = note: gone.yaml:1:1: and this


        """)
  }

  @Test("A span over several lines marks each of them, and of a long one the first two and the last")
  func manyLines() {
    let short = Sample("a:\n  ⟦b: 1\n\n  c: 2\n⟧d: 3\n")
    #expect(
      shown(Diagnostic("A1", at: short.places[0]), short.excerpts()).contains(
        "2 |   b: 1\n  |   ^^^^\n3 |\n  | ^\n4 |   c: 2\n  |   ^^^^\n\n"))
    let long = Sample("⟦a:\n  b: 1\n  c: 1\n  d: 1\n  e: 1\n  f: 11⟧111\n")
    #expect(
      shown(Diagnostic("A1", at: long.places[0]), long.excerpts()).contains(
        "1 | a:\n  | ^^\n2 |   b: 1\n  |   ^^^^\n...\n6 |   f: 11111\n  |   ^^^^^\n\n"))
  }

  @Test(
    "A secret is shown neither in the excerpt nor in the patch, and its length is not either", arguments: [1, 8, 60])
  func secrets(_ length: Int) {
    let secret = String(repeating: "S", count: length)
    let sample = Sample("password: ⟦\"⟦\(secret)⟧\"⟧ # ⟦keep⟧\n")
    var diagnostic = Diagnostic("SE1", at: sample.places[0], "a password in clear")
    diagnostic.related = [Diagnostic.Related(message: "inside", location: sample.places[1])]
    diagnostic.fix = Diagnostic.Fix(safe: false, edits: [sample.edit(2, "gone")])
    #expect(
      shown(diagnostic, sample.excerpts(masks: [sample.ranges[1]])) == """
        error[SE1]: a password in clear
         --> jobs/a.yaml:1:11
          |
        1 | password: "***" # keep
          |           ^^^^^
          |            --- inside
        help (unsafe fix): replace with
          |
        1 - password: "***" # keep
        1 + password: "***" # gone


        """)
  }

  @Test("A secret over several lines, or one that begins before what is shown, is masked on every line")
  func longSecrets() {
    let sample = Sample("key: |\n  ⟦AAAA\n  BBBB\n  CC⟧\n" + "x: ⟦" + String(repeating: "Z", count: 3000) + "⟧⟦!⟧\n")
    let excerpts = sample.excerpts(masks: [sample.ranges[0], sample.ranges[1]])
    let first = shown(Diagnostic("A1", at: sample.places[0]), excerpts)
    let second = shown(Diagnostic("A1", at: sample.places[2]), excerpts)
    #expect(first.contains("2 |   ***\n"))
    #expect(first.contains("4 | ***\n"))
    #expect(!second.contains("ZZ") && second.contains("!"))
    #expect(!first.contains("AA") && !first.contains("BB") && !first.contains("CC"))
  }

  @Test("A very long line is cut around the span, which stays marked", arguments: [0, 10, 100, 139, 500, 5_000, 9_990])
  func longLines(_ column: Int) {
    let (before, after) = (String(repeating: "x", count: column), String(repeating: "y", count: 9_990 - column))
    let sample = Sample("\(before)⟦SPAN⟧\(after)")
    for (terminal, ellipsis, width) in [
      (Terminal.plain, "...", 140),
      (Terminal(isTerminal: true, usesColor: false, usesUnicode: true, width: 60), "…", 60),
    ] {
      let rows = shown(Diagnostic("A1", at: sample.places[0]), sample.excerpts(), terminal).split(separator: "\n")
      #expect(rows[3].unicodeScalars.count <= width)
      #expect(rows[3].contains("SPAN") && rows[3].contains(ellipsis))
      let (source, marks) = (Array(rows[3].unicodeScalars), Array(rows[4].unicodeScalars))
      let marked = marks.indices.filter { marks[$0] == "^" }.map { source[$0] }
      #expect(String(String.UnicodeScalarView(marked)) == "SPAN")
    }
  }

  @Test("A line of ten megabytes costs no more than a look")
  func hugeLine() {
    let bytes = [UInt8](repeating: 0x61, count: 10 << 20)
    let index = LineIndex(bytes)
    let excerpts = Excerpts { _ in index }
    let place = Location(file: "a", line: 1, column: 9 << 20, endLine: 1, endColumn: 10 << 20)
    var diagnostic = Diagnostic("A1", at: place)
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: [Diagnostic.Edit(location: place, bytes: 0..<1, text: "x")])
    let text = shown(diagnostic, excerpts)
    #expect(text.utf8.count < 1000)
    #expect(!text.contains("help"))
  }

  @Test("Without source text the place and the words remain")
  func noSource() {
    var diagnostic = Diagnostic("IO1", at: .start(of: "x\n.yaml"), "cannot read \u{1B}[31m")
    diagnostic.hint = "look"
    let edit = Diagnostic.Edit(location: diagnostic.location, bytes: 0..<0, text: "x")
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: [edit])
    #expect(
      shown(diagnostic, .none) == """
        error[IO1]: cannot read \\u{1b}[31m
         --> x\\n.yaml:1:1
          = help: look


        """)
  }

  @Test(
    "A place beyond the text does not trap",
    arguments: [
      (9, 1, 9, 5), (1, 99, 1, 120), (0, 0, 0, 0),
      (2, 3, 1, 1), (1, 3, 1, 1),
    ])
  func beyond(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) {
    let sample = Sample("⟦a⟧: 1\nb: 2\n")
    let place = Location(file: "jobs/a.yaml", line: line, column: column, endLine: endLine, endColumn: endColumn)
    var diagnostic = Diagnostic("A1", at: place)
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: [Diagnostic.Edit(location: place, bytes: 0..<0, text: "x")])
    #expect(shown(diagnostic, sample.excerpts()).hasPrefix("error[A1]: m\n --> jobs/a.yaml:\(line):\(column)\n"))
  }

  @Test("Colours and finer frames are used where they are wanted, and change nothing else")
  func colors() {
    let sample = Sample("⟦a⟧: 1\n")
    var diagnostic = Diagnostic("A1", .info, at: sample.places[0])
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: [sample.edit(0, "b")])
    let plain = shown(diagnostic, sample.excerpts())
    let color = Terminal(isTerminal: true, usesColor: true, usesUnicode: false, width: 80)
    let colored = shown(diagnostic, sample.excerpts(), color)
    #expect(colored.contains("\u{1B}[1;36m^\u{1B}[0m") && colored.contains("\u{1B}[1;32m+ b: 1\u{1B}[0m"))
    var stripped = ""
    for part in colored.split(separator: "\u{1B}", omittingEmptySubsequences: false) {
      stripped += stripped.isEmpty && !colored.hasPrefix("\u{1B}") ? part : part.drop { $0 != "m" }.dropFirst()
    }
    #expect(stripped == plain)
    let unicode = Terminal(isTerminal: false, usesColor: false, usesUnicode: true, width: 80)
    #expect(shown(diagnostic, sample.excerpts(), unicode) == plain.split(separator: "|").joined(separator: "│"))
  }

  @Test("No line ends with a blank")
  func noTrailingBlanks() {
    let sample = Sample("⟦a:\n\n   \n  b: 1⟧\n")
    var diagnostic = Diagnostic("A1", at: sample.places[0])
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: [sample.edit(0, "\n")])
    for line in shown(diagnostic, sample.excerpts()).split(separator: "\n") where !line.contains("-") {
      #expect(line.last != " ", "'\(line)'")
    }
  }
}
