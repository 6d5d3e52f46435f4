import JobsCore
import JobsStore
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// A hundred random acts on a folder of manifests, held against what a model of them says.
@Suite struct EditWalkTests {
  private struct Model: Hashable {
    var isEnabled = true
    var schedule: String
    var timeout: Int?
  }

  /// What an act is to come to.
  private enum Outcome {
    /// Done, and a line of the audit log.
    case done
    /// There was nothing to do, and nothing is written.
    case nothing
    /// Refused, and nothing is written.
    case refused
  }

  private static let names = ["a", "b", "long-name", "x1"]
  private let folder = ToolFolder()
  private let seed = SeededGenerator.seedOfRun()

  @Test("what is added is listed, what is changed is as it was set, what is removed is gone, and every act is audited")
  func walk() throws {
    var random = SeededGenerator(seed: seed)
    folder.write("", to: "jobs/.keep")
    var models: [String: Model] = [:]
    var acts: [String] = []
    for step in 1...100 {
      let name = Self.names.randomElement(using: &random) ?? ""
      let before = texts()
      let (words, outcome) = act(on: name, &models, &random)
      let result = run.run(words, in: folder)
      let note = "seed \(seed), step \(step): \(words): \(result.stderr)"
      switch outcome {
      case .done:
        #expect(result.status == 0 && texts() != before, "\(note)")
        acts.append("\(words[0]) -/-/\(name)")
      case .nothing: #expect(result.status == 0 && texts() == before, "\(note)")
      case .refused: #expect(result.status == 2 && texts() == before, "\(note)")
      }
      if step % 10 == 0 { #expect(listed() == models, "\(note)") }
    }
    let audit = try AuditTrail(folder.file("state"))
    #expect(audit.firstBreak == nil && audit.entries.allSatisfy { $0.outcome == .done }, "seed \(seed)")
    #expect(audit.entries.map { "\($0.act.action) \($0.act.subject)" } == acts, "seed \(seed)")
    for name in models.keys { #expect(run.run(["rm", "--yes", name, "jobs"], in: folder).status == 0) }
    #expect(texts() == [:], "seed \(seed): not all is gone")
  }

  /// Chooses an act, and lets the model make it.
  private func act(
    on name: String, _ models: inout [String: Model], _ random: inout SeededGenerator
  ) -> (words: [String], Outcome) {
    let isKnown = models[name] != nil
    let minute = Int.random(in: 0...70, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      let words = ["add", name, "--dir", "jobs", "--schedule", "\(minute) * * * *", "--", "true"]
      guard !isKnown, minute < 60 else { return (words, .refused) }
      models[name] = Model(schedule: "\(minute) * * * *")
      return (words, .done)
    case 2:
      // So many that none is there already.
      let seconds = Int.random(in: 1...1_000_000, using: &random)
      let unit = Int.random(in: 0..<5, using: &random) == 0 ? "eternities" : "s"
      let words = ["set", name, "timeout=\(seconds)\(unit)", "schedule=\(minute) 4 * * *", "jobs"]
      guard isKnown, minute < 60, unit == "s" else { return (words, .refused) }
      models[name]?.timeout = seconds
      models[name]?.schedule = "\(minute) 4 * * *"
      return (words, .done)
    case 3, 4:
      let enables = Bool.random(using: &random)
      let words = [enables ? "enable" : "disable", name, "jobs"]
      guard let model = models[name] else { return (words, .refused) }
      models[name]?.isEnabled = enables
      return (words, model.isEnabled == enables ? .nothing : .done)
    default:
      let words = ["rm", "--yes", name, "jobs"]
      return (words, models.removeValue(forKey: name) == nil ? .refused : .done)
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
