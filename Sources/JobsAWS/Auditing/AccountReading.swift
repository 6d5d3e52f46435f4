package import JobsCloud
package import JobsCore

/// Reads who may do what in an account: its identities and policies, how credentials are used, the policies of what the suite
/// deploys, and those of the organisation. Nothing is changed.
package struct AccountReading {
  private let session: AWSSession
  private let region: String?

  /// - Parameter session: of whoever reads; resources are read in the region of its settings.
  package init(_ session: AWSSession) {
    self.session = session
    region = session.settings.region
  }

  /// Reads it all, and hands on each value as it comes.
  ///
  /// - Throws: a failure where nothing can be read, as without credentials or the details of the account.
  package func read(_ notes: AccessNotes) async throws(Failure) {
    let account = try await STS.identity(session, region: region ?? "us-east-1").account
    do throws(CloudFailure) {
      let iam = IAM(try Self.client(session, .iam, region))
      var principals: [String] = []
      try await iam.details { page, found in
        notes.take(page)
        principals += found
      }
      try await readUse(iam, principals, notes)
      try await readResources(account, notes)
      try await readOrganization(account, notes)
    } catch {
      throw error.failure
    }
  }

  private static func client(
    _ session: AWSSession, _ service: AWSService, _ region: String?
  ) throws(CloudFailure) -> AWSClient {
    do throws(Failure) {
      return try session.client(service, region: region)
    } catch {
      throw CloudFailure("call \(service.id)", CloudFault(.invalid([]), why: error.message, hint: error.hint))
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
      try await each(users, "the access keys of", notes) { arn in
        try await iam.accessKeys(of: String(arn.split(separator: "/").last ?? ""))
      }
    }
    // What runs as AWS's own services is theirs to use.
    let own = principals.filter { !$0.contains(":role/aws-service-role/") }
    try await each(own, "which services were used by", notes) { try await iam.lastAccessed(by: $0) }
  }

  // MARK: Resources

  private func readResources(_ account: String, _ notes: AccessNotes) async throws(CloudFailure) {
    guard let region else {
      return notes.miss("policies of functions, secrets, repositories and topics: no region is named, as by AWS_REGION")
    }
    let lambda = Lambda(try Self.client(session, .lambda, region))
    if let functions = try await notes.attempt("the functions in \(region)", { try await lambda.list() }) {
      try await each(functions.map(\.name), "the policy of function", notes) { try await lambda.policy(of: $0) }
    }
    let secrets = SecretsManager(try Self.client(session, .secrets, region))
    if let arns = try await notes.attempt("the secrets in \(region)", { try await secrets.list() }) {
      try await each(arns, "the policy of secret", notes) { try await secrets.policy(of: $0) }
    }
    let ecr = ECR(try Self.client(session, .ecr, region))
    if let list = try await notes.attempt("the repositories in \(region)", { try await ecr.list() }) {
      let byName = Dictionary(list.map { ($0.name, $0) }) { first, _ in first }
      try await each(list.map(\.name), "the policy of repository", notes) { name in
        guard let repository = byName[name] else { return nil }
        return try await ecr.policy(of: repository)
      }
    }
    let sns = SNS(try Self.client(session, .sns, region))
    if let arns = try await notes.attempt("the topics in \(region)", { try await sns.list() }) {
      try await each(arns, "the policy of topic", notes) { try await sns.policy(of: $0) }
    }
  }

  // MARK: The organisation

  private func readOrganization(_ account: String, _ notes: AccessNotes) async throws(CloudFailure) {
    let region = Organizations.region(of: AWSPartition.of(region: region ?? ""))
    let service = Organizations(try Self.client(session, .organizations, region))
    let words = "the policies of the AWS organisation (SCP, RCP)"
    let answer: String?? = try await notes.attempt(words) { try await service.managementAccount() }
    guard let answer else { return }
    // Its policies hold neither for an account in none nor for the one that pays for it.
    guard let management = answer, management != account else {
      return notes.take { json in
        json.object("OrganizationPolicies") { json in
          json.member("Account", account)
          json.member("Exempt", true)
        }
      }
    }
    let levels = try await notes.attempt(words) { () async throws -> [Level] in
      var levels: [Level] = []
      for target in try await service.ancestry(of: account) {
        levels.append(
          Level(
            target: target, services: try await service.policies(.service, of: target),
            resources: try await service.policies(.resource, of: target)))
      }
      return levels
    }
    guard let levels else { return }
    notes.take { json in
      json.object("OrganizationPolicies") { json in
        json.member("Account", account)
        json.array("Levels") { json in for level in levels { level.write(to: &json) } }
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

  // MARK: Many

  /// Reads something of each, a few at a time, and hands the answers on in the order of what was asked.
  private func each(
    _ names: [String], _ what: String, _ notes: AccessNotes,
    _ read: @escaping @Sendable (String) async throws -> [UInt8]?
  ) async throws(CloudFailure) {
    for start in stride(from: 0, to: names.count, by: Self.width) {
      let part = names[start..<min(start + Self.width, names.count)]
      let answers = await withTaskGroup(of: (Int, Result<[UInt8]?, any Error>).self) { group in
        for (at, name) in part.enumerated() {
          group.addTask {
            do { return (at, .success(try await read(name))) } catch { return (at, .failure(error)) }
          }
        }
        var answers: [Result<[UInt8]?, any Error>] = part.map { _ in .success(nil) }
        for await (at, answer) in group { answers[at] = answer }
        return answers
      }
      for (name, answer) in zip(part, answers) {
        if case .failure(let error as CloudFailure) = answer, case .missingPermission = error.cause {
          // What one call may not, the others may not either.
          return notes.miss("\(what) '\(name)', and so of all \(names.count): \(error.fault.why)")
        }
        let value = try await notes.attempt("\(what) '\(name)'") { try answer.get() }
        if let value, let bytes = value { notes.take(bytes) }
      }
    }
  }

  /// Calls under way at once: IAM takes some twenty a second of an account.
  private static let width = 8
}
