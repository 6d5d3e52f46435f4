/// A job that is to run in a cloud, as it was deployed there but for what is said here.
package struct RemoteRequest: Hashable, Sendable {
  /// What the cloud calls the job.
  package var name: String
  /// Of the manifest it was read from, `sha256:…`; empty where that is not known.
  package var digest: String
  /// Words behind the job's own.
  package var arguments: [String] = []
  /// In place of, or beside, the job's own; the last value of a name counts.
  package var variables: [Variable] = []
  /// In place of the job's own.
  package var tasks: Int?
  /// Seconds for a task, in place of the job's own.
  package var timeout: Int?

  package struct Variable: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(_ name: String, digest: String = "") {
    self.name = name
    self.digest = digest
  }

  /// Whether the job runs otherwise than it was deployed.
  var changesJob: Bool { !arguments.isEmpty || !variables.isEmpty || tasks != nil || timeout != nil }
}
