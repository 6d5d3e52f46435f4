import Glibc
import JobsAWS
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
  /// The ways to the clouds that a check is made in.
  private let google: Result<GoogleConnection, Failure>?
  private let amazon: Result<AWSSession, Failure>?
  private let clock = CallClock.system

  /// - Parameter chain: service accounts to act as, each by the one before it.
  init(
    for checks: [PostDeployCheck], impersonating chain: [String], _ environment: [String: String]
  ) async throws(Failure) {
    self.environment = environment
    transport = try CurlTransport(caFile: environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 })
    var clouds = (google: false, amazon: false)
    for check in checks {
      switch check.address {
      case .cloudRun: clouds.google = true
      case .function: clouds.amazon = true
      case nil: break
      }
    }
    amazon = clouds.amazon ? Result { () throws(Failure) in try AWSPlaces.session(environment) } : nil
    guard clouds.google else {
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
        if let address = check.address { return try await run(trial, at: address, of: check.job) }
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

  // MARK: Clouds

  private func run(_ trial: TrialRun, at address: TrialAddress, of job: String) async throws(Failure) -> Verdict {
    let place: any RemotePlace
    var request: RemoteRequest
    switch address {
    case .cloudRun(let project, let region, let name):
      guard let client = try google?.get().client else { throw .world("there is no way to Google Cloud") }
      place = CloudRunPlace(client, project: project, region: region)
      request = RemoteRequest(name)
    case .function(let account, let region, let name):
      guard let session = try amazon?.get() else { throw .world("there is no way to AWS") }
      place = try FunctionPlace(session, account: account, region: region)
      request = RemoteRequest(name)
    }
    request.job = job
    request.arguments = trial.run.args
    request.variables = trial.run.env.map { RemoteRequest.Variable($0.name, $0.value) }
    request.tasks = trial.run.tasks
    return await RemoteTrial(place: place, clock: clock).run(trial, request)
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
