import JobsCore
import JobsReport
import Testing

@Suite("SARIF")
struct SARIFReportTests {
  private static let rules = [
    ReportRule(
      code: "ST104", name: "unknown-key", summary: "a key that no one reads", page: "# ST104\n\nText.",
      severity: .error,
      tags: (0..<25).map { "t\($0)" }),
    ReportRule(code: "CR201", name: "cpu", summary: "cpu and memory", page: "p", severity: .warning),
  ]

  private func log(_ diagnostics: [Diagnostic], _ excerpts: Excerpts = .none, limit: Int = 25_000) throws -> Tree {
    let bytes = SARIFReport(tool: "jobs-validate", rules: Self.rules, excerpts: excerpts).bytes(
      diagnostics, limit: limit)
    #expect(bytes.last == 10)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    return tree
  }

  private func run(_ tree: Tree) throws -> Tree.ID {
    let runs = try #require(tree.value(Tree.root, "runs"))
    return try #require(Array(tree.children(runs)).first)
  }

  private func results(_ tree: Tree) throws -> [Tree.ID] {
    Array(tree.children(try #require(tree.value(try run(tree), "results"))))
  }

  private func json(_ tree: Tree, _ id: Tree.ID?) -> String {
    guard let id else { return "nothing" }
    var json = JSONWriter()
    json.value(tree, id)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("The log names the tool, its rules in order of their codes, and how columns are counted")
  func frame() throws {
    let tree = try log([])
    let run = try run(tree)
    #expect(json(tree, tree.value(Tree.root, "version")) == "\"2.1.0\"")
    #expect(json(tree, tree.value(run, "columnKind")) == "\"unicodeCodePoints\"")
    #expect(json(tree, tree.value(run, "results")) == "[]")
    #expect(json(tree, tree.value(run, "invocations")) == "[{\"executionSuccessful\":true}]")
    let driver = try #require(tree.value(run, path: "tool", "driver"))
    #expect(json(tree, tree.value(driver, "name")) == "\"jobs-validate\"")
    let rules = Array(tree.children(try #require(tree.value(driver, "rules"))))
    #expect(
      json(tree, rules.first)
        == "{\"id\":\"CR201\",\"name\":\"cpu\",\"shortDescription\":{\"text\":\"cpu and memory\"},"
        + "\"fullDescription\":{\"text\":\"cpu and memory\"},"
        + "\"help\":{\"text\":\"p\",\"markdown\":\"p\"},\"defaultConfiguration\":{\"level\":\"warning\"},"
        + "\"properties\":{\"tags\":[]}}")
    let tags = try #require(rules.last.flatMap { tree.value($0, path: "properties", "tags") })
    #expect(tree.count(tags) == 20)
  }

  @Test("A result has its place, related places, patch and the job it belongs to")
  func result() throws {
    let sample = Sample("a: ⟦x⟧\nb: ⟦y⟧\n", file: "./jobs/ä b:c.yaml")
    var diagnostic = Diagnostic("ST104", at: sample.places[0], "wrong")
    diagnostic.hint = "try"
    diagnostic.path = "spec.a"
    diagnostic.job = "-/prod/a"
    diagnostic.environments = ["prod"]
    diagnostic.related = [Diagnostic.Related(message: "first", location: sample.places[1])]
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: [sample.edit(0, "z"), sample.edit(1, "")])
    let tree = try log([diagnostic], sample.excerpts())
    let artifact = "\"artifactLocation\":{\"uri\":\"jobs/%C3%A4%20b%3Ac.yaml\",\"uriBaseId\":\"%SRCROOT%\"}"
    func region(_ line: Int) -> String {
      "{\"startLine\":\(line),\"startColumn\":4,\"endLine\":\(line),\"endColumn\":5}"
    }
    let hash = json(tree, try results(tree).first.flatMap { tree.value($0, "partialFingerprints") })
    #expect(
      json(tree, try results(tree).first)
        == "{\"ruleId\":\"ST104\",\"ruleIndex\":1,\"level\":\"error\",\"message\":{\"text\":\"wrong\\nhelp: try\"},"
        + "\"locations\":[{\"physicalLocation\":{\(artifact),\"region\":\(region(1))},"
        + "\"logicalLocations\":[{\"fullyQualifiedName\":\"spec.a\"}]}],"
        + "\"relatedLocations\":[{\"id\":1,\"physicalLocation\":{\(artifact),\"region\":\(region(2))},"
        + "\"message\":{\"text\":\"first\"}}],\"partialFingerprints\":\(hash),"
        + "\"fixes\":[{\"description\":{\"text\":\"a safe fix\"},\"artifactChanges\":[{\(artifact),\"replacements\":["
        + "{\"deletedRegion\":\(region(1)),\"insertedContent\":{\"text\":\"z\"}},{\"deletedRegion\":\(region(2))}]}]}],"
        + "\"properties\":{\"job\":\"-/prod/a\",\"environments\":[\"prod\"]}}")
  }

  @Test("Levels are error, warning and note, and results stand in source order by bytes")
  func order() throws {
    let tree = try log([
      Diagnostic("B2", .info, "é.yaml", 1, 1), Diagnostic("B1", .error, "z.yaml", 10, 1),
      Diagnostic("B1", .warning, "z.yaml", 9, 4),
      Diagnostic("B0", .warning, "z.yaml", 9, 4), Diagnostic("ST104", .error, "Z.yaml", 2, 1),
    ])
    let shown = try results(tree).map {
      "\(json(tree, tree.value($0, "ruleId"))) \(json(tree, tree.value($0, "level")))"
    }
    #expect(
      shown == [
        "\"ST104\" \"error\"", "\"B0\" \"warning\"", "\"B1\" \"warning\"", "\"B1\" \"error\"", "\"B2\" \"note\"",
      ])
    // Codes that were not announced follow the rules, so that every index holds.
    #expect(try results(tree).map { tree.value($0, "ruleIndex").flatMap(tree.int) } == [1, 2, 3, 3, 4])
    let rules = try #require(tree.value(try run(tree), path: "tool", "driver", "rules"))
    #expect(
      tree.children(rules).map { json(tree, tree.value($0, "id")) } == [
        "\"CR201\"", "\"ST104\"", "\"B0\"", "\"B1\"", "\"B2\"",
      ])
  }

