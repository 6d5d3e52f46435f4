import JobsCore
import JobsManifest

extension JobCount {
  /// Cloud Run jobs with Cloud Scheduler and Secret Manager.
  ///
  /// Tasks are billed for what they are given while they run (cloud.google.com/run/pricing, instance-based billing). A
  /// schedule is billed by the day whether or not it is paused, and its calls are free (cloud.google.com/scheduler/pricing).
  mutating func addCloudRun() throws(Decimal.Overflow) {
    if job.target.region == nil { remark("the region is not known, nor what it costs there") }
    let seconds = try seconds("gcp", "cloud-run-jobs")
    try add("gcp", "cloud-run-jobs", "cpu", "vCPU-second", product(seconds, cores()))
    try add(
      "gcp", "cloud-run-jobs", "memory", "GiB-second",
      product(seconds, job.resources.memoryBytes.map { bytes throws(Decimal.Overflow) in try gibibytes(bytes) }))
    if let gpu = job.resources.gpu, gpu > 0 {
      try add("gcp", "cloud-run-jobs", "gpu", "GPU-second", product(seconds, Decimal(gpu)))
    }
    if job.enabled {
      let days = try Decimal(job.schedules.count).times(profile.days)
      add("gcp", "cloud-scheduler", "job", "job-day", Spread(days), isRegional: false)
    }
    let reads = try Decimal(job.run.secrets.count + job.run.mounts.count).times(max(job.resources.tasks ?? 1, 1))
    try add(
      "gcp", "secret-manager", "access", "operation", product(attempts(), reads), isRegional: false)
    let project = job.target.project ?? "-"
    var versions = 0
    for name in secrets where isFirst("gcp", project, name) { versions += 1 }
    try add(
      "gcp", "secret-manager", "version", "version-month", Spread(Decimal(versions)), isRegional: false,
      remark: "one version of each secret, with the first job that reads it")
    if let connector = job.network?.connector, isFirst("connector", project, job.target.region ?? "-", connector) {
      add(
        "gcp", "vpc-access-connector", connector, "instance-month", nil,
        remark: "how many instances the connector has is not known; jobs share it")
    }
    if !job.alerts.isEmpty {
      try add(
        "gcp", "monitoring", "alert-condition", "condition-month", Spread(Decimal(job.alerts.count)), isRegional: false)
    }
  }
}
