import JobsCloud
import JobsCore
import JobsStore

/// Follows one execution in a cloud from its start to its end.
struct RemoteFollower: Sendable {
  /// What it tells, in order.
  enum Event: Sendable {
    case begun(RemoteStart)
    case looked(RemoteLook)
    case lines([RemoteLine])
    /// The execution was asked to end.
    case cancelling
    /// Something beside the run went wrong, in words.
    case trouble(Failure)
  }

  /// How it came out.
  enum Outcome: Sendable {
    case ended(RemoteLook, RemoteEnd)
    /// It was never begun.
    case unstarted(CloudFailure)
    /// It may go on, and nobody here knows how it ends.
    case lost(CloudFailure)
    /// The cloud does not know it any more.
    case forgotten
    /// It was asked to end before it began.
    case stopped
  }

  let place: any RemotePlace
  let pace: RemotePace
  let clock: CallClock
  let stop: StopFlag
  let tell: @Sendable (Event) -> Void

  func run(_ request: RemoteRequest, mark: ULID) async -> Outcome {
    do throws(CloudFailure) {
      let start = try await place.start(request, mark: mark)
      tell(.begun(start))
      return await follow(start.execution)
    } catch {
      return error.mayBeDone ? .lost(error) : .unstarted(error)
    }
  }

  /// Follows an execution that has begun.
  func follow(_ execution: String) async -> Outcome {
    var lines = LineReading(place: place, execution: execution, pace: pace, clock: clock)
    var pause = pace.look.first
    var isCancelled = false
    do throws(CloudFailure) {
      while true {
        if !isCancelled, stop.isAsked {
          isCancelled = true
          await cancel(execution)
        }
        guard let look = try await place.look(at: execution) else { return .forgotten }
        tell(.looked(look))
        if let end = look.end {
          await lines.drain(tell)
          return .ended(look, end)
        }
        await lines.readIfDue(tell)
        try await rest(pause, isCancelled: isCancelled)
        pause = min(pause * 1.5, pace.look.longest)
      }
    } catch {
      return .lost(error)
    }
  }

  private func cancel(_ execution: String) async {
    do throws(CloudFailure) {
      try await place.cancel(execution)
      tell(.cancelling)
    } catch {
      tell(.trouble(error.failure))
    }
  }

  /// Waits, for as long as nobody asks to stop.
  private func rest(_ pause: Duration, isCancelled: Bool) async throws(CloudFailure) {
    var left = pause
    while left > .zero, isCancelled || !stop.isAsked {
      let slice = min(left, .milliseconds(100))
      do {
        try await clock.sleep(slice)
      } catch {
        throw CloudFailure("wait for the end of an execution", .cancelled, mayBeDone: true)
      }
      left -= slice
    }
  }
}
