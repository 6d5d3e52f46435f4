import JobsCloud
import JobsCore
import TestSupport
import Testing

@Suite struct OperationWaitTests {
  private let clock = ScriptedClock()
  private let wait = OperationWait(deadline: .seconds(30))

  private func failure(
    _ look: () async throws(CloudFailure) -> OperationWait.Status<Int>
  ) async throws -> CloudFailure {
    do throws(CloudFailure) {
      let value = try await wait.value("create job 'a'", clock: clock.clock, look: look)
      Issue.record("it came to \(value)")
      return CloudFailure("", .cancelled)
    } catch {
      return error
    }
  }

  @Test func `it looks less and less often, and tells how far it is`() async throws {
    var looks = 0
    var told: [String] = []
    let value = try await wait.value(
      "create job 'a'", clock: clock.clock, progress: { told.append("\($0 ?? "-") \($1.words)") }
    ) { () throws(CloudFailure) -> OperationWait.Status<Int> in
      looks += 1
      return looks < 5 ? .running(looks == 2 ? nil : "step \(looks)") : .done(7)
    }
    #expect(value == 7 && looks == 5)
    #expect(clock.waits == [.seconds(1), .milliseconds(1500), .milliseconds(2250), .milliseconds(3375)])
    #expect(told == ["step 1 0 ms", "- 1 s", "step 3 2 s", "step 4 4 s"])
  }

  @Test func `what is done at once costs no wait`() async throws {
    #expect(
      try await wait.value("x", clock: clock.clock) { () throws(CloudFailure) -> OperationWait.Status<Int> in .done(1) }
        == 1)
    #expect(clock.waits.isEmpty)
  }

  @Test func `after the deadline it goes on without us`() async throws {
    let failure = try await failure { () throws(CloudFailure) in .running(nil) }
    #expect(failure.cause == .deadline && failure.mayBeDone)
    #expect(clock.waits.reduce(.zero, +) == .seconds(30) && clock.waits.allSatisfy { $0 <= .seconds(10) })
    #expect(failure.failure.message == "cannot create job 'a': it is not done after 30 s, and goes on")
  }

  @Test func `its own fault is told as such, and nothing is in doubt`() async throws {
    let failure = try await failure { () throws(CloudFailure) in .failed(CloudFault(.quota("jobs"), why: "too many")) }
    #expect(failure.cause == .quota("jobs") && !failure.mayBeDone && failure.call == "create job 'a'")
  }

  @Test func `an operation that nobody knows any more is lost, not failed`() async throws {
    var looks = 0
    let failure = try await failure { () throws(CloudFailure) in
      looks += 1
      guard looks > 1 else { return .running(nil) }
      throw CloudFailure("read operation", CloudFault(.notFound, status: 404, why: "no such operation"))
    }
    #expect(failure.cause == .notFound && failure.mayBeDone && looks == 2)
    #expect(
      failure.failure.message == "cannot create job 'a': the cloud began it and does not know of it any more")
  }

  @Test func `a look that fails leaves it in doubt`() async throws {
    let failure = try await failure { () throws(CloudFailure) in
      throw CloudFailure("read operation", CloudFault(.unavailable, why: "status 503"), attempts: 4)
    }
    #expect(failure.cause == .unavailable && failure.mayBeDone && failure.attempts == 4)
  }

  @Test func `cancelling ends the wait`() async throws {
    let task = Task { () -> CloudFailure in
      withUnsafeCurrentTask { $0?.cancel() }
      return try await failure { () throws(CloudFailure) -> OperationWait.Status<Int> in .running(nil) }
    }
    let cancelled = try await task.value
    #expect(cancelled.cause == .cancelled && cancelled.mayBeDone)
  }
}
