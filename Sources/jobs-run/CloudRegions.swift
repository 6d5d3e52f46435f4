import JobsCore
import JobsManifest
import JobsPlaces
import JobsRemote

/// The regions of clouds that jobs are in, each with its jobs.
struct CloudRegions {
  /// Where executions are listed together.
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
  }

  private var known: [Key: [KnownRemoteJob]] = [:]

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
      known[key, default: []].append(KnownRemoteJob(job, name: name, labels: job.labelsText))
    }
  }

  func regions(_ places: CloudPlaces) async throws(Failure) -> [any RemoteRegion] {
    var regions: [any RemoteRegion] = []
    for (key, jobs) in known.sorted(by: { $0.key < $1.key }) {
      guard key.kind != Target.Kind.cloudRun.rawValue else {
        let client = try await places.connection().client
        regions.append(CloudRunRegion(client, project: key.owner, region: key.region, jobs: jobs))
        continue
      }
      let session = try await places.session(account: key.owner, region: key.region)
      if key.kind == Target.Kind.ecs.rawValue {
        regions.append(
          try TaskRegion(session, account: key.owner, region: key.region, cluster: key.home, jobs: jobs))
      } else {
        regions.append(
          try BatchRegion(session, account: key.owner, region: key.region, queue: key.home, jobs: jobs))
      }
    }
    return regions
  }
}
