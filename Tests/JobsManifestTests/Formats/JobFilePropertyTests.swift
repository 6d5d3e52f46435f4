import JobsCore
import JobsCron
import TestSupport
import Testing

@testable import JobsManifest

/// Random JSON job files: what they say is what is read, and what is wrong with them is named.
@Suite struct JobFilePropertyTests {
  /// A job and the members of the file that says it, in an order and a layout that a seed chose.
  struct RandomJob {
    var job: Job
    /// By key, in JSON.
    var members: [(key: String, json: String)] = []

    init(_ random: inout SeededGenerator) {
      job = Job(name: "job-\(Int.random(in: 0..<1000, using: &random))")
      let isLong = { (random: inout SeededGenerator) in Bool.random(using: &random) }
      add("name", Self.quoted(job.name))
      if isLong(&random) {
        let words = ["yes", "null", "1", "a b", "- x", "# y", "\"q\"", "ü\n", "\u{7F}", ""]
        job.run.command = ["/bin/x"] + (0..<3).map { _ in words.randomElement(using: &random) ?? "" }
        add("command", "[\(job.run.command.map(Self.quoted).joined(separator: ", "))]")
      } else {
        let text = Self.text(&random) + "x"
        job.run.setShell(text)
        add("command", Self.quoted(text))
      }
      let cron = Self.cron(&random)
      let zone = ["Europe/Berlin", "UTC", "America/New_York"].randomElement(using: &random)
      job.schedules = [Schedule(cron: cron, dialect: .unix, timezone: zone)]
      add("schedule", Self.quoted(cron))
      add("timezone", Self.quoted(zone ?? ""))
      if isLong(&random) {
        job.run.workingDirectory = "/srv/" + Self.text(&random)
        add("working_directory", Self.quoted(job.run.workingDirectory ?? ""))
      }
      if isLong(&random) {
        job.run.env = (0..<3).map { Pair("NAME_\($0)", Self.text(&random)) }
        add(
          "env", "{\(job.run.env.map { "\(Self.quoted($0.name)): \(Self.quoted($0.value))" }.joined(separator: ", "))}")
      }
      if isLong(&random) {
        let seconds = Int.random(in: 1...100_000, using: &random)
        job.limits.timeoutSeconds = seconds
        add("timeout", String(seconds))
      }
      if isLong(&random) {
        job.enabled = Bool.random(using: &random)
        add("enabled", String(job.enabled))
      }
      // What holds where the file says nothing.
      (job.resources.tasks, job.resources.parallelism) = (1, 1)
      (job.limits.concurrency, job.limits.missed) = (.allow, Missed(policy: .skip))
      job.limits.retry = Retry()
      job.limits.retry?.attempts = 0
      members.shuffle(using: &random)
    }

    private mutating func add(_ key: String, _ json: String) { members.append((key, json)) }

