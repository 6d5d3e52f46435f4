import JobsCore
import Testing

@Suite struct ManualTests {
  static let pages = [
    "jobs-validate.1", "jobs-run.1", "jobs-deploy.1", "jobs-cost.1", "jobs-audit.1", "jobs.7", "jobs-records.7",
    "jobs-manifest.5",
    "jobs-project.5",
    "jobs-auditing.7", "jobs-costing.7", "jobs-deploying.7", "jobs-from-crontab.7", "jobs-troubleshooting.7",
  ]

  @Test(.enabled(if: Shell.has("mandoc"), "'mandoc' is not installed"), arguments: pages)
  func `mandoc finds nothing to warn of`(page: String) async throws {
    let found = try await Shell.run("mandoc -Tlint -Wwarning man/\(page)")
    #expect(found.status == 0 && found.output.isEmpty, "\(found.all)")
  }

  @Test(.enabled(if: Shell.has("groff"), "'groff' is not installed"), arguments: pages)
  func `groff sets every page without a warning`(page: String) async throws {
    let found = try await Shell.run("groff -mandoc -ww -z -Tutf8 man/\(page)")
    #expect(found.status == 0 && found.errors.isEmpty, "\(found.all)")
  }

  @Test(arguments: pages) func `a page refers only to pages that there are`(page: String) {
    let known = Set(Self.pages.map { $0.split(separator: ".").joined(separator: " ") })
    for line in ScratchFolder.text("\(Shell.repository)/man/\(page)").split(separator: "\n")
    where line.hasPrefix(".Xr jobs") {
      let words = line.split(separator: " ")
      #expect(known.contains("\(words[1]) \(words[2])"), "\(line)")
    }
  }

  @Test(arguments: pages.filter { $0.hasSuffix(".1") })
  func `examples of help are shown as they are typed, and not broken at 80 columns`(page: String) {
    let lines = ScratchFolder.text("\(Shell.repository)/man/\(page)").split(separator: "\n")
      .drop { $0 != ".Sh EXAMPLES" }.dropFirst().prefix { !$0.hasPrefix(".Sh ") }
    let examples = lines.filter { !$0.hasPrefix(".") }
      .map { $0.replacing(#/\\&/#, with: "").replacing(#/\\\(..|\\./#, with: "x") }
    #expect(examples.count >= 3)
    // Help sets them two columns further in.
    for example in examples { #expect(example.count <= 78, "\(example)") }
  }

  @Test func `the page of the records has every key of the golden stream, and every type`() throws {
    let text = ScratchFolder.text(Shell.repository + "/man/jobs-records.7")
    let sections = text.split(separator: "\n.S").filter { $0.hasPrefix("s ") }
    var documented: [String: String] = [:]
    for section in sections {
      let title = section.dropFirst(2).prefix { $0 != "\n" }
      documented[String(title)] = String(section)
    }
    var types: Set<String> = []
    for line in ScratchFolder.text(Shell.repository + "/Tests/Fixtures/golden.ndjson").split(separator: "\n") {
      let bytes = Array(line.utf8)
      var tree = Tree(source: bytes)
      try JSONReader.parse(&tree, in: 0..<bytes.count)
      let type = tree.string(try #require(tree.value(Tree.root, "type")))
      // The stream has one type that nobody knows.
      guard type != "weather" else { continue }
      types.insert(type)
      let section = try #require(documented[type], "'\(type)' is not documented")
      for key in Self.keys(tree, Tree.root, type) where key != "type" && key != "v" {
        #expect(Self.mentions(section, key), "'\(key)' of '\(type)' is not documented")
      }
    }
    #expect(types == Set(documented.keys))
  }

  /// The keys of a record, those below included; the names of mappings that users fill are theirs.
  private static func keys(_ tree: Tree, _ node: Tree.ID, _ key: String) -> [String] {
    switch tree.kind(node) {
    case .mapping:
      let filled: Set<String> = [
        "labels", "annotations", "env", "secrets", "counts", "parameters", "by", "pubsub", "row", "read", "rules",
      ]
      if filled.contains(key) {
        return []
      }
      // By names that users give.
      if key == "routes" { return tree.entries(node).flatMap { keys(tree, $0.value, "") } }
      return tree.entries(node).flatMap { entry in
        [tree.string(entry.key)] + keys(tree, entry.value, tree.string(entry.key))
      }
    case .sequence: return tree.children(node).flatMap { keys(tree, $0, key) }
    default: return []
    }
  }

  /// Whether a section has a macro line with the key as its word.
  private static func mentions(_ section: String, _ key: String) -> Bool {
    section.split(separator: "\n").contains { line in
      (line.hasPrefix(".It Cm ") || line.hasPrefix(".Cm "))
        && line.split(separator: " ").contains { $0 == key || $0 == "\\&" + key }
    }
  }
}
