import Testing

@testable import JobsManual

@Suite struct MdocTests {
  @Test(arguments: [
    ("a-b", "a\\-b"), ("it's", "it\\(aqs"), ("\"x\"", "\\(dqx\\(dq"), ("C:\\x", "C:\\ex"), ("`id`", "\\(gaid\\(ga"),
    ("~/x^y", "\\(ti/x\\(hay"),
    ("größe", "gr\\[u00F6]\\[u00DF]e"), ("key,…", "key,..."), ("😀", "\\[u1F600]"),
  ]) func `characters that roff reads are escaped`(words: String, expected: String) {
    #expect(Mdoc.escape(words) == expected)
  }

  @Test(arguments: [
    ("name", "name"), ("No", "\\&No"), ("", "\\&"), (",", "\\&,"), ("two words", "\"two words\""),
    ("a b", "\"\\&a b\""), ("...", "..."),
  ]) func `an argument is never a macro, a delimiter or two`(words: String, expected: String) {
    #expect(Mdoc.argument(words) == expected)
  }

  @Test func `a line that begins with a dot is no request`() {
    var page = Mdoc()
    page.literal([".Sh NAME", "'br", "", "x"])
    #expect(page.text == ".Bd -literal -offset 2n\n\\&.Sh NAME\n\\(aqbr\n\nx\n.Ed\n")
  }

  @Test func `sentences begin lines and paragraphs are parted`() {
    var page = Mdoc()
    page.prose("One is. Two, e.g. three\nis. Four…\n\nFive.")
    #expect(page.text == "One is.\nTwo, e.g.\nthree is.\nFour...\n.Pp\nFive.\n")
  }
}
