import Glibc
import JobsCore
import JobsExec
import JobsStore
import TestSupport
import Testing

extension EngineSuite {
  struct Locks {
    private let folder = TemporaryFolder()
    private var options: EngineOptions {
      var options = EngineOptions()
      options.lockFolder = folder.file("locks")
      options.parallelism = 4
      return options
    }

    private func holding(_ locks: String..., script: String) -> RunRequest {
      var request = shell(script)
      request.locks = locks
      return request
    }

    @Test("a run waits for a lock that another process holds, says so once, and holds up no other")
    func waits() throws {
      let held = try #require(try FileLock.take(StateDirectory.lockFile("ledger", in: folder.file("locks"))))
      let witness = Witness()
      var waited = false
      // Another descriptor of the same file is as good as another process.
      witness.onStart = { execution in
        guard execution.job == "-/-/free" else { return }
        waited = witness.locks == ["ledger"]
        held.release()
      }
      var free = shell("exit 0")
      free.job = "-/-/free"
      let engine = try Engine(options: options, observers: [witness])
      let outcomes = try engine.run([holding("tape", "ledger", script: "exit 3"), free])
      #expect(waited)
      #expect(outcomes.map(\.last.exitCode) == [3, 0])
      #expect(witness.locks == ["ledger"])
    }

    @Test("runs of one lock go one after the other, and let it go at their ends")
    func excludes() throws {
      let file = folder.file("ledger")
      let script = "mkdir '\(file)' && sleep 0.05 && rmdir '\(file)'"
      let engine = try Engine(options: options)
      let outcomes = try engine.run((0..<4).map { _ in holding("x", "y", script: script) })
      #expect(outcomes.map(\.last.state) == [.succeeded, .succeeded, .succeeded, .succeeded])
      #expect(try FileLock.take(StateDirectory.lockFile("x", in: folder.file("locks"))) != nil)
    }

    @Test("who waits for a lock can be stopped")
    func stops() throws {
      let held = try #require(try FileLock.take(StateDirectory.lockFile("x", in: folder.file("locks"))))
      let witness = Witness()
      let engine = try Engine(options: options, observers: [witness])
      witness.onLocked = { engine.cancel(reason: "enough") }
      let outcome = try #require(try engine.run([holding("x", script: "exit 0")]).first)
      #expect(outcome.last.state == .cancelled && outcome.last.reason == "enough before the start")
      held.release()
    }

    @Test("a lock that cannot be made refuses the run, and says why")
    func broken() throws {
      try FileBytes.write([], to: folder.file("locks"))
      let outcome = try #require(try Engine(options: options).run([holding("x", script: "exit 0")]).first)
      #expect(outcome.last.state == .failed && outcome.last.exitCode == 125)
      #expect(outcome.last.error?.contains("'\(folder.file("locks"))': not a folder") == true)
    }
  }
}
