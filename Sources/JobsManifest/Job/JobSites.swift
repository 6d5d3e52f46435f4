package import JobsCore

/// The nodes that a job's values were read from, so that rules can point at them.
package struct JobSites: Sendable {
  package struct ScheduleSite: Sendable {
    package var cron: Tree.ID
    package var timezone: Tree.ID?
    package var dialect: Tree.ID?
    package var dst: Tree.ID?
  }

  /// A variable of the environment; without a value where a secret gives it.
  package struct Variable: Sendable {
    package var name: Tree.ID
    package var value: Tree.ID?
    /// Which container it belongs to, 0-based.
    package var container: Int = 0
  }

  package struct HostKey: Sendable {
    package var name: Tree.ID
    package var value: Tree.ID
  }

  package var name: Tree.ID?
  package var tenant: Tree.ID?
  package var env: Tree.ID?
  package var labels: Tree.ID?
  package var annotations: Tree.ID?
  package var target: Tree.ID?
  package var timezone: Tree.ID?
  /// The policy of all schedules that have none of their own.
  package var dst: Tree.ID?
  package var schedules: [ScheduleSite] = []
  /// One a container, in order.
  package var images: [Tree.ID] = []
  /// The command of each container, a string or a list.
  package var commands: [Tree.ID] = []
  package var args: [Tree.ID] = []
  package var code: Tree.ID?
  package var workingDirectories: [Tree.ID] = []
  package var variables: [Variable] = []
  /// Variables that secrets give: the name and the reference.
  package var secrets: [Variable] = []
  package var mounts: [Tree.ID] = []
  package var cpu: Tree.ID?
  package var memory: Tree.ID?
  package var tasks: Tree.ID?
  package var parallelism: Tree.ID?
  package var timeout: Tree.ID?
  package var retries: Tree.ID?
  package var identity: Tree.ID?
  package var connector: Tree.ID?
  package var egress: Tree.ID?
  package var events: [Tree.ID] = []
  package var checkin: Tree.ID?
  package var enabled: Tree.ID?
  package var paused: Tree.ID?
  package var concurrency: Tree.ID?
  package var expect: Tree.ID?
  package var alerts: [Tree.ID] = []
  /// The keys of `spec` that only the engine of a host keeps.
  package var hostKeys: [HostKey] = []

  package init() {}
}
