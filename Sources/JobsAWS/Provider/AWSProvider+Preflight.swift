import JobsCloud
package import JobsCore
package import JobsDeploy

extension AWSProvider {
  package func preflight(_ changes: [Change]) async throws(Failure) -> [Missing] {
    let needs: AWSNeeds
    do throws(CloudFailure) {
      needs = try await self.needs(of: changes)
    } catch {
      throw error.failure
    }
    var questions: [@Sendable () async -> [Missing]] = [{ await missing(needs.questions) }]
    for role in needs.roles.sorted() { questions.append { await missing(role: role) } }
    for secret in needs.secrets.sorted(by: { ($0.secret.id, $0.secret.variable) < ($1.secret.id, $1.secret.variable) })
    {
      questions.append { await missing(secret, statements: needs.statements) }
    }
    for topic in needs.topics.sorted() { questions.append { await missing(topic: topic) } }
    for image in needs.images.sorted(by: { $0.text < $1.text }) { questions.append { await missing(image: image) } }
    for (name, fields) in needs.retentions.sorted(by: { $0.key < $1.key }) {
      questions.append {
        await asked("what repository '\(name)' keeps") { () async throws(CloudFailure) in
          try await missing(retention: name, fields)
        }
      }
    }
    return await Missing.answers(to: questions)
  }

  /// All that changes call for, with what their resources have and keep.
  private func needs(of changes: [Change]) async throws(CloudFailure) -> AWSNeeds {
    var needs = AWSNeeds(in: region)
    let named = changes.compactMap { change in region.resource(change.id).map { (change, $0.kind, $0.name) } }
    // A change of a part calls for what the whole does.
    let changed = named.filter {
      [.update, .quarantine].contains($0.0.action) && [.function, .schedule].contains($0.1)
    }
    let kinds = Dictionary(changed.map { ($0.0.id, ($0.1, $0.2)) }) { first, _ in first }
    let live = try await each(changed.map(\.0.id)) { id async throws(CloudFailure) in
      guard let (kind, name) = kinds[id] else { return nil }
      return try await resource(kind, name)
    }
    let fields = Dictionary(live.map { ($0.id, $0.fields) }) { first, _ in first }
    let makesSchedules = named.contains { $0.0.action == .create && $0.1 == .schedule }
    let needsGroup = makesSchedules ? try await !scheduler.isThere(group: LambdaPlace.group) : false
    for (change, kind, name) in named {
      needs.add(change, kind, name, change.result(over: fields[change.id] ?? []), needsGroup: needsGroup)
    }
    return needs
  }

  // MARK: Permissions

  /// Nothing is asked of the account itself; for who may not ask, the calls will tell.
  private func missing(_ questions: [IAM.Question]) async -> [Missing] {
    guard !questions.isEmpty else { return [] }
    return await asked("what '\(place.identity)' may do") { () async throws(CloudFailure) in
      let principal: String
      switch AWSPrincipal(place.identity) {
      case .root: return []
      case .user(let arn): principal = arn
      case .role(let name):
        guard let arn = try await iam.arn(ofRole: name) else {
          return [Missing("it is not known what '\(place.identity)' may do", hint: nil, isCertain: false)]
        }
        principal = arn
      case .other:
        return [
          Missing(
            "it is not known what '\(place.identity)' may do, since only users and roles can be asked about",
            hint: nil, isCertain: false)
        ]
      }
      var missing: [Missing] = []
      for question in questions {
        missing += AWSNeeds.missing(try await iam.simulate(question, by: principal), of: question)
      }
      return missing
    }
  }

  // MARK: What has to be there

  private func missing(role arn: String) async -> [Missing] {
    await asked("whether there is a role '\(arn)'") { () async throws(CloudFailure) in
      let name = arn.split(separator: "/").last.map(String.init) ?? ""
      guard try await iam.arn(ofRole: name) != arn else { return [] }
      return [
        Missing(
          "there is no role '\(arn)'",
          hint: "make it, with a trust in 'lambda.amazonaws.com', or leave 'identity' out")
      ]
    }
  }

  /// An alarm is taken with a topic that is not there, and then tells nobody.
  private func missing(topic arn: String) async -> [Missing] {
    await asked("whether there is a topic '\(arn)'") { () async throws(CloudFailure) in
      guard try await !topics.isThere(topic: arn) else { return [] }
      let name = arn.split(separator: ":").last ?? ""
      return [
        Missing(
          "there is no topic '\(arn)', which the route '\(name)' is told by",
          hint: "aws sns create-topic --region \(region.region) --name \(name)")
      ]
    }
  }

