package import JobsCore

/// Who of an organisation of Google can come to which service account, job or secret, or to rule a part of it.
package final class GoogleGraph: AccessGraph {
  package enum Node: Hashable {
    case principal(Int)
    /// Whoever may let a service account ask for tokens of others.
    case delegate(Int)
    /// Whoever may write the policy of a project, folder or organisation.
    case ruler(Int)
    /// A job or a secret.
    case resource(Int)
  }

  /// Something that runs as a service account.
  struct Thing {
    var entry: Int
    var assetType: String
    /// The repositories of its images, where an image is named by a tag.
    var repositories: [Int]
  }

  private let estate: GoogleEstate
  private let roles: RoleCatalog
  private let time: JudgedTime?
  private(set) var grants: GoogleGrants
  /// Things by the account they run as.
  private(set) var things: [Int: [Thing]] = [:]
  /// Accounts by the thing that runs as them.
  private(set) var accounts: [Int: [Int]] = [:]
  private var resourceLocations: [Int: Location] = [:]
  /// Unique ids of service accounts, as far as they are known.
  private var uniqueIDs: [Int: String] = [:]
  private var accountsByID: [String: Int] = [:]

  /// - Parameters:
  ///   - roles: with what the input says of custom ones.
  ///   - time: when it is asked, for grants that end or begin.
  package init(_ estate: GoogleEstate, roles: RoleCatalog, at time: JudgedTime?) {
    self.estate = estate
    self.roles = roles
    self.time = time
    grants = GoogleGrants(estate, roles: roles, at: time)
    for resource in estate.resources { enter(resource) }
    for policy in estate.policies {
      if let entry = grants.tree.find(policy.resource), resourceLocations[entry] == nil {
        resourceLocations[entry] = policy.location
      }
    }
    for member in grants.members where member.isServiceAccount { _ = grants.entry(ofAccount: String(member.name)) }
  }

  private func enter(_ resource: GoogleResource) {
    let entry = grants.enter(resource)
    resourceLocations[entry] = resource.location
    if resource.assetType == "iam.googleapis.com/ServiceAccount", let address = resource.otherName {
      let member = account(address, at: resource.location)
      if let id = resource.uniqueID { (uniqueIDs[member], accountsByID[id]) = (id, member) }
    }
    var repositories: [Int] = []
    for image in resource.images {
      guard let repository = Self.repository(image).map({ grants.enter($0) }), !repositories.contains(repository)
      else { continue }
      repositories.append(repository)
    }
    for address in resource.accounts {
      let account = account(address, at: resource.location)
      things[account, default: []].append(
        Thing(entry: entry, assetType: resource.assetType, repositories: repositories))
      accounts[entry, default: []].append(account)
    }
  }

  private func account(_ address: String, at location: Location) -> Int {
    _ = grants.entry(ofAccount: address)
    return grants.enter(GoogleMember("serviceAccount:\(address)"), at: location)
  }

  /// The repository of an image of Artifact Registry that is named by a tag, and so can be replaced.
  private static func repository(_ image: String) -> GoogleResource? {
    guard !image.contains("@sha256:") else { return nil }
    let parts = image.split(separator: "/")
    guard parts.count >= 4, parts[0].hasSuffix("-docker.pkg.dev") else { return nil }
    let location = parts[0].dropLast("-docker.pkg.dev".count)
    return GoogleResource(
      name: "//artifactregistry.googleapis.com/projects/\(parts[1])/locations/\(location)/repositories/\(parts[2])",
      assetType: "artifactregistry.googleapis.com/Repository", ancestors: [], location: .start(of: ""))
  }

  /// A service account, by its place among the members.
  struct ServiceAccount {
    var member: Int
    var address: String
    /// In digits; nil where the input does not tell it.
    var id: String?
  }

  var serviceAccounts: [ServiceAccount] {
    grants.members.indices.filter { grants.members[$0].isServiceAccount }.map {
      ServiceAccount(member: $0, address: String(grants.members[$0].name), id: uniqueIDs[$0])
    }
  }

  /// Whether some service account is known to have a unique id.
  func isKnown(_ id: String) -> Bool { accountsByID[id] != nil }

  /// The entry of a service account.
  func entry(ofAccount member: Int) -> Int? { grants.tree.find("//iam/serviceAccounts/\(grants.members[member].name)") }

  /// What the tree lacks, so that silence is not taken for safety.
  package var gaps: [String] {
    let tree = grants.tree
    let judged = tree.entries.indices.filter { tree.isContainer($0) && grants.policied.contains($0) }
    let above = Set(judged.flatMap { tree.entries[$0].chain }).subtracting(judged).sorted()
    var words: [String] = []
    if !above.isEmpty {
      words.append("policies of \(FewNames.quoted(above.map { tree.entries[$0].name })), which are inherited")
    }
    let loose = judged.filter {
      tree.entries[$0].chain.count == 1 && !tree.entries[$0].name.hasPrefix("organizations/")
    }
    if let first = loose.first {
      let more = loose.count > 1 ? " and \(loose.count - 1) more" : ""
      words.append("what '\(tree.entries[first].name)'\(more) is within: the input names no ancestors")
    }
    if things.isEmpty { words.append("what runs as which account: no export of resources is in the input") }
    return words
  }

  package func without(_ statements: Set<StatementReference>) -> GoogleGraph {
    GoogleGraph(estate.without(statements), roles: roles, at: time)
  }

  package func remedies(without statements: [StatementReference], file: String) -> [Finding.Remedy] {
    estate.remedies(without: statements, file: file)
  }

  /// Whether a statement is one of its bindings.
  func holds(_ statement: StatementReference) -> Bool {
    estate.policies.contains { $0.shortName == statement.policy }
  }

  package func holders(of statement: StatementReference) -> [(principal: String, what: String)] {
    estate.holders(of: statement).map { ($0.member, $0.role) }
  }

  // MARK: Nodes

  package var starts: [Node] {
    grants.members.indices.filter { index in
      switch grants.members[index].kind {
      case .user, .group, .domain, .everybody, .principal, .principalSet, .kubernetes: true
      case .serviceAccount: !grants.members[index].isServiceAgent
      case .projectConvenience, .deleted, .unknown: false
      }
    }.map { .principal($0) }
  }

  /// Roles whose holders are meant to write policies: to hold one is no escalation.
  private static let offices: Set<String> = [
    "roles/owner", "roles/resourcemanager.projectIamAdmin", "roles/resourcemanager.folderAdmin",
    "roles/resourcemanager.folderIamAdmin", "roles/resourcemanager.organizationAdmin", "roles/iam.securityAdmin",
  ]

  package var privileged: [Node] {
    let containers = grants.tree.entries.indices.filter { grants.tree.isContainer($0) }
    var seen: Set<Int> = []
    let officers = grants.grants.filter(isOffice).flatMap(\.members).filter { seen.insert($0).inserted }
    return officers.map { .principal($0) } + containers.map { .ruler($0) }
  }

  private func isOffice(_ grant: GoogleGrants.Grant) -> Bool {
    Self.offices.contains(grant.role) && grant.condition == nil && grants.tree.isContainer(grant.entry)
  }

  package func power(of node: Node) -> StatementReference? {
    guard case .principal(let member) = node else { return nil }
    let office = grants.of[member].lazy.map { self.grants.grants[$0] }.first(where: isOffice)
    return office?.reference(of: member, grants.members[member])
  }

  package func privilegedName(of node: Node) -> String? { nil }

  package func nodes(named name: String) -> [Node] {
    if name.hasPrefix("roles/") || name.contains("/roles/") {
      return Set(grants.grants.filter { $0.role == name }.flatMap(\.members)).sorted().map { .principal($0) }
    }
    if name.hasPrefix("//") || ResourceTree.isContainer(name) {
      return grants.tree.find(name).map { [node(ofEntry: $0)] } ?? []
    }
    if let member = grants.member(name) { return [.principal(member)] }
    if name.contains("@") {
      let found = ["user", "serviceAccount", "group"].compactMap { grants.member("\($0):\(name)") }
      if found.isEmpty, isWithin(name) { return [.principal(account(name, at: .start(of: "")))] }
      return found.map { .principal($0) }
    }
    return grants.tree.entries.indices.filter { index in
      let entry = grants.tree.entries[index]
      guard let type = entry.assetType, GoogleGraph.targets[type] != nil else { return false }
      return entry.name.hasSuffix("/\(name)")
    }.map { .resource($0) }
  }

  /// Whether an account, of which no binding speaks, has a policy or is within a project that has.
  private func isWithin(_ address: String) -> Bool {
    if grants.tree.find("//iam/serviceAccounts/\(address)") != nil { return true }
    return GoogleMember("serviceAccount:\(address)").homeProjectName.flatMap { grants.tree.find($0) } != nil
  }

  private func node(ofEntry entry: Int) -> Node {
    if grants.tree.isContainer(entry) { return .ruler(entry) }
    return grants.member(grants.tree.entries[entry].name).map { .principal($0) } ?? .resource(entry)
  }

  package func wider(than node: Node) -> [Node] {
    guard case .principal(let index) = node else { return [] }
    let member = grants.members[index]
    var names: [String] = []
    if let domain = member.domainName { names.append("domain:\(domain)") }
    if member.kind == .principal, let at = member.text.firstRange(of: "/subject/") {
      names.append("principalSet" + member.text[..<at.lowerBound].dropFirst("principal".count) + "/*")
    }
    if let home = member.homeProjectName, let entry = grants.tree.find(home) {
      for level in grants.tree.entries[entry].chain {
        let name = grants.tree.entries[level].name
        names.append("principalSet://cloudresourcemanager.googleapis.com/\(name)/type/ServiceAccount")
      }
    }
    if member.kind == .user || member.isServiceAccount { names += ["allAuthenticatedUsers", "allUsers"] }
    return names.compactMap { grants.member($0) }.map { .principal($0) }
  }

  package func name(of node: Node) -> String {
    switch node {
    case .principal(let index): grants.members[index].text
    case .delegate(let index): "tokens that \(grants.members[index].text) asks for"
    case .ruler(let entry): "administrator of \(grants.tree.entries[entry].name)"
    case .resource(let entry): grants.tree.entries[entry].name
    }
  }

  package func location(of node: Node) -> Location {
    switch node {
    case .principal(let index), .delegate(let index): grants.locations[index]
    case .ruler(let entry), .resource(let entry): resourceLocations[entry] ?? .start(of: "")
    }
  }
}
