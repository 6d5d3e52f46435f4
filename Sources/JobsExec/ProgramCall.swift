import CLinux
import Glibc
package import JobsCore

/// A program of the host that is asked something: started, waited for, and its answer read.
package struct ProgramCall: Sendable {
  /// The exit status, or 128 + n after signal n.
  package var status: Int32
  package var output: [UInt8]
  package var errors: [UInt8]

  /// Longer answers are refused, in bytes.
  package static let limit = 64 << 20

  /// Runs a program with `/dev/null` for standard input.
  ///
  /// - Parameters:
  ///   - words: the program, looked up in `PATH`, and its arguments.
  ///   - environment: of the program, whole.
  ///   - hint: what to do where there is no such program.
  ///   - timeout: after which it is killed, with what it has started; nil to wait for ever.
  /// - Throws: a world failure where it cannot be started or read, or takes longer than it may.
  package init(
    _ words: [String], environment: [String: String], hint: String, timeout: Duration? = nil
  ) throws(Failure) {
    let program: String
    do throws(LaunchFailure) {
      program = try CommandLookup.resolve(words.first ?? "", path: environment["PATH"], directory: nil)
    } catch {
      throw .world(error.message, hint: hint)
    }
    // Files, so that neither answer waits for the other to be read.
    let (out, err) = (try Self.answer(), try Self.answer())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out.number, 1)
    posix_spawn_file_actions_adddup2(&actions, err.number, 2)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = SpawnAttributes()
    let arguments = CStrings(words.map { Array($0.utf8) })
    let variables = CStrings(
      environment.sorted { $0.key < $1.key }.map { Array("\($0.key)=\($0.value)".utf8) })
    var pid: pid_t = 0
    let code = posix_spawn(&pid, program, &actions, &attributes.value, arguments.pointers, variables.pointers)
    guard code == 0 else { throw .world("cannot run '\(program)': \(systemMessage(code))") }
    let isOverdue = timeout.map { !Self.ends(pid, within: $0) } ?? false
    // A session of its own is a group of its own.
    if isOverdue { kill(-pid, SIGKILL) }
    var raw: Int32 = 0
    while waitpid(pid, &raw, 0) < 0 {
      guard errno == EINTR else { throw .world("cannot wait for '\(program)': \(systemMessage())") }
    }
    if let timeout, isOverdue {
      throw .world("'\(program)' did not end within \(timeout.components.seconds) s", hint: "run it by hand")
    }
    status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
    output = try Self.read(out, of: program)
    errors = try Self.read(err, of: program)
  }

  /// Waits for the end of a child, which is not reaped.
  private static func ends(_ pid: pid_t, within timeout: Duration) -> Bool {
    let number = linux_pidfd_open(pid)
    let end = monotonicNow() + timeout.nanoseconds
    // Without such a descriptor (Linux before 5.3) the child is looked at instead.
    let child = number < 0 ? nil : FileDescriptor(number)
    while true {
      var info = siginfo_t()
      let code = waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT)
      guard code == 0 || errno == EINTR else { return true }
      if code == 0, info.si_signo != 0 { return true }
      let left = end - monotonicNow()
      guard left > 0 else { return false }
      if let child {
        var ready = pollfd(fd: child.number, events: Int16(POLLIN), revents: 0)
        poll(&ready, 1, Int32(clamping: left / 1_000_000 + 1))
      } else {
        usleep(5000)
      }
    }
  }

  /// A file without a name.
  private static func answer() throws(Failure) -> FileDescriptor {
    var template = Array("/tmp/jobs-answer.XXXXXX".utf8CString)
    let number = mkstemp(&template)
    guard number >= 0 else {
      throw .world("cannot keep the answer of a program below '/tmp': \(systemMessage())", hint: "free some space")
    }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    unlink(template)
    let file = FileDescriptor(number)
    guard file.moveAboveStandard() else {
      throw .world("cannot keep the answer of a program: \(systemMessage())")
    }
    return file
  }

  private static func read(_ file: FileDescriptor, of program: String) throws(Failure) -> [UInt8] {
    lseek(file.number, 0, SEEK_SET)
    do throws(FileBytes.ReadError) {
      return try FileBytes.readAll(file.number, limit: limit)
    } catch {
      throw .world("cannot read what '\(program)' wrote", hint: "run it by hand")
    }
  }
}
