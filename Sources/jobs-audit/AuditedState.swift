import JobsAudit
import JobsCommand
import JobsCore

/// All that is found in some files: by the rules, and as paths.
struct AuditedState {
  private(set) var findings: [Finding] = []
  private(set) var estate: Estate
  let failedInputs: Int
  let isPartial: Bool
  /// Goals that the files hold.
  private(set) var names: Set<String> = []
  /// What its policies grant, line by line.
  private(set) var grants: GrantIndex

  /// - Parameters:
  ///   - data: what is known of the clouds beforehand.
  ///   - policy: what the organisation asks; nil where nobody says so.
  ///   - before: what was granted in the state that this one is held against; nil for the first.
  init(
    _ files: AuditFiles, _ input: NamingOptions, at time: JudgedTime, goals: [String], under policy: AuditPolicy?,
    by data: AuditData, since before: GrantIndex? = nil
  ) throws(Failure) {
    var context = PolicyContext(
      roles: RoleCatalog(data.roles), now: time, domains: policy?.domains ?? [], organisation: policy)
    context.know(files.beforehand())
    var found: [Finding] = []
    var grants = GrantIndex(since: before)
    let graphs = try PathGraphs(files, input, by: data, observe: { found += UseRules.check($0, at: time.instant) }) {
      policy in
      found += PolicyRules.check(policy, context)
      grants.add(policy)
    }
    estate = graphs.estate
    grants.add(estate)
    self.grants = grants
    failedInputs = graphs.failedInputs
    isPartial = graphs.isPartial
    found += EstateRules.check(estate, organisation: policy)
    for goal in goals where !graphs.graph.nodes(named: goal).isEmpty { names.insert(goal) }
    for goal in [AccessGoal.privileged] + goals.map({ .named($0) }) { found += Self.paths(graphs.graph, goal) }
    findings = found
  }

  private static func paths(_ graph: some AccessGraph, _ goal: AccessGoal) -> [Finding] {
    AccessPaths(graph, to: goal)?.findings(from: nil) ?? []
  }
}
