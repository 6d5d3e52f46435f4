package import JobsCloud
package import JobsCore

/// Reads who may do what in a project, folder or organization: policies with those above, what runs as whom, roles, keys of
/// service accounts, what is denied, and what Google saw of their use. Nothing is changed.
package struct GoogleAccessReading {
  private let client: GoogleClient
  private let scope: String
  private let policies: PolicyService
  /// Roles that policies grant.
  private var roles: Set<String> = []
  /// Addresses of service accounts, in the order of the inventory.
  private var accounts: [String] = []

  /// - Parameter scope: `projects/acme-prod`, `folders/123` or `organizations/123`.
  package init(_ client: GoogleClient, scope: String) {
    self.client = client
    self.scope = scope
    policies = PolicyService(client)
  }

  /// Reads it all, and hands on each value as it comes.
  ///
  /// - Throws: a failure of the network or the credentials.
  package mutating func read(_ notes: AccessNotes) async throws(Failure) {
    do throws(CloudFailure) {
      let chain = try await readAncestors(notes)
      try await readInventory(chain, notes)
      try await readRoles(notes)
      try await readKeys(notes)
      for container in chain {
        let denials = DenyPolicyService(client)
        let found = try await notes.attempt("the deny policies of '\(container)'") {
          try await denials.policies(of: container)
        }
        for policy in found ?? [] { notes.take(Self.json(policy, Tree.root)) }
      }
      try await readInsights(notes)
    } catch {
      throw error.failure
    }
  }

  private static func json(_ tree: Tree, _ node: Tree.ID) -> [UInt8] {
    var json = JSONWriter()
    json.value(tree, node)
    return json.bytes
  }

  // MARK: What it is in

  /// The scope and what is above it, with the policies of the latter.
  private mutating func readAncestors(_ notes: AccessNotes) async throws(CloudFailure) -> [String] {
    var chain = [scope]
    // Folders stand in folders ten deep (Resource Manager, "Quotas and limits", 2026-11).
    for _ in 0..<12 {
      guard let last = chain.last, !last.hasPrefix("organizations/") else { break }
      let client = client
      let found = try await notes.attempt("what '\(last)' is in, and the policies there") {
        try await client.call("read '\(last)'", .get, .resources, "v3/\(last)")
      }
      guard let found, let parent = found.value(Tree.root, "parent").map(found.string), !parent.isEmpty else { break }
      chain.append(parent)
    }
    for (at, container) in chain.enumerated().dropFirst() {
      try await readPolicy(
        of: .container(container), "//cloudresourcemanager.googleapis.com/\(container)", Self.type(of: container),
        Array(chain[at...]), notes)
    }
    return chain
  }

  private static func type(of container: String) -> String {
    let kind =
      container.hasPrefix("projects/") ? "Project" : container.hasPrefix("folders/") ? "Folder" : "Organization"
    return "cloudresourcemanager.googleapis.com/\(kind)"
  }

  // MARK: Policies and resources

  /// What is told of a resource of these types: whom it runs as, or which accounts there are.
  private static let types = [
    "run.googleapis.com/Job", "run.googleapis.com/Service", "cloudfunctions.googleapis.com/CloudFunction",
    "cloudfunctions.googleapis.com/Function", "compute.googleapis.com/Instance", "cloudscheduler.googleapis.com/Job",
    "workflows.googleapis.com/Workflow", "cloudbuild.googleapis.com/BuildTrigger", "iam.googleapis.com/ServiceAccount",
    "secretmanager.googleapis.com/Secret", "pubsub.googleapis.com/Topic",
    "cloudresourcemanager.googleapis.com/Project", "cloudresourcemanager.googleapis.com/Folder",
    "artifactregistry.googleapis.com/Repository",
  ]

  private mutating func readInventory(_ chain: [String], _ notes: AccessNotes) async throws(CloudFailure) {
    let assets = AssetService(client)
    let scope = scope
    var met: Set<String> = []
    let policies: Void? = try await notes.attempt("the policies in Cloud Asset Inventory") {
      try await assets.assets(of: scope, .policy) { tree, node in
        guard let policy = tree.value(node, "iamPolicy") else { return }
        met.formUnion(Self.roles(tree, policy))
        notes.take(Self.json(tree, node))
      }
    }
    roles.formUnion(met)
    var emails: [String] = []
    let resources: Void? = try await notes.attempt("the resources in Cloud Asset Inventory") {
      try await assets.assets(of: scope, types: Self.types, .resource) { tree, node in
        let email = tree.value(node, path: "resource", "data", "email").map(tree.string)
        if let email, tree.value(node, "assetType").map(tree.string) == "iam.googleapis.com/ServiceAccount" {
          emails.append(email)
        }
        var json = JSONWriter()
        AssetExcerpt.write(tree, node, to: &json)
        notes.take(json.bytes)
      }
    }
    accounts = emails
    if policies == nil || resources == nil {
      try await readOneByOne(chain, hasPolicies: policies != nil, hasResources: resources != nil, notes)
    }
  }

  private static func roles(_ tree: Tree, _ policy: Tree.ID) -> [String] {
    tree.value(policy, "bindings").map { list in
      tree.children(list).compactMap { tree.value($0, "role").map(tree.string) }
    } ?? []
  }

  /// Without the inventory: the project itself, its accounts, jobs, secrets and topics, each by its own service.
  private mutating func readOneByOne(
    _ chain: [String], hasPolicies: Bool, hasResources: Bool, _ notes: AccessNotes
  ) async throws(CloudFailure) {
    guard scope.hasPrefix("projects/") else {
      return notes.miss("the projects in '\(scope)': without the inventory, read each of them by itself")
    }
    notes.miss("what else '\(scope)' has: without the inventory accounts, jobs, secrets and topics alone are read")
    let project = String(scope.dropFirst("projects/".count))
    let client = client
    var found: [(target: PolicyService.Target, name: String, type: String, data: [UInt8])] = []
    func add(_ target: PolicyService.Target, _ name: String, _ type: String, _ tree: Tree, _ node: Tree.ID) {
      var json = JSONWriter()
      AssetExcerpt.excerpt(tree, node, to: &json)
      found.append((target, name, type, json.bytes))
    }
    func id(_ tree: Tree, _ node: Tree.ID) -> String? {
      tree.value(node, "name").map(tree.string)?.split(separator: "/").last.map(String.init)
    }
    var emails: [String] = []
    try await notes.attempt("the service accounts of '\(project)'") {
      try await ServiceAccountService(client, project: project).list { tree, node in
        guard let email = tree.value(node, "email").map(tree.string) else { return }
        emails.append(email)
        add(
          .account(email), "//iam.googleapis.com/projects/\(project)/serviceAccounts/\(email)",
          "iam.googleapis.com/ServiceAccount", tree, node)
      }
    }
    accounts = emails
    try await notes.attempt("the jobs of Cloud Run of '\(project)'") {
      try await CloudRunInventory(client).jobs(of: project) { name, region, tree, node in
        add(
          .job(name, project: project, region: region),
          "//run.googleapis.com/projects/\(project)/locations/\(region)/jobs/\(name)", "run.googleapis.com/Job", tree,
          node)
      }
    }
    try await notes.attempt("the secrets of '\(project)'") {
      try await SecretService(client, project: project).list { tree, node in
        guard let name = id(tree, node) else { return }
        add(
          .secret(name, project: project), "//secretmanager.googleapis.com/projects/\(project)/secrets/\(name)",
          "secretmanager.googleapis.com/Secret", tree, node)
      }
    }
    try await notes.attempt("the topics of '\(project)'") {
      try await TopicService(client, project: project).list { tree, node in
        guard let name = id(tree, node) else { return }
        add(
          .topic(name, project: project), "//pubsub.googleapis.com/projects/\(project)/topics/\(name)",
          "pubsub.googleapis.com/Topic", tree, node)
      }
    }
    if !hasPolicies {
      try await readPolicy(
        of: .container(scope), "//cloudresourcemanager.googleapis.com/\(scope)", Self.type(of: scope), chain, notes)
    }
    for one in found {
      if !hasResources {
        notes.take { json in
          Self.head(one.name, one.type, chain, to: &json)
          json.object("resource") { json in
            json.key("data")
            json.raw(one.data)
          }
        }
      }
      if !hasPolicies { try await readPolicy(of: one.target, one.name, one.type, chain, notes) }
    }
  }

  /// Hands on the policy of a resource as an asset, as the inventory has it.
  private mutating func readPolicy(
    of target: PolicyService.Target, _ name: String, _ type: String, _ chain: [String], _ notes: AccessNotes
  ) async throws(CloudFailure) {
    let service = policies
    let policy = try await notes.attempt("the policy of \(target.words)") { try await service.document(of: target) }
    guard let policy else { return }
    roles.formUnion(Self.roles(policy, Tree.root))
    notes.take { json in
      Self.head(name, type, chain, to: &json)
      json.key("iamPolicy")
      json.value(policy, Tree.root)
    }
  }

  private static func head(_ name: String, _ type: String, _ chain: [String], to json: inout JSONWriter) {
    json.member("name", name)
    json.member("assetType", type)
    json.member("ancestors", chain)
  }

  // MARK: Roles, keys and use

  /// What the roles hold that were met: those that the project or organization made, and Google's own. Those of all three basic
  /// roles are known.
  private func readRoles(_ notes: AccessNotes) async throws(CloudFailure) {
    let service = RoleService(client)
    let met = roles.sorted().filter { !["roles/owner", "roles/editor", "roles/viewer"].contains($0) }
    try await notes.take(
      met.map { name in
        let words = "what the role '\(name)' holds"
        return AccessRead(words) {
          guard let role = try await service.role(name) else {
            throw CloudFailure(words, CloudFault(.notFound, why: "there is no such role"))
          }
          return [Self.json(role)]
        }
      })
  }

  private static func json(_ role: Role) -> [UInt8] {
    json { json in
      json.member("name", role.name)
      json.member("title", role.title)
      json.member("includedPermissions", role.permissions)
      json.member("stage", role.stage)
      if role.isDeleted { json.member("deleted", true) }
    }
  }

  private func readKeys(_ notes: AccessNotes) async throws(CloudFailure) {
    let service = AccountKeyService(client, project: "-")
    try await notes.take(
      accounts.map { email in
        AccessRead("the keys of '\(email)'") { try await service.keys(of: email).map { Self.json($0, of: email) } }
      })
  }

  private static func json(_ key: AccountKey, of email: String) -> [UInt8] {
    let project = email.split(separator: "@").last?.split(separator: ".").first.map(String.init) ?? "-"
    return json { json in
      json.member("name", "projects/\(project)/serviceAccounts/\(email)/keys/\(key.id)")
      json.member("keyType", key.manager?.rawValue ?? "USER_MANAGED")
      json.optional("validAfterTime", key.created?.rfc3339)
      if key.isDisabled { json.member("disabled", true) }
    }
  }

  private static func json(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(write)
    return json.bytes
  }

  private func readInsights(_ notes: AccessNotes) async throws(CloudFailure) {
    let service = RecommenderService(client, scope: scope)
    for type in ["google.iam.policy.Insight", "google.iam.serviceAccount.Insight"] {
      try await notes.attempt("the insights '\(type)'") {
        try await service.insights(type) { tree, node in notes.take(Self.json(tree, node)) }
      }
    }
  }
}
