import JobsCore
import TestSupport
import Testing

/// Random trees of folders with good, bad and disabled jobs of every format, and files that are none.
@Suite struct LoadingTests {
  private enum Kind: CaseIterable {
    case good, disabled, broken, incomplete, foreign
  }

  private struct Found {
    /// The ids of jobs, by whether they are enabled.
    var jobs: [Bool: Set<String>] = [true: [], false: []]
    var bad: Set<String> = []
  }

  private let folder = ToolFolder()
  private let seed = SeededGenerator.seedOfRun()

  private func plant(_ count: Int) -> Found {
    var random = SeededGenerator(seed: seed)
    var found = Found()
    for number in 0..<count {
      let depth = Int.random(in: 0...4, using: &random)
      let place = (0..<depth).map { _ in "f\(Int.random(in: 0..<4, using: &random))/" }.joined()
      let kind = Kind.allCases.randomElement(using: &random) ?? .good
      let isOurs = Bool.random(using: &random)
      let name = "jobs/\(place)job-\(number)"
      let file = isOurs ? "\(name).yaml" : "\(name).json"
      folder.write(text("job-\(number)", kind, isOurs), to: kind == .foreign ? "\(name).md" : file)
      switch kind {
      case .good: found.jobs[true]?.insert("-/-/job-\(number)")
      case .disabled: found.jobs[false]?.insert("-/-/job-\(number)")
      case .broken, .incomplete: found.bad.insert(file)
      case .foreign: break
      }
    }
    return found
  }

  private func text(_ name: String, _ kind: Kind, _ isOurs: Bool) -> String {
    let command = kind == .incomplete ? "" : isOurs ? "command: 'true', " : #""command": "true", "#
    let whole =
      isOurs
      ? """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: \(name)}
      spec: {\(command)schedule: "0 0 1 1 *", enabled: \(kind != .disabled)}

      """
      : #"{"name": "\#(name)", \#(command)"schedule": "0 0 1 1 *", "enabled": \#(kind != .disabled)}"#
    return kind == .broken ? String(whole.dropLast(isOurs ? 3 : 1)) : whole
  }

  private func values(_ key: StaticString, of type: String, in run: ToolRun) -> [String] {
    run.parsed(type).map { $0.string(key) ?? "" }
  }

  @Test("every good file is loaded, every bad one is named, and what is disabled is never due")
  func load() {
    let planted = plant(400)
    let all = planted.jobs.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let checked = Tool("jobs-validate").run(["check", "jobs"], in: folder)
    #expect(checked.status == 2 || checked.status == 1, "seed \(seed): \(checked.stderr)")
    let ids = values("id", of: "job", in: checked)
    #expect(Set(ids) == all && ids.count == all.count, "seed \(seed)")
    #expect(Set(values("file", of: "diagnostic", in: checked)).isSuperset(of: planted.bad), "seed \(seed)")
    let listed = Tool("jobs-run").run(["list", "-o", "ndjson", "jobs"], in: folder)
    #expect(Set(values("id", of: "job", in: listed)) == all, "seed \(seed): \(listed.stderr)")
    let due = Tool("jobs-run").run(["daemon", "--dry-run", "jobs"], in: folder)
    #expect(Set(values("job", of: "fire", in: due)) == planted.jobs[true], "seed \(seed)")
    for file in planted.bad { #expect(due.stderr.contains(file), "seed \(seed): \(file) is not named") }
  }
}
