import JobsCore
import JobsStore
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// Random acts on a folder of manifests, more than a hundred in all, held against what a model of them says.
@Suite struct EditWalkTests {
  private struct Model: Hashable {
    var isEnabled = true
    var schedule: String
    var timeout: Int?
  }

  /// What an act is to come to.
  private enum Outcome {
    /// Done to these jobs, each with a line of the audit log; of others there was nothing to do.
    case done([String])
    /// Refused, and nothing is written.
    case refused
  }

  private static let names = (0..<12).map { "job-\($0)" }
  private let folder = ToolFolder()
  private let seed = SeededGenerator.seedOfRun()

  @Test("what is added is listed, what is changed is as it was set, what is removed is gone, and every act is audited")
  func walk() throws {
    var random = SeededGenerator(seed: seed)
    folder.write("", to: "jobs/.keep")
    var models: [String: Model] = [:]
    var acts: [String] = []
    var step = 0
    while acts.count < 100, step < 200 {
      step += 1
      let before = texts()
      let (words, outcome) = act(&models, &random)
      let result = run.run(words, in: folder)
      let note = "seed \(seed), step \(step): \(words): \(result.stderr)"
      switch outcome {
      case .done(let names):
        #expect(result.status == 0 && (texts() == before) == names.isEmpty, "\(note)")
        acts += names.sorted().map { "\(words[0]) -/-/\($0)" }
      case .refused: #expect(result.status == 2 && texts() == before, "\(note)")
      }
      if step % 8 == 0 { #expect(listed() == models, "\(note)") }
    }
    let audit = try AuditTrail(folder.file("state"))
    #expect(audit.firstBreak == nil && audit.entries.allSatisfy { $0.outcome == .done }, "seed \(seed)")
    #expect(audit.entries.map { "\($0.act.action) \($0.act.subject)" } == acts && acts.count >= 100, "seed \(seed)")
    #expect(run.run(["rm", "--yes", "--all", "jobs"], in: folder).status == (models.isEmpty ? 2 : 0))
    #expect(texts() == [:], "seed \(seed): not all is gone")
  }

  /// Chooses an act on one job that is to be new, or on several that are there, and lets the model make it.
  private func act(_ models: inout [String: Model], _ random: inout SeededGenerator) -> (words: [String], Outcome) {
    let minute = Int.random(in: 0...65, using: &random)
    let known = models.keys.sorted()
    guard known.count > 7 || Int.random(in: 0..<8, using: &random) == 0 else {
      let name = Self.names.randomElement(using: &random) ?? ""
      let words = ["add", name, "--dir", "jobs", "--schedule", "\(minute) * * * *", "--", "true"]
      guard models[name] == nil, minute < 60 else { return (words, .refused) }
      models[name] = Model(schedule: "\(minute) * * * *")
      return (words, .done([name]))
    }
    var names = Array(known.shuffled(using: &random).prefix(Int.random(in: 3...9, using: &random)))
    let isUnknown = Int.random(in: 0..<6, using: &random) == 0
    let words = names + (isUnknown ? ["nobody"] : []) + ["jobs"]
    switch Int.random(in: 0..<7, using: &random) {
    case 0...2:
      // So many that none is there already.
      let seconds = Int.random(in: 1...1_000_000, using: &random)
      let unit = Int.random(in: 0..<5, using: &random) == 0 ? "eternities" : "s"
      let all = ["set", "timeout=\(seconds)\(unit)", "schedule=\(minute) 4 * * *"] + words
      guard !isUnknown, minute < 60, unit == "s", !names.isEmpty else { return (all, .refused) }
      for name in names {
        models[name]?.timeout = seconds
        models[name]?.schedule = "\(minute) 4 * * *"
      }
      return (all, .done(names))
    case 3...5:
      let enables = Bool.random(using: &random)
      let all = [enables ? "enable" : "disable"] + words
      guard !isUnknown, !names.isEmpty else { return (all, .refused) }
      names.removeAll { models[$0]?.isEnabled == enables }
      for name in names { models[name]?.isEnabled = enables }
      return (all, .done(names))
    default:
      names = Array(names.prefix(2))
      let all = ["rm", "--yes"] + names + (isUnknown ? ["nobody"] : []) + ["jobs"]
      guard !isUnknown, !names.isEmpty else { return (all, .refused) }
      for name in names { models[name] = nil }
      return (all, .done(names))
    }
  }

  private func texts() -> [String: String] {
    let names = folder.names(in: "jobs").filter { $0 != ".keep" }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, folder.text(of: "jobs/\($0)") ?? "") })
  }

  private func listed() -> [String: Model] {
    var found: [String: Model] = [:]
    for record in run.run(["list", "-o", "ndjson", "jobs"], in: folder).parsed("job") {
      let tree = record.tree
      let schedule = tree.value(Tree.root, "schedules").flatMap { Array(tree.children($0)).first }
      let limits = tree.value(Tree.root, "limits")
      found[record.string("name") ?? ""] = Model(
        isEnabled: tree.value(Tree.root, "enabled").flatMap(tree.bool) ?? false,
        schedule: schedule.flatMap { tree.value($0, "cron") }.map(tree.string) ?? "",
        timeout: limits.flatMap { tree.value($0, "timeoutSeconds") }.flatMap(tree.int))
    }
    return found
  }
}
