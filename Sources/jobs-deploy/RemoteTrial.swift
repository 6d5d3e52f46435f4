import JobsAWS
import JobsCloud
import JobsCore
import JobsDeploy
import JobsExec
import JobsGCP
import JobsManifest
import JobsRemote
import JobsStore
import Synchronization

/// A run of a job where it was deployed to in a cloud, followed to its end.
struct RemoteTrial: Sendable {
  let place: any RemotePlace
  let clock: CallClock

  func run(_ trial: TrialRun, _ request: RemoteRequest) async -> CheckMaker.Verdict {
    let seen = SeenRun()
    let stop = StopFlag()
    let follower = RemoteFollower(place: place, pace: RemotePace(), clock: clock, stop: stop, wantsAllLines: false) {
      event in
      switch event {
      case .begun(let start): seen.state.withLock { $0.logsURL = start.logsURL }
      case .lines(let lines): seen.state.withLock { $0.lines.add(lines.map(\.text)) }
      case .waiting, .looked, .cancelling: break
      case .trouble(let failure): seen.state.withLock { $0.lines.add([failure.message]) }
      }
    }
    let outcome = await follow(follower, request, stop, within: .seconds(trial.timeoutSeconds))
    let isLate = stop.isAsked && StopRequest.signal == nil
    let late = "the run did not end within \(Quantity.words(seconds: trial.timeoutSeconds))"
    var verdict = CheckMaker.Verdict()
    (verdict.lines, verdict.logsURL) = seen.state.withLock { ($0.lines.all, $0.logsURL) }
    switch outcome {
    case .ended(_, let end):
      switch end.outcome {
      case .succeeded: verdict = CheckMaker.Verdict()
      case .failed: verdict.failure = .world("the run failed\(end.reason.map { ": \(Terminal.visible($0))" } ?? "")")
      case .cancelled: verdict.failure = .world(isLate ? "\(late), and was cancelled" : "the run was cancelled")
      }
    case .unstarted(let failure), .lost(let failure): verdict.failure = failure.failure
    case .forgotten: verdict.failure = .world("\(place.words) does not know the run any more")
    case .stopped:
      // Whoever waits for the answer cannot end what it is of.
      verdict.failure = .world(isLate ? "\(late), and goes on by itself" : "the run was not waited for")
    }
    return verdict
  }

  /// Follows a run to its end, and asks it to end when its time is over or a signal asks this process to.
  private func follow(
    _ follower: RemoteFollower, _ request: RemoteRequest, _ stop: StopFlag, within limit: Duration
  ) async -> RemoteFollower.Outcome {
    let end = clock.uptime() + limit
    let clock = clock
    let cannotBeEnded = place.answersAtEnd
    return await withTaskGroup(of: RemoteFollower.Outcome?.self) { group in
      let mark = ULIDSource.shared.next(at: Instant.now().milliseconds)
      group.addTask { await follower.run(request, mark: mark) }
      group.addTask {
        while clock.uptime() < end, StopRequest.signal == nil {
          do { try await clock.sleep(.milliseconds(200)) } catch { return nil }
        }
        stop.ask()
        return cannotBeEnded ? .stopped : nil
      }
      while let next = await group.next() {
        guard let outcome = next else { continue }
        group.cancelAll()
        return outcome
      }
      return .stopped
    }
  }
}

/// What was seen of a run so far.
private final class SeenRun: Sendable {
  let state = Mutex((lines: LastLines(), logsURL: String?.none))
}

/// The last lines of an output.
struct LastLines {
  private(set) var all: [String] = []

  private static let most = 40

  mutating func add(_ lines: [String]) { all = Array((all + lines).suffix(Self.most)) }
}

/// What a trial runs in a cloud.
enum TrialAddress: Sendable, Hashable {
  case cloudRun(project: String, region: String, name: String)
  case function(account: String, region: String, name: String)

  /// nil for the id of a resource that no cloud runs.
  init?(_ id: String) {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { return nil }
    switch parts[0] {
    case "gcp.run": self = .cloudRun(project: parts[1], region: parts[2], name: parts[3])
    case AWSProvider.kind: self = .function(account: parts[1], region: parts[2], name: parts[3])
    default: return nil
    }
  }
}

extension PostDeployCheck {
  /// What is run in a cloud; nil for every other check.
  var address: TrialAddress? {
    guard case .run(let trial) = act else { return nil }
    return TrialAddress(trial.resource)
  }
}
