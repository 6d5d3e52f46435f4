import JobsCore

/// The keys that only the engine of a host keeps, of a job's `spec` or of a project's `defaults`.
struct HostKeys {
  let tree: Tree
  let project: ProjectFile?
  private let keys: [JobSites.HostKey]

  init(_ job: JobContext) {
    tree = job.tree
    project = job.project
    keys = job.sites.hostKeys
  }

  /// Those of the defaults of a project file; nil where it has none.
  init?(defaultsOf findings: Findings) {
    guard let defaults = findings.tree.value(findings.root, "defaults") else { return nil }
    tree = findings.tree
    project = ProjectFile(tree, findings.root, path: findings.source.path)
    keys = tree.entries(defaults).map { JobSites.HostKey(name: $0.key, value: $0.value) }
  }

  func value(_ key: StaticString) -> Tree.ID? { keys.first { tree.equals($0.name, key) }?.value }

  /// The text of a scalar that waits for no variable; nil for anything else.
  func text(_ id: Tree.ID) -> String? { tree.text(id).flatMap { Variables.isOpen($0) ? nil : $0 } }

  /// The names under `pools`, and where they stand.
  var poolNames: [(name: String, site: Tree.ID)] {
    guard let pools = value("pools") else { return [] }
    let sites = tree.kind(pools) == .sequence ? Array(tree.children(pools)) : tree.entries(pools).map(\.key)
    return sites.compactMap { site in text(site).map { ($0, site) } }
  }
}

/// A rule on these keys, wherever they stand.
protocol HostKeyRule: JobRule {
  static func check(_ keys: HostKeys, _ findings: inout Findings)
}

extension HostKeyRule {
  package static func check(_ job: JobContext, _ findings: inout Findings) {
    if !job.sites.hostKeys.isEmpty { check(HostKeys(job), &findings) }
  }
}
