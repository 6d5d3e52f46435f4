/// What a job needs of a provider.
package struct Expansion: Sendable, Hashable {
  /// The id of the job.
  package var job: String
  /// By what the provider's marks name the job.
  package var owner: String
  /// None where the job is disabled, paused or without a schedule, and so nothing of it is to stay.
  package var resources: [Resource]
  /// What the provider does not keep of the job, a sentence each.
  package var losses: [String]

  package init(job: String, owner: String, resources: [Resource], losses: [String] = []) {
    self.job = job
    self.owner = owner
    self.resources = resources
    self.losses = losses
  }
}

/// Why a provider cannot have a job.
package struct ExpansionRefusal: Error, Sendable, Hashable {
  package var message: String
  package var hint: String

  package init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }
}
