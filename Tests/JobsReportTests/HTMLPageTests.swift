import JobsReport
import Testing

@Suite("A page")
struct HTMLPageTests {
  @Test("what users named is text, in elements and in attributes")
  func escaping() {
    let evil = "</title><script>alert('x')</script>\" onload=\"y&z\u{1B}[31m"
    var page = HTMLPage(title: evil)
    page.paragraph(evil)
    page.heading(evil)
    page.list([evil])
    page.figures([(evil, evil)])
    page.table([.init(evil), .init(evil, .right)], [[evil, evil]], name: evil)
    page.table([.init(evil)], [[evil]], name: evil, isFolded: true)
    page.chart(BarChart(label: evil, [.init(name: evil, share: 1, words: evil)]).svg, caption: evil)
    page.chart(
      DayChart(label: evil, highest: evil, [.init(name: evil, share: 1, words: evil, isMarked: true)]).svg,
      caption: evil)
    let text = page.text
    #expect(
      !text.contains("<script") && !text.contains("onload=\"") && !text.contains("alert('") && !text.contains("\u{1B}"))
    #expect(
      text.contains("<title>&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;y&amp;z"))
  }

  @Test("a chart has its figures in words, and lengths that are no numbers are none")
  func charts() {
    let bars = BarChart(
      label: "Cost",
      [.init(name: "a", share: 0.5, range: 0.25...1, words: "1.00 USD"), .init(name: "b", share: .nan, words: "0")])
    #expect(bars.svg.contains(#"role="img" aria-label="Cost: a 1.00 USD; b 0""#), "\(bars.svg)")
    #expect(bars.svg.contains(#"<rect class="range" x="25%" y="21" width="75%" height="16"/>"#), "\(bars.svg)")
    #expect(bars.svg.contains(#"<rect class="bar" x="0%" y="25" width="50%" height="8"/>"#), "\(bars.svg)")
    #expect(!bars.svg.contains("nan"))
    let days = DayChart(label: "Days", highest: "2", [.init(name: "mon", share: 1, words: "2", isMarked: true)])
    #expect(days.svg.contains("mon 2, which stands out") && days.svg.contains(#"class="mark""#))
  }

  @Test("long names are broken where they stand, so that a table of them fits; figures and short words are not")
  func longCells() {
    var page = HTMLPage(title: "t")
    let long = String(repeating: "n", count: 60)
    page.table([.init("A"), .init("B"), .init("C", .right), .init("D")], [[long, long, long, "high"]], name: "n")
    let text = page.text
    #expect(text.contains("<td data-label=\"B\" class=\"long\">"), "\(text)")
    #expect(text.contains("<td data-label=\"C\" class=\"number\">") && text.contains("<td data-label=\"D\">high"))
    #expect(
      text.contains("<th scope=\"row\">")
        && text.contains("li, figcaption { color: var(--quiet); max-width: 60rem; overflow-wrap"))
  }

  @Test("a page asks for nothing and runs nothing")
  func closed() {
    var page = HTMLPage(title: "t")
    page.paragraph("p")
    #expect(page.text.contains("default-src 'none'") && !page.text.contains("src=") && !page.text.contains("http:"))
  }
}
