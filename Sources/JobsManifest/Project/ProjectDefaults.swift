import JobsCore

/// `defaults` of a project file: a spec without a name, whose variables have another value in each environment.
package struct ProjectDefaults: Sendable {
  private let tree: Tree
  private let spec: Tree.ID

  /// nil where the project has none.
  init?(_ tree: Tree, _ root: Tree.ID) {
    guard let spec = tree.value(root, "defaults"), tree.kind(spec) == .mapping else { return nil }
    self.tree = tree
    self.spec = spec
  }

  /// The bytes of the project file that hold them.
  var range: Range<Int> { tree.range(spec) }

  /// The defaults as a job, with the values of one environment.
  package func values(_ variables: Variables) -> Values {
    var tree = tree
    // What is undefined is said where the project file is checked.
    var findings = Findings(source: SourceText(path: "", bytes: tree.source), tree: tree)
    _ = Substitution.run(&tree, in: range, variables, tolerated: [], &findings)
    var job = Job(name: "defaults")
    var sites = JobSites()
    JobsFormat.decodeSpec(tree, spec, &job, &sites)
    return Values(job: job, namesTarget: sites.target != nil, timezone: tree.text(spec, "timezone"))
  }

  /// Notes the variables that the defaults refer to and a view has no value for.
  func check(_ view: EnvironmentView, _ findings: inout Findings) {
    var copy = findings.tree
    findings.environment = view.environment?.name
    _ = Substitution.run(&copy, in: range, view.variables, tolerated: view.tolerated, &findings)
  }

  /// Shared, since every job is judged in a view that has them.
  package final class Values: Sendable {
    package let job: Job
    let namesTarget: Bool
    /// The zone of jobs that name none.
    let timezone: String?

    init(job: Job, namesTarget: Bool, timezone: String?) {
      self.job = job
      self.namesTarget = namesTarget
      self.timezone = timezone
    }
  }
}
