import JobsCloud
package import JobsCore
package import JobsDeploy
package import JobsManifest

/// The roles in which workflows of GitHub deploy, with the trust of the account in GitHub that they need.
///
/// They are no part of any job: who keeps an account makes them, and who deploys has no right to.
package struct AccessProvider: Provider {
  /// What its places are.
  package static let kind = "aws.access"

  package let place: Place
  private let region: LambdaPlace
  private let iam: IAM

  /// Asks who calls, and so in which account.
  ///
  /// - Throws: a world failure where nobody is let in.
  package static func connect(_ session: AWSSession, region: String) async throws(Failure) -> AccessProvider {
    return try await AccessProvider(session, STS.identity(session, region: region), region: region)
  }

  init(_ session: AWSSession, _ identity: STS.Identity, region name: String) throws(Failure) {
    region = LambdaPlace(account: identity.account, region: name)
    place = Place(
      kind: Self.kind, identity: identity.arn, account: identity.account, key: name,
      name: "the access of GitHub to '\(name)'")
    iam = IAM(try session.client(.iam, region: name))
  }

  package var concurrency: Int { 1 }

  package func takes(_ job: Job) -> Bool { false }

  package func owns(_ id: String) -> Bool { name(id) != nil }

  package func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
    throw ExpansionRefusal("a job needs no access of its own", hint: "'jobs-deploy access' gives it to an environment")
  }

  static func id(of role: String, in place: LambdaPlace) -> String {
    "\(kind)/\(place.account)/\(place.region)/\(role)"
  }

  private func name(_ id: String) -> String? {
    let prefix = Self.id(of: "", in: region)
    return id.hasPrefix(prefix) && id.utf8.count > prefix.utf8.count ? String(id.dropFirst(prefix.count)) : nil
  }

  // MARK: The world

  package func survey() async throws(Failure) -> Survey {
    do throws(CloudFailure) {
      let hasIssuer = try await hasIssuer()
      var survey = Survey()
      for role in try await iam.roles() {
        if let live = resource(role, hasIssuer: hasIssuer) {
          survey.owned.append(live)
        } else {
          survey.foreign.append(
            Survey.Foreign(name: "role '\(role.name)' of others", id: Self.id(of: role.name, in: region)))
        }
      }
      return survey
    } catch {
      throw error.failure
    }
  }

  private func hasIssuer() async throws(CloudFailure) -> Bool {
    try await iam.audiences(ofIssuer: region.issuerARN(DeployAccess.issuer))?.contains(DeployAccess.audience) == true
  }

  /// A role as a resource; nil for one that is not ours, and for one of a job.
  private func resource(_ role: IAM.Role, hasIssuer: Bool) -> LiveResource? {
    guard role.path == Self.path, let mark = OwnerMark(tags: role.tags, region: region.region) else { return nil }
    let issuer = hasIssuer ? [Resource.Field(DeployAccess.issuerField, DeployAccess.issuer)] : []
    return LiveResource(
      id: Self.id(of: role.name, in: region), owner: mark.owner, fields: issuer + RoleDocument.fields(role),
      appliedDigest: mark.appliedDigest)
  }

  private static var path: String { "/" }

  // MARK: Acting

  package func perform(_ change: Change) async throws(Failure) {
    guard let name = name(change.id) else {
      throw .usage("'\(Terminal.visible(change.id))' is not in \(place.name)", hint: "make the plan anew")
    }
    try await change.carryOut {
      let hasIssuer = try await hasIssuer()
      let live = try await iam.role(name).flatMap { resource($0, hasIssuer: hasIssuer) }
      guard (live?.precondition ?? LiveResource.absent) == change.precondition else {
        throw Failure.world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
      }
      let result = change.result(over: live?.fields ?? [])
      if result[DeployAccess.issuerField] != nil {
        try await iam.trust(
          issuer: DeployAccess.issuer, arn: region.issuerARN(DeployAccess.issuer), audience: DeployAccess.audience)
      }
      let mark = OwnerMark(owner: change.job, result)
      try await RoleWriter(iam: iam, path: Self.path, region: region.region).write(
        change, name, result.filter { $0.name != DeployAccess.issuerField }, mark)
    }
  }
}
