import Glibc
import JobsSchedule

@testable import JobsDaemon

/// A clock that leaps to whatever it is armed for, as soon as nothing runs, and is set or slept through by a script.
final class ScriptedClock: DaemonClock {
  enum Event {
    /// Somebody sets the clock by so many milliseconds.
    case set(Int64)
    /// The host sleeps for so many.
    case sleep(Int64)
    /// Something else happens.
    case act(() throws -> Void)
  }

  private(set) var reading: ClockWatch.Reading
  let descriptor: Int32
  private let other: Int32
  private var moment: Int64?
  private var script: [(at: Int64, event: Event)]
  private let end: Int64
  /// Whether time may go on.
  var mayAdvance: () -> Bool = { true }
  var atEnd: () -> Void = {}

  /// - Parameters:
  ///   - start: milliseconds since the epoch, as `end` and the times of the script, which ascend.
  init(start: Int64, end: Int64, script: [(at: Int64, event: Event)] = []) {
    reading = ClockWatch.Reading(real: start, boot: 1_000_000, awake: 900_000)
    self.end = end
    self.script = script
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    descriptor = ends[0]
    other = ends[1]
    // Never taken out, so that the pipe is readable always.
    write(other, "x", 1)
  }

  deinit {
    close(descriptor)
    close(other)
  }

  func arm(_ moment: Int64?) { self.moment = moment }

  func acknowledge() {
    guard mayAdvance() else { return }
    let target = max(min(moment ?? end, end), now)
    if let next = script.first, next.at <= target {
      script.removeFirst()
      pass(to: next.at)
      switch next.event {
      case .set(let by): reading.real += by
      case .sleep(let length):
        reading.real += length
        reading.boot += length
      case .act(let act): try? act()
      }
      return
    }
    // What is due at the end is looked at before it is the end.
    if now >= end, script.isEmpty { atEnd() }
    pass(to: target)
  }

  private func pass(to time: Int64) {
    guard time > now else { return }
    let passed = time - now
    reading.real += passed
    reading.boot += passed
    reading.awake += passed
  }
}