    /// The file's text, one member a line.
    var text: String { "{\n\(members.map { "  \"\($0.key)\": \($0.json)" }.joined(separator: ",\n"))\n}\n" }

    func without(_ key: String) -> String {
      var other = self
      other.members.removeAll { $0.key == key }
      return other.text
    }

    static func quoted(_ text: String) -> String {
      var json = JSONWriter()
      json.value(text)
      return String(decoding: json.bytes, as: UTF8.self)
    }

    static func text(_ random: inout SeededGenerator) -> String {
      let letters = Array("abcXYZ019 -_.,;:#'\"{}[]()&*!?|<>=%@`~\\/\t\näß漢🙂")
      return String(
        (0..<Int.random(in: 0...20, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }

    private static let parts: [(name: String, range: ClosedRange<Int>)] = [
      ("minute", 0...59), ("hour", 0...23), ("day", 1...28), ("month", 1...12), ("weekday", 0...6),
    ]

    /// Five fields of any kind that can be right.
    static func cron(_ random: inout SeededGenerator) -> String {
      parts.map { part in
        let one = Int.random(in: part.range, using: &random)
        let other = Int.random(in: part.range, using: &random)
        let kinds = ["*", "\(one)", "\(min(one, other))-\(max(one, other))", "*/\(max(1, one))", "\(one),\(other)"]
        return kinds.randomElement(using: &random) ?? "*"
      }.joined(separator: " ")
    }

    /// One field of a right expression made wrong; the words that the answer has to have in it.
    static func badCron(_ random: inout SeededGenerator) -> String {
      var fields = cron(&random).split(separator: " ").map(String.init)
      let at = Int.random(in: 0..<5, using: &random)
      let beyond = parts[at].range.upperBound + (at == 2 ? 4 : at == 4 ? 2 : 1)
      let faults = ["\(beyond)", "-1", "x", "5-", "*/0", "1,,2", "1.5", "\(beyond)-\(beyond + 1)", "*/*"]
      fields[at] = faults.randomElement(using: &random) ?? "x"
      if Int.random(in: 0..<6, using: &random) == 0 {
        fields = Array(fields.prefix(Int.random(in: 1...4, using: &random)))
      }
      return fields.joined(separator: " ")
    }
  }

  private static func read(_ text: String) -> FileReport { ConvertReading.report(text.utf8, "job.json") }

  private static func errors(_ report: FileReport) -> [Diagnostic] {
    report.diagnostics.filter { $0.severity == .error }
  }

  @Test("a job is what its file says, and comes back from every format that can say it", arguments: 0..<150)
  func roundTrip(round: UInt64) throws {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let drawn = RandomJob(&random)
    let note = "seed \(seed)\n\(drawn.text)"
    let jobs = ConvertReading.jobs(drawn.text.utf8, "job.json")
    #expect(jobs.map(ConvertReading.core) == [drawn.job], "\(note)")
    guard let job = jobs.first else { return }
    for target in [ConversionTarget.jobfile, .jobs] {
      let conversion = try Conversion(job, to: target, isResolved: true)
      #expect(conversion.losses == [], "\(note)")
      let text = ConvertReading.text(conversion)
      let again = ConvertReading.jobs(text, ConvertReading.path(target))
      #expect(again.map(ConvertReading.core) == [drawn.job], "\(note)\n\(String(decoding: text, as: UTF8.self))")
    }
    var json = JSONWriter()
    job.write(to: &json)
    var reader = RecordReader(bytes: json.bytes, name: "record")
    var record = Record()
    #expect(try reader.next(into: &record) && Job(record) == job, "\(note)")
  }

  @Test("a file without what a job needs is named, and gives no job", arguments: 0..<100)
  func required(round: UInt64) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let job = RandomJob(&random)
    let text = job.without("command")
    let report = Self.read(text)
    #expect(report.jobCount == 0 && report.records.isEmpty, "seed \(seed)\n\(text)")
    #expect(Self.errors(report).contains { $0.message.contains("'command'") }, "seed \(seed)\n\(text)")
    // The name alone may be left out: it is the file's then.
    #expect(ConvertReading.jobs(job.without("name").utf8, "job.json").map(\.name) == ["job"], "seed \(seed)")
    let ours = """
      {"apiVersion": "jobs/v1", "kind": "Job", "metadata": {}, "spec": {"command": "x"}}
      """
    #expect(Self.errors(ConvertReading.report(ours.utf8, "a.yaml")).contains { $0.message.contains("'name'") })
  }

  @Test("what is no JSON is refused where it stops being it, and gives no job", arguments: 0..<150)
  func invalid(round: UInt64) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let bytes = Array(RandomJob(&random).text.utf8)
    var broken = bytes
    let inside = Int.random(in: 1..<bytes.count - 2, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: broken = Array(bytes.prefix(inside))
    case 1: broken.insert(contentsOf: ",".utf8, at: 1)
    case 2: broken.removeAll { $0 == UInt8(ascii: ":") }
    default: broken.append(contentsOf: "}".utf8)
    }
    let text = String(decoding: broken, as: UTF8.self)
    let report = ConvertReading.report(broken, "job.json")
    #expect(report.jobCount == 0 && report.records.isEmpty, "seed \(seed)\n\(text)")
    let errors = Self.errors(report)
    let lines = LineIndex(broken).lineCount
    #expect(!errors.isEmpty && errors.allSatisfy { (1...lines).contains($0.location.line) }, "seed \(seed)\n\(text)")
  }

  @Test("a schedule that cannot be read is an error at its place, and one that can is none", arguments: 0..<150)
  func schedules(round: UInt64) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    var job = RandomJob(&random)
    let isAboutCron = { (diagnostic: Diagnostic) in diagnostic.code.hasPrefix("SC") }
    #expect(!Self.errors(Self.read(job.text)).contains(where: isAboutCron), "seed \(seed)\n\(job.text)")
    guard let at = job.members.firstIndex(where: { $0.key == "schedule" }) else { return }
    job.members[at].json = RandomJob.quoted(RandomJob.badCron(&random))
    let report = Self.read(job.text)
    #expect(report.jobCount == 0, "seed \(seed)\n\(job.text)")
    // The first line is the bracket's.
    #expect(Self.errors(report).contains { $0.location.line == at + 2 }, "seed \(seed)\n\(job.text)")
  }
}
