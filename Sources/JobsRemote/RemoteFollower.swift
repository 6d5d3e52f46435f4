package import JobsCloud
package import JobsCore
package import JobsStore

/// Follows one execution in a cloud from its start to its end.
package struct RemoteFollower: Sendable {
  /// What it tells, in order.
  package enum Event: Sendable {
    /// It is asked to begin, and answered when it is over.
    case waiting
    case begun(RemoteStart)
    case looked(RemoteLook)
    case lines([RemoteLine])
    /// The execution was asked to end.
    case cancelling
    /// Something beside the run went wrong, in words.
    case trouble(Failure)
  }

  /// How it came out.
  package enum Outcome: Sendable {
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
  /// Whether the last lines of what succeeded are waited for too.
  let wantsAllLines: Bool
  let tell: @Sendable (Event) -> Void

  /// - Parameters:
  ///   - stop: asks the execution to end.
  ///   - wantsAllLines: whether the last lines of what succeeded are waited for too.
  ///   - tell: hears what happens, in order.
  package init(
    place: any RemotePlace, pace: RemotePace, clock: CallClock, stop: StopFlag, wantsAllLines: Bool = true,
    tell: @escaping @Sendable (Event) -> Void
  ) {
    self.place = place
    self.pace = pace
    self.clock = clock
    self.stop = stop
    self.wantsAllLines = wantsAllLines
    self.tell = tell
  }

  /// Starts a job, and follows it to its end.
  package func run(_ request: RemoteRequest, mark: ULID) async -> Outcome {
    if place.answersAtEnd { tell(.waiting) }
    switch await started(request, mark) {
    case .success(let start):
      tell(.begun(start))
      guard let answer = start.answer else { return await follow(start.execution) }
      return await take(answer, of: start.execution)
    case .failure(let failure): return failure.mayBeDone ? .lost(failure) : .unstarted(failure)
    }
  }

  private func started(_ request: RemoteRequest, _ mark: ULID) async -> Result<RemoteStart, CloudFailure> {
    do throws(CloudFailure) {
      return .success(try await place.start(request, mark: mark))
    } catch {
      return .failure(error)
    }
  }

  /// Takes over what came back with an execution that is over.
  private func take(_ answer: RemoteAnswer, of execution: String) async -> Outcome {
    if answer.isComplete {
      if !answer.lines.isEmpty { tell(.lines(answer.lines)) }
    } else {
      var lines = LineReading(place: place, execution: execution, pace: pace, clock: clock)
      await lines.drain(tell)
      // Better the end of it than nothing.
      if !lines.hasLines, !answer.lines.isEmpty { tell(.lines(answer.lines)) }
    }
    return .ended(RemoteLook(end: answer.end), answer.end)
  }

  /// Follows an execution that has begun.
  func follow(_ execution: String) async -> Outcome {
    var lines = LineReading(place: place, execution: execution, pace: pace, clock: clock)
    var pause = pace.look.first
    var isCancelled = false
    while true {
      if !isCancelled, stop.isAsked {
        isCancelled = true
        await cancel(execution)
      }
      switch await look(at: execution) {
      case .failure(let failure): return .lost(failure)
      case .success(nil): return .forgotten
      case .success(let look?):
        tell(.looked(look))
        if let end = look.end {
          if wantsAllLines || end.outcome != .succeeded { await lines.drain(tell) }
          return .ended(look, end)
        }
      }
      await lines.readIfDue(tell)
      guard await rest(pause, isCancelled: isCancelled) else {
        return .lost(CloudFailure("wait for the end of an execution", .cancelled, mayBeDone: true))
      }
      pause = min(pause * 1.5, pace.look.longest)
    }
  }

  private func look(at execution: String) async -> Result<RemoteLook?, CloudFailure> {
    do throws(CloudFailure) {
      return .success(try await place.look(at: execution))
    } catch {
      return .failure(error)
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

  /// Waits, for as long as nobody asks to stop; false where the task was cancelled.
  private func rest(_ pause: Duration, isCancelled: Bool) async -> Bool {
    var left = pause
    while left > .zero, isCancelled || !stop.isAsked {
      let slice = min(left, .milliseconds(100))
      do { try await clock.sleep(slice) } catch { return false }
      left -= slice
    }
    return true
  }
}