  @Test("Above the limit the worst are kept, in order, and a notification tells of the rest")
  func limit() throws {
    let all = (1...6).map { Diagnostic("A\($0)", $0 % 2 == 0 ? .error : .info, "f", $0, 1) }
    let tree = try log(all, limit: 4)
    #expect(try results(tree).map { json(tree, tree.value($0, "ruleId")) } == ["\"A1\"", "\"A2\"", "\"A4\"", "\"A6\""])
    #expect(
      json(tree, tree.value(try run(tree), "invocations"))
        == "[{\"executionSuccessful\":true,\"toolExecutionNotifications\":[{\"level\":\"warning\","
        + "\"message\":{\"text\":\"2 more results left out: code scanning takes 4 at most\"}}]}]")
    #expect(SARIFReport.resultLimit == 25_000)
  }

  @Test("The fingerprint stays when lines move, is GitHub's own, and knows nothing of a secret")
  func fingerprints() throws {
    func hash(_ marked: String, masked: Bool = false) throws -> String {
      let sample = Sample(marked)
      let tree = try log([Diagnostic("A1", at: sample.places[0])], sample.excerpts(masks: masked ? sample.ranges : []))
      return json(
        tree, try results(tree).first.flatMap { tree.value($0, path: "partialFingerprints", "primaryLocationLineHash") }
      )
    }
    #expect(try hash(" ⟦a⟧\nb\n  \t\tc\n d") == "\"271789c17abda88f:1\"")
    let tail = String(repeating: "tail ", count: 30)
    #expect(try hash("a: ⟦1⟧\n\(tail)") == hash("more\n\n  a: ⟦1⟧\n\(tail)"))
    #expect(try hash("a: ⟦1⟧\n\(tail)") != hash("a: ⟦2⟧\n\(tail)"))
    #expect(try hash("a: ⟦1⟧\n\(tail)", masked: true) == hash("a: ⟦2⟧\n\(tail)", masked: true))
    let none = try log([Diagnostic("A1", "f", 1, 1), Diagnostic("A2", "f", 1, 1)])
    let pair = try results(none).map { json(none, none.value($0, "partialFingerprints")) }
    #expect(pair[0] != pair[1])
  }

  @Test("An absolute path is a file URI")
  func absolute() throws {
    let tree = try log([Diagnostic("A1", "/tmp/a%.yaml", 1, 1)])
    #expect(json(tree, try results(tree).first).contains("{\"uri\":\"file:///tmp/a%25.yaml\"}"))
  }
}
