import JobsCore
import JobsDeploy
import Testing

@Suite struct PlanFileTests {
  private static let file = PlanFile(
    createdAt: "2026-11-21T12:00:00Z",
    places: [Place(kind: "host.crontab", identity: "ann", account: "web-1", key: "ann", name: "the crontab of 'ann'")],
    inputs: [.init(file: "jobs/a.yaml", bytes: Array("a".utf8))],
    changes: [
      Change(
        id: "host.crontab/ann/a", job: "-/-/a", action: .update,
        fields: [
          .init(path: "schedule", applied: "1", live: "2", desired: "3", kind: .both),
          .init(path: "command", applied: nil, live: nil, desired: "say \"hi\"\n", kind: .change),
          .init(path: "retries", applied: .init(3), live: .init(5), desired: .init(2), kind: .both),
          .init(path: "args", applied: nil, live: "[]", desired: .init(["--day", "\"a\""]), kind: .change),
        ], after: ["host.crontab/ann/b"], precondition: "digest:0123456789abcdef"),
      Change(id: "host.crontab/ann/c", job: "-/-/c", action: .delete, fields: [], precondition: "digest:0"),
    ])

  private static func text(_ change: (String) -> String) -> [UInt8] {
    Array(change(String(decoding: file.bytes, as: UTF8.self)).utf8)
  }

  @Test func `what is written is read again`() throws {
    #expect(try PlanFile(Self.file.bytes, name: "the plan") == Self.file)
    #expect(
      String(decoding: Self.file.bytes, as: UTF8.self).contains(
        #"{"path":"retries","applied":3,"live":5,"desired":2,"kind":"both"}"#))
    #expect(PlanFile.isPlan(Self.file.bytes))
    #expect(!PlanFile.isPlan(Array("apiVersion: jobs/v1".utf8)))
    var empty = Self.file
    empty.changes = []
    #expect(try PlanFile(empty.bytes, name: "the plan") == empty)
  }

  @Test(arguments: [
    ("a value", "\"desired\":\"3\"", "\"desired\":\"4\""),
    ("a host", "web-1", "web-2"),
    ("an action", "\"action\":\"delete\"", "\"action\":\"create\""),
    (
      "another id", "\n{\"type\":\"change\",\"v\":1,\"id\":\"host.crontab/ann/c\"",
      "\n{\"type\":\"change\",\"v\":1,\"id\":\"x\""
    ),
  ])
  func `a change shows`(_ what: String, _ old: String, _ new: String) {
    let failure = #expect(throws: Failure.self) {
      try PlanFile(Self.text { $0.replacing(old, with: new) }, name: "the plan")
    }
    #expect(failure?.message == "the plan cannot be carried out: its digest does not hold", "\(what)")
  }

  @Test(arguments: [1, 2, 40, 100, 200, 400, 600, 800])
  func `a file that broke off is refused`(_ lost: Int) {
    #expect(throws: Failure.self) { try PlanFile(Array(Self.file.bytes.dropLast(lost)), name: "the plan") }
  }

  /// Whole by their digests, and not understood.
  @Test(arguments: [
    ("an unknown record", "{\"type\":\"change\"", "{\"type\":\"chance\""),
    ("an unknown key", "\"after\":[]", "\"after\":[],\"force\":true"),
    ("an unknown action", "\"action\":\"delete\"", "\"action\":\"none\""),
    ("an unknown kind", "\"kind\":\"both\"", "\"kind\":\"none\""),
    ("another version", "{\"type\":\"change\",\"v\":1", "{\"type\":\"change\",\"v\":2"),
    ("a state that is past", "\"state\":\"planned\"", "\"state\":\"done\""),
    ("a masked value", "\"desired\":\"3\"", "\"desired\":\"***\""),
    ("a null for a value", "\"desired\":\"3\"", "\"desired\":null"),
    ("no places", "\"places\":[", "\"place\":["),
    ("an unknown place", "\"account\":\"web-1\"", "\"account\":1"),
    ("a head of another type", "{\"type\":\"plan\"", "{\"type\":\"plans\""),
    ("two ends", "\"upstream\":[]}\n", "\"upstream\":[]}\n{\"type\":\"end\",\"v\":1}\n"),
  ])
  func `what this version does not know is refused`(_ what: String, _ old: String, _ new: String) {
    var text = String(decoding: Self.text { $0.replacing(old, with: new) }, as: UTF8.self)
    // With the digest that the changed text would have.
    if let end = text.range(of: "{\"type\":\"end\"") {
      let digest = PlanFile.Input(file: "", bytes: Array(text[..<end.lowerBound].utf8)).digest
      let start = text.range(of: "\"digest\":\"sha256:", in: end.lowerBound..<text.endIndex)!
      let old = start.upperBound..<text.index(start.upperBound, offsetBy: 64)
      text.replaceSubrange(old, with: digest.dropFirst(7))
    }
    let failure = #expect(throws: Failure.self) { try PlanFile(Array(text.utf8), name: "the plan") }
    #expect(failure?.message.contains("digest") == false, "\(what): \(failure?.message ?? "")")
  }

  @Test func `a secret that somebody put into the world is masked`() throws {
    var file = Self.file
    let secret = "AKIA" + "IOSFODNN7EXAMPLQ"
    file.changes[0].fields[0].live = "run --key \(secret)"
    #expect(!String(decoding: file.bytes, as: UTF8.self).contains(secret))
    #expect(try PlanFile(file.bytes, name: "the plan").changes[0].fields[0].live == "***")
  }
}

extension String {
  fileprivate func range(of text: String, in range: Range<Index>? = nil) -> Range<Index>? {
    var at = range?.lowerBound ?? startIndex
    while at < (range?.upperBound ?? endIndex) {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
