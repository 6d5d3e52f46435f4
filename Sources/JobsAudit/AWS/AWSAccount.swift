package import JobsCore

/// What is known of an account of AWS: its identities and policies, by ARN.
package struct AWSAccount: Sendable {
  package let number: String
  package private(set) var identities: [AWSIdentity] = []
  private var byARN: [String: Int] = [:]
  private var byUniqueID: [String: Int] = [:]
  private var groups: [String: Int] = [:]
  /// Sessions by the place of their role.
  private var sessions: [Int: [Int]] = [:]
  /// Managed policies by ARN.
  package private(set) var policies: [String: ManagedPolicy] = [:]
  /// ARNs in the order of the input.
  package private(set) var policyOrder: [String] = []
  /// Policies of the organisation by level, from the root down to the account; nil where they are not known.
  package var organization: [[AttachedPolicy]]?

  /// Policies of the organisation about resources of the account; nil where they are not known.
  package var resourceControls: [AttachedPolicy]?

  /// Who is in which organisation, as far as that is known.
  package var organizations = AWSOrganizations()

  package init(number: String) { self.number = number }

  /// Adds what pages of one account tell, where the first page that names it wins; and sessions, behind their roles.
  package mutating func add(_ identity: AWSIdentity) {
    if identity.kind == .session {
      guard let role = byARN[identity.arn.text] else { return }
      sessions[role, default: []].append(identities.count)
      return identities.append(identity)
    }
    guard byARN[identity.arn.text] == nil else { return }
    byARN[identity.arn.text] = identities.count
    if !identity.uniqueID.isEmpty { byUniqueID[identity.uniqueID] = identities.count }
    if identity.kind == .group { groups[identity.name] = identities.count }
    if identity.kind == .role { byUniqueID[Self.session(of: identity.name)] = identities.count }
    identities.append(identity)
  }

  package mutating func add(_ policy: ManagedPolicy) {
    guard policies[policy.arn] == nil else { return }
    policies[policy.arn] = policy
    policyOrder.append(policy.arn)
  }

  package func identity(_ arn: String) -> AWSIdentity? { byARN[arn].map { identities[$0] } }

  package func index(of arn: String) -> Int? { byARN[arn] }

  /// By what the sessions of a role are found: their ARNs have its name without the path.
  static func session(of role: String) -> String { "assumed-role/\(role)" }

  /// The same, of the ARN of a session; nil for one of something else.
  static func role(ofSession arn: String) -> String? {
    guard let arn = ARN(arn), arn.service == "sts", arn.resource.hasPrefix("assumed-role/") else { return nil }
    let parts = arn.resource.split(separator: "/")
    return parts.count == 3 ? session(of: String(parts[1])) : nil
  }

  /// The identities with these ARNs, unique ids or sessions, in their order; names of nobody here are left out.
  package func indices(of names: Set<String>) -> [Int] {
    names.compactMap { byARN[$0] ?? byUniqueID[$0] }.sorted()
  }

  /// Whether it is known of a session what limits it.
  package var hasSessions: Bool { !sessions.isEmpty }

  /// The sessions of roles, by the places of the roles.
  package func sessions(of roles: [Int]) -> [Int] { roles.flatMap { sessions[$0] ?? [] } }

  /// Whether an identity has this ARN or name.
  package func holds(_ name: String) -> Bool { byARN[name] != nil || identities.contains { $0.name == name } }

  package func group(named name: String) -> AWSIdentity? { groups[name].map { identities[$0] } }

  /// All policies of an identity, those of its groups included.
  package func policies(of identity: AWSIdentity) -> PolicySet {
    if identity.kind == .session {
      var set = self.identity(identity.arn.text).map { policies(of: $0) } ?? PolicySet()
      set.session = identity.limits
      if identity.isFederated { set.identity.append(Self.federation) }
      return set
    }
    var set = PolicySet(identity: own(identity))
    for name in identity.groups { if let group = group(named: name) { set.identity += own(group) } }
    if let boundary = identity.boundary {
      // A boundary that is not known allows nothing that can be proven.
      set.boundary = AttachedPolicy(boundary, document(boundary) ?? .unread)
    }
    // They do not hold what AWS's own services run as (Organizations, "Service control policies" and "Resource control policies",
    // read 2026-11-22).
    if !identity.arn.resource.hasPrefix("role/aws-service-role/") {
      set.organization = organization
      set.resourceControls = resourceControls
    }
    return set
  }

  /// What a session by `GetFederationToken` cannot do, whatever is allowed (STS API Reference, "GetFederationToken"): it calls
  /// neither IAM nor, but to ask who it is, STS.
  private static let federation: AttachedPolicy = {
    let actions = ["iam:*", "sts:*"]
    let statement = PolicyStatement(
      effect: .deny, index: 0, actions: .init(actions.map { Glob($0, foldsCase: true) }), actionTexts: actions,
      resources: .init([PolicyText("*", hasVariables: false)]), conditions: [], location: .start(of: ""))
    return AttachedPolicy("what federation keeps from a session", PolicyDocument(statements: [statement]))
  }()

  /// What is known beforehand of requests of an identity to resources of its account.
  ///
  /// - Parameter time: when they are made; nil for any time.
  package func context(of identity: AWSIdentity, at time: Instant?) -> RequestContext {
    var context = identity.context(at: time)
    let place = organizations.place(of: number)
    context.set("Principal", in: place)
    context.set("Resource", in: place)
    if !number.isEmpty { context.set("aws:ResourceAccount", number) }
    return context
  }

  private func own(_ identity: AWSIdentity) -> [AttachedPolicy] {
    identity.inline + identity.attached.compactMap { arn in document(arn).map { AttachedPolicy(arn, $0) } }
  }

  /// A managed policy of this account, or one of AWS's that everybody knows.
  package func document(_ arn: String) -> PolicyDocument? {
    policies[arn]?.document ?? ManagedPolicy.known(arn)
  }

  /// Policies that are attached, or bound, and whose text is nowhere; with who has them.
  package var missing: [(policy: String, identity: String)] {
    identities.flatMap { identity in
      (identity.attached + [identity.boundary].compactMap { $0 }).filter { document($0) == nil }
        .map { ($0, identity.arn.text) }
    }
  }
}
