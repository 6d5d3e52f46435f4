import JobsCloud
package import JobsCore
package import JobsDeploy

extension GoogleProjectProvider {
  package func perform(_ change: Change) async throws(Failure) {
    guard let id = GoogleID(change.id, in: place) else { throw GoogleID.isElsewhere(change, place) }
    switch id.kind {
    case .alert:
      guard let alert = AlertName(id.name) else { throw GoogleID.isElsewhere(change, place) }
      try await perform(change, onAlert: alert)
    case .logMetric:
      guard let alert = AlertName(id.name) else { throw GoogleID.isElsewhere(change, place) }
      try await perform(change, onMetricOf: alert)
    case .account: try await perform(change, on: id.name)
    case .topic: try await perform(change, onTopic: id.name)
    default:
      guard let grant = Grant(id) else { throw GoogleID.isElsewhere(change, place) }
      try await GrantAct(policies: policies, newAccounts: newAccounts, clock: clock)
        .perform(change, grant, on: grant.policy(inProject: place.account, region: place.key))
    }
  }

  private func perform(_ change: Change, on id: String) async throws(Failure) {
    do throws(CloudFailure) {
      if change.action == .create { return try await create(change, id) }
    } catch {
      throw error.failure
    }
    let live: Tree?
    do throws(CloudFailure) {
      live = try await accounts.account(id)
    } catch {
      throw error.failure
    }
    if live == nil, change.action == .delete { return }
    let found = live.flatMap { liveAccount(id, $0, Tree.root) }
    guard let found, found.precondition == change.precondition else {
      throw .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
    }
    do throws(CloudFailure) {
      if change.action == .delete { try await delete(id) } else { try await update(change, id, over: found.fields) }
    } catch {
      throw error.failure
    }
  }

  private func create(_ change: Change, _ id: String) async throws(CloudFailure) {
    let fields = change.result(over: [])
    let mark = DescriptionMark(owner: change.job, fields)
    do throws(CloudFailure) {
      try await accounts.create(id, Self.body(fields, mark))
    } catch  where error.mayBeDone || error.cause == .alreadyExists {
      // An attempt whose answer was lost may be what made it.
      guard let made = try await accounts.account(id), DescriptionMark(made, Tree.root) == mark else { throw error }
    }
    newAccounts.add(ServiceAccountName(id, project: place.account).email, clock)
    // No account can be made that is disabled from its beginning.
    if Self.isDisabled(fields) { try await accounts.set(id, isDisabled: true) }
  }

  /// Out of use first where it goes out of use, and back last: the mark says at no time that more was done than was.
  private func update(_ change: Change, _ id: String, over live: [Resource.Field]) async throws(CloudFailure) {
    let fields = change.result(over: live)
    let isSet = change.fields.contains { $0.path == "disabled" }
    if isSet, Self.isDisabled(fields) { try await accounts.set(id, isDisabled: true) }
    let mark = DescriptionMark(owner: change.job, fields)
    try await accounts.update(id, Self.body(fields, mark), mask: ["displayName", "description"])
    if isSet, !Self.isDisabled(fields) { try await accounts.set(id, isDisabled: false) }
  }

  private func delete(_ id: String) async throws(CloudFailure) {
    do throws(CloudFailure) {
      try await accounts.delete(id)
    } catch  where error.mayBeDone || error.cause == .notFound {
      guard try await accounts.account(id) == nil else { throw error }
    }
  }

  private static func isDisabled(_ fields: [Resource.Field]) -> Bool { fields["disabled"] == Resource.Value(true) }

  private static func body(_ fields: [Resource.Field], _ mark: DescriptionMark) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if let name = fields["displayName"] {
      json.member("displayName", name.text)
    }
    json.member("description", mark.description)
    json.endObject()
    return json.bytes
  }
}
