import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest

/// Notification channels are made, changed and deleted, one at a time: each may be told by policies that are written with it.
extension GoogleProjectProvider {
  func perform(_ change: Change, onChannel name: ChannelName) async throws(Failure) {
    await turns.begin(Self.channelTurn)
    let result = await write(change, name)
    await turns.end(Self.channelTurn)
    try result.get()
  }

  private static let channelTurn = "notificationChannels"

  private func write(_ change: Change, _ name: ChannelName) async -> Result<Void, Failure> {
    do throws(Failure) {
      switch change.action {
      case .create: try await create(change, name)
      case .update, .quarantine: try await update(change, name)
      case .delete: try await delete(change)
      case .adopt, .release: throw Self.isNeverTaken(change)
      }
      return .success(())
    } catch {
      return .failure(error)
    }
  }

  /// Makes a channel, and has our policies that tell its route tell it too.
  private func create(_ change: Change, _ name: ChannelName) async throws(Failure) {
    let fields = change.result(over: [])
    let mark = ChannelMark(owner: change.job, name, fields)
    let (body, secrets) = try await body(fields, mark, withKey: true)
    do throws(CloudFailure) {
      let before = try await alertChannels()
      var made: String?
      do throws(CloudFailure) {
        let tree = try await monitoring.channels.create(name.text, body, secrets: secrets)
        made = tree.text(Tree.root, "name")
      } catch  where error.mayBeDone {
        // Whether an attempt whose answer was lost has made it says the list alone.
        try await monitoring.channels.list { tree, node in
          if ChannelMark(tree, node) == mark { made = tree.text(node, "name") }
        }
        guard made != nil else { throw error }
      }
      guard let made, !before.serving(name.route).isEmpty else { return }
      for (policy, told) in try await policies(telling: { before.routes(of: $0).contains(name.route) })
      where !told.contains(made) {
        try await monitoring.policies.update(policy, Self.body(telling: told + [made]), mask: [ResourceShape.channels])
      }
    } catch {
      throw error.failure
    }
  }

  /// Our policies by their ids, with the channels that they tell.
  private func policies(
    telling isMeant: ([String]) -> Bool
  ) async throws(CloudFailure) -> [(id: String, told: [String])] {
    var found: [(id: String, told: [String])] = []
    try await monitoring.policies.list { tree, node in
      let told = tree.texts(tree.value(node, "notificationChannels"))
      guard AlertMark(tree, node) != nil, isMeant(told),
        let id = tree.text(node, "name")?.split(separator: "/").last
      else { return }
      found.append((String(id), told))
    }
    return found
  }

  private static func body(telling channels: [String]) -> [UInt8] {
    var json = JSONWriter()
    json.object { $0.member("notificationChannels", channels) }
    return json.bytes
  }

  private func update(_ change: Change, _ name: ChannelName) async throws(Failure) {
    guard let (id, found) = try await found(change) else { throw Self.isChanged(change) }
    let fields = change.result(over: found.fields)
    let isKey = change.fields.contains { $0.path == ResourceShape.keySource }
    let (body, secrets) = try await body(
      fields, ChannelMark(owner: change.job, name, fields), withKey: isKey)
    var mask = ["userLabels"] + change.roots
    if isKey, !mask.contains("labels"), RouteChannels.secret(in: fields[ResourceShape.keySource]?.text ?? "") != nil {
      mask.append("labels")
    }
    do throws(CloudFailure) {
      try await monitoring.channels.update(id, body, mask: mask, secrets: secrets)
    } catch {
      throw error.failure
    }
  }

  /// Takes a channel away from our policies with it, and leaves it where others tell it.
  private func delete(_ change: Change) async throws(Failure) {
    guard let (id, _) = try await found(change) else { return }
    do throws(CloudFailure) {
      var other: String?
      try await monitoring.policies.list { tree, node in
        let told = tree.texts(tree.value(node, "notificationChannels"))
        if AlertMark(tree, node) == nil, told.contains(where: { $0.hasSuffix("/notificationChannels/\(id)") }) {
          other = tree.text(node, "displayName") ?? tree.text(node, "name")
        }
      }
      if let other {
        throw CloudFailure(
          "delete notification channel '\(id)'",
          CloudFault(
            .precondition, why: "the alert policy '\(Terminal.visible(other))' of others tells it",
            hint: "take it off that policy first, or take the labels that begin with 'jobs-' off the channel to keep it"
          ))
      }
      do throws(CloudFailure) {
        try await monitoring.channels.delete(id, isForced: true)
      } catch  where error.mayBeDone || error.cause == .notFound {
        guard try await monitoring.channels.find(id) == nil else { throw error }
      }
    } catch {
      throw error.failure
    }
  }

  /// The channel that a change is of, as the plan saw it; nil where it is gone.
  private func found(_ change: Change) async throws(Failure) -> (id: String, live: LiveResource)? {
    guard let version = MonitoringVersion(change.precondition) else { throw Self.isChanged(change) }
    let tree: Tree?
    do throws(CloudFailure) {
      tree = try await monitoring.channels.find(version.id)
    } catch {
      throw error.failure
    }
    guard let tree else { return nil }
    guard let live = liveChannel(tree, Tree.root), live.id == change.id, live.precondition == change.precondition else {
      throw Self.isChanged(change)
    }
    return (version.id, live)
  }

  /// - Parameter withKey: whether the key is sent, which is read from its secret for that.
  /// - Returns: the channel as JSON, and what of it no message may repeat.
  private func body(
    _ fields: [Resource.Field], _ mark: ChannelMark, withKey: Bool
  ) async throws(Failure) -> (body: [UInt8], secrets: [Secret]) {
    var fields = fields.withoutQuarantine + mark.fields
    var secrets: [Secret] = []
    if withKey, let name = RouteChannels.secret(in: fields[ResourceShape.keySource]?.text ?? "") {
      let value: [UInt8]?
      do throws(CloudFailure) {
        value = try await self.secrets.latestValue(of: name)
      } catch {
        throw error.failure
      }
      guard let value else {
        throw .world(
          "the secret '\(Terminal.visible(name))' with the key of route '\(mark.name.route)' has no value",
          hint: "jobs-deploy secret put \(name) --project \(place.account) --file FILE")
      }
      let key = String(decoding: value.drop { $0 <= 32 }.reversed().drop { $0 <= 32 }.reversed(), as: UTF8.self)
      fields.append(Resource.Field("labels.service_key", key))
      secrets.append(Secret(key))
    }
    return (try ResourceShape.channel.layout.json(fields), secrets)
  }
}
