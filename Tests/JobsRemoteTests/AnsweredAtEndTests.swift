import JobsCloud
import JobsCore
import JobsExec
import JobsStore
import Synchronization
import TestSupport
import Testing

@testable import JobsRemote

/// A place that answers only when a run is over, as Lambda does.
@Suite struct AnsweredAtEndTests {
  private struct FakePlace: RemotePlace {
    var start: Result<RemoteStart, CloudFailure>
    /// What its log has; nil where it cannot be read.
    var log: [RemoteLine]?

    var backend: String { "fake" }
    var words: String { "a fake" }
    var answersAtEnd: Bool { true }

    func start(_ request: RemoteRequest, mark: ULID) async throws(CloudFailure) -> RemoteStart { try start.get() }

    func look(at execution: String) async throws(CloudFailure) -> RemoteLook? {
      Issue.record("nobody looks at a run that is over")
      return nil
    }

    func lines(of execution: String, from: Instant?, _ take: ([RemoteLine]) -> Bool) async throws(CloudFailure) {
      guard let log else { throw CloudFailure("read the log", CloudFault(.missingPermission(nil), why: "no")) }
      if !log.isEmpty { _ = take(log) }
    }

    func cancel(_ execution: String) async throws(CloudFailure) { Issue.record("a run that is over is cancelled") }
  }

  private static func line(_ text: String) -> RemoteLine {
    RemoteLine(id: text, time: Instant(seconds: 1), stream: .stdout, text: text)
  }

  /// What is told of a run, a word an event, and how it came out.
  private static func told(by place: FakePlace) async -> (events: [String], outcome: RemoteFollower.Outcome) {
    let events = Mutex<[String]>([])
    let follower = RemoteFollower(
      place: place, pace: RemotePace(), clock: ScriptedClock().clock, stop: StopFlag()
    ) { event in
      let word =
        switch event {
        case .waiting: "waiting"
        case .begun(let start): "begun \(start.execution)"
        case .looked: "looked"
        case .lines(let lines): lines.map(\.text).joined(separator: ",")
        case .cancelling: "cancelling"
        case .trouble: "trouble"
        }
      events.withLock { $0.append(word) }
    }
    let outcome = await follower.run(RemoteRequest("a"), mark: ULID(value: 1))
    return (events.withLock { $0 }, outcome)
  }

  private static func start(_ lines: [String], isComplete: Bool) -> Result<RemoteStart, CloudFailure> {
    let end = RemoteEnd(.failed, exitCode: 3)
    return .success(
      RemoteStart(execution: "x", answer: RemoteAnswer(end, lines: lines.map(line), isComplete: isComplete)))
  }

  @Test(
    "what came with the answer is told where it is all, else what the log has, and the former where there is no log",
    arguments: [
      (true, ["a"], ["waiting", "begun x", "end of it"]), (false, ["a", "b"], ["waiting", "begun x", "a,b"]),
      (false, [], ["waiting", "begun x", "end of it"]), (false, nil, ["waiting", "begun x", "trouble", "end of it"]),
    ] as [(Bool, [String]?, [String])])
  func lines(_ isComplete: Bool, _ log: [String]?, _ events: [String]) async {
    let place = FakePlace(start: Self.start(["end of it"], isComplete: isComplete), log: log.map { $0.map(Self.line) })
    let told = await Self.told(by: place)
    #expect(told.events == events)
    guard case .ended(_, let end) = told.outcome else { return #expect(Bool(false), "\(told.outcome)") }
    #expect(end.exitCode == 3)
  }

  @Test func `an answer that gets lost leaves it open whether the run was`() async {
    let lost = CloudFailure("run it", CloudFault(.transport(.timeout), why: "no answer"), mayBeDone: true)
    let told = await Self.told(by: FakePlace(start: .failure(lost), log: []))
    #expect(told.events == ["waiting"])
    guard case .lost = told.outcome else { return #expect(Bool(false), "\(told.outcome)") }
  }
}
