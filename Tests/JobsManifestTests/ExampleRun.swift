import JobsCore
import JobsCron
import JobsManifest

/// A text whose place at fault stands between `⟦` and `⟧`.
struct MarkedText {
  let text: String
  /// UTF-8 offsets in `text`.
  let range: Range<Int>?

  init(_ marked: String) {
    guard let open = marked.range(of: "⟦"), let close = marked.range(of: "⟧") else {
      text = marked
      range = nil
      return
    }
    let before = marked[..<open.lowerBound]
    let inside = marked[open.upperBound..<close.lowerBound]
    text = String(before + inside + marked[close.upperBound...])
    range = before.utf8.count..<before.utf8.count + inside.utf8.count
  }
}

extension String {
  fileprivate func range(of character: Character) -> Range<Index>? {
    firstIndex(of: character).map { $0..<index(after: $0) }
  }
}

/// Checks an example as the tool would check its files.
enum ExampleRun {
  /// 2026-11-21T00:00:00Z, from which schedules are judged.
  static let now: Int64 = 1_795_219_200

  static func options(project: String?) -> CheckOptions {
    var options = CheckOptions(zones: .system, now: now)
    if let project {
      var tree = Tree()
      YAMLReader(Array(project.utf8), limits: ReadingLimits()).read { document in
        tree = document.tree
        return false
      }
      options.project = ProjectFile(tree, Tree.root, path: "jobs.yaml")
    }
    options.views = (try? EnvironmentView.views(for: nil, of: options.project, given: [:])) ?? []
    return options
  }

  static func diagnostics(of example: RuleInfo.Example, text: String) -> [Diagnostic] {
    let options = options(project: example.format == .project ? text : example.project)
    var all: [Diagnostic] = []
    var set = JobSet(jobs: [], project: options.project, isWhole: true, usedVariables: [], zones: .system, now: now)
    for (file, text) in [(example.file, text)] + example.others.map({ ($0.file, MarkedText($0.text).text) }) {
      let report = FileCheck.run(
        FileInput(
          path: file, bytes: Array(text.utf8), isNamed: true,
          folder: file.split(separator: "/").dropLast().first.map(String.init)), options)
      all += report.diagnostics
      set.jobs += report.jobs
      set.usedVariables.formUnion(report.usedVariables)
    }
    return all + SetCheck.run(set, options)
  }
}
