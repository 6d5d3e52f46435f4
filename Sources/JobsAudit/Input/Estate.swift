package import JobsCore

/// What was read, put together, and what was not: so that silence is never taken for safety.
package struct Estate: Sendable {
  /// How many of each kind of thing were read, in the order of their first.
  package private(set) var counts = RecordCounts()
  /// Accounts of AWS by number.
  package var accounts: [String: AWSAccount] = [:]
  /// Account numbers in the order of the input.
  package private(set) var accountOrder: [String] = []
  /// AWS's own policies of pages that name no account: accounts that may come later have them too.
  private var policiesOfAWS: [ManagedPolicy] = []
  /// Policies of AWS that stand alone.
  package private(set) var singles: [SinglePolicy] = []
  /// Policies of resources of AWS, in the order of the input.
  package private(set) var resourcePolicies: [ResourcePolicy] = []
  /// What runs in accounts of AWS, whether or not these were read.
  package private(set) var workloads = AWSWorkloads()
  /// What organisations say of accounts, by number, for accounts that may come later.
  private var bounds: [String: [OrganizationLevel]] = [:]
  /// Who is in which organisation of AWS.
  private var organizations = AWSOrganizations()
  package var roles: RoleCatalog
  /// What it is judged by.
  package let data: AuditData
  /// What manifests of Config Connector ask for.
  package private(set) var desired = DesiredState()
  /// Roles of Google that were met in policies.
  package private(set) var metRoles: Set<String> = []
  package private(set) var hasGooglePolicies = false
  private(set) var hasDenyPolicies = false
  private(set) var hasMemberships = false
  /// What the input says that nobody here judges, each once.
  package private(set) var remarks: [String] = []
  /// Whether a part of the input that was asked for is known to be missing.
  package private(set) var isIncomplete = false
  private(set) var lastPageIsTruncated = false
  /// Pages of accounts that name nothing.
  private(set) var emptyPages = 0
  private(set) var unread = UnreadParts()
  /// Members of bindings whose form nobody here knows, with the first and its place.
  private(set) var strangers: (count: Int, first: String)?

  package init(_ data: AuditData = .shipped) {
    self.data = data
    roles = RoleCatalog(data.roles)
  }

  package mutating func count(_ kind: String, _ number: Int = 1) { counts.add(kind, number) }

  package mutating func remark(_ words: String, isGap: Bool = false) {
    if !remarks.contains(words) { remarks.append(words) }
    if isGap { isIncomplete = true }
  }

  /// Notes that a file ends before what it lists.
  mutating func remarkRest(of file: String) {
    remark("the rest of '\(Terminal.visible(file))': it says that more follows", isGap: true)
  }

  /// Notes what cannot be read.
  mutating func miss(_ parts: UnreadParts) { unread.add(parts) }

  /// Adds a page of an account; each thing goes to the account that its ARN names.
  mutating func add(_ page: AccountReader.Page, file: String) throws(ShapeError) {
    guard
      let number = page.identities.first?.arn.account
        ?? page.policies.first(where: { !$0.isOfAWS })
        .flatMap({ ARN($0.arn)?.account })
    else {
      addOfAWS(page.policies)
      lastPageIsTruncated = page.isTruncated
      if page.policies.isEmpty { emptyPages += 1 }
      return
    }
    if let other = page.identities.first(where: { $0.arn.account != number }) {
      throw ShapeError(
        offset: 0, message: "a page tells of two accounts, \(number) and \(other.arn.account): \(other.arn.text)")
    }
    if accounts[number] == nil {
      accounts[number] = AWSAccount(number: number)
      bounds[number].map { accounts[number]?.bound(by: $0) }
      accounts[number]?.organizations = organizations
      accountOrder.append(number)
      for policy in policiesOfAWS { accounts[number]?.add(policy) }
    }
    for identity in page.identities { accounts[number]?.add(identity) }
    for policy in page.policies { accounts[number]?.add(policy) }
    for kind in AWSIdentity.Kind.kept {
      let found = page.identities.count { $0.kind == kind }
      if found > 0 { count("aws-\(kind.rawValue)", found) }
    }
    if !page.policies.isEmpty { count("aws-policy", page.policies.count) }
    unread.add(page.unread)
    for key in page.unknownKeys { remark("the key '\(key)' of the account's details") }
    lastPageIsTruncated = page.isTruncated
  }

  /// Adds AWS's own policies, whose text is the same in every account.
  private mutating func addOfAWS(_ policies: [ManagedPolicy]) {
    policiesOfAWS += policies
    for number in accountOrder { for policy in policies { accounts[number]?.add(policy) } }
    if !policies.isEmpty { count("aws-policy", policies.count) }
  }

  mutating func add(_ policy: SinglePolicy) {
    singles.append(policy)
    count("aws-document")
  }

  mutating func add(_ policy: ResourcePolicy) {
    resourcePolicies.append(policy)
    count("aws-resource-policy")
  }

  mutating func add(_ found: WorkloadReader.Found, file: String) {
    if found.isOfNames {
      count("\(found.kind.counted)-name")
      remark(
        "what each \(found.kind.rawValue) runs of which '\(Terminal.visible(file))' has the name alone: add what "
          + "'\(found.kind.describing)' says", isGap: true)
    } else {
      count(found.kind.counted, found.workloads.count)
    }
    if found.retired > 0 { count("\(found.kind.counted)-retired", found.retired) }
    for workload in found.workloads { workloads.add(workload) }
    for words in found.gaps { remark(words, isGap: true) }
    for words in found.unknownKeys { remark(words) }
    if found.isTruncated { remarkRest(of: file) }
    unread.add(found.unread)
  }

  /// Notes what the organisation says of an account; no levels say that it is bound by none.
  mutating func bound(_ account: String, by levels: [OrganizationLevel]) {
    var unbound = OrganizationLevel()
    unbound.services =
      ManagedPolicy.known("arn:aws:iam::aws:policy/AdministratorAccess").map {
        [AttachedPolicy("no policy of an organisation", $0)]
      } ?? []
    unbound.resources = [AttachedPolicy("no policy of an organisation", PolicyDocument(statements: []))]
    bounds[account] = levels.isEmpty ? [unbound] : levels
    accounts[account]?.bound(by: bounds[account] ?? [])
    let policies = levels.reduce(0) { $0 + $1.services.count + $1.resources.count }
    if policies > 0 { count("aws-organization-policy", policies) }
  }

  /// Notes who is in which organisation of AWS, for accounts that were read and those that may come.
  mutating func note(_ facts: OrganizationFacts) {
    for (account, place) in facts.places { organizations.add(account, place) }
    if facts.isWhole, let id = facts.id { organizations.close(id) }
    for number in accountOrder { accounts[number]?.organizations = organizations }
    count("aws-organization-account", facts.places.count)
  }

  /// Adds a session of a role or a user, which began with policies that limit it.
  ///
  /// - Parameter name: of the role or user, or its ARN.
  /// - Returns: false where not exactly one has that name.
  package mutating func addSession(of name: String, under limits: [AttachedPolicy]) -> Bool {
    let roles = accountOrder.flatMap { number in
      (accounts[number]?.identities ?? []).filter {
        [.role, .user].contains($0.kind) && ($0.arn.text == name || $0.name == name)
      }
    }
    guard roles.count == 1 else { return false }
    accounts[roles[0].arn.account]?.add(roles[0].session(under: limits))
    count("aws-session-policy", limits.count)
    return true
  }

  /// The text of a managed policy of an account.
  package func document(_ arn: String) -> PolicyDocument? {
    accountOrder.lazy.compactMap { accounts[$0]?.document(arn) }.first
  }

  /// - Parameter isWhole: whether it is all that the resource has.
  mutating func add(_ policy: AllowPolicy, isWhole: Bool = true) {
    hasGooglePolicies = true
    if isWhole { desired.compare(policy) }
    for binding in policy.bindings {
      metRoles.insert(binding.role)
      for member in binding.members where member.kind == .unknown { meet(member, at: binding.location) }
    }
    count("google-policy")
  }

  private mutating func meet(_ stranger: GoogleMember, at place: Location) {
    let first = "'\(Terminal.visible(String(stranger.text.prefix(80))))' at \(place.file):\(place.line):\(place.column)"
    strangers = ((strangers?.count ?? 0) + 1, strangers?.first ?? first)
  }

  mutating func add(_ item: DesiredItem, file: String) {
    switch item {
    case .some(let grants): desired.add(grants)
    case .all(let resource, let grants, _): desired.add(grants, wholeOf: resource)
    case .account: break
    case .gap(let words): remark(words, isGap: true)
    }
    count("google-manifest")
    if hasGooglePolicies {
      remark("what of '\(file)' stands in policies that were read before: name manifests first", isGap: true)
    }
  }

  mutating func add(_ resource: GoogleResource) {
    count("google-resource")
    if let number = resource.ancestors.first, let id = resource.otherName, id.hasPrefix("projects/") {
      desired.alias(id, number: number)
    }
  }

  mutating func countMemberships(_ number: Int) {
    guard number > 0 else { return }
    hasMemberships = true
    count("google-membership", number)
  }

  /// - Parameter isRead: whether it is known what it denies.
  mutating func countDenial(isRead: Bool = true) {
    hasDenyPolicies = true
    if isRead { count("google-deny-policy") }
  }

  mutating func add(_ role: GoogleRole) {
    roles.add(role)
    count("google-role")
  }
}
