import Glibc
import JobsCore
import JobsExec
import JobsStore
import TestSupport
import Testing

extension EngineSuite {
  struct Retry {
    private func policy(_ attempts: Int, classes: Set<FailureClass>? = nil) -> RetryPolicy {
      RetryPolicy(attempts: attempts, backoff: .fixed, base: .milliseconds(50), classes: classes)
    }

    @Test("a job that fails is tried again until it succeeds, each attempt with a row of its own")
    func succeedsAtLast() throws {
      let folder = TemporaryFolder()
      let witness = Witness()
      let engine = try Engine(observers: [witness])
      let start = Instant.now()
      let script = "echo $JOBS_ATTEMPT >> \(folder.path)/ledger; [ $JOBS_ATTEMPT = 3 ]"
      let outcome = try #require(try engine.run([shell(script, retry: policy(5))]).first)
      #expect(outcome.attempts.map(\.state) == [.failed, .failed, .succeeded])
      #expect(outcome.attempts.map(\.attempt) == [1, 2, 3])
      #expect(outcome.attempts.map(\.attempts) == [6, 6, 6])
      #expect(outcome.attempts.map(\.trigger) == ["manual", "retry", "retry"])
      #expect(Set(outcome.attempts.map(\.id)).count == 3)
      #expect(outcome.exitStatus == .done)
      #expect(witness.retries.map(\.execution.id) == outcome.attempts.dropFirst().map(\.id))
      #expect(witness.retries.map(\.after) == [.milliseconds(50), .milliseconds(50)])
      #expect(try FileBytes.read(folder.file("ledger"), limit: 100) == Array("1\n2\n3\n".utf8))
      #expect(Instant.now().seconds(since: start) >= 0.1)
    }

    @Test("after the last attempt the failure stands")
    func givesUp() throws {
      let outcome = try #require(try Engine().run([shell("exit 7", retry: policy(2))]).first)
      #expect(outcome.attempts.map(\.exitCode) == [7, 7, 7])
      #expect(outcome.exitStatus.rawValue == 7)
    }

    @Test("a class that is not to be tried again is not")
    func otherClass() throws {
      let network: Set<FailureClass> = [.network]
      let outcomes = try Engine().run([
        shell("exit 7", retry: policy(2, classes: network)),
        shell("echo connection refused >&2; exit 7", retry: policy(1, classes: network)),
      ])
      #expect(outcomes.map(\.attempts.count) == [1, 2])
    }

    @Test("a command that cannot start is tried again like any failure")
    func cannotStart() throws {
      var request = words("/no/such/program")
      request.retry = policy(1)
      let outcome = try #require(try Engine().run([request]).first)
      #expect(outcome.attempts.map(\.exitCode) == [127, 127])
    }

    @Test("other jobs use the time between two attempts")
    func interleaved() throws {
      let witness = Witness()
      let engine = try Engine(observers: [witness])
      var slow = shell("exit 1", retry: policy(1))
      slow.retry.base = .milliseconds(400)
      _ = try engine.run([slow, shell("exit 0")])
      #expect(witness.started.map(\.attempt) == [1, 1, 2])
    }

    @Test("cancelling drops an attempt that was to come")
    func cancelled() throws {
      let witness = Witness()
      let engine = try Engine(observers: [witness])
      var request = shell("exit 1", retry: policy(1))
      request.retry.base = .seconds(60)
      let other = shell("echo go; sleep 60")
      witness.onOutput = { [unowned engine] _, _ in engine.cancel(reason: "enough") }
      let outcomes = try engine.run([request, other])
      #expect(outcomes[0].attempts.map(\.state) == [.failed, .cancelled])
      #expect(outcomes[0].last.reason == "enough before the start")
    }
  }
}
