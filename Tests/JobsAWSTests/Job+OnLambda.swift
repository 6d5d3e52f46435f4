import JobsManifest

extension Job {
  /// A job that Lambda takes as it is, with a schedule.
  static func onLambda(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "report")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: .lambda, region: "eu-west-1")
    job.run.image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report@sha256:\(String(repeating: "a", count: 64))"
    job.schedules = [Schedule(cron: "30 2 * * *")]
    change(&job)
    return job
  }
}
