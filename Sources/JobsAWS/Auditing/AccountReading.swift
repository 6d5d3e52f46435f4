package import JobsCloud
package import JobsCore

/// Reads who may do what in an account: its identities and policies, how credentials are used, the policies of what the suite
/// deploys in all regions, and those of the organisation. Nothing is changed.
package struct AccountReading {
  private let session: AWSSession
  /// Where services are asked that are one for all regions.
  private let home: String
  private let chosen: [String]

  /// - Parameters:
  ///   - session: of whoever reads.
  ///   - regions: whose resources are read; none for all that the account uses.
  package init(_ session: AWSSession, regions: [String] = []) {
    self.session = session
    chosen = regions
    let named = session.settings.region ?? regions.first
    home = named ?? AWSPartition.of(region: "").globalRegion
  }

  /// Reads it all, and hands on each value as it comes.
  ///
  /// - Throws: a failure where nothing can be read, as without credentials or the details of the account.
  package func read(_ notes: AccessNotes) async throws(Failure) {
    let account = try await STS.identity(session, region: home).account
    do throws(CloudFailure) {
      let iam = IAM(try session.auditClient(.iam, home))
      var principals: [String] = []
      try await iam.details { page, found in
        notes.take(page)
        principals += found
      }
      try await readUse(iam, principals, notes)
      try await readResources(notes)
      try await readOrganization(account, notes)
    } catch {
      throw error.failure
    }
  }

  // MARK: Use

  private func readUse(_ iam: IAM, _ principals: [String], _ notes: AccessNotes) async throws(CloudFailure) {
    let report = try await notes.attempt("the credential report") { try await iam.credentialReport() }
    if let report {
      notes.take(report)
    } else {
      // Without the report the keys alone tell how old they are.
      let users = principals.filter { $0.contains(":user/") }
      try await notes.take(
        users.map { arn in
          AccessRead("the access keys of '\(arn)'") {
            [try await iam.accessKeys(of: String(arn.split(separator: "/").last ?? ""))]
          }
        })
    }
    // What runs as AWS's own services is theirs to use.
    let own = principals.filter { !$0.contains(":role/aws-service-role/") }
    try await notes.take(
      own.map { arn in AccessRead("which services were used by '\(arn)'") { [try await iam.lastAccessed(by: arn)] } })
  }

  // MARK: Resources

  private func readResources(_ notes: AccessNotes) async throws(CloudFailure) {
    let regions = try await regions(notes)
    for start in stride(from: 0, to: regions.count, by: Self.regionsAtOnce) {
      let part = regions[start..<min(start + Self.regionsAtOnce, regions.count)]
      for region in await listed(Array(part)) {
        for words in region.gaps { notes.miss(words) }
        for reads in region.reads { try await notes.take(reads) }
      }
    }
  }

  /// Regions in which is looked for resources at once; each takes a call of each service.
  private static let regionsAtOnce = 4

  /// What there is in some regions, in their order.
  private func listed(_ regions: [String]) async -> [RegionalResources.Found] {
    await withTaskGroup(of: (Int, RegionalResources.Found).self) { group in
      for (at, region) in regions.enumerated() {
        group.addTask { (at, await RegionalResources(session, region).find()) }
      }
      var found = [RegionalResources.Found](repeating: RegionalResources.Found(), count: regions.count)
      for await (at, one) in group { found[at] = one }
      return found
    }
  }

  private func regions(_ notes: AccessNotes) async throws(CloudFailure) -> [String] {
    guard chosen.isEmpty else { return chosen }
    let ec2 = EC2(try session.auditClient(.ec2, home))
    if let found = try await notes.attempt("which regions beside \(home) the account uses", { try await ec2.regions() })
    {
      return found
    }
    return [home]
  }

  // MARK: The organisation

  private func readOrganization(_ account: String, _ notes: AccessNotes) async throws(CloudFailure) {
    let region = Organizations.region(of: AWSPartition.of(region: home))
    let service = Organizations(try session.auditClient(.organizations, region))
    let answer: Organizations.Organization?? = try await notes.attempt("which AWS organisation the account is in") {
      try await service.organization()
    }
    guard let answer else { return }
    guard let organization = answer else {
      return notes.take { json in
        json.object("OrganizationPolicies") { json in
          json.member("Account", account)
          json.member("Exempt", true)
          json.member("Alone", true)
        }
      }
    }
    try await readMembers(service, notes)
    let words = "the policies of the AWS organisation (SCP, RCP)"
    let ancestry = try await notes.attempt(words) { try await service.ancestry(of: account) }
    // Its policies do not hold for the account that pays for it.
    let isExempt = organization.management == account
    var levels: [Level]?
    if let ancestry, !isExempt {
      levels = try await notes.attempt(words) { () async throws -> [Level] in
        var levels: [Level] = []
        for target in ancestry {
          levels.append(
            Level(
              target: target, services: try await service.policies(.service, of: target),
              resources: try await service.policies(.resource, of: target)))
        }
        return levels
      }
    }
    notes.take { json in
      json.object(isExempt || levels != nil ? "OrganizationPolicies" : "OrganizationPlace") { json in
        json.member("Account", account)
        json.member("OrganizationId", organization.id)
        if let ancestry {
          json.member("Path", "\(([organization.id] + ancestry.dropLast()).joined(separator: "/"))/")
        }
        if isExempt { json.member("Exempt", true) }
        if let levels { json.array("Levels") { json in for level in levels { level.write(to: &json) } } }
      }
    }
  }

  /// Who else is in the organisation, as `aws organizations list-accounts` writes it.
  private func readMembers(_ service: Organizations, _ notes: AccessNotes) async throws(CloudFailure) {
    guard
      let accounts = try await notes.attempt("the accounts of the AWS organisation", { try await service.accounts() })
    else { return }
    notes.take { json in
      json.array("Accounts") { json in
        for account in accounts {
          json.object { json in
            json.member("Id", account.id)
            json.member("Arn", account.arn)
          }
        }
      }
    }
  }

  /// What is attached to the root, to a unit or to the account.
  private struct Level: Sendable {
    var target: String
    var services: [Organizations.Policy]
    var resources: [Organizations.Policy]

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("TargetId", target)
        for (type, list) in [(Organizations.PolicyType.service, services), (.resource, resources)] {
          json.key(type.rawValue)
          json.beginArray()
          for policy in list {
            json.object { json in
              json.member("Id", policy.id)
              json.member("Name", policy.name)
              json.member("Content", policy.content)
            }
          }
          json.endArray()
        }
      }
    }
  }
}
