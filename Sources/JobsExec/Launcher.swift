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
  private var attributes = posix_spawnattr_t()

  /// - Parameter usesPidfd: false to do without, as on a kernel before Linux 5.3.
  init(usesPidfd: Bool = true) throws(Failure) {
    self.usesPidfd = usesPidfd
    let fd = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw .world("cannot open '/dev/null': \(systemMessage())") }
    null = FileDescriptor(fd)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int32(linux_spawn_setsid) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  deinit {
    var attributes = attributes
    posix_spawnattr_destroy(&attributes)
  }

  /// Starts a command, or says why that cannot be.
  ///
  /// - Parameter identity: entries for the environment, in place of those of the same names.
  mutating func launch(_ request: LaunchRequest, identity: [[UInt8]]) throws(LaunchFailure) -> LaunchedProcess {
    try Self.check(request)
    var words = request.words
    var directory = request.workingDirectory
    var program: String
    if let privileges = request.privileges {
      // The command is looked up by the launcher, as the job's user.
      words = privileges.words(for: words, workingDirectory: directory)
      directory = nil
      program = try CommandLookup.resolve(privileges.launcher, path: nil, directory: nil)
    } else {
      if let directory { try CommandLookup.check(directory: directory) }
      program = words.first ?? ""
      program = try CommandLookup.resolve(program, path: request.environment["PATH"], directory: directory)
    }
    let stdout = try Pipe(for: program)
    let stderr = try Pipe(for: program)
    let entries = request.environment.entries(with: identity)
    let before = ProcessIdentity.ticksNow()
    let input = request.inheritsInput ? nil : null.number
    let pid = try spawn(program, words, entries, directory, input, stdout.write, stderr.write)
    let started = ProcessIdentity.startedBetween(before, ProcessIdentity.ticksNow(), pid: pid)
    let pidfd = usesPidfd ? linux_pidfd_open(pid) : -1
    return LaunchedProcess(
      pid: pid, identity: started, pidfd: pidfd >= 0 ? FileDescriptor(pidfd) : nil, stdout: stdout.read,
      stderr: stderr.read)
  }

  private mutating func spawn(
    _ program: String, _ words: [String], _ environment: [[UInt8]], _ directory: String?, _ stdin: Int32?,
    _ stdout: FileDescriptor, _ stderr: FileDescriptor
  ) throws(LaunchFailure) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let stdin { posix_spawn_file_actions_adddup2(&actions, stdin, 0) }
    posix_spawn_file_actions_adddup2(&actions, stdout.number, 1)
    posix_spawn_file_actions_adddup2(&actions, stderr.number, 2)
    // Descriptors that we inherited without close-on-exec, such as the lock of a wrapper, end here.
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }

    let arguments = CStrings(words.map { Array($0.utf8) })
    let variables = CStrings(environment)
    var pid: pid_t = 0
    // Under the lock, so that nobody takes the new child for an orphan before it is on the list.
    let code = Leaders.shared.start { () -> (Int32, Int32) in
      let code = posix_spawn(&pid, program, &actions, &attributes, arguments.pointers, variables.pointers)
      return (code, pid)
    }
    guard code == 0 else { throw .spawn(code, program: program) }
    return pid
  }

  /// What the kernel could not be told: a NUL byte ends a string in C.
  private static func check(_ request: LaunchRequest) throws(LaunchFailure) {
    guard !request.words.contains(where: { $0.utf8.contains(0) }) else {
      throw LaunchFailure(.application, 125, "the command has a NUL byte in it", hint: "remove the byte")
    }
    if let directory = request.workingDirectory, directory.utf8.contains(0) {
      throw LaunchFailure(.application, 125, "the working directory has a NUL byte in it", hint: "remove the byte")
    }
    if let fault = request.environment.fault {
      throw LaunchFailure(.application, 125, "cannot set the job's environment: \(fault)", hint: "correct 'env'")
    }
  }
}

/// A pipe whose ends are never 0, 1 or 2, so that redirecting one cannot overwrite the other.
private struct Pipe {
  var read: FileDescriptor
  var write: FileDescriptor

  init(for program: String) throws(LaunchFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .shortage(errno, program: program) }
    read = FileDescriptor(ends[0])
    write = FileDescriptor(ends[1])
    guard read.moveAboveStandard(), write.moveAboveStandard() else { throw .shortage(errno, program: program) }
    // Ours alone: the job expects writes that wait.
    _ = fcntl(read.number, F_SETFL, O_NONBLOCK)
  }
}

/// An array of C strings with the null pointer at its end, as `execve` wants it, in one block of memory.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let bytes: UnsafeMutablePointer<CChar>

  init(_ strings: [[UInt8]]) {
    pointers = .allocate(capacity: strings.count + 1)
    bytes = .allocate(capacity: strings.reduce(1) { $0 + $1.count + 1 })
    var next = bytes
    for (index, string) in strings.enumerated() {
      pointers[index] = next
      for byte in string {
        next.pointee = CChar(bitPattern: byte)
        next += 1
      }
      next.pointee = 0
      next += 1
    }
    pointers[strings.count] = nil
  }

  deinit {
    pointers.deallocate()
    bytes.deallocate()
  }
}
