import Glibc
import JobsCore

/// The cgroup of one run: everything that the run started is in it, wherever it went and whatever it cleared.
struct ControlGroup: Hashable, Sendable {
  /// Its folder.
  let path: String

  /// The processes in it and in groups that the run made below it; those that have ended and are not waited for too.
  var processes: Set<Int32> {
    folders.reduce(into: []) { found, folder in
      guard let bytes = try? FileBytes.read("\(folder)/cgroup.procs", limit: 1 << 24) else { return }
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        if let number = Int32(String(decoding: line, as: UTF8.self)) { found.insert(number) }
      }
    }
  }

  /// Milliseconds of CPU that all of them took so far; nil if the kernel does not say.
  var cpu: Int64? {
    guard let bytes = try? FileBytes.read("\(path)/cpu.stat", limit: 1 << 16) else { return nil }
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: "usage_usec ".utf8) {
      return Int64(String(decoding: line.dropFirst(11), as: UTF8.self)).map { $0 / 1000 }
    }
    return nil
  }

  /// Bytes of memory that all of them had at once at most, what the kernel keeps of files for them among it; nil if the kernel
  /// does not say (before Linux 5.19, and where the controller of memory is not on).
  var peakMemory: Int64? {
    guard let bytes = try? FileBytes.read("\(path)/memory.peak", limit: 64) else { return nil }
    return Int64(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }

  /// Kills all of them at once, so that none can fork away; on a kernel before Linux 5.14 nothing happens.
  func kill() {
    let fd = open("\(path)/cgroup.kill", O_WRONLY | O_CLOEXEC)
    guard fd >= 0 else { return }
    _ = FileBytes.writeAll(fd, [UInt8(ascii: "1")])
    close(fd)
  }

  /// Removes the group.
  ///
  /// - Returns: false if a process is in it still.
  func remove() -> Bool {
    for folder in folders.reversed() where rmdir(folder) != 0 && errno != ENOENT { return false }
    return true
  }

  /// Its folder and those below it, each after the one that it lies in.
  private var folders: [String] {
    var found = [path]
    var next = 0
    while next < found.count, found.count < Self.mostFolders {
      found += Self.folders(in: found[next])
      next += 1
    }
    return found
  }

  /// The paths of the groups in a group.
  static func folders(in folder: String) -> [String] {
    FolderReader(folder)?.filter { $0.type == Int(DT_DIR) }.map { "\(folder)/\($0.name)" } ?? []
  }

  /// A run that makes more groups than this is looked at in part.
  private static let mostFolders = 10_000
}
