package import JobsCore

/// Reads files into an estate: what each value is shows by what is in it.
package struct EstateReader {
  /// What a user says about a value that does not say it itself.
  package struct Naming: Sendable {
    /// The full name of the resource that a policy of Google stands on.
    package var resource: String?

    /// Whom details of AWS are of that do not say it: an ARN.
    package var subject: String?

    package init(resource: String? = nil, subject: String? = nil) {
      self.resource = resource
      self.subject = subject
    }

    /// The full name of what a user names: `projects/p` is short for that of a project.
    package static func full(_ name: String) -> String {
      name.hasPrefix("//") ? name : "//cloudresourcemanager.googleapis.com/\(name)"
    }
  }

  private let naming: Naming
  /// Takes what is told of credentials and grants.
  private let observe: (Observation) -> Void
  /// Takes what is Google's piece by piece, so that none of it has to be kept.
  private let take: (GoogleItem) -> Void

  package init(
    _ naming: Naming = Naming(), observe: @escaping (Observation) -> Void = { _ in },
    take: @escaping (GoogleItem) -> Void
  ) {
    self.naming = naming
    self.observe = observe
    self.take = take
  }

  /// Reads all values of a file.
  ///
  /// - Parameter file: what places call it.
  /// - Throws: a usage failure with the place of what is not known, in whole or in part; then what the file says is to be
  ///   left alone.
  package func read(_ reader: inout ValueReader, file: String, into estate: inout Estate) throws(Failure) {
    if try readOther(&reader, file, &estate) { return }
    var count = 0
    var unread = UnreadParts()
    var faults = 0
    var firstFault: Failure?
    var snapshot = SnapshotCheck()
    while let value = try reader.next() {
      count += 1
      do throws(ShapeError) {
        if try !snapshot.take(value.tree, into: &estate) { try take(value, file, &estate) }
      } catch {
        let failure = {
          value.failure(error, in: file, hint: "'jobs-audit iam --help' lists what is read")
        }
        guard let part = error.part else { throw failure() }
        // The rest of the file is judged without it.
        unread.add(part, in: file, of: value, [error])
        faults += 1
        if firstFault == nil { firstFault = failure() }
      }
    }
    try snapshot.end(file)
    if let firstFault, faults == count { throw firstFault }
    estate.miss(unread)
    guard count > 0 else {
      throw .usage(
        "\(file == "-" ? "standard input" : "'\(Terminal.visible(file))'") is empty",
        hint: "what wrote it may have failed; 'jobs-audit iam --help' lists what is read")
    }
  }

  private func take(_ value: ValueReader.Value, _ file: String, _ estate: inout Estate) throws(ShapeError) {
    let tree = value.tree
    guard tree.kind(Tree.root) == .mapping else {
      throw ShapeError(offset: 0, message: "this is \(tree.kind(Tree.root).words), not an object")
    }
    if AccountReader.recognises(tree) {
      let page = try AccountReader.read(value, file: file)
      for use in page.roleUses { observe(.role(use)) }
      try estate.add(page, file: file)
    } else if WorkloadReader.recognises(tree) {
      estate.add(try WorkloadReader.read(value, file: file), file: file)
    } else if CredentialReportReader.recognises(tree) {
      try take(CredentialReportReader.rows(value, file: file), &estate)
    } else if ObservationReader.recognises(tree) {
      let found = try ObservationReader.read(value, file: file, subject: naming.subject)
      estate.count(found.kind, max(found.observations.count, 1))
      if found.isTruncated { estate.remarkRest(of: file) }
      if !found.isJudged {
        estate.remark("insights and recommendations that are about neither grants nor accounts")
      }
      for item in found.observations { observe(item) }
    } else if OrganizationPolicyReader.recognises(tree) {
      let (_, policy) = try OrganizationPolicyReader.read(value, file: file)
      estate.count("aws-organization-policy")
      estate.remark("whom the policy '\(policy.name)' of the AWS organisation is for: give it by --scp")
    } else if OrganizationPolicyReader.recognisesLevels(tree) {
      let (account, levels, unread) = try OrganizationPolicyReader.levels(value, file: file)
      estate.bound(account, by: levels)
      estate.miss(unread)
      estate.note(
        try OrganizationFacts.placed(tree) ?? OrganizationFacts(places: [account: .unknown]))
    } else if let facts = try OrganizationFacts.placed(tree) {
      estate.note(facts)
    } else if OrganizationFacts.recognises(tree) {
      estate.note(try OrganizationFacts.read(tree))
    } else if ResourcePolicyReader.recognises(tree) {
      try resourcePolicy(value, file, &estate)
    } else if AnalysisReader.recognises(tree) {
      let analysis = try AnalysisReader.read(value, file: file)
      for words in analysis.gaps { estate.remark(words, isGap: true) }
      for membership in analysis.memberships { take(.membership(membership)) }
      for policy in analysis.policies {
        estate.add(policy, isWhole: false)
        take(.policy(policy))
      }
      estate.countMemberships(Set(analysis.memberships).count)
    } else if GroupReader.recognises(tree) {
      try groups(value, file, &estate)
    } else if SinglePolicyReader.recognises(tree) {
      try single(value, file, &estate)
    } else if DenyPolicyReader.recognises(tree) {
      try denial(value, file, &estate)
    } else if AssetReader.recognises(tree) {
      try asset(value, file, &estate)
    } else if tree.value(Tree.root, "includedPermissions") != nil {
      do throws(ShapeError) { estate.add(try RoleReader.read(tree)) } catch { throw error.within("a role") }
    } else if RoleReader.recognisesName(tree) {
      estate.remark("what roles hold of which a list has the names alone: add 'gcloud iam roles describe'")
      estate.count("google-role-name")
    } else if AllowPolicyReader.recognises(tree) {
      var reader = AllowPolicyReader(value, file: file)
      // Without a name the policy is that of what its file is called.
      let policy = try reader.policy(
        Tree.root, of: naming.resource ?? "//unknown/\(file)", assetType: nil, ancestors: [])
      if naming.resource == nil {
        estate.remark("which resource the policy in '\(file)' is of: name it with --resource")
      }
      estate.add(policy)
      take(.policy(policy))
    } else {
      let isList = Self.lists.contains { tree.value(Tree.root, key: $0) != nil }
      throw ShapeError(
        offset: 0,
        message: isList
          ? "this names what there is and holds no policy: give what 'aws iam get-account-authorization-details' writes"
          : "this is nothing that is known: \(Self.keys(tree))")
    }
  }

  /// By what answers of IAM are known that tell names alone.
  private static let lists = [
    "Users", "Groups", "Roles", "AttachedPolicies", "PolicyNames", "User", "Group", "Policy", "InstanceProfiles",
  ]

  func take(_ rows: [CredentialRow], _ estate: inout Estate) {
    estate.count("aws-credentials", rows.count)
    for row in rows { observe(.credentials(row)) }
  }

  /// The first keys of an object, as a hint of what it is.
  private static func keys(_ tree: Tree) -> String {
    let keys = tree.entries(Tree.root).prefix(4).map { "'\(Terminal.visible(String(tree.string($0.key).prefix(40))))'" }
    return keys.isEmpty ? "an empty object" : "an object with \(keys.joined(separator: ", "))"
  }

  /// A policy of AWS alone: it becomes that of an account which holds nothing else, or of a resource that the user names.
  private func single(_ value: ValueReader.Value, _ file: String, _ estate: inout Estate) throws(ShapeError) {
    let (policy, gap) = try SinglePolicyReader.read(value, file: file, subject: naming.subject)
    if let arn = ARN(policy.name), !Self.hasIdentityPolicies(arn),
      policy.document.statements.contains(where: { $0.principals != nil })
    {
      return estate.add(ResourcePolicy(resource: arn.text, document: policy.document, location: policy.location))
    }
    if let gap { estate.remark(gap, isGap: true) }
    estate.add(policy)
  }

  /// What has a policy of its own that says who may become it, or what it may do.
  private static func hasIdentityPolicies(_ arn: ARN) -> Bool { arn.service == "iam" }

  private func resourcePolicy(
    _ value: ValueReader.Value, _ file: String, _ estate: inout Estate
  ) throws(ShapeError) {
    let (policy, isNamed) = try ResourcePolicyReader.read(value, file: file, subject: naming.subject)
    guard let policy else { return estate.count("aws-resource-without-policy") }
    if !isNamed { estate.remark("which resource the policy in '\(file)' is of: name its ARN with --resource") }
    estate.add(policy)
  }

  private func groups(_ value: ValueReader.Value, _ file: String, _ estate: inout Estate) throws(ShapeError) {
    let (items, isTruncated) = try GroupReader.read(value.tree)
    if isTruncated { estate.remarkRest(of: file) }
    for item in items {
      switch item {
      case .name(let name):
        take(.groupName(name))
        estate.count("google-group")
      case .membership(let membership):
        take(.membership(membership))
        estate.countMemberships(1)
      case .other(let words):
        estate.count("google-membership-not-judged")
        estate.remark("in groups: \(words)")
      }
    }
  }

  private func denial(_ value: ValueReader.Value, _ file: String, _ estate: inout Estate) throws(ShapeError) {
    do throws(ShapeError) {
      switch try DenyPolicyReader.read(value, file: file) {
      case .policy(let policy):
        estate.countDenial()
        take(.denial(policy))
      case .name(let name, let policy):
        estate.countDenial(isRead: false)
        estate.remark("the rules of '\(name)': add 'gcloud iam policies get --kind=denypolicies'", isGap: true)
        take(.denial(policy))
      }
    } catch {
      // Whatever it denies, nothing that it may be about is proven.
      estate.countDenial(isRead: false)
      take(.denial(DenyPolicyReader.unread(value, file: file)))
      throw error.within("a deny policy")
    }
  }

  private func asset(_ value: ValueReader.Value, _ file: String, _ estate: inout Estate) throws(ShapeError) {
    for item in try AssetReader.read(value, file: file) {
      switch item {
      case .policy(let policy):
        estate.add(policy)
        take(.policy(policy))
      case .role(let role): estate.add(role)
      case .resource(let resource, let faults):
        estate.add(resource)
        take(.resource(resource))
        var unread = UnreadParts()
        unread.add("a part of '\(Terminal.visible(resource.name))'", in: file, of: value, faults)
        estate.miss(unread)
      case .other(let type):
        estate.count("google-asset")
        estate.remark("assets of type '\(type)'")
      case .unjudged(let policies):
        estate.count("google-asset")
        estate.remark(policies)
      }
    }
  }
}
