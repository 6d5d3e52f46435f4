import JobsCore
import JobsManifest
import TestSupport
import Testing

/// Edits of random manifests: the job is the changed job, all else is as it was.
@Suite struct JobEditPropertyTests {
  /// A file of several documents with layout, comments and styles that a seed chose.
  struct RandomFile {
    var text = ""
    var names: [String] = []

    init(_ generator: inout SeededGenerator) {
      let count = Int.random(in: 1...4, using: &generator)
      for number in 0..<count {
        if number > 0 || Bool.random(using: &generator) {
          text += Self.pick(["---\n", "--- # next\n", "---\n\n"], &generator)
        }
        names.append("job-\(number)")
        text += Self.document("job-\(number)", &generator)
        if Int.random(in: 0..<6, using: &generator) == 0 { text += "...\n" }
      }
      if Int.random(in: 0..<4, using: &generator) == 0 { text.removeLast() }
      if Int.random(in: 0..<4, using: &generator) == 0 { text = text.replacing("\n", with: "\r\n") }
    }

    private static func pick(_ choices: [String], _ generator: inout SeededGenerator) -> String {
      choices.randomElement(using: &generator) ?? ""
    }

    private static func document(_ name: String, _ generator: inout SeededGenerator) -> String {
      var spec = [
        pick(
          ["schedule: '0 2 * * *'", "schedule: \"0 2 * * *\"   # nightly", "schedule:\n    - 0 2 * * *"], &generator),
        pick(
          ["command: ls", "command: [ls, -l]", "command: |\n    ls\n    # kept\n", "command: >-\n    ls\n\n    -l"],
          &generator),
      ]
      let more = [
        "timeout: 1h", "timeout: 90 # s", "retry: {attempts: 1}", "retry:\n    attempts: 3 # often\n    backoff: fixed",
        "env: {A: '1', B: \"x: y\"}", "env:\n    A: \"1\"\n    # between\n    B: zwei", "paused: false",
        "enabled: true", "user: me", "workingDir: /srv", "concurrency: forbid", "expect:\n    duration: 4m",
        "environments:\n    dev:\n      timeout: 5m\n    prod: {paused: true}",
      ]
      var seen: Set<Substring> = ["schedule", "command"]
      for line in more.shuffled(using: &generator).prefix(Int.random(in: 0...6, using: &generator))
      where seen.insert(line.prefix { $0 != ":" }).inserted {
        spec.append(line)
      }
      spec.shuffle(using: &generator)
      let between = spec.map { line in
        pick(["", "", "", "\n", "  # a comment\n", "  # two\n\n"], &generator) + "  \(line)\n"
      }
      let labels = pick(["", "  labels: {team: data}\n", "  labels:\n    team: data # t\n"], &generator)
      return "apiVersion: jobs/v1\nkind: Job\nmetadata:\n  name: \(name)\n\(labels)spec:\n\(between.joined())"
    }
  }

  static let edits: [(key: String, value: String, change: @Sendable (inout Job) -> Void)] = [
    ("timeout", "7m", { $0.limits.timeoutSeconds = 420 }),
    ("schedule", "15 4 * * 1", { $0.schedules[0].cron = "15 4 * * 1" }),
    ("user", "some body", { $0.run.user = "some body" }),
    ("workingDir", "/tmp/# x", { $0.run.workingDirectory = "/tmp/# x" }),
    ("paused", "true", { $0.paused = true }),
    ("labels.team", "ops: 'a'", { $0.labels = [Pair("team", "ops: 'a'")] }),
    (
      "expect.p90", "10m",
      { job in job.expect = Expectation(durationSeconds: job.expect?.durationSeconds, p90Seconds: 600) }
    ),
    ("env.NEW", "yes", { job in job.run.env.append(Pair("NEW", "yes")) }),
    ("command", #"["id", "-u"]"#, { job in job.run.command = ["id", "-u"] }),
  ]

  /// Jobs without what tells where they stand and what is derived.
  private func comparable(_ jobs: [Job]) -> [Job] {
    jobs.map { job in
      var job = job
      job.origin = nil
      job.digest = ""
      return job
    }
  }

  @Test("an edited job is the changed job, and every other job and byte is as it was")
  func edited() throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let file = RandomFile(&generator)
      let before = EditedText.jobs(file.text, "a.yaml")
      try #require(before.count == file.names.count, "seed \(seed)\n\(file.text)")
      let at = Int.random(in: 0..<before.count, using: &generator)
      let edit = Self.edits.randomElement(using: &generator) ?? Self.edits[0]
      let changed: String
      do {
        changed = try EditedText.setting(edit.key, edit.value, of: file.names[at], in: file.text)
      } catch let refusal as EditRefusal {
        Issue.record("seed \(seed): \(edit.key): \(refusal.message)\n\(file.text)")
        continue
      }
      var wanted = comparable(before)
      edit.change(&wanted[at])
      #expect(comparable(EditedText.jobs(changed, "a.yaml")) == wanted, "seed \(seed)\n\(file.text)\n=>\n\(changed)")
      // One place of the file changed, by no more than the entry that was set.
      let (gone, come) = EditedText.difference(file.text, changed)
      #expect(gone.utf8.count < 80 && come.utf8.count < 80, "seed \(seed): '\(gone)' '\(come)'")
      #expect(!gone.contains("#") || gone.contains("# kept"), "seed \(seed): '\(gone)'")
      #expect(try EditedText.setting(edit.key, edit.value, of: file.names[at], in: changed) == changed, "seed \(seed)")
    }
  }

  @Test("disabling and enabling is the identity")
  func toggled() throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let file = RandomFile(&generator)
      let name = file.names.randomElement(using: &generator) ?? ""
      let off = try EditedText.applying(.enable(false), to: name, in: file.text)
      #expect(EditedText.jobs(off, "a.yaml").first { $0.name == name }?.enabled == false, "seed \(seed)\n\(off)")
      #expect(try EditedText.applying(.enable(true), to: name, in: off) == file.text, "seed \(seed)\n\(off)")
    }
  }

  @Test("a job that is added and removed leaves the file as it was")
  func addedAndRemoved() throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let file = RandomFile(&generator)
      var manifest = NewManifest(name: "new", command: ["ls", "-l", "a b"])
      manifest.schedule = "0 5 * * *"
      manifest.env = [Pair("A", "on")]
      let added = String(
        decoding: try manifest.appended(to: Array(file.text.utf8), path: "a.yaml"), as: UTF8.self)
      let jobs = EditedText.jobs(added, "a.yaml")
      #expect(jobs.map(\.name) == file.names + ["new"], "seed \(seed)\n\(added)")
      #expect(jobs.last?.run.command == ["ls", "-l", "a b"] && jobs.last?.run.env == [Pair("A", "on")])
      #expect(try EditedText.applying(.remove, to: "new", in: added) == file.text, "seed \(seed)\n\(added)")
      // Of the others too, every one can be taken out and leaves the rest.
      let name = file.names.randomElement(using: &generator) ?? ""
      let less = try EditedText.applying(.remove, to: name, in: added)
      #expect(
        comparable(EditedText.jobs(less, "a.yaml")) == comparable(jobs.filter { $0.name != name }),
        "seed \(seed)\n\(less)")
    }
  }
}
