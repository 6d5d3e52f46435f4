import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@testable import JobsExec

extension EngineSuite {
  struct LaunchProgram {
    /// `jobs-launch`, or `CLaunch` by its target's name, beside the test's own program.
    static let path: String? = {
      var target = [CChar](repeating: 0, count: 4096)
      guard readlink("/proc/self/exe", &target, 4095) > 0 else { return nil }
      var folder = String(decoding: target.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        for name in ["jobs-launch", "CLaunch"] where access("\(folder)/\(name)", X_OK) == 0 {
          return "\(folder)/\(name)"
        }
      }
      return nil
    }()

    private let launcher: String

    init() throws { launcher = try #require(Self.path, "jobs-launch was not built beside the tests") }

    /// Runs the program with arguments, and returns its status and what it wrote.
    private func launch(
      _ arguments: String..., timeout: Duration = .seconds(20)
    ) throws -> (execution: Execution, out: String, err: String) {
      let witness = Witness()
      let request = RunRequest(
        job: "-/-/launch", launch: LaunchRequest(command: .words([launcher] + arguments), environment: plain),
        timeout: timeout)
      let execution = try run(request, witness: witness)
      return (execution, try witness.text(), try witness.text(.stderr))
    }

    @Test(
      "its own mistakes are 125, with words and a hint",
      arguments: [
        ([], "no command to run"), (["--bogus"], "cannot use the option '--bogus'"),
        (["--limit", "x=1", "true"], "'--limit' does not know 'x=1'"),
        (["--limit", "nofile=-1", "true"], "'--limit' does not take 'nofile=-1'"),
        (["--limit", "nofile=9:8", "true"], "the soft limit of 'nofile=9:8' is above the hard one"),
        (["--limit", "nofile", "true"], "'--limit' does not know 'nofile'"),
        (["--nice", "99", "true"], "'--nice' does not take '99'"),
        (["--umask", "9", "true"], "'--umask' does not take '9'"), (["--user", "", "true"], "'--user' needs a value"),
        (["--directory", "/no/such", "true"], "cannot work in '/no/such': no such file or directory"),
        (["--cgroup", "/no/such", "true"], "cannot join the cgroup '/no/such': no such file or directory"),
        (["--keep", "/no/such/x"], "'--keep' needs a socket of packets as its input 3"),
        (["--keep", "/no/such/x", "true"], "'--keep' stands alone"),
        (["--nice", "1", "--keep", "/no/such/x"], "'--keep' stands alone"),
        (["--user", "no-such-user", "true"], "cannot find the user 'no-such-user': there is none of that name"),
        (["--group", "no-such-group", "true"], "cannot find the group 'no-such-group': there is none of that name"),
      ] as [([String], String)])
    func mistakes(arguments: [String], message: String) throws {
      let witness = Witness()
      let request = RunRequest(
        job: "-/-/launch", launch: LaunchRequest(command: .words([launcher] + arguments), environment: plain))
      let execution = try run(request, witness: witness)
      let lines = try witness.text(.stderr).split(separator: "\n")
      #expect(execution.exitCode == 125)
      #expect(lines.first.map(String.init) == "jobs-launch: error: \(message)")
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("hint: ") } && lines.count <= 2)
    }

    @Test("the command's status is passed on, and commands that cannot run are 126 and 127")
    func statuses() throws {
      #expect(try launch("sh", "-c", "exit 42").execution.exitCode == 42)
      #expect(try launch("sh", "-c", "kill -9 $$").execution.signal == SIGKILL)
      let missing = try launch("no-such-program")
      #expect(missing.execution.exitCode == 127)
      #expect(missing.err.hasPrefix("jobs-launch: error: cannot run 'no-such-program': not found\n"))
      let denied = try launch("/etc/passwd")
      #expect(denied.execution.exitCode == 126)
      #expect(denied.execution.failureClass == .permission)
      #expect(try launch("").execution.exitCode == 127)
      let folder = TemporaryFolder()
      folder.write("noshebang", "echo hi\n", mode: 0o755)
      #expect(try launch(folder.file("noshebang")).execution.exitCode == 126)
      #expect(try launch("--", "echo", "--user").out == "--user\n")
      #expect(try launch("--help").out.hasPrefix("usage: jobs-launch"))
    }

    @Test("limits, niceness, mask and folder reach the command")
    func settings() throws {
      let result = try launch(
        "--limit", "nofile=64", "--limit", "core=0", "--limit", "cpu=unlimited", "--nice", "3", "--umask", "027",
        "--directory", "/usr", "sh", "-c", "ulimit -n; ulimit -Hc; nice; umask; pwd")
      let lines = result.out.split(separator: "\n").map(String.init)
      #expect(lines.first == "64")
      #expect(lines.suffix(3) == ["3", "0027", "/usr"])
    }

    @Test("another user runs the command with its groups, and cannot come back")
    func user() throws {
      guard geteuid() == 0 else {
        print("SKIPPED: changing the user needs root")
        return
      }
      let byName = try launch("--user", "nobody", "sh", "-c", "id -un; id -G; id -u; cat /etc/shadow || echo denied")
      let lines = byName.out.split(separator: "\n").map(String.init)
      #expect(lines.first == "nobody")
      #expect(lines.last == "denied")
      #expect(try launch("--user", "12345", "id", "-u").out == "12345\n")
      #expect(try launch("--user", "nobody", "--group", "0", "id", "-g").out == "0\n")
      // Not root any more, so the second may not change it.
      let second = try launch("--user", "nobody", launcher, "--user", "root", "true")
      #expect(second.execution.exitCode == 125 || second.execution.exitCode == 126)
    }

    @Test("the engine uses it when privileges are asked for")
    func throughTheEngine() throws {
      var request = shell("ulimit -n; pwd; [ $(cut -d' ' -f6 /proc/$$/stat) = $$ ] && echo leader")
      request.launch.workingDirectory = "/usr"
      request.launch.privileges = Privileges(launcher: launcher)
      request.launch.privileges?.limits = [.init(name: "nofile", soft: 77)]
      let witness = Witness()
      let execution = try run(request, witness: witness)
      #expect(execution.state == .succeeded)
      #expect(try witness.text() == "77\n/usr\nleader\n")
    }
  }
}
