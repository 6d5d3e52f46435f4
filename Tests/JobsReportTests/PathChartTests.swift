import Testing

@testable import JobsReport

@Suite struct PathChartTests {
  private static let long =
    "//iam.googleapis.com/projects/acme-production/serviceAccounts/deploy-of-everything@acme-production.iam.gserviceaccount.com"

  /// The words of a drawing's lines, put together again.
  private static func words(_ svg: Substring) -> String {
    svg.split(separator: "<text").dropFirst().map { part in
      let text = part.drop { $0 != ">" }.dropFirst()
      return String(text.prefix { $0 != "<" })
    }.joined()
  }

  @Test func `a path is drawn for wide and for narrow pages, with all of its words in lines that fit`() {
    let chart = PathChart(
      from: "group:data@acme.example", [.init(to: Self.long, by: "actAs", grant: "roles/x of \(Self.long)")])
    let drawings = chart.svg.split(separator: "<svg")
    #expect(drawings.count == 2)
    for (drawing, (style, columns)) in zip(drawings, [("wide", 78), ("narrow", 40)]) {
      #expect(
        drawing.contains("class=\"\(style)\"") && drawing.contains("role=\"img\" aria-label=\"Path from group:data"))
      #expect(Self.words(drawing) == "group:data@acme.exampleactAsroles/x of \(Self.long)\(Self.long)")
      #expect(!drawing.contains("viewBox") && !drawing.contains("…"))
      let lines = drawing.split(separator: "<text").dropFirst().map { Self.words(" <text\($0)"[...]) }
      #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
    }
  }

  @Test(
    arguments: [
      ("", 4, []), ("abcd", 4, ["abcd"]), ("abcde", 4, ["abcd", "e"]), ("ab/cde", 5, ["ab/", "cde"]),
      ("a/bcdefgh", 6, ["a/bcde", "fgh"]), ("漢字漢字", 4, ["漢字", "漢字"]), ("a b", 1, ["a", " ", "b"]),
    ] as [(String, Int, [String])])
  func `lines end behind a mark that is within reach`(text: String, columns: Int, lines: [String]) {
    #expect(SVGText.lines(text, columns) == lines)
  }
}
