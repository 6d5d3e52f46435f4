package import JobsCore

/// `jobs.yaml`: the environments of a project and what holds in them.
package struct ProjectFile: Sendable {
  package struct Environment: Sendable {
    package var name: String
    package var isProtected = false
    /// Who may approve what is done to it; empty where anybody may.
    package var approvers: [String] = []
    package var branch: String?
    package var tag: String?
    package var gcpProject: String?
    package var gcpRegions: [String] = []
    package var awsAccount: String?
    package var awsRegion: String?
    /// The name of the role to deploy as.
    package var awsRole: String?
    /// The policy that bounds the roles which are made: a name or an ARN.
    package var awsBoundary: String?
    package var variables: [String: Variables.Declaration] = [:]
    /// Where each variable is named.
    package var variablePlaces: [String: Location] = [:]
    package var sizes = Resources()
    package var quietHours: QuietHours?
    /// With variables in the names of repositories.
    package var retention: [ImageRetention] = []
  }

  package struct Pool: Sendable, Hashable {
    package var name: String
    /// At least 1.
    package var size: Int
  }

  package var name: String
  /// The path of the file.
  package var path: String
  /// The folder that holds it.
  package var folder: String
  package var tenant: String?
  /// The folder below which manifests lie, relative to `folder`.
  package var manifests: String?
  package var environments: [Environment] = []
  /// What jobs are that do not say otherwise.
  package var defaults: ProjectDefaults?
  /// Who is told, in the order of the file.
  package var routes: [AlertRoute] = []
  package var registries: [String] = []
  /// The slots of each pool on one host.
  package var pools: [Pool] = []
  /// The most runs at once on one host.
  package var runningLimit: Int?
  package var retention = Retention()
  /// What hosts cost, and what environments may.
  package var costs = ProjectCosts()
  /// When nothing is to be deployed.
  package var freezes: [FreezeWindow] = []
  /// How the reason of a failed run is known, beside the table that every job has: of several texts in an output the one
  /// that ends last tells, and of one text in both tables this one; an exit code here tells before any text.
  package var failures: [FailureRule] = []
  /// Variables that the project file itself refers to.
  package var usedVariables: Set<String> = []

  package func environment(named name: String) -> Environment? { environments.first { $0.name == name } }

  /// Reads a project document that has passed its checks; what is malformed is left out.
  package init?(_ tree: Tree, _ root: Tree.ID, path: String) {
    guard let name = tree.value(root, path: "metadata", "name").flatMap({ tree.text($0) }) else { return nil }
    self.name = name
    self.path = path
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    tenant = tree.text(root, "tenant")
    manifests = tree.text(root, "manifests")
    if let all = tree.value(root, "environments") {
      let source = SourceText(path: path, bytes: tree.source)
      for entry in tree.entries(all) { environments.append(Self.environment(tree, entry.key, entry.value, source)) }
    }
    defaults = ProjectDefaults(tree, root)
    if let all = tree.value(root, path: "notifications", "routes") {
      routes = tree.entries(all).map { AlertRoute(tree.string($0.key), tree, $0.value) }
    }
    if let all = tree.value(root, "pools") {
      pools = tree.entries(all).compactMap { name, size in
        tree.int(size).map { Pool(name: tree.string(name), size: $0) }
      }
    }
    runningLimit = tree.value(root, path: "limits", "running").flatMap(tree.int)
    retention = Retention(
      runs: tree.value(root, path: "limits", "keepRuns").flatMap(tree.int),
      days: tree.value(root, path: "limits", "keepDays").flatMap(tree.int),
      deadLetters: tree.value(root, path: "limits", "keepDeadLetters").flatMap(tree.int))
    failures = tree.value(root, "failures").map { tree.children($0).compactMap { FailureRule(tree, $0) } } ?? []
    costs = ProjectCosts(tree, root)
    freezes = tree.value(root, "freeze").map { tree.children($0).compactMap { FreezeWindow(tree, $0) } } ?? []
    registries = tree.texts(tree.value(root, path: "policy", "registries"))
    for index in 0..<tree.nodeCount where tree.kind(Tree.ID(index)) == .string {
      usedVariables.formUnion(tree.withText(Tree.ID(index)) { Variables.references(in: $0) })
    }
  }

  private static func environment(_ tree: Tree, _ key: Tree.ID, _ value: Tree.ID, _ source: SourceText) -> Environment {
    var environment = Environment(name: tree.string(key))
    environment.isProtected = tree.value(value, "protected").flatMap(tree.bool) ?? false
    environment.approvers = tree.texts(tree.value(value, "approvers"))
    environment.branch = tree.text(value, "branch")
    environment.tag = tree.text(value, "tag")
    if let gcp = tree.value(value, "gcp") {
      environment.gcpProject = tree.text(gcp, "project")
      environment.gcpRegions = tree.texts(tree.value(gcp, "regions"))
    }
    if let aws = tree.value(value, "aws") {
      environment.awsAccount = tree.text(aws, "account")
      environment.awsRegion = tree.text(aws, "region")
      environment.awsRole = tree.text(aws, "role")
      environment.awsBoundary = tree.text(aws, "boundary")
    }
    if let variables = tree.value(value, "variables") {
      for (name, declared) in tree.entries(variables) {
        environment.variables[tree.string(name)] = declaration(tree, declared)
        environment.variablePlaces[tree.string(name)] = source.location(tree.range(name))
      }
    }
    if let sizes = tree.value(value, "sizes") {
      var sites = JobSites()
      JobsFormat.readResources(tree, sizes, &environment.sizes, &sites)
    }
    environment.quietHours = tree.value(value, "quietHours").flatMap { QuietHours(tree, $0) }
    environment.retention =
      tree.value(value, "retention").map { tree.children($0).compactMap { ImageRetention(tree, $0) } } ?? []
    return environment
  }

  static func declaration(_ tree: Tree, _ id: Tree.ID) -> Variables.Declaration {
    guard tree.kind(id) == .mapping else { return Variables.Declaration(value: tree.text(id)) }
    return Variables.Declaration(
      kind: tree.text(id, "type").flatMap(Variables.Declaration.Kind.init) ?? .string,
      pattern: tree.text(id, "pattern"),
      value: tree.text(id, "default"))
  }
}

extension [ProjectFile.Pool] {
  /// The size of the pool with this name.
  package subscript(name name: String) -> Int? { first { $0.name == name }?.size }
}
