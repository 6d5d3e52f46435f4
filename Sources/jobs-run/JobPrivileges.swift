import JobsExec
import JobsManifest

/// What a job needs that only the launcher program can give.
enum JobPrivileges {
  /// nil if it needs nothing of that kind.
  static func of(
    _ job: Job, user: JobUser?, _ environment: [String: String]
  ) throws(LaunchFailure) -> Privileges? {
    guard user != nil || !job.run.isPlain else { return nil }
    let host = job.run.host
    guard
      user != nil || host.group != nil || host.nice != nil || host.umask != nil || !host.ulimits.isEmpty
        || host.cgroup != nil
    else { return nil }
    var privileges = Privileges(
      launcher: try LauncherProgram.find(environment, purpose: "starts jobs as another user or with limits"))
    privileges.user = user?.account.name
    privileges.group = host.group
    privileges.nice = host.nice
    privileges.umask = host.umask
    privileges.hasOwnCgroup = host.cgroup == HostRun.ownCgroup
    privileges.cgroup = privileges.hasOwnCgroup ? nil : host.cgroup
    privileges.limits = host.ulimits.map { limit in
      Privileges.Limit(name: limit.name.rawValue, soft: limit.value.map { UInt64(clamping: $0) })
    }
    return privileges
  }
}
