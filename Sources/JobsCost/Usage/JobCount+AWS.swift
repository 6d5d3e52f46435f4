import JobsCore
import JobsManifest

extension JobCount {
  /// Lambda with EventBridge Scheduler, Secrets Manager and alarms.
  ///
  /// A function is billed for its memory while it runs, by the millisecond, and for each call
  /// (aws.amazon.com/lambda/pricing). One that names no memory has 128 MiB.
  mutating func addLambda() throws(Decimal.Overflow) {
    let memory = try gibibytes(job.resources.memoryBytes ?? 128 << 20)
    try add(
      "aws", "lambda", "duration-\(architecture)", "GB-second", product(seconds("aws", "lambda"), memory))
    try add("aws", "lambda", "request", "request", attempts())
    try addAroundAWS()
  }

  /// ECS and Batch on Fargate: from the pull of the image on, at least a minute (aws.amazon.com/fargate/pricing).
  mutating func addFargate() throws(Decimal.Overflow) {
    if job.target.kind == .batch { remark("taken to run on Fargate") }
    if job.resources.cpuMillis == nil || job.resources.memoryBytes == nil {
      remark("the manifest does not say how much CPU or memory a task has")
    }
    let seconds = try seconds("aws", "fargate")
    try add("aws", "fargate", "cpu-\(architecture)", "vCPU-second", product(seconds, cores()))
    try add(
      "aws", "fargate", "memory-\(architecture)", "GB-second",
      product(seconds, job.resources.memoryBytes.map { bytes throws(Decimal.Overflow) in try gibibytes(bytes) }))
    if let gpu = job.resources.gpu, gpu > 0 {
      try add("aws", "fargate", "gpu", "GPU-second", product(seconds, Decimal(gpu)))
    }
    try addAroundAWS()
  }

  private var architecture: String { job.resources.architecture?.hasPrefix("arm") == true ? "arm" : "x86" }

  /// What stands beside a job on AWS, whatever runs it.
  private mutating func addAroundAWS() throws(Decimal.Overflow) {
    if job.target.region == nil { remark("the region is not known, nor what it costs there") }
    try add("aws", "eventbridge-scheduler", "invocation", "invocation", Spread(Decimal(profile.scheduledRuns)))
    let place = "\(job.target.account ?? "-") \(job.target.region ?? "-")"
    var count = 0
    for name in secrets where isFirst("aws", place, name) { count += 1 }
    try add(
      "aws", "secrets-manager", "secret", "secret-month", Spread(Decimal(count)),
      remark: "with the first job that reads it")
    let tasks = max(job.resources.tasks ?? 1, 1)
    try add(
      "aws", "secrets-manager", "call", "call", product(attempts(), Decimal(secrets.count).times(tasks)))
    if !job.alerts.isEmpty {
      try add("aws", "cloudwatch", "alarm", "alarm-month", Spread(Decimal(job.alerts.count)))
    }
  }
}
