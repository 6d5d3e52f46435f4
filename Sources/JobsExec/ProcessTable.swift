import CLinux
import Glibc
import JobsCore
package import JobsStore

/// The processes of the host, from `/proc`.
package enum ProcessTable {
  /// Every process there is; one that ends meanwhile may be missing.
  package static func snapshot() -> [ProcessEntry] { numbers(in: "/proc").compactMap { ProcessEntry(of: $0) } }

  /// The names in a folder that are numbers.
  package static func numbers(in folder: String) -> [Int32] {
    FolderReader.names(in: folder).compactMap { Int32($0) }
  }

  /// Whether a process was started with `NAME=value` in its environment.
  static func environment(of pid: Int32, contains entry: [UInt8]) -> Bool {
    guard let bytes = try? FileBytes.read("/proc/\(pid)/environ", limit: 1 << 23) else { return false }
    return bytes.split(separator: 0).contains { $0.elementsEqual(entry) }
  }

  /// Whether a process shows no environment: it has none, has ended, or is amid `exec`.
  static func hasNoEnvironment(_ pid: Int32) -> Bool {
    (try? FileBytes.read("/proc/\(pid)/environ", limit: 1 << 23))?.isEmpty ?? true
  }

  /// The name that `ps` shows; nil if there is no such process.
  package static func name(of pid: Int32) -> String? {
    guard let bytes = try? FileBytes.read("/proc/\(pid)/comm", limit: 4096) else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Signals exactly the process that was seen: a later one with its number is left alone.
  package static func signal(_ entry: ProcessEntry, _ number: Int32) {
    let fd = linux_pidfd_open(entry.pid)
    guard fd >= 0 else {
      if errno == ENOSYS, isSame(entry) { kill(entry.pid, number) }
      return
    }
    // With the descriptor in hand the number cannot change its owner any more.
    if isSame(entry) { _ = linux_pidfd_send_signal(fd, number) }
    close(fd)
  }

  private static func isSame(_ entry: ProcessEntry) -> Bool {
    ProcessEntry(of: entry.pid)?.startTicks == entry.startTicks
  }
}
