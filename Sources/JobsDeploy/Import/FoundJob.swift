package import JobsManifest

/// A job that lives in a place, whoever made it, as a manifest of ours would say it.
package struct FoundJob: Sendable {
  package var job: Job
  /// Where it stands, in words: `line 3 of the crontab of 'alice'`.
  package var name: String
  /// Whether it bears the mark of this suite.
  package var isOwned: Bool
  /// What it is made of, under the ids that resources of ours have and without an owner: all that others made, and of what
  /// bears the mark what a manifest may not say.
  package var parts: [LiveResource]
  /// What no manifest can say of it, a sentence each.
  package var losses: [String]
  /// The id of the resource whose code it runs, which is fetched only where somebody asks for it; nil where it runs none.
  package var code: String?
  /// Why it cannot be taken over as it stands; nil where nothing is known against it.
  package var obstacle: ExpansionRefusal?

  package init(
    job: Job, name: String, isOwned: Bool, parts: [LiveResource], losses: [String] = [],
    code: String? = nil, obstacle: ExpansionRefusal? = nil
  ) {
    self.job = job
    self.name = name
    self.isOwned = isOwned
    self.parts = parts
    self.losses = losses
    self.code = code
    self.obstacle = obstacle
  }
}

/// What a place has of jobs.
package struct FoundJobs: Sendable {
  /// In the order in which they stand there.
  package var jobs: [FoundJob]
  /// What starts something there and is no job, by where it stands.
  package var unread: [Unread]

  package struct Unread: Sendable, Hashable {
    /// Where it stands, in words.
    package var name: String
    package var reason: ExpansionRefusal

    package init(name: String, reason: ExpansionRefusal) {
      self.name = name
      self.reason = reason
    }
  }

  package init(jobs: [FoundJob] = [], unread: [Unread] = []) {
    self.jobs = jobs
    self.unread = unread
  }
}

/// Whose jobs are that nobody has marked yet.
package struct JobOwnership: Sendable, Hashable {
  package var tenant: String?
  package var env: String?

  package init(tenant: String? = nil, env: String? = nil) {
    self.tenant = tenant
    self.env = env
  }
}
