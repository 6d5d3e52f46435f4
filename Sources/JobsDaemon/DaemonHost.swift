package import JobsCore
package import JobsCron
package import JobsExec
package import JobsStore

/// What a daemon asks of the tool that started it.
package protocol DaemonHost: AnyObject {
  /// Reads all jobs.
  ///
  /// - Throws: a failure if nothing can be said about them; what is wrong with single files is told in the result.
  func load() throws(Failure) -> DaemonJobs

  /// The zones by which jobs are due.
  var zones: ZoneDatabase { get }

  /// The value of `TZ`, by which the host's own zone is found.
  var zoneVariable: String? { get }

  /// Makes of a job what is started, or says why that cannot be.
  func plan(_ job: DaemonJob) throws(LaunchFailure) -> RunRequest

  /// Due times are kept from here on.
  func ready(_ words: String)

  /// The jobs are being read again; `ready` follows.
  func reloading()

  /// No run is started any more.
  func stopping()

  /// The daemon is alive; called as often as `DaemonOptions.heartbeat` says.
  func heartbeat()

  /// An attempt was started.
  func started(_ execution: Execution)

  /// An attempt is over.
  ///
  /// - Parameters:
  ///   - output: the end of what it wrote.
  ///   - isFinal: whether no other attempt follows.
  func ended(_ execution: Execution, output: [UInt8], isFinal: Bool)
}
