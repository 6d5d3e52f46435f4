import JobsReport
import Testing

@Suite struct MarkdownTableTests {
  @Test func `columns are aligned, and nothing that users named is Markdown`() {
    var table = MarkdownTable([.init("JOB"), .init("COST", .right)])
    table.add(["a|b_c*", "1.00"])
    table.add(["<img src=x> [x](y) @team #1", "2.00", "dropped"])
    table.add(["line\nbreak"])
    #expect(
      table.text == """
        | JOB | COST |
        | --- | ---: |
        | a\\|b\\_c\\* | 1.00 |
        | \\<img src=x\\> \\[x\\]\\(y\\) \\@team \\#1 | 2.00 |
        | line\\\\nbreak |  |

        """)
  }
}
