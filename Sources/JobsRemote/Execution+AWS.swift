package import JobsAWS
package import JobsCore
package import JobsStore

extension Execution {
  /// The row of an execution that somebody began on AWS.
  ///
  /// Its id follows from its name and time, and so is the same each time it is read.
  package init(
    _ name: AWSExecutionName, of job: KnownRemoteJob, backend: String, created: Instant?, trigger: String,
    logsURL: String, _ look: RemoteLook
  ) {
    let created = (created ?? look.started ?? Instant(seconds: 0)).milliseconds
    self.init(
      id: ULID(milliseconds: created, random: UInt128(Array(name.text.utf8).fnv1a64)), job: job.id, env: job.env,
      backend: backend, trigger: trigger, created: created, owner: Self.nobody)
    labels = job.labels
    remote = name.text
    self.logsURL = logsURL
    update(look, now: .now())
  }
}
