import JobsCloud
import JobsCore
import JobsDeploy

/// Alert policies are made, changed and deleted.
extension GoogleProjectProvider {
  func perform(_ change: Change, onAlert alert: AlertName) async throws(Failure) {
    let channels: AlertChannels
    do throws(CloudFailure) {
      channels = try await alertChannels()
    } catch {
      throw error.failure
    }
    switch change.action {
    case .create: try await create(change, alert, channels)
    case .update, .quarantine:
      guard let (policy, found) = try await found(change, channels) else { throw Self.isChanged(change) }
      let fields = change.result(over: found.fields)
      let body = try body(fields, AlertMark(owner: change.job, alert, fields), channels)
      var mask = ["userLabels"]
      for field in change.fields where field.path != Quarantine.field {
        let root = String(field.path.prefix { $0 != "." && $0 != "[" })
        let key = root == ResourceShape.routes ? ResourceShape.channels : root
        if !mask.contains(key) { mask.append(key) }
      }
      do throws(CloudFailure) {
        try await monitoring.policies.update(policy, body, mask: mask)
      } catch {
        throw error.failure
      }
    case .delete:
      guard let (policy, _) = try await found(change, channels) else { return }
      do throws(CloudFailure) {
        do throws(CloudFailure) {
          try await monitoring.policies.delete(policy)
        } catch  where error.mayBeDone || error.cause == .notFound {
          guard try await monitoring.policies.find(policy) == nil else { throw error }
        }
      } catch {
        throw error.failure
      }
    case .adopt, .release: throw Self.isNeverTaken(change)
    }
  }

  static func isChanged(_ change: Change) -> Failure {
    .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
  }

  static func isNeverTaken(_ change: Change) -> Failure {
    .usage(
      "'\(Terminal.visible(change.id))' is made or removed, and never taken over or given back",
      hint: "make the plan anew")
  }

  /// The policy that a change is of, as the plan saw it; nil where it is gone.
  private func found(
    _ change: Change, _ channels: AlertChannels
  ) async throws(Failure) -> (policy: String, live: LiveResource)? {
    guard let version = MonitoringVersion(change.precondition) else { throw Self.isChanged(change) }
    let tree: Tree?
    do throws(CloudFailure) {
      tree = try await monitoring.policies.find(version.id)
    } catch {
      throw error.failure
    }
    guard let tree else { return nil }
    guard let live = liveAlert(tree, Tree.root, channels), live.id == change.id,
      live.precondition == change.precondition
    else { throw Self.isChanged(change) }
    return (version.id, live)
  }

  private func create(_ change: Change, _ alert: AlertName, _ channels: AlertChannels) async throws(Failure) {
    let fields = change.result(over: [])
    let mark = AlertMark(owner: change.job, alert, fields)
    let body = try body(fields, mark, channels)
    do throws(CloudFailure) {
      do throws(CloudFailure) {
        try await onceMetricIsKnown(to: alert) { () async throws(CloudFailure) in
          try await monitoring.policies.create(fields["displayName"]?.text ?? alert.text, body)
        }
      } catch  where error.mayBeDone {
        // Whether an attempt whose answer was lost has made it says the list alone.
        var isMade = false
        try await monitoring.policies.list { tree, node in if AlertMark(tree, node) == mark { isMade = true } }
        guard isMade else { throw error }
      }
    } catch {
      throw error.failure
    }
  }

  /// Makes a call again for a while where it names a log metric that was made a moment ago, which "could take up to 10
  /// minutes to become available" (the API's own words, 2026-11).
  private func onceMetricIsKnown(
    to alert: AlertName, _ body: () async throws(CloudFailure) -> Void
  ) async throws(CloudFailure) {
    var waits = Self.waits[...]
    while true {
      do throws(CloudFailure) {
        return try await body()
      } catch {
        guard alert.cause == .missed, error.cause == .notFound, let wait = waits.popFirst(),
          (try? await clock.sleep(wait)) != nil
        else { throw error }
      }
    }
  }

  /// Four minutes and a half in all; whoever waits longer applies again.
  private static let waits: [Duration] = [2, 4, 8, 16, 30, 30, 60, 60, 60].map { .seconds($0) }

  private func body(
    _ fields: [Resource.Field], _ mark: AlertMark, _ channels: AlertChannels
  ) throws(Failure) -> [UInt8] {
    let routes = fields[ResourceShape.routes]?.texts ?? []
    let names = try channels.names(of: routes, inProject: place.account)
    return try ResourceShape.alertPolicy.layout.json(
      fields.withoutQuarantine.filter { $0.name != ResourceShape.routes } + mark.fields
        + [Resource.Field(ResourceShape.channels, Resource.Value(names))])
  }
}
