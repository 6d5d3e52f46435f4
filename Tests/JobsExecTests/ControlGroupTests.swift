import Glibc
import JobsCore
import JobsStore
import Testing

@testable import JobsExec

extension EngineSuite {
  /// Runs that have a cgroup to themselves.
  @Suite(.enabled(if: ControlGroups.folder != nil, "no cgroup v2 in which this process may make others"))
  struct OwnCgroup {
    private func request(_ script: String, isOwn: Bool = true, timeout: Duration = .seconds(30)) throws -> RunRequest {
      var request = shell(script, timeout: timeout, grace: .milliseconds(300))
      var privileges = Privileges(
        launcher: try #require(LaunchProgram.path, "jobs-launch was not built beside the tests"))
      privileges.hasOwnCgroup = isOwn
      request.launch.privileges = privileges
      return request
    }

    private func folder(of execution: Execution) -> String { "\(ControlGroups.folder ?? "")/\(execution.id)" }

    /// In a session of its own, without its parents and without the mark; it writes its number.
    private static let escapes = "env -i setsid -f setsid -f sh -c 'trap \"\" TERM; echo $$; exec sleep 71'"

    @Test("what left the session and cleared its environment ends with its run, and the group is gone")
    func escaped() throws {
      let witness = Witness()
      let execution = try run(
        request("cat /proc/self/cgroup; \(Self.escapes); sleep 72", timeout: .milliseconds(700)), witness: witness)
      #expect(execution.failureClass == .timeout)
      let lines = try witness.text().split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix("0::/") && $0.hasSuffix("/jobs-run/\(execution.id)") })
      let pid = try #require(lines.last.flatMap { Int32($0) })
      #expect(!isAlive(pid))
      #expect(access(folder(of: execution), F_OK) != 0)
    }

    @Test("without one it would go on")
    func control() throws {
      let witness = Witness()
      _ = try run(request("\(Self.escapes); sleep 73", isOwn: false, timeout: .milliseconds(700)), witness: witness)
      let pid = try #require(try witness.text().split(separator: "\n").last.flatMap { Int32($0) })
      #expect(isAlive(pid))
      kill(pid, SIGKILL)
    }

    @Test("CPU is that of the whole group, also what nobody waited for")
    func cpu() throws {
      // It spins for half a second in a process that the job's own first one never waits for.
      let spins = "import time\nt = time.process_time()\nwhile time.process_time() < t + 0.5: pass"
      let execution = try run(request("setsid -f python3 -c '\(spins)'; sleep 1.5"))
      #expect(execution.state == .succeeded)
      #expect((execution.cpu ?? 0) >= 500)
    }

    @Test("a process that outlives its run keeps the group, which goes once that has ended")
    func outlives() throws {
      let witness = Witness()
      let engine = try Engine(observers: [witness])
      let first = try #require(
        try engine.run([request("setsid -f sh -c 'echo $$; exec sleep 74' 2>&1; exit 3")]).first?.last)
      #expect(first.exitCode == 3)
      let pid = try #require(Int32(try witness.text().trimming()))
      #expect(isAlive(pid) && access(folder(of: first), F_OK) == 0)
      kill(pid, SIGKILL)
      #expect(eventually { !isAlive(pid) })
      #expect(eventually { (try? passTurn(engine)) != nil && access(folder(of: first), F_OK) != 0 })
    }

    private func passTurn(_ engine: Engine) throws { _ = try engine.run([request("true")]) }

    @Test("groups that the run made in its own are seen, killed and removed")
    func nested() throws {
      let witness = Witness()
      let script = """
        own=$(sed -n 's/^0:://p' /proc/self/cgroup); root=${own%/jobs-run/*}; own='\(ControlGroups.folder ?? "")'/${own##*/}
        mkdir -p $own/a/b; setsid -f sh -c "echo 0 > $own/a/b/cgroup.procs; echo \\$\\$; exec env -i sleep 75"; sleep 76
        """
      let execution = try run(request(script, timeout: .milliseconds(700)), witness: witness)
      let pid = try #require(Int32(try witness.text().trimming()))
      #expect(!isAlive(pid))
      #expect(access(folder(of: execution), F_OK) != 0)
    }

    @Test("a run that cannot start leaves no group")
    func refused() throws {
      var broken = try request("true")
      broken.launch.privileges?.launcher = "/no/such/launcher"
      let execution = try run(broken)
      #expect(execution.error != nil)
      #expect(access(folder(of: execution), F_OK) != 0)
    }

    @Test("only empty groups that are no longer new are removed as stale")
    func stale() throws {
      let groups = ControlGroups()
      let id = ULIDSource.shared.next(at: Instant.now().milliseconds)
      let group = try #require(groups.make(id))
      groups.removeStale()
      #expect(access(group.path, F_OK) == 0)
      #expect(groups.find(id, leader: getpid()) == group)
      #expect(group.remove())
      #expect(groups.find(id, leader: getpid()) == nil)
    }
  }
}

extension String {
  fileprivate func trimming() -> String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
