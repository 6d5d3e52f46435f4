import Glibc
import JobsStore
import JobsExec
import JobsStore
import TestSupport

/// What the kernel tells of a process in `/proc/PID/status`, and beside it.
enum ProcessStatus {
  /// A line's value, without its name; nil if there is no such process.
  static func value(_ name: String, _ pid: Int32) -> String? {
    ToolFolder.text("/proc/\(pid)/status")?.split(separator: "\n").first { $0.hasPrefix("\(name):") }
      .map { String($0.dropFirst(name.count + 1).drop { $0 == " " || $0 == "\t" }) }
  }

  /// Whether a process handles a signal.
  static func catches(_ signal: Int32, _ pid: Int32) -> Bool {
    value("SigCgt", pid).flatMap { UInt64($0, radix: 16) }.map { $0 >> UInt64(signal - 1) & 1 == 1 } ?? false
  }

  /// The most memory that it ever had, in kibibytes.
  static func highWater(_ pid: Int32) -> Int { kibibytes("VmHWM", pid) }

  private static func kibibytes(_ name: String, _ pid: Int32) -> Int {
    value(name, pid).flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
  }

  /// Its open descriptors.
  static func descriptors(_ pid: Int32) -> Int { ProcessTable.numbers(in: "/proc/\(pid)/fd").count }

  /// Bytes that it asked to read, from files and pipes.
  static func bytesRead(_ pid: Int32) -> Int? {
    ToolFolder.text("/proc/\(pid)/io")?.split(separator: "\n").first { $0.hasPrefix("rchar:") }
      .flatMap { Int($0.dropFirst(7)) }
  }
}

extension ProcessStatus {
  /// Its children, those that wait to be reaped among them.
  static func children(_ pid: Int32) -> Int { ProcessTable.snapshot().count { $0.parent == pid } }

  /// Its children, and theirs.
  static func descendants(_ pid: Int32) -> [ProcessEntry] {
    let table = ProcessTable.snapshot()
    var found: [ProcessEntry] = []
    var parents: Set<Int32> = [pid]
    while !parents.isEmpty {
      let next = table.filter { parents.contains($0.parent) }
      found += next
      parents = Set(next.map(\.pid))
    }
    return found
  }

  /// Its children that nobody has waited for although they ended.
  static func zombies(_ pid: Int32) -> Int { ProcessTable.snapshot().count { $0.parent == pid && $0.hasEnded } }
}
