import Glibc
import TestSupport

/// A program that a test starts, with what it writes to standard output.
final class ChildProgram {
  private let pid: pid_t
  private let folder = TemporaryFolder()
  private var status: Int32?

  struct Missing: Error {}

  init(_ words: [String], environment: [String] = []) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder.file("out"), O_WRONLY | O_CREAT, 0o600)
    let argv = words.map { strdup($0) } + [nil]
    let envp = (environment + ["PATH=/usr/bin:/bin", "LC_ALL=C"]).map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid: pid_t = 0
    guard posix_spawn(&pid, words[0], &actions, nil, argv, envp) == 0 else { throw Missing() }
    self.pid = pid
  }

  deinit {
    guard status == nil else { return }
    kill(pid, SIGKILL)
    waitpid(pid, nil, 0)
  }

  /// Whether it has ended.
  var isOver: Bool {
    if status != nil { return true }
    var raw: Int32 = 0
    guard waitpid(pid, &raw, WNOHANG) == pid else { return false }
    status = raw
    return true
  }

  /// Waits for the end, meanwhile doing something over and over; the exit status, or nil after 20 seconds.
  func wait(doing body: () -> Void = { usleep(2000) }) -> Int32? {
    let end = time(nil) + 20
    while !isOver, time(nil) < end { body() }
    return status.map { $0 >> 8 & 0xFF }
  }

  var output: String {
    let descriptor = open(folder.file("out"), O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
