import JobsCloud
import JobsCommand
import JobsCore
import JobsManifest
import JobsPlaces
import JobsRemote
import JobsStore

/// What clouds know of the runs of jobs, in all projects and regions that the jobs are in.
///
/// Where one of them cannot be read the others are all the same, and it is among the faults from then on.
final class CloudReading {
  /// Those that were named; none for all there are.
  let environments: [String]
  private let jobs: [Job]
  private let regions: [CloudRegion]
  /// Why regions that were asked could not be read, by their places in the list. They are not asked again.
  private var failures: [Int: Failure] = [:]

  init(_ jobs: [Job], _ places: CloudPlaces, environments: [String] = []) async throws(Failure) {
    self.environments = environments
    self.jobs = jobs.filter { CloudPlan.kinds.contains($0.target.kind) }
    regions = try await CloudRegions(self.jobs).regions(places)
  }

  /// The places that were asked for and could not be read, in their order.
  var faults: [PlaceFault] { failures.sorted { $0.key < $1.key }.map { regions[$0.key].fault($0.value) } }

  /// The id of the job that a name, the end of an id or an id means; nil where it means none.
  ///
  /// - Throws: a usage failure where it means several.
  func job(_ name: String) throws(Failure) -> String? {
    let ids = Set(jobs.map(\.id).filter { $0 == name || $0.hasSuffix("/\(name)") })
    guard ids.count > 1, !ids.contains(name) else { return ids.contains(name) ? name : ids.first }
    throw .usage(
      "several jobs are called '\(Terminal.visible(name))': \(ids.sorted().map(Terminal.visible).joined(separator: ", "))",
      hint: "write ENV/NAME or the whole id of one, behind '--' if it begins with '-'")
  }

  // MARK: Asking

  /// Executions that a query chooses, in no order.
  ///
  /// - Parameter limit: the most that are wanted of a region; nil for all.
  func executions(_ query: RunHistory.Query, limit: Int?) async throws(Failure) -> [Execution] {
    // Only in the order of time the first are those that are wanted.
    let limit = query.order == .time && !query.isReversed ? limit : nil
    let found = await eachRegion(of: query.job) { region throws(CloudFailure) in
      try await region.executions(query, limit: limit)
    }
    try checkAnswers(found.count, of: query.job)
    return found.flatMap { $0 }
  }

  /// A job in one of the regions that it is in.
  struct Place: Hashable {
    /// The job's id.
    var job: String
    var region: String?
  }

  /// The last execution of each job, in each of its regions that could be read.
  func latest() async -> [Place: Execution] {
    let found = await eachRegion { region throws(CloudFailure) in (region.region, try await region.latest()) }
    return found.reduce(into: [:]) { all, part in
      for (job, there) in part.1 {
        // A job of several services in one region is one there.
        all.merge([Place(job: job, region: part.0): there]) { $0.created >= $1.created ? $0 : $1 }
      }
    }
  }

  /// An execution by what its cloud calls it; nil where there is none.
  func execution(called id: String) async throws(Failure) -> Execution? {
    let before = failures
    let answers = await eachRegion { region throws(CloudFailure) in try await region.execution(called: id) }
    if let found = answers.lazy.compactMap({ $0 }).first {
      // Nobody else has it, and so it does not matter who could not be asked.
      failures = before
      return found
    }
    try checkAnswers(answers.count)
    return nil
  }

  /// The last execution of a job, by its whole id; nil where it has not run.
  func last(of job: String) async throws(Failure) -> Execution? {
    let newest = RunHistory.Query(job: job)
    let found = try await executions(newest, limit: 1).sorted { newest.puts($0, before: $1) }
    guard let last = found.first else { return nil }
    return try await refreshed(last)
  }

  /// A row as its cloud tells it now, with what it ended with.
  func refreshed(_ row: Execution) async throws(Failure) -> Execution {
    do throws(CloudFailure) {
      return try await regions.lazy.compactMap { try? $0.way.get() }.first { $0.holds(row) }?.refreshed(row) ?? row
    } catch {
      throw error.failure
    }
  }

  /// The regions that a job is in; without one all.
  private func places(of job: String?) -> [Int] {
    regions.indices.filter { at in job == nil || regions[at].jobs.contains { $0.id == job } }
  }

  /// Fails where there are regions to be asked and none answered.
  private func checkAnswers(_ count: Int, of job: String? = nil) throws(Failure) {
    let asked = places(of: job)
    guard count == 0, !asked.isEmpty else { return }
    throw PlaceFault.failure(asked.compactMap { place in failures[place].map { regions[place].fault($0) } })
  }

  /// Asks all regions at once, or those that a job is in.
  ///
  /// - Returns: the answers of those that could be read, in their order.
  private func eachRegion<Value: Sendable>(
    of job: String? = nil, _ ask: @escaping @Sendable (any RemoteRegion) async throws(CloudFailure) -> Value
  ) async -> [Value] {
    var ways: [(Int, any RemoteRegion)] = []
    for place in places(of: job) where failures[place] == nil {
      switch regions[place].way {
      case .success(let region): ways.append((place, region))
      case .failure(let failure): failures[place] = failure
      }
    }
    let results = await withTaskGroup(of: (Int, Result<Value, CloudFailure>).self) { group in
      for (place, region) in ways {
        group.addTask {
          do throws(CloudFailure) {
            return (place, .success(try await ask(region)))
          } catch {
            return (place, .failure(error))
          }
        }
      }
      return await group.reduce(into: [Int: Result<Value, CloudFailure>]()) { $0[$1.0] = $1.1 }
    }
    var values: [Value] = []
    for (place, _) in ways {
      switch results[place] {
      case .success(let value): values.append(value)
      case .failure(let error): failures[place] = error.failure
      case nil: break
      }
    }
    return values
  }
}
