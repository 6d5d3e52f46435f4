import JobsCore
import JobsReport
import Testing

@Suite("Sentences on a terminal")
struct TerminalProseTests {
  private func terminal(_ width: Int, color: Bool = false) -> Terminal {
    Terminal(isTerminal: true, usesColor: color, usesUnicode: true, width: width)
  }

  @Test("a text is broken at blanks, and indented as far as its lead")
  func wrapping() {
    let text = "grant the role to the account of the job alone, and to nobody else"
    #expect(
      terminal(40).prose(text, after: "    hint: ")
        == """
            hint: grant the role to the account
                  of the job alone, and to
                  nobody else

        """)
    #expect(
      terminal(40).prose(text, after: "  ", hanging: 4)
        == """
          grant the role to the account of the
            job alone, and to nobody else

        """)
  }

  @Test("no line is wider than the terminal, and no word is lost", arguments: [24, 33, 40, 60, 80, 200])
  func widths(_ width: Int) {
    let text =
      "日本語 の ｆｕｌｌ 名前 e\u{301}le\u{300}ve 😀 가나다 and more words, so that there is something to break "
      + "over several lines of every width, with 'a quoted name' and (others)"
    for lead in ["", "    hint: ", String(repeating: " ", count: 90) + "└─ "] {
      let wrapped = terminal(width).prose(text, after: lead)
      let lines = wrapped.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.last == "")
      // A lead that is wider than the terminal has one word behind it.
      for line in lines.dropFirst(DisplayWidth.of(lead) > width ? 1 : 0) {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
        #expect(line.last != " ")
      }
      func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }
      #expect(words(wrapped) == words(lead + text))
    }
  }

  @Test(
    "what is quoted and what is long stays in one line",
    arguments: [
      "'jobs-audit what-if account.json --to deploy'", "('a b c d e f g h i j k l m n o p')",
      "'statement 1 of arn:aws:iam::111122223333:policy/p',", "'it isn't over'.",
      "arn:aws:iam::111122223333:role/a-role-with-a-name-that-is-longer-than-a-line",
    ])
  func whole(_ word: String) {
    let lines = terminal(30).prose("some words before \(word) and some behind it").split(separator: "\n")
    #expect(lines.contains { $0.contains(word) }, "\(lines)")
    #expect(lines.count > 2)
  }

  @Test("a quote that does not end, or does not begin, quotes nothing")
  func openQuotes() {
    for text in ["the 'end of it never comes in this text", "the jobs' rights and the users' rights are others"] {
      let lines = terminal(24).prose(text).split(separator: "\n")
      #expect(lines.count == 2 || lines.count == 3, "\(lines)")
      for line in lines { #expect(DisplayWidth.of(line) <= 24) }
    }
    // One look for each end that there is not, not one for each beginning.
    let many = String(repeating: "'a ", count: 200_000)
    #expect(terminal(80).prose(many).utf8.count == many.utf8.count + 1)
  }

  @Test("colours are kept, begin and end in each line, and take no room")
  func colours() {
    let terminal = terminal(30, color: true)
    let lead = terminal.styled("error", .red)
    let lines = terminal.prose(": some words that need more than a line", after: lead, hanging: 2, .bold)
    #expect(
      lines == "\u{1B}[1;31merror\u{1B}[0m\u{1B}[1m: some words that need\u{1B}[0m\n"
        + "  \u{1B}[1mmore than a line\u{1B}[0m\n")
  }

  @Test("line breaks and empty texts stay")
  func breaks() {
    #expect(terminal(30).prose("first\n\nsecond", after: "a: ") == "a: first\n\nsecond\n")
    #expect(terminal(30).prose("", after: "a:") == "a:\n")
    #expect(terminal(30).prose("") == "\n")
  }

  @Test("elsewhere than on a terminal nothing is broken")
  func files() {
    let text = String(repeating: "word ", count: 100)
    #expect(Terminal.plain.prose(text, after: "  hint: ") == "  hint: \(text)\n")
  }
}
