import JobsCore
import JobsCron
import JobsManifest
import Testing

/// Variables: values and their declarations, over several environments.
@Suite struct VariableRuleTests {
  static let patterns: [(pattern: String, value: String, matches: Bool)] = [
    ("[0-9a-f]{7,40}|latest", "4f2a9c1", true), ("[0-9a-f]{7,40}|latest", "latest", true),
    ("[0-9a-f]{7,40}|latest", "4f2a9c", false),
    ("[0-9a-f]{7,40}|latest", "latests", false), ("^v\\d+\\.\\d+(\\.\\d+)?$", "v1.4", true),
    ("^v\\d+\\.\\d+(\\.\\d+)?$", "v1.4.2", true),
    ("^v\\d+\\.\\d+(\\.\\d+)?$", "v1.", false), ("a*", "", true), ("a+", "", false), ("a?b", "b", true),
    ("(?:ab|c)*d", "ababcd", true),
    ("[^/]+/[^/]+", "a/b", true), ("[^/]+/[^/]+", "a/b/c", false), ("\\w+\\s\\S", "a_1 ü", false), (".", "\n", false),
    ("[]a-]+", "a-]", true),
    ("x{3}", "xxx", true), ("x{3}", "xxxx", false), ("x{2,}", "xxxxx", true), ("(a|b){2}", "ab", true),
    ("[\\d-]+", "1-2", true), ("\\D+", "abc", true),
    // Engines that go back and forth take hours for this one.
    ("(a+)+b", String(repeating: "a", count: 4000), false), ("(a*)*", "aaa", true), ("(a|a?)+", "aaaa", true),
  ]

  @Test("a pattern matches the whole value", arguments: patterns)
  func matching(pattern: String, value: String, matches: Bool) throws {
    #expect(try ValuePattern(pattern).matches(value) == matches)
  }

  @Test(
    "a text that is no pattern says why and where",
    arguments: [
      ("a**", 0..<3), ("(a", 0..<1), ("a)", 1..<2), ("[a", 0..<1), ("*a", 0..<1), ("a{2", 1..<3), ("a{3,2}", 1..<6),
      ("a{1001}", 1..<7), ("\\q", 0..<2), ("a\\", 1..<2),
      ("[z-a]", 1..<4), ("(?=a)", 0..<2), ("a^b", 1..<2), ("ü", 0..<2), (String(repeating: "(", count: 40), 32..<40),
      (String(repeating: "a", count: 513), 0..<513),
    ] as [(String, Range<Int>)])
  func malformed(pattern: String, range: Range<Int>) {
    do throws(ValuePattern.Problem) {
      _ = try ValuePattern(pattern)
      Issue.record("'\(pattern)' was read")
    } catch {
      #expect(error.range == range, "\(error.message)")
    }
  }

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev:
        variables:
          CPU: {type: int}
          SHARE: {type: number}
          DEEP: {type: bool}
          TAG: {type: string, pattern: "[0-9a-f]{7}"}
    """

  static let given: [(name: String, value: String, message: String?)] = [
    ("CPU", "2", nil), ("CPU", "two", "the value given for 'CPU' is no integer"), ("SHARE", "0.5", nil),
    ("SHARE", "nan", "the value given for 'SHARE' is no number"), ("DEEP", "true", nil),
    ("DEEP", "yes", "the value given for 'DEEP' is neither true nor false"),
    ("TAG", "4f2a9c1", nil), ("TAG", "hunter2-hunter2", "the value given for 'TAG' does not match '[0-9a-f]{7}'"),
    ("TAG", "secret:tag", nil),
  ]

  @Test("a value given by --var has to fit its declaration, and is not shown", arguments: given)
  func givenValues(name: String, value: String, message: String?) throws {
    var options = ExampleRun.options(project: Self.project)
    options.given = [name: value]
    options.views = try EnvironmentView.views(for: "dev", of: options.project, given: options.given)
    let text =
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: [/bin/a], args: [\"--x=${\(name)}\", \"${\(name)}\"]}\n"
    let report = FileCheck.run(FileInput(path: "a.yaml", bytes: Array(text.utf8), isNamed: true), options)
    let found = report.diagnostics.filter { $0.code == "VA103" }
    #expect(found.map(\.message) == (message.map { [$0] } ?? []))
    #expect(found.allSatisfy { !"\($0)".contains("hunter2") })
    #expect(found.allSatisfy { $0.location.line == 4 && $0.location.column == 39 }, "\(found.map(\.location.short))")
  }

  private static let partial = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev: {variables: {TAG: "1.4.2"}}
      staging: {variables: {TAG: {type: string}}}
      prod: {}
    """

  @Test(
    "a variable that some environments lack is told for those that were not judged",
    arguments: [("dev", ["staging", "prod"]), ("prod", ["staging"]), (nil, [])] as [(String?, [String])])
  func lacking(chosen: String?, environments: [String]) throws {
    var options = ExampleRun.options(project: Self.partial)
    options.views = try EnvironmentView.views(for: chosen, of: options.project, given: [:])
    let set = JobSet(
      jobs: [], project: options.project, isWhole: true, usedVariables: ["TAG"], zones: .system, now: ExampleRun.now)
    let found = SetCheck.run(set, options)
    #expect(found.flatMap(\.environments) == environments)
    #expect(
      found.allSatisfy { $0.code == "VA105" && $0.location.short == "jobs.yaml:5:21" }, "\(found.map(\.location.short))"
    )
  }

  @Test("an unused variable is told only when everything was read, and not if the project file uses it itself")
  func unused() throws {
    let text = Self.partial + "\ntenant: \"a-${TAG}\"\n"
    for (project, isWhole, count) in [(Self.partial, true, 1), (Self.partial, false, 0), (text, true, 0)] {
      var options = ExampleRun.options(project: project)
      options.views = []
      let set = JobSet(
        jobs: [], project: options.project, isWhole: isWhole, usedVariables: [], zones: .system, now: ExampleRun.now)
      let found = SetCheck.run(set, options).filter { $0.code == "VA104" }
      #expect(found.count == count)
      #expect(found.allSatisfy { $0.related.count == 1 && $0.environments == ["dev", "staging"] })
    }
  }
}
