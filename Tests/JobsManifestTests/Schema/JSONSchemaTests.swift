import JobsCore
import JobsManifest
import Testing

@Suite("JSON Schemas") struct JSONSchemaTests {
  @Test("every format but the crontab has one that is JSON", arguments: Format.allCases)
  func schema(format: Format) throws {
    guard let text = JSONSchema.text(format) else {
      #expect(format == .crontab)
      return
    }
    var tree = Tree(source: text)
    try JSONReader.parse(&tree, in: 0..<text.count)
    #expect(tree.value(Tree.root, "type").map { tree.string($0) } == "object")
    #expect(tree.value(Tree.root, "additionalProperties").flatMap { tree.bool($0) } == false)
    let required = tree.value(Tree.root, "required").map { tree.children($0).map { tree.string($0) } } ?? []
    #expect(
      required
        == (format == .jobfile
          ? ["command"]
          : format == .project ? ["apiVersion", "kind", "metadata"] : ["apiVersion", "kind", "metadata", "spec"]))
  }

  @Test("the example of a format has no finding", arguments: Format.allCases)
  func example(format: Format) {
    let found = ExampleRun.diagnostics(of: RuleInfo.Example(format, format.example), text: format.example)
    #expect(found.isEmpty, "\(found.map { "\($0.location.short) \($0.code) \($0.message)" })")
  }
}
