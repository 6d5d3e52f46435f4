import Glibc
import JobsCore
import JobsExec
import JobsStore
import TestSupport
import Testing

extension EngineSuite {
  struct Recording {
    @Test("every attempt is in the history as the engine told it")
    func rows() throws {
      let folder = TemporaryFolder()
      let state = StateDirectory(path: folder.path)
      let history = try RunHistory(writing: state)
      let recorder = HistoryRecorder(history)
      var options = EngineOptions()
      options.parallelism = 4
      options.outputFolder = state.output
      let engine = try Engine(options: options, observers: [recorder])
      let retry = RetryPolicy(attempts: 1, backoff: .fixed, base: .milliseconds(20))
      let outcomes = try engine.run([
        shell("echo out; echo err >&2"), shell("exit 3", retry: retry), words("/no/such"), shell("kill -9 $$"),
        shell("sleep 60", timeout: .milliseconds(100)),
      ])
      let told = outcomes.flatMap(\.attempts)
      let rows = try RunHistory(reading: state).executions()
      #expect(recorder.failure == nil)
      #expect(rows.count == 6)
      #expect(Set(rows) == Set(told))
    }

    @Test("a run is in the history, with its process, while it runs")
    func whileRunning() throws {
      let folder = TemporaryFolder()
      let state = StateDirectory(path: folder.path)
      let recorder = HistoryRecorder(try RunHistory(writing: state))
      let witness = Witness()
      var seen: [Execution] = []
      witness.onOutput = { _, _ in seen = (try? RunHistory(reading: state).executions()) ?? [] }
      // The pause is longer than starts are gathered for.
      _ = try Engine(observers: [recorder, witness]).run([shell("sleep 0.2; echo now; sleep 0.05"), shell("true")])
      #expect(seen.map(\.state).sorted { $0.rawValue < $1.rawValue } == [.pending, .running])
      let running = try #require(seen.first { $0.state == .running })
      #expect(running.process != nil)
      #expect(running.process?.boot == running.owner.boot)
      #expect(running.owner.pid == getpid())
    }

    @Test("nothing more starts when the history cannot be written, and what runs goes on")
    func obstacle() throws {
      let folder = TemporaryFolder()
      let state = StateDirectory(path: folder.path)
      let recorder = HistoryRecorder(try RunHistory(writing: state))
      let witness = Witness()
      witness.onOutput = { _, _ in
        _ = try? Database(path: state.history, access: .readWrite).execute("DELETE FROM execution")
      }
      let engine = try Engine(observers: [recorder, witness])
      // The second may start before the first's end is written; it lasts longer than that takes.
      let outcomes = try engine.run([shell("echo go; sleep 0.1"), shell("sleep 0.1"), shell("true"), shell("true")])
      #expect(recorder.failure != nil)
      #expect(outcomes[0].last.state == .succeeded)
      #expect(outcomes[2...].map(\.last.state) == [.cancelled, .cancelled])
      #expect(outcomes[3].last.reason?.hasPrefix("not started: cannot record the end of execution") == true)
      #expect(outcomes[3].last.started == nil && outcomes[3].exitStatus.rawValue == 125)
    }

    @Test("what cannot be written is tried again before the next start, and all goes on where it can be then")
    func recovery() throws {
      final class Forgetful: RunObserver {
        private(set) var failure: Failure?
        private var commits = 0
        func observe(_ event: RunEvent) {}
        func commit() {
          commits += 1
          failure = commits == 1 ? .world("full") : nil
        }
      }
      let outcomes = try Engine(observers: [Forgetful()]).run([shell("sleep 0.1"), shell("true")])
      #expect(outcomes.map(\.last.state) == [.succeeded, .succeeded])
    }

    @Test("what cannot be written is kept until it can be, and said")
    func lockedFile() throws {
      let folder = TemporaryFolder()
      let state = StateDirectory(path: folder.path)
      let history = try RunHistory(writing: state)
      let recorder = HistoryRecorder(history)
      let owner = ProcessIdentity(pid: 1, startTicks: 1, boot: "b")
      var execution = Execution(id: ULIDSource.shared.next(at: 1), job: "a", created: 1, owner: owner)
      // The row is not there yet, so its change cannot be written.
      execution.state = .succeeded
      recorder.observe(.ended(execution, stdout: HeadTail(limit: 0), stderr: HeadTail(limit: 0)))
      recorder.commit()
      #expect(recorder.failure != nil)
      execution.state = .pending
      try recorder.claim([execution])
      recorder.commit()
      #expect(recorder.failure == nil)
      #expect(try history.executions().map(\.state) == [.succeeded])
    }

    @Test("where nobody waits it is tried again until it can be written, or somebody asks to stop")
    func settles() throws {
      let folder = TemporaryFolder()
      let history = try RunHistory(writing: StateDirectory(path: folder.path))
      let recorder = HistoryRecorder(history)
      let owner = ProcessIdentity(pid: 1, startTicks: 1, boot: "b")
      var execution = Execution(id: ULIDSource.shared.next(at: 1), job: "a", created: 1, owner: owner)
      execution.state = .succeeded
      recorder.observe(.ended(execution, stdout: HeadTail(limit: 0), stderr: HeadTail(limit: 0)))
      recorder.commit()
      recorder.settle(within: .seconds(60)) { true }
      recorder.settle(within: .zero) { false }
      #expect(recorder.failure != nil)
      var asked = 0
      execution.state = .pending
      recorder.settle(within: .seconds(60)) {
        asked += 1
        if asked == 2 { try? recorder.claim([execution]) }
        return asked > 10
      }
      #expect(recorder.failure == nil && asked == 2)
      #expect(try history.executions().map(\.state) == [.succeeded])
    }
  }
}
