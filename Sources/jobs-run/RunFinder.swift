import JobsCloud
import JobsCommand
import JobsCore
import JobsPlaces
import JobsRemote
import JobsStore

/// Finds the run that a word means: in the history of this host, and in clouds where they are asked.
struct RunFinder {
  let state: StateDirectory
  let history: HistoryReading
  /// nil where no environment was named.
  let cloud: CloudReading?
  let places: CloudPlaces

  /// The execution that an id, the beginning of one, a cloud's own id or a job's name means; of a job the last.
  func execution(_ word: String) async throws(Failure) -> Execution {
    guard let cloud else { return try await current(history.execution(word)) }
    if let job = try cloud.job(word) { return try await last(of: job, cloud) }
    // What this host gave its id is in no other place.
    if try history.isID(word), let here = try? history.execution(word) { return try await current(here) }
    if let found = try await cloud.execution(called: word) { return try own(found) }
    do throws(Failure) {
      return try await current(history.execution(word))
    } catch {
      throw lacking("no run '\(Terminal.visible(word))' is known") ?? error
    }
  }

  /// What is said where something is not found and a cloud could not be asked for it; nil where all could.
  func lacking(_ words: String) -> Failure? {
    guard let faults = cloud?.faults, !faults.isEmpty else { return nil }
    return PlaceFault.failure(faults, lack: words)
  }

  /// The newest run of a job, here or in a cloud.
  private func last(of job: String, _ cloud: CloudReading) async throws(Failure) -> Execution {
    let here = try history.history?.lastExecutions(of: [job]).first
    guard let there = try await cloud.last(of: job) else {
      guard let here else {
        let words = "job '\(Terminal.visible(job))' has not run"
        throw lacking("\(words) where that could be asked") ?? .usage(words)
      }
      return try await current(here)
    }
    guard let here, here.remote != there.remote, RunHistory.Query().puts(here, before: there) else {
      return try own(there)
    }
    return try await current(here)
  }

  /// The row of an execution here, where it has one, as its cloud tells it now.
  private func own(_ there: Execution) throws(Failure) -> Execution {
    guard let name = there.remote, let here = try history.history?.execution(remote: name) else { return there }
    guard here.state.isOpen else { return here }
    let row = here.ended(like: there)
    if !row.state.isOpen { MergedHistory.settle(row, in: state) }
    return row
  }

  /// A row as it is now: what goes on in a cloud is asked there, since that is where the user's run is.
  ///
  /// While somebody here follows it, the row is kept up to date by them.
  func current(_ row: Execution) async throws(Failure) -> Execution {
    guard row.state.isOpen, !row.owner.isAlive, let name = row.remote,
      let region = try await places.region(of: name)
    else { return row }
    do throws(CloudFailure) {
      guard let now = try await region.refreshed(row) else {
        var lost = row
        lost.state = .lost
        lost.ended = Instant.now().milliseconds
        lost.reason = "the cloud does not know the execution any more"
        MergedHistory.settle(lost, in: state)
        return lost
      }
      if !now.state.isOpen { MergedHistory.settle(now, in: state) }
      return now
    } catch {
      throw error.failure
    }
  }
}
