import JobsAWS
import JobsCore
import JobsManifest
import JobsPlaces
import JobsRemote

/// The regions of clouds that jobs are in, each with its jobs.
struct CloudRegions {
  private struct Key: Hashable, Comparable {
    var kind: String
    /// The project or the account.
    var owner: String
    var region: String
    /// The cluster or the queue; empty for Cloud Run.
    var home = ""

    static func < (a: Key, b: Key) -> Bool {
      (a.kind, a.owner, a.region, a.home) < (b.kind, b.owner, b.region, b.home)
    }

    var name: String { [kind, owner, region, home].filter { !$0.isEmpty }.joined(separator: "/") }
  }

  private var known: [Key: [(job: Job, remote: KnownRemoteJob)]] = [:]

  /// - Parameter jobs: those of Lambda are passed over, which tells nothing of runs that nobody waited for.
  init(_ jobs: [Job]) throws(Failure) {
    for job in jobs {
      guard let region = job.target.region, let owner = job.target.project ?? job.target.account else { continue }
      var key = Key(kind: job.target.kind.rawValue, owner: owner, region: region)
      var name: String?
      switch job.target.kind {
      case .ecs, .batch:
        let terms = try AWSTerms(job)
        guard let home = job.target.kind == .ecs ? terms.cluster : terms.queue else { continue }
        key.home = home
        name = terms.definition
      case .lambda, .local, .host: continue
      case .cloudRun: break
      }
      known[key, default: []].append((job, KnownRemoteJob(job, name: name, labels: job.labelsText)))
    }
  }

  /// All of them, in the order of their names, those to which there is no way as well.
  func regions(_ places: CloudPlaces) async -> [CloudRegion] {
    var regions: [CloudRegion] = []
    for (key, jobs) in known.sorted(by: { $0.key < $1.key }) {
      let way: Result<any RemoteRegion, Failure>
      do throws(Failure) {
        way = .success(try await region(key, jobs.map(\.remote), places))
      } catch {
        way = .failure(error)
      }
      regions.append(CloudRegion(name: key.name, jobs: jobs.map(\.job), way: way))
    }
    return regions
  }

  private func region(
    _ key: Key, _ jobs: [KnownRemoteJob], _ places: CloudPlaces
  ) async throws(Failure) -> any RemoteRegion {
    guard key.kind != Target.Kind.cloudRun.rawValue else {
      return CloudRunRegion(
        try await places.connection().client, project: key.owner, region: key.region, jobs: jobs)
    }
    let session = try await places.session(account: key.owner, region: key.region)
    if key.kind == Target.Kind.ecs.rawValue {
      return try TaskRegion(session, account: key.owner, region: key.region, cluster: key.home, jobs: jobs)
    }
    return try BatchRegion(session, account: key.owner, region: key.region, queue: key.home, jobs: jobs)
  }
}
