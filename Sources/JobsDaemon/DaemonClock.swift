import CLinux
import Glibc
package import JobsCore
package import JobsSchedule

/// The time by which jobs are due, and a descriptor that tells when a moment has come or the clock was set.
package protocol DaemonClock: AnyObject {
  /// What the clocks show now.
  var reading: ClockWatch.Reading { get }
  /// Readable once the armed moment has come, or the clock was set.
  var descriptor: Int32 { get }
  /// Asks for a moment, in milliseconds since the epoch; nil for none.
  func arm(_ moment: Int64?)
  /// Takes note that the descriptor was readable.
  func acknowledge()
}

extension DaemonClock {
  /// Milliseconds since the epoch.
  var now: Int64 { reading.real }
}

/// The clocks of this host: a timer on the real-time clock, which the kernel ends early when somebody sets it.
package final class HostClock: DaemonClock {
  package let descriptor: Int32

  package init() throws(Failure) {
    descriptor = timerfd_create(CLOCK_REALTIME, Int32(TFD_CLOEXEC) | Int32(TFD_NONBLOCK))
    guard descriptor >= 0 else { throw .world("cannot create a timer: \(systemMessage())") }
  }

  deinit { close(descriptor) }

  package var reading: ClockWatch.Reading {
    ClockWatch.Reading(
      real: Self.milliseconds(CLOCK_REALTIME), boot: Self.milliseconds(CLOCK_BOOTTIME),
      awake: Self.milliseconds(CLOCK_MONOTONIC))
  }

  package func arm(_ moment: Int64?) {
    var timer = itimerspec()
    // Without a moment the timer still tells when the clock is set, so it is armed for a time far away.
    let at = max(moment ?? Self.never, 1)
    timer.it_value.tv_sec = Int(at / 1000)
    timer.it_value.tv_nsec = Int(at % 1000) * 1_000_000
    timerfd_settime(descriptor, linux_timer_absolute_and_cancelled, &timer, nil)
  }

  package func acknowledge() {
    var expirations: UInt64 = 0
    // ECANCELED tells of a clock that was set; whoever looks at the clock sees by how much.
    _ = read(descriptor, &expirations, MemoryLayout<UInt64>.size)
  }

  /// The year 9999.
  private static let never: Int64 = 253_370_764_800_000

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var now = timespec()
    clock_gettime(clock, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }
}
