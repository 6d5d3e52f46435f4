import CKeeper
import CLinux
import Glibc
package import JobsCore
import JobsStore

extension Keeper {
  /// Starts a keeper, and waits until it is ready.
  ///
  /// This process becomes the one to which orphans come, so that jobs come here should the keeper be killed. What the
  /// jobs do not say for themselves (limits, niceness, mask and the folder that relative paths start from) is as it is
  /// here now.
  /// - Parameters:
  ///   - launcher: the path of `jobs-launch`.
  ///   - path: the file in which it notes its jobs; absolute, on a disk of this host, and not there yet.
  package static func start(launcher: String, path: String) throws(Failure) -> Keeper {
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try StateDirectory.create(String(path[..<slash]))
    }
    _ = linux_become_subreaper()
    let (ours, pid) = try spawn(launcher, path)
    let socket = KeeperSocket(descriptor: ours)
    guard case .report(let report) = socket.receive(waiting: true), report.kind == KEEPER_READY.rawValue else {
      discard(pid)
      throw .world(
        "'\(launcher)' does not keep jobs", hint: "install the 'jobs-launch' that belongs to this version")
    }
    guard report.error == 0 else {
      discard(pid)
      throw .world(
        "cannot keep jobs in '\(path)': \(systemMessage(report.error))",
        hint: "the state has to be on a disk of this host with room, and writable")
    }
    guard report.version == UInt32(KEEPER_VERSION), report.slot.pid == pid else {
      discard(pid)
      throw .world(
        "'\(launcher)' is of another version", hint: "install the 'jobs-launch' that belongs to this version")
    }
    let identity = ProcessIdentity(
      pid: pid, startTicks: report.slot.start_ticks, boot: ProcessIdentity.currentBoot)
    return Keeper(path: path, identity: identity, socket: socket)
  }

  private static func spawn(_ launcher: String, _ path: String) throws(Failure) -> (FileDescriptor, Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw failure(launcher, errno) }
    let ours = FileDescriptor(ends[0])
    let theirs = FileDescriptor(ends[1])
    guard ours.moveAboveStandard(), theirs.moveAboveStandard() else { throw failure(launcher, errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, theirs.number, Int32(KEEPER_SOCKET))
    posix_spawn_file_actions_addclosefrom_np(&actions, Int32(KEEPER_SOCKET) + 1)
    var attributes = SpawnAttributes()
    let words = CStrings([launcher, "--keep", path].map { Array($0.utf8) })
    let nothing = CStrings([])
    var pid: pid_t = 0
    let code = Leaders.shared.start { () -> (Int32, Int32) in
      (posix_spawn(&pid, launcher, &actions, &attributes.value, words.pointers, nothing.pointers), pid)
    }
    guard code == 0 else { throw failure(launcher, code) }
    return (ours, pid)
  }

  private static func failure(_ launcher: String, _ code: Int32) -> Failure {
    .world(
      "cannot start '\(launcher)', which keeps the jobs: \(systemMessage(code))",
      hint: code == ENOENT ? "install 'jobs-launch' in 'libexec/jobs' beside the tool's folder" : nil)
  }

  /// Ends a keeper that is of no use.
  private static func discard(_ pid: Int32) {
    kill(pid, SIGKILL)
    while Leaders.shared.reap(pid) == nil, linux_is_child(pid) != 0 { usleep(1000) }
    Leaders.shared.forget(pid)
  }
}
