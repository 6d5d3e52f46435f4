package import JobsManifest

/// The jobs that a bill is held against, by the names by which clouds and labels know them.
package struct BillJobs: Sendable {
  private var byID: [String: Job] = [:]
  private var byName: [String: [Job]] = [:]

  package init(_ jobs: [Job]) {
    for job in jobs {
      byID[job.id] = job
      // A job that runs in several regions is one.
      if byName[job.name]?.contains(where: { $0.id == job.id }) != true { byName[job.name, default: []].append(job) }
    }
  }

  package var isEmpty: Bool { byID.isEmpty }

  /// The job that lines are for.
  ///
  /// - Parameters:
  ///   - name: of the label or the resource: an id, or a name.
  ///   - project: the project or account of the lines, by which jobs of one name are told apart.
  ///   - env: the environment that a label says.
  /// - Returns: nil where no job is known by it, or several are.
  func job(_ name: String, project: String?, env: String?) -> Job? {
    if let job = byID[name] { return job }
    var candidates = byName[name] ?? []
    if candidates.count > 1, let env { candidates = candidates.filter { $0.env == env } }
    if candidates.count > 1, let project {
      candidates = candidates.filter { ($0.target.project ?? $0.target.account) == project }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// What a label of a job says.
  func label(_ name: String, of id: String) -> String? { byID[id]?.labels.first { $0.name == name }?.value }
  func env(of id: String) -> String? { byID[id]?.env }
}
