import CLinux
import Glibc
import JobsCore
import JobsStore

/// A process that was just started, with our ends of its pipes.
struct LaunchedProcess {
  var pid: Int32
  /// nil only if it ended and was waited for by somebody else.
  var identity: ProcessIdentity?
  /// Readable once the process ended; nil on a kernel without them.
  var pidfd: FileDescriptor?
  var stdout: FileDescriptor
  var stderr: FileDescriptor
}

/// Starts processes: each the leader of a session, with default signals, `/dev/null` or the tool's own for standard
/// input, pipes for its output, and no other descriptor of ours.
struct Launcher: ~Copyable {
  private let null: FileDescriptor
  private let usesPidfd: Bool
  private var attributes = SpawnAttributes()

  /// - Parameter usesPidfd: false to do without, as on a kernel before Linux 5.3.
  init(usesPidfd: Bool = true) throws(Failure) {
    self.usesPidfd = usesPidfd
    let fd = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw .world("cannot open '/dev/null': \(systemMessage())") }
    null = FileDescriptor(fd)
  }

  /// Starts a command, or says why that cannot be.
  ///
  /// - Parameter identity: entries for the environment, in place of those of the same names.
  mutating func launch(_ request: LaunchRequest, identity: [[UInt8]]) throws(LaunchFailure) -> LaunchedProcess {
    let command = try PreparedCommand(request, identity: identity)
    let stdout = try Pipe(for: command.program)
    let stderr = try Pipe(for: command.program)
    let before = ProcessIdentity.ticksNow()
    let input = request.inheritsInput ? nil : null.number
    let pid = try spawn(command, input, stdout.write, stderr.write)
    let started = ProcessIdentity.startedBetween(before, ProcessIdentity.ticksNow(), pid: pid)
    let pidfd = usesPidfd ? linux_pidfd_open(pid) : -1
    return LaunchedProcess(
      pid: pid, identity: started, pidfd: pidfd >= 0 ? FileDescriptor(pidfd) : nil, stdout: stdout.read,
      stderr: stderr.read)
  }

  private mutating func spawn(
    _ command: PreparedCommand, _ stdin: Int32?, _ stdout: FileDescriptor, _ stderr: FileDescriptor
  ) throws(LaunchFailure) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let stdin { posix_spawn_file_actions_adddup2(&actions, stdin, 0) }
    posix_spawn_file_actions_adddup2(&actions, stdout.number, 1)
    posix_spawn_file_actions_adddup2(&actions, stderr.number, 2)
    // Descriptors that we inherited without close-on-exec, such as the lock of a wrapper, end here.
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    if let directory = command.directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }

    let arguments = CStrings(command.words.map { Array($0.utf8) })
    let variables = CStrings(command.environment)
    var pid: pid_t = 0
    // Under the lock, so that nobody takes the new child for an orphan before it is on the list.
    let code = Leaders.shared.start { () -> (Int32, Int32) in
      let code = posix_spawn(&pid, command.program, &actions, &attributes.value, arguments.pointers, variables.pointers)
      return (code, pid)
    }
    guard code == 0 else { throw .spawn(code, program: command.program) }
    return pid
  }
}
