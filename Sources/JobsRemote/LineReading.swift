import JobsCloud
import JobsCore

/// Reads what an execution writes, again and again, none of it twice.
struct LineReading {
  private let place: any RemotePlace
  private let execution: String
  private let pace: RemotePace
  private let clock: CallClock
  private var cursor = LineCursor()
  private var due: Duration
  /// Said once: a run goes on though nobody can see what it writes.
  private var hasFailed = false
  /// Whether any line came.
  private(set) var hasLines = false

  init(place: any RemotePlace, execution: String, pace: RemotePace, clock: CallClock) {
    self.place = place
    self.execution = execution
    self.pace = pace
    self.clock = clock
    due = clock.uptime()
  }

  mutating func readIfDue(_ tell: (RemoteFollower.Event) -> Void) async {
    guard clock.uptime() >= due else { return }
    _ = await read(tell)
    due = clock.uptime() + pace.lines
  }

  /// Reads until nothing new has come for a while.
  mutating func drain(_ tell: (RemoteFollower.Event) -> Void) async {
    var pause = min(pace.settle / 5, .seconds(1))
    while !hasFailed {
      if await read(tell) { pause = min(pace.settle / 5, .seconds(1)) }
      // The pauses grow up to the length of the settling, and so end.
      guard pause < pace.settle, !Task.isCancelled else { return }
      do { try await clock.sleep(pause) } catch { return }
      pause = pause * 2
    }
  }

  /// - Returns: whether something new came.
  private mutating func read(_ tell: (RemoteFollower.Event) -> Void) async -> Bool {
    guard !hasFailed else { return false }
    var cursor = cursor
    var isNew = false
    do throws(CloudFailure) {
      try await place.lines(of: execution, from: cursor.from) { page in
        let fresh = cursor.take(page)
        if !fresh.isEmpty {
          isNew = true
          tell(.lines(fresh))
        }
        return true
      }
    } catch {
      hasFailed = true
      tell(.trouble(error.failure))
    }
    cursor.settle()
    self.cursor = cursor
    hasLines = hasLines || isNew
    return isNew
  }
}
