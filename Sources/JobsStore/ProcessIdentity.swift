import Glibc
import JobsCore

/// A process that cannot be mistaken for a later one with the same number.
package struct ProcessIdentity: Hashable, Sendable {
  package var pid: Int32
  /// Clock ticks from boot to its start (field 22 of `/proc/PID/stat`).
  package var startTicks: Int64
  /// The kernel's id of this boot.
  package var boot: String

  package init(pid: Int32, startTicks: Int64, boot: String) {
    self.pid = pid
    self.startTicks = startTicks
    self.boot = boot
  }

  /// The identity of a process that exists now; nil if it does not, or if it has ended and waits to be reaped.
  package init?(of pid: Int32) {
    guard let entry = ProcessEntry(of: pid), !entry.hasEnded else { return nil }
    self.init(pid: pid, startTicks: entry.startTicks, boot: Self.currentBoot)
  }

  /// The identity of a child that was started between two readings of `ticksNow` and not yet waited for.
  ///
  /// A process is stamped with the tick of its start, so where both readings are one tick `/proc` need not be asked,
  /// which costs as much as a fifth of starting the process.
  package static func startedBetween(_ before: Int64, _ after: Int64, pid: Int32) -> ProcessIdentity? {
    if before == after { return ProcessIdentity(pid: pid, startTicks: before, boot: currentBoot) }
    guard let entry = ProcessEntry(of: pid) else { return nil }
    return ProcessIdentity(pid: pid, startTicks: entry.startTicks, boot: currentBoot)
  }

  /// Clock ticks from boot to now, as the kernel counts them for `/proc/PID/stat`.
  package static func ticksNow() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    let nanosecondsPerTick = 1_000_000_000 / Int64(sysconf(Int32(_SC_CLK_TCK)))
    return (Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)) / nanosecondsPerTick
  }

  /// Whether this very process still exists and has not ended.
  package var isAlive: Bool { ProcessIdentity(of: pid) == self }

  /// `/proc/sys/kernel/random/boot_id`; empty where `/proc` is missing.
  package static let currentBoot: String = {
    guard let bytes = try? FileBytes.read("/proc/sys/kernel/random/boot_id", limit: 4096) else { return "" }
    return String(decoding: bytes.prefix { $0 > 32 }, as: UTF8.self)
  }()
}

/// One line of `/proc/PID/stat` (proc(5)), as far as it is needed here.
package struct ProcessEntry: Hashable, Sendable {
  package var pid: Int32
  /// `R`, `S`, `D`, `Z` and so on.
  package var state: UInt8
  package var parent: Int32
  package var session: Int32
  package var startTicks: Int64

  package init(pid: Int32, state: UInt8, parent: Int32, session: Int32, startTicks: Int64) {
    self.pid = pid
    self.state = state
    self.parent = parent
    self.session = session
    self.startTicks = startTicks
  }

  /// Ended, though its parent may not have looked yet.
  package var hasEnded: Bool { state == UInt8(ascii: "Z") || state == UInt8(ascii: "X") }

  /// The process as it is now; nil if there is none.
  package init?(of pid: Int32) {
    guard pid > 0, let bytes = try? FileBytes.read("/proc/\(pid)/stat", limit: 65536) else { return nil }
    self.init(stat: bytes)
  }

  /// Reads the text of a `stat` file. The name in brackets may hold any bytes, brackets and spaces among them.
  package init?(stat bytes: [UInt8]) {
    guard let close = bytes.lastIndex(of: UInt8(ascii: ")")), let open = bytes.firstIndex(of: UInt8(ascii: "("))
    else { return nil }
    let fields = bytes[(close + 1)...].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    func number<T: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> T? { T(String(decoding: bytes, as: UTF8.self)) }
    // The third field of proc(5), the state, is the first after the name.
    guard fields.count >= 20, let state = fields[0].first,
      let pid: Int32 = number(bytes[..<open].filter { $0 != UInt8(ascii: " ") }[...]),
      let parent: Int32 = number(fields[1]), let session: Int32 = number(fields[3]),
      let start: Int64 = number(fields[19])
    else { return nil }
    self.init(pid: pid, state: state, parent: parent, session: session, startTicks: start)
  }
}
