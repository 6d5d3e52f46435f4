import JobsCore
import JobsCron
import Testing

@testable import JobsManifest

/// A job is judged by the rules that concern its target alone.
@Suite("rules for a job") struct RuleChoiceTests {
  private static let examples: [RuleInfo.Example] = RuleCatalog.all.flatMap {
    [$0.info.bad, $0.info.good].compactMap(\.self)
  }

  private static func decoded(_ tree: Tree, _ format: Format, _ path: String) -> DecodedJob? {
    switch format {
    case .jobs: JobsFormat.decode(tree, Tree.root)
    case .cloudrun: CloudRunFormat.decode(tree, Tree.root)
    case .crontopus: CrontopusFormat.decode(tree, Tree.root, folder: "prod")
    case .jobfile: JobFileFormat.decode(tree, Tree.root, path: path)
    case .project, .crontab: nil
    }
  }

  private static func names(_ rules: [any JobRule.Type]) -> Set<String> { Set(rules.map { $0.info.code }) }

  @Test("those that are left out would find nothing in it, for any target")
  func leftOut() throws {
    var count = 0
    for example in Self.examples where example.format != .project && example.format != .crontab {
      let bytes = Array(MarkedText(example.text).text.utf8)
      var tree = Tree()
      YAMLReader(bytes, limits: ReadingLimits()).read { document in
        tree = document.tree
        return false
      }
      guard !tree.isEmpty, var decoded = Self.decoded(tree, example.format, example.file) else { continue }
      let targets = example.format == .cloudrun ? [decoded.job.target.kind] : Target.Kind.allCases
      for target in targets {
        decoded.job.target.kind = target
        let chosen = Self.names(RuleCatalog.jobRules(for: target))
        let options = ExampleRun.options(project: example.project)
        let context = JobContext(
          format: example.format, tree: tree, root: Tree.root, schedules: [], decoded: decoded, view: EnvironmentView(),
          options: options, input: FileInput(path: example.file, bytes: bytes, isNamed: true))
        var findings = Findings(source: SourceText(path: example.file, bytes: bytes), tree: tree)
        for rule in RuleCatalog.jobRules where !chosen.contains(rule.info.code) {
          rule.check(context, &findings)
          count += 1
        }
        #expect(
          findings.diagnostics.isEmpty,
          "\(target.rawValue): \(findings.diagnostics.map { "\($0.code) \($0.message)" })\n\(example.text)")
      }
    }
    #expect(count > 1000)
  }

  @Test("every rule on jobs is judged on some job")
  func all() {
    let judged = Target.Kind.allCases.flatMap { RuleCatalog.jobRules(for: $0).map { $0.info.code } }
    #expect(Set(judged) == Self.names(RuleCatalog.jobRules))
  }
}
