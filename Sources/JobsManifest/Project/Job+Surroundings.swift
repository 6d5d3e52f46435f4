extension Job {
  /// Adds what the project and its environment say about every job on a host, where the job leaves it open.
  ///
  /// It comes after the digest is taken: it is no part of what was chosen for the job, and another size of a pool is no
  /// drift of the jobs that share it.
  mutating func addSurroundings(of project: ProjectFile?, _ environment: ProjectFile.Environment?) {
    guard let project, target.kind == .local || target.kind == .host else { return }
    if limits.isPlain, project.failures.isEmpty, environment?.quietHours == nil { return }
    var host = limits.host
    host.quietHours = host.quietHours ?? environment?.quietHours
    for at in host.pools.indices { host.pools[at].size = project.pools[name: host.pools[at].name] }
    host.failures = project.failures
    limits.host = host
  }
}