  private func missing(image: ECRImage) async -> [Missing] {
    await asked("whether there is an image '\(image.text)'") { () async throws(CloudFailure) in
      guard try await images.digest(of: image) == nil else { return [] }
      return [Missing("there is no image '\(image.text)'", hint: "push it, or correct its name")]
    }
  }

  // MARK: Secrets

  private func missing(_ need: AWSNeeds.Secret, statements: [String: String]) async -> [Missing] {
    let secret = need.secret
    return await asked("whether there is a secret '\(secret.id)'") { () async throws(CloudFailure) in
      guard let found = try await secrets.secret(secret.id) else {
        return [
          Missing(
            "there is no secret '\(secret.id)'",
            hint: "jobs-deploy secret put \(secret.id) --region \(region.region) --file FILE",
            isCertain: try await isNamed(need, statements))
        ]
      }
      if found.isDeleted {
        return [
          Missing(
            "the secret '\(secret.id)' is to be deleted, and cannot be read any more",
            hint: "aws secretsmanager restore-secret --region \(region.region) --secret-id \(secret.id)")
        ]
      }
      var missing = missing(secret.version, of: secret.id, found)
      if need.isNew, let key = found.key {
        missing.append(
          Missing(
            "the secret '\(secret.id)' is kept under the key '\(key)', which the function's role has to be allowed to use",
            hint: "have the key's policy allow 'kms:Decrypt' to '\(need.role ?? "the role")'", isCertain: false))
      }
      return missing + (try await missingAccess(need, found))
    }
  }

  private func missing(
    _ version: LambdaSecret.Version, of secret: String, _ found: SecretsManager.Description
  ) -> [Missing] {
    let labels = Set(found.stages.values.joined())
    switch version {
    case .current:
      guard !labels.contains("AWSCURRENT") else { return [] }
      return [
        Missing(
          "the secret '\(secret)' has no value yet",
          hint: "jobs-deploy secret put \(secret) --region \(region.region) --file FILE")
      ]
    case .stage(let stage):
      guard !labels.contains(stage) else { return [] }
      return [
        Missing(
          "no version of the secret '\(secret)' is labelled '\(stage)'",
          hint: labels.isEmpty ? "give it a value" : "there are \(labels.sorted().joined(separator: ", "))")
      ]
    case .id(let id):
      guard found.stages[id] == nil else { return [] }
      return [
        Missing(
          "version '\(id)' of the secret '\(secret)' has no label, so that it is gone, or may be gone any day",
          hint: "give it a label, and name that", isCertain: false)
      ]
    }
  }

  /// Whether the role of a function is one of ours and says that the variable is of a secret. Any other variable may only
  /// be called like one.
  private func isNamed(_ need: AWSNeeds.Secret, _ statements: [String: String]) async throws(CloudFailure) -> Bool {
    guard let arn = need.role, let name = region.roleName(arn: arn) else { return false }
    let statement: String?
    if let planned = statements[arn] {
      statement = planned
    } else {
      statement = try await role(name)?.fields["Policies.\(LambdaPlace.policy).Statement"]?.text
    }
    return statement?.contains("\"\(need.secret.resource)\"") == true
  }

  /// A role that somebody else keeps may lack what a function needs, or the secret's own policy may grant it.
  private func missingAccess(
    _ need: AWSNeeds.Secret, _ found: SecretsManager.Description
  ) async throws(CloudFailure) -> [Missing] {
    guard let role = need.role, region.roleName(arn: role) == nil, region.isOwn(role: role) else { return [] }
    let question = IAM.Question(actions: ["secretsmanager:GetSecretValue"], resources: [found.arn])
    let verdicts = try await iam.simulate(question, by: role)
    guard verdicts.contains(where: { $0.decision != .allowed }) else { return [] }
    let statement = PolicyDocument.Statement(actions: question.actions, resources: [need.secret.resource])
    return [
      Missing(
        "no policy of role '\(role)' allows it to read the secret '\(need.secret.id)'",
        hint: "grant the role \(String(decoding: statement.json, as: UTF8.self))", isCertain: false)
    ]
  }

  /// What cannot be found out is no reason to stay: who deploys need not be allowed to look everywhere.
  private func asked(
    _ words: String, _ question: () async throws(CloudFailure) -> [Missing]
  ) async -> [Missing] {
    do throws(CloudFailure) {
      return try await question()
    } catch {
      return [Missing(unknown: words, why: error.fault.why, hint: error.fault.hint)]
    }
  }
}
