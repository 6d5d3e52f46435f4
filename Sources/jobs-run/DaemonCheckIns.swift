import JobsCore
import JobsExec
import JobsManifest
import JobsNet
import JobsStore

/// Tells monitors of the starts and ends of a daemon's jobs that ask for it.
///
/// Nothing of the network is touched before the first job that has a check-in.
final class DaemonCheckIns {
  private let state: StateDirectory
  private let environment: [String: String]
  private let secrets: SecretFolder
  private let report: @Sendable (Failure) -> Void
  private var configured: [String: CheckIn] = [:]
  private var spool: CheckInSpool?
  private var transport: CurlTransport?

  /// - Parameter report: told of what cannot be sent; called by another thread.
  init(
    _ state: StateDirectory, _ environment: [String: String], _ secrets: SecretFolder,
    report: @escaping @Sendable (Failure) -> Void
  ) {
    self.state = state
    self.environment = environment
    self.secrets = secrets
    self.report = report
  }

  /// How many were sent, failed and so on; nil while no job has a check-in.
  var counters: CheckInSpool.Counters? { spool?.counters }

  /// The ids of the jobs that have one.
  var jobs: Set<String> { Set(configured.keys) }

  /// Takes over a reading of the jobs. What is not in it keeps its check-in: its file may be bad for now, and where it is
  /// gone a last run of it may go on.
  ///
  /// - Parameters:
  ///   - jobs: those that have a check-in.
  ///   - silent: the ids of jobs that were read, and that have none any more.
  func set(_ jobs: [String: CheckIn], silent: [String]) {
    for id in silent where jobs[id] == nil { configured[id] = nil }
    configured.merge(jobs) { $1 }
    guard spool == nil, !jobs.isEmpty else { return }
    do throws(Failure) {
      let certificates = environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
      let transport = try CurlTransport(caFile: certificates)
      let spool = try CheckInSpool(state, transport, report: report)
      self.transport = transport
      try spool.start()
      self.spool = spool
    } catch {
      report(error)
    }
  }

  /// A run has one start, however many attempts follow it, and whatever stands in for it at last.
  func started(_ execution: Execution) {
    if execution.attempt == 1, execution.trigger != "fallback" { post(.start, execution, []) }
  }

  func ended(_ execution: Execution, output: [UInt8]) {
    let event: Ping.Event =
      execution.state == .succeeded
      ? .success : execution.exitCode.flatMap { UInt8(exactly: $0) }.map { .exit($0) } ?? .failure
    let words = execution.error ?? (output.isEmpty ? execution.reason : nil)
    post(event, execution, words.map { Array($0.utf8) } ?? output)
  }

  /// Tries for some seconds to send what waits.
  func stop() {
    spool?.stop(deadline: .seconds(5))
    transport?.close()
  }

  private func post(_ event: Ping.Event, _ execution: Execution, _ body: [UInt8]) {
    guard let spool, let checkIn = configured[execution.job], let url = checkIn.url else { return }
    do throws(Failure) {
      let address = try Ping.address(url: url, secret: secret(checkIn))
      spool.post(
        Ping(job: execution.job, address: address, event: event, run: execution.run ?? execution.id, body: body))
    } catch {
      report(error)
    }
  }

  /// The value behind `secret:NAME`; any other text is the value itself.
  private func secret(_ checkIn: CheckIn) throws(Failure) -> String? {
    guard let text = checkIn.secret, text.hasPrefix("secret:") else { return checkIn.secret }
    do throws(LaunchFailure) {
      return try secrets.value(of: String(text.dropFirst(7)), for: "checkin")
    } catch {
      throw .world(error.message, hint: error.hint)
    }
  }
}
