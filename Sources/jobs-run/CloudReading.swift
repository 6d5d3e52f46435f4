import JobsCloud
import JobsCore
import JobsManifest
import JobsPlaces
import JobsRemote
import JobsStore

/// What clouds know of the runs of jobs, in all projects and regions that the jobs are in.
struct CloudReading {
  /// Those that were named; none for all there are.
  let environments: [String]
  private let jobs: [Job]
  private let regions: [any RemoteRegion]

  init(_ jobs: [Job], _ places: CloudPlaces, environments: [String] = []) async throws(Failure) {
    self.environments = environments
    self.jobs = jobs.filter { CloudPlan.kinds.contains($0.target.kind) }
    regions = try await CloudRegions(self.jobs).regions(places)
  }

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

  /// Executions that a query chooses, in no order.
  ///
  /// - Parameter limit: the most that are wanted of a region; nil for all.
  func executions(_ query: RunHistory.Query, limit: Int?) async throws(Failure) -> [Execution] {
    // Only in the order of time the first are those that are wanted.
    let limit = query.order == .time && !query.isReversed ? limit : nil
    return try await eachRegion { region throws(CloudFailure) in
      try await region.executions(query, limit: limit)
    }.flatMap { $0 }
  }

  /// A job in one of the regions that it is in.
  struct Place: Hashable {
    /// The job's id.
    var job: String
    var region: String?
  }

  /// The last execution of each job, in each of its regions.
  func latest() async throws(Failure) -> [Place: Execution] {
    let found = try await eachRegion { region throws(CloudFailure) in (region.region, try await region.latest()) }
    return found.reduce(into: [:]) { all, part in
      for (job, there) in part.1 {
        // A job of several services in one region is one there.
        all.merge([Place(job: job, region: part.0): there]) { $0.created >= $1.created ? $0 : $1 }
      }
    }
  }

  /// An execution by what its cloud calls it; nil where there is none.
  func execution(called id: String) async throws(Failure) -> Execution? {
    try await eachRegion { region throws(CloudFailure) in try await region.execution(called: id) }.compactMap { $0 }
      .first
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
      return try await regions.first { $0.holds(row) }?.refreshed(row) ?? row
    } catch {
      throw error.failure
    }
  }

  /// Asks all regions at once.
  private func eachRegion<Value: Sendable>(
    _ ask: @escaping @Sendable (any RemoteRegion) async throws(CloudFailure) -> Value
  ) async throws(Failure) -> [Value] {
    let results = await withTaskGroup(of: (Int, Result<Value, CloudFailure>).self) { group in
      for (place, region) in regions.enumerated() {
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
    do throws(CloudFailure) {
      var values: [Value] = []
      for place in regions.indices {
        if let value = try results[place]?.get() { values.append(value) }
      }
      return values
    } catch {
      throw error.failure
    }
  }
}
