/// One self-contained page: its styles are in it, it runs no script and asks for nothing, and it is read by day and by night,
/// on paper, and by ear.
package struct HTMLPage {
  private let title: String
  private var parts: [String] = []

  package init(title: String) { self.title = title }

  /// A paragraph of plain text.
  package mutating func paragraph(_ text: String) { parts.append("<p>\(HTMLText.escaped(text))</p>") }

  /// Plain texts as a list; nothing for none.
  package mutating func list(_ texts: [String]) {
    guard !texts.isEmpty else { return }
    parts.append("<ul>\n" + texts.map { "<li>\(HTMLText.escaped($0))</li>\n" }.joined() + "</ul>")
  }

  /// A heading within a part.
  package mutating func subheading(_ text: String) { parts.append("<h3>\(HTMLText.escaped(text))</h3>") }

  /// A heading of a part.
  package mutating func heading(_ text: String) { parts.append("<h2>\(HTMLText.escaped(text))</h2>") }

  /// Figures that matter most, each with what it is.
  package mutating func figures(_ figures: [(value: String, label: String)]) {
    let cells = figures.map {
      "<div><dt>\(HTMLText.escaped($0.label))</dt><dd>\(HTMLText.escaped($0.value))</dd></div>"
    }
    parts.append("<dl class=\"figures\">\(cells.joined())</dl>")
  }

  /// A table, each row of which is a list of its cells with their headings where the page is narrow. The lines of a cell stand
  /// under each other, as those of commands have to.
  ///
  /// - Parameters:
  ///   - name: what it is called where it is read out.
  ///   - isFolded: whether it is shown only to who opens it, as beside a chart of the same figures.
  package mutating func table(
    _ columns: [Table.Column], _ rows: [[String]], name: String, isFolded: Bool = false
  ) {
    func cell(_ text: String, _ column: Table.Column, _ tag: String, _ more: String = "") -> String {
      let isLong = tag == "td" && text.utf8.count > Self.longest
      let style = column.alignment == .right ? " class=\"number\"" : isLong ? " class=\"long\"" : ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { HTMLText.escaped(String($0)) }
      let inner = lines.count == 1 ? lines[0] : "<span>\(lines.joined(separator: "<br>"))</span>"
      return "<\(tag)\(more)\(style)>\(inner)</\(tag)>"
    }
    let labels = columns.map { $0.title.isEmpty ? "" : " data-label=\"\(HTMLText.escaped($0.title))\"" }
    // A heading without a word is none.
    let head = columns.map { $0.title.isEmpty ? "<td></td>" : cell($0.title, $0, "th", " scope=\"col\"") }.joined()
    let body = rows.map { row in
      let cells = zip(columns, row).enumerated().map { index, pair in
        index == 0 ? cell(pair.1, pair.0, "th", " scope=\"row\"") : cell(pair.1, pair.0, "td", labels[index])
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let table =
      """
      <div class="table" role="region" tabindex="0" aria-label="\(HTMLText.escaped(name))">
      <table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined())</tbody>
      </table>
      </div>
      """
    parts.append(
      isFolded ? "<details>\n<summary>\(HTMLText.escaped(name))</summary>\n\(table)\n</details>" : table)
  }

  /// Bytes of a cell whose words are not broken.
  private static let longest = 24

  /// A chart; its figures stand in a table beside it.
  package mutating func chart(_ svg: String, caption: String) {
    parts.append("<figure>\n\(svg)\n<figcaption>\(HTMLText.escaped(caption))</figcaption>\n</figure>")
  }

  package var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <link rel="icon" href="data:,">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(Self.styles)</style>
    </head>
    <body>
    <main>
    <h1>\(HTMLText.escaped(title))</h1>
    \(parts.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private static let styles = """
    :root { color-scheme: light dark; --page: #fcfcfb; --ink: #1b1f24; --quiet: #565d66; --rule: #d8dbdf;
      --bar: #2f6db3; --range: #a9c6e8; --mark: #b3261e; }
    @media (prefers-color-scheme: dark) {
      :root { --page: #14171a; --ink: #e8eaed; --quiet: #a8b0ba; --rule: #3a4048; --bar: #6ea8e6; --range: #2c4b6e;
        --mark: #ff8a80; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
    h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; overflow-wrap: anywhere; }
    p, li, figcaption { color: var(--quiet); max-width: 60rem; overflow-wrap: anywhere; }
    ul { padding-left: 1.2rem; }
    figure { margin: 0; }
    figcaption { font-size: .875rem; }
    svg { display: block; width: 100%; } svg svg { width: 70%; }
    svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
    svg text.number { text-anchor: end; font-variant-numeric: tabular-nums; }
    svg text.quiet { fill: var(--quiet); }
    svg .bar { fill: var(--bar); } svg .range { fill: var(--range); } svg .mark { fill: var(--mark); }
    svg .rule { stroke: var(--rule); } svg.wide, svg.narrow { overflow: visible; } svg.narrow { display: none; }
    svg .goal { fill: none; stroke: var(--mark); stroke-width: 2; } svg .arrow { fill: none; stroke: var(--quiet); }
    .figures { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 0; }
    .figures dt { color: var(--quiet); font-size: .875rem; }
    .figures dd { margin: 0; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
    details { margin: .75rem 0; } summary { cursor: pointer; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
    th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
    th { font-weight: 600; }
    tbody th { font-weight: 400; white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .long { overflow-wrap: anywhere; min-width: 9rem; }
    td:last-child { overflow-wrap: anywhere; min-width: 7rem; } td span { overflow-wrap: anywhere; }
    @media (max-width: 40rem) {
      thead { display: none; }
      tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
      th, td { display: flex; justify-content: space-between; gap: 1rem; padding: .1rem 0; border: 0; overflow-wrap: anywhere; }
      td::before { content: attr(data-label); flex: none; color: var(--quiet); }
      td:empty { display: none; } td:last-child, .long { min-width: 0; }
      tbody th { font-weight: 600; white-space: normal; }
      .number { white-space: normal; }
      svg.wide { display: none; } svg.narrow { display: block; }
    }
    @media print { .table { overflow: visible; } h2 { break-after: avoid; } }

    """
}
