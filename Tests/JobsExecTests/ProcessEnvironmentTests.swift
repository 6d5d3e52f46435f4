import Glibc
import JobsStore
import Testing

@testable import JobsExec

@Suite("Environment of a job")
struct ProcessEnvironmentTests {
  private func text(_ environment: ProcessEnvironment) -> [String] {
    environment.entries.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("variables are set, replaced in place and removed")
  func changes() {
    var environment: ProcessEnvironment = ["A": "1", "B": "2=3", "C": ""]
    environment["A"] = "4"
    environment["B"] = nil
    environment["missing"] = nil
    environment["D"] = "5"
    #expect(text(environment) == ["A=4", "C=", "D=5"])
    #expect(environment["A"] == "4")
    #expect(environment["B"] == nil)
    #expect(environment["C"] == "")
    #expect(environment["D"] == "5")
    #expect(environment == ["A": "4", "C": "", "D": "5"])
    environment["E=F"] = "6"
    #expect(environment.fault == "the name of the variable 'E=F' has '=' in it")
    environment["E=F"] = nil
    #expect(environment.fault == nil)
    #expect(Set([environment, ["A": "4", "C": "", "D": "5"]]).count == 1)
  }

  @Test("this process's variables are taken over byte for byte")
  func current() throws {
    putenv(strdup("JOBS_TEST_RAW=a\u{e9}"))
    let raw: [UInt8] = Array("JOBS_TEST_BYTES=".utf8) + [0xFF, 0xFE]
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: raw.count + 1)
    for (index, byte) in raw.enumerated() { copy[index] = CChar(bitPattern: byte) }
    copy[raw.count] = 0
    putenv(copy)
    let environment = ProcessEnvironment.current()
    #expect(environment.entries.contains(raw))
    #expect(environment["JOBS_TEST_RAW"] == "a\u{e9}")
    unsetenv("JOBS_TEST_BYTES")
    unsetenv("JOBS_TEST_RAW")
  }

  @Test("an inherited environment loses what was meant for the tool alone")
  func inherited() {
    let caller: ProcessEnvironment = [
      "PATH": "/p", "NOTIFY_SOCKET": "/run/x", "WATCHDOG_PID": "1", "LISTEN_FDS": "1", "JOBS_EXECUTION": "outer",
      "JOBS_STATE_DIR": "/s", "X": "y",
    ]
    #expect(text(.base(.inherited, caller: caller)) == ["PATH=/p", "JOBS_STATE_DIR=/s", "X=y"])
  }

  @Test("a minimal environment depends on the account and the host's locale alone")
  func minimal() {
    let account = Account(name: "ann", home: "/home/ann", shell: "/bin/bash")
    let caller: ProcessEnvironment = ["PATH": "/p", "LANG": "C.UTF-8", "TZ": "UTC", "SECRET": "s"]
    #expect(
      text(.base(.minimal(account), caller: caller)) == [
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/home/ann", "USER=ann",
        "LOGNAME=ann", "SHELL=/bin/bash", "LANG=C.UTF-8", "TZ=UTC",
      ])
  }

  @Test("a job cannot pass itself off as another run")
  func identity() {
    let environment: ProcessEnvironment = ["JOBS_EXECUTION": "forged", "JOBS_OTHER": "kept"]
    let entries = environment.entries(with: [Array("JOBS_EXECUTION=real".utf8)])
    #expect(entries.map { String(decoding: $0, as: UTF8.self) } == ["JOBS_OTHER=kept", "JOBS_EXECUTION=real"])
  }

  @Test("what the launcher is asked for stands before the command")
  func privileges() {
    var privileges = Privileges(launcher: "/l")
    #expect(privileges.words(for: ["a", "-b"], workingDirectory: nil) == ["/l", "--", "a", "-b"])
    privileges.user = "ann"
    privileges.group = "staff"
    privileges.limits = [.init(name: "nofile", soft: 64), .init(name: "core", soft: nil)]
    privileges.nice = -5
    privileges.umask = 0o27
    privileges.cgroup = "/sys/fs/cgroup/x"
    #expect(
      privileges.words(for: ["a"], workingDirectory: "/srv") == [
        "/l", "--user", "ann", "--group", "staff", "--limit", "nofile=64", "--limit", "core=unlimited", "--nice", "-5",
        "--umask", "27", "--cgroup", "/sys/fs/cgroup/x", "--directory", "/srv", "--", "a",
      ])
  }
}
