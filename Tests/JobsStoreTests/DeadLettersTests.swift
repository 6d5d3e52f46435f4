import JobsCore
import TestSupport
import Testing

@testable import JobsStore

@Suite("Dead letters")
struct DeadLettersTests {
  let folder = TemporaryFolder()
  let history: RunHistory

  init() throws { history = try RunHistory(writing: StateDirectory(path: folder.file("state"))) }

  private func fail(_ job: String, at time: Int64) throws -> Execution {
    var execution = Execution.sample(job, at: time)
    execution.state = .failed
    execution.reason = "exit status 3"
    execution.failureClass = .application
    execution.ended = 5_000 + time
    try history.write(new: [execution]) { () throws(Failure) in
      try history.deadLetters.add(execution, record: #"{"type":"job","v":1,"name":"a"}"#)
    }
    return execution
  }

  @Test("what failed for good is listed with why, the newest first, and found by its id")
  func list() throws {
    let first = try fail("-/-/a", at: 1)
    let second = try fail("-/-/b", at: 2)
    let all = try history.deadLetters.list()
    #expect(all.map(\.execution) == [second.id, first.id])
    #expect(all.map(\.failed) == [5002, 5001])
    #expect(all[0].reason == "exit status 3" && all[0].failureClass == .application && all[0].replayed == nil)
    #expect(try history.deadLetters.list(job: "-/-/a").map(\.execution) == [first.id])
    #expect(try history.deadLetters.list(limit: 1).count == 1)
    #expect(try history.deadLetters.find(first.id.description.lowercased()) == all[1])
    for word in ["0", "7ZZ", "%", ""] { #expect(throws: Failure.self) { try history.deadLetters.find(word) } }
  }

  @Test("a letter is kept once, and not without the end of its run")
  func once() throws {
    let execution = try fail("-/-/a", at: 1)
    try history.deadLetters.add(execution, record: "{}")
    #expect(try history.deadLetters.list().map(\.record) == [#"{"type":"job","v":1,"name":"a"}"#])
    let another = Execution.sample(at: 2)
    #expect(throws: Failure.self) {
      try history.write(new: [another]) { () throws(Failure) in
        try history.deadLetters.add(another, record: "{}")
        throw Failure.world("the disk")
      }
    }
    #expect(try history.deadLetters.list().count == 1)
    #expect(throws: Failure.self) { try history.deadLetters.add(another, record: "no JSON") }
  }

  @Test("a replay settles it once it has succeeded")
  func replay() throws {
    let failed = try fail("-/-/a", at: 1)
    var replay = Execution.sample("-/-/a", at: 2)
    replay.state = .failed
    try history.insert([replay])
    try history.deadLetters.mark(failed.id, replayed: replay.id)
    #expect(try history.deadLetters.find(failed.id.description).replayState == .failed)
    #expect(try !history.deadLetters.find(failed.id.description).isSettled)
    replay.state = .succeeded
    try history.write(changed: [replay])
    let letter = try history.deadLetters.find(failed.id.description)
    #expect(letter.isSettled && letter.replayed == replay.id)
    var json = JSONWriter()
    letter.write(to: &json)
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"type":"dead-letter","v":1,"execution":"\#(failed.id)","job":"-/-/a","failedAt":"1970-01-01T00:00:05.001Z","reason":"exit status 3","class":"application","replayed":"\#(replay.id)","replayState":"succeeded"}"#
    )
  }

  @Test("purging deletes what is named, and leaves the history alone")
  func purge() throws {
    let failed = try (0..<3).map { try fail("-/-/a", at: $0) }
    #expect(try history.deadLetters.purge([failed[0].id, failed[2].id, ULID(value: 7)]) == 2)
    #expect(try history.deadLetters.list().map(\.execution) == [failed[1].id])
    #expect(try history.count() == 3)
  }
}
