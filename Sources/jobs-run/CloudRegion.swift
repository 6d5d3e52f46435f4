import JobsCommand
import JobsCore
import JobsManifest
import JobsRemote

/// Where in clouds executions are listed together: a service, in one region of one project or account.
struct CloudRegion {
  /// `gcp.run/acme-prod/europe-west1`; of ECS and Batch with the cluster or queue behind it.
  let name: String
  /// Those of manifests that are there.
  let jobs: [Job]
  /// The way there, or why there is none.
  let way: Result<any RemoteRegion, Failure>

  func fault(_ failure: Failure) -> PlaceFault { PlaceFault(name, failure, jobs: jobs) }
}
