import JobsCore
package import JobsManifest

/// Something that has to hold once a job was deployed, or the deployment failed.
package struct PostDeployCheck: Sendable, Hashable {
  package enum Act: Sendable, Hashable {
    case run(TrialRun)
    case http(Verification.HTTP)
  }

  /// `run RESOURCE`, or `http JOB N` with N counted from 1; one of a kind in a plan.
  package var id: String
  /// The id of the job.
  package var job: String
  package var act: Act
  package var state: Change.State = .planned
  package var durationSeconds: Double?
  /// Why it failed.
  package var error: String?

  package init(job: String, _ run: TrialRun) {
    id = "run \(run.resource)"
    self.job = job
    act = .run(run)
  }

  /// - Parameter number: counted from 1.
  package init(job: String, _ check: Verification.HTTP, number: Int) {
    id = "http \(job) \(number)"
    self.job = job
    act = .http(check)
  }

  /// In words: `a run of 'gcp.run/acme/europe-west1/report'`.
  package var words: String {
    switch act {
    case .run(let run): "a run of '\(Terminal.visible(run.resource))'"
    case .http(let check): "'\(Terminal.visible(check.url))'"
    }
  }
}

extension PostDeployCheck {
  /// The checks that a job asks for.
  ///
  /// - Parameter run: of the job as it is deployed; nil where it asks for none, or none can be made there.
  package static func all(of job: Job, run: TrialRun?) -> [PostDeployCheck] {
    (run.map { [PostDeployCheck(job: job.id, $0)] } ?? [])
      + job.verify.value.http.enumerated().map { PostDeployCheck(job: job.id, $1, number: $0 + 1) }
  }

  /// Those whose jobs are changed, and not taken away.
  ///
  /// - Parameter changes: that are planned.
  package static func due(_ checks: [PostDeployCheck], after changes: [Change]) -> [PostDeployCheck] {
    let changed = Set(changes.filter(\.deploys).map(\.job))
    return checks.filter { changed.contains($0.job) }
  }
}

extension Change {
  /// Whether its job runs otherwise, or at other times, once it is done.
  fileprivate var deploys: Bool { action == .create || action == .update || action == .adopt }
}
