import Glibc
import JobsCloud
import JobsCore
import JobsDeploy
import JobsExec
import JobsGCP
import JobsHost
import JobsManifest
import JobsNet
import JobsPlaces
import JobsRemote
import JobsStore
import Synchronization

/// Makes checks of what was deployed.
struct CheckMaker: Sendable {
  /// What became of a check.
  struct Verdict: Sendable {
    var failure: Failure?
    /// What a run that failed wrote last.
    var lines: [String] = []
    var logsURL: String?
  }

  private let environment: [String: String]
  private let transport: CurlTransport
  private let google: Result<GoogleConnection, Failure>?
  private let clock = CallClock.system

  /// - Parameter chain: service accounts to act as, each by the one before it.
  init(
    for checks: [PostDeployCheck], impersonating chain: [String], _ environment: [String: String]
  ) async throws(Failure) {
    self.environment = environment
    transport = try CurlTransport(caFile: environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 })
    guard checks.contains(where: { $0.cloudRun != nil }) else {
      google = nil
      return
    }
    do throws(Failure) {
      google = .success(try await GoogleConnection(impersonating: chain, environment))
    } catch {
      google = .failure(error)
    }
  }

  func make(_ check: PostDeployCheck) async -> Verdict {
    do throws(Failure) {
      switch check.act {
      case .http(let http): return try await ask(http)
      case .run(let trial):
        if let job = check.cloudRun { return try await run(trial, job) }
        return try runHere(trial)
      }
    } catch {
      return Verdict(failure: error)
    }
  }

  // MARK: The web

  private func ask(_ check: Verification.HTTP) async throws(Failure) -> Verdict {
    var request = HTTPRequest(.get, try WebAddress(check.url))
    request.timeouts.whole = .seconds(check.timeoutSeconds)
    request.timeouts.connect = min(request.timeouts.connect, request.timeouts.whole)
    request.followsRedirects = !(300...399).contains(check.status)
    // The status is all that counts.
    request.bodyLimit = 4096
    request.excess = .isCut
    var attempt = 1
    while true {
      let fault = await fault(of: request, wanting: check.status)
      guard let fault else { return Verdict() }
      if fault.isLasting || attempt >= check.attempts || StopRequest.signal != nil {
        return Verdict(failure: .world(attempt > 1 ? "\(fault.words), \(attempt) times" : fault.words))
      }
      attempt += 1
      do { try await clock.sleep(.seconds(check.delaySeconds)) } catch { return Verdict(failure: .world(fault.words)) }
    }
  }

  private func fault(of request: HTTPRequest, wanting status: Int) async -> (words: String, isLasting: Bool)? {
    do throws(TransportFailure) {
      let answer = try await transport.send(request)
      return answer.status == status ? nil : ("it answered with \(answer.status) in place of \(status)", false)
    } catch {
      return (error.message, error.isLasting)
    }
  }

  // MARK: Cloud Run

  private func run(_ trial: TrialRun, _ job: CloudRunAddress) async throws(Failure) -> Verdict {
    guard let client = try google?.get().client else { throw .world("there is no way to Google Cloud") }
    let seen = SeenRun()
    let stop = StopFlag()
    let follower = RemoteFollower(
      place: CloudRunPlace(client, project: job.project, region: job.region), pace: RemotePace(), clock: clock,
      stop: stop, wantsAllLines: false
    ) { event in
      switch event {
      case .begun(let start): seen.state.withLock { $0.logsURL = start.logsURL }
      case .lines(let lines): seen.state.withLock { $0.lines.add(lines.map(\.text)) }
      case .waiting, .looked, .cancelling: break
      case .trouble(let failure): seen.state.withLock { $0.lines.add([failure.message]) }
      }
    }
    var request = RemoteRequest(job.name)
    request.arguments = trial.run.args
    request.variables = trial.run.env.map { RemoteRequest.Variable($0.name, $0.value) }
    request.tasks = trial.run.tasks
    let outcome = await follow(follower, request, stop, within: .seconds(trial.timeoutSeconds))
    var verdict = Verdict()
    (verdict.lines, verdict.logsURL) = seen.state.withLock { ($0.lines.all, $0.logsURL) }
    switch outcome {
    case .ended(_, let end):
      switch end.outcome {
      case .succeeded: verdict = Verdict()
      case .failed: verdict.failure = .world("the run failed\(end.reason.map { ": \(Terminal.visible($0))" } ?? "")")
      case .cancelled:
        verdict.failure = .world(
          stop.isAsked && StopRequest.signal == nil
            ? "the run did not end within \(Quantity.words(seconds: trial.timeoutSeconds)), and was cancelled"
            : "the run was cancelled")
      }
    case .unstarted(let failure), .lost(let failure): verdict.failure = failure.failure
    case .forgotten: verdict.failure = .world("Cloud Run does not know the run any more")
    case .stopped: verdict.failure = .world("the run was not begun")
    }
    return verdict
  }

  /// Follows a run to its end, and asks it to end when its time is over or a signal asks this process to.
  private func follow(
    _ follower: RemoteFollower, _ request: RemoteRequest, _ stop: StopFlag, within limit: Duration
  ) async -> RemoteFollower.Outcome {
    let end = clock.uptime() + limit
    let clock = clock
    return await withTaskGroup(of: RemoteFollower.Outcome?.self) { group in
      let mark = ULIDSource.shared.next(at: Instant.now().milliseconds)
      group.addTask { await follower.run(request, mark: mark) }
      group.addTask {
        while clock.uptime() < end, StopRequest.signal == nil {
          do { try await clock.sleep(.milliseconds(200)) } catch { return nil }
        }
        stop.ask()
        return nil
      }
      while let next = await group.next() {
        guard let outcome = next else { continue }
        group.cancelAll()
        return outcome
      }
      return .stopped
    }
  }

  // MARK: This host

  private func runHere(_ trial: TrialRun) throws(Failure) -> Verdict {
    guard let command = trial.command else {
      guard let manager = SystemdManager.running(isRoot: geteuid() == 0, environment) else {
        throw .world("no systemd runs here", hint: "check it by hand")
      }
      try manager(.run(String(trial.resource.split(separator: "/").last ?? ""), seconds: trial.timeoutSeconds))
      return Verdict()
    }
    let call = try ProgramCall(
      ["/bin/sh", "-c", command], environment: Self.surroundings(environment), hint: "install a shell",
      timeout: .seconds(trial.timeoutSeconds))
    guard call.status != 0 else { return Verdict() }
    var lines = LastLines()
    for bytes in [call.output, call.errors] {
      lines.add(bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) })
    }
    return Verdict(failure: .world("the run ended with \(call.status)"), lines: lines.all)
  }

  /// What cron gives a job (crontab(5)).
  private static func surroundings(_ environment: [String: String]) -> [String: String] {
    let own = environment.filter { ["HOME", "LOGNAME", "LANG"].contains($0.key) }
    return own.merging(["SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"]) { $1 }
  }
}

/// What was seen of a run so far.
private final class SeenRun: Sendable {
  let state = Mutex((lines: LastLines(), logsURL: String?.none))
}

/// The last lines of an output.
private struct LastLines {
  private(set) var all: [String] = []

  private static let most = 40

  mutating func add(_ lines: [String]) { all = Array((all + lines).suffix(Self.most)) }
}

/// Which job of Cloud Run is meant.
struct CloudRunAddress: Sendable, Hashable {
  var project: String
  var region: String
  var name: String

  /// nil for the id of another resource.
  init?(_ id: String) {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == "gcp.run" else { return nil }
    (project, region, name) = (parts[1], parts[2], parts[3])
  }
}

extension PostDeployCheck {
  /// The job of Cloud Run that is run; nil for every other check.
  var cloudRun: CloudRunAddress? {
    guard case .run(let trial) = act else { return nil }
    return CloudRunAddress(trial.resource)
  }
}
