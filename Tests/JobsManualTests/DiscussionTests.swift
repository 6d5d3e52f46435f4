import Testing

@testable import JobsManual

@Suite struct DiscussionTests {
  @Test func `prose comes first, then sections without their indent`() {
    let text = Discussion(
      "First line\nand second.\n\nThird.\n\nEXAMPLES:\n  one\n    two\n\n  three\n\nEXIT STATUS:\n  0 fine\n")
    #expect(text.prose == "First line\nand second.\n\nThird.")
    #expect(text.lines(of: "EXAMPLES") == ["one", "  two", "", "three"])
    #expect(text.lines(of: "EXIT STATUS") == ["0 fine"])
    #expect(text.lines(of: "FILES") == [])
  }

  @Test func `paragraphs are parted by empty lines, and lines with two blanks before them are items`() {
    let text = """
      One
      goes on.

      Reads:
        a file
        another,
          or a third

        the last
      and then
        a new list

      The end.
      """
    #expect(
      Discussion.blocks(text) == [
        .paragraph("One goes on.", isSpaced: false), .paragraph("Reads:", isSpaced: true),
        .items(["a file", "another, or a third", "the last"]), .paragraph("and then", isSpaced: false),
        .items(["a new list"]), .paragraph("The end.", isSpaced: true),
      ])
    #expect(Discussion.blocks("\n\n") == [])
  }

  @Test(arguments: ["Note: this", "a:", ":", "EXAMPLES", "EXAMPLE1:"]) func `other lines are no headings`(line: String)
  {
    #expect(Discussion(line).sections.isEmpty)
    #expect(Discussion(line).prose == line)
  }
}
