extension Job {
  /// Adds who is told by the routes of its alerts, and what becomes of images beside its own, where it runs in a cloud.
  ///
  /// - Parameter view: gives variables in the names of repositories their values.
  mutating func addSurroundings(of project: ProjectFile?, in view: EnvironmentView) {
    addSurroundings(of: project, view.environment)
    guard let project, target.kind != .local, target.kind != .host else { return }
    let retention = view.environment?.retention ?? []
    guard !retention.isEmpty || !alerts.isEmpty else { return }
    var around = Surroundings()
    around.routes = project.routes.filter { route in alerts.contains { $0.route == route.name } }
    if let image = run.image {
      for var one in retention {
        one.repository = view.variables.filled(one.repository)
        if one.holds(image) { around.retention.append(one) }
      }
    }
    self.around.value = around
  }

  /// Adds what the project and its environment say about every job on a host, where the job leaves it open.
  ///
  /// It comes after the digest is taken: it is no part of what was chosen for the job, and another size of a pool is no
  /// drift of the jobs that share it.
  private mutating func addSurroundings(of project: ProjectFile?, _ environment: ProjectFile.Environment?) {
    guard let project, target.kind == .local || target.kind == .host else { return }
    if limits.isPlain, project.failures.isEmpty, environment?.quietHours == nil { return }
    var host = limits.host
    host.quietHours = host.quietHours ?? environment?.quietHours
    for at in host.pools.indices { host.pools[at].size = project.pools[name: host.pools[at].name] }
    host.failures = project.failures
    limits.host = host
  }
}
