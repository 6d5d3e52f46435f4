import JobsCloud
import JobsCore
import JobsDeploy

/// Log metrics are made, changed and deleted.
extension GoogleProjectProvider {
  func perform(_ change: Change, onMetricOf alert: AlertName) async throws(Failure) {
    let name = alert.metric
    if change.action == .create { return try await create(change, name) }
    guard change.action != .adopt, change.action != .release else { throw Self.isNeverTaken(change) }
    let live: Tree?
    do throws(CloudFailure) {
      live = try await metrics.metric(name)
    } catch {
      throw error.failure
    }
    if live == nil, change.action == .delete { return }
    let found = live.flatMap { liveMetric(alert, $0, Tree.root) }
    guard let found, found.precondition == change.precondition else {
      throw .world("'\(Terminal.visible(change.id))' was changed meanwhile", hint: "make the plan anew")
    }
    let body = change.action == .delete ? [] : try Self.body(change, name, over: found.fields)
    do throws(CloudFailure) {
      guard change.action == .delete else { return try await metrics.replace(name, body) }
      do throws(CloudFailure) {
        try await metrics.delete(name)
      } catch  where error.mayBeDone || error.cause == .notFound {
        guard try await metrics.metric(name) == nil else { throw error }
      }
    } catch {
      throw error.failure
    }
  }

  private func create(_ change: Change, _ name: String) async throws(Failure) {
    let body = try Self.body(change, name, over: [])
    let mark = DescriptionMark(owner: change.job, change.result(over: []))
    do throws(CloudFailure) {
      do throws(CloudFailure) {
        try await metrics.create(name, body)
      } catch  where error.mayBeDone || error.cause == .alreadyExists {
        // An attempt whose answer was lost may be what made it.
        guard let made = try await metrics.metric(name), DescriptionMark(made, Tree.root) == mark else { throw error }
      }
    } catch {
      throw error.failure
    }
  }

  private static func body(
    _ change: Change, _ name: String, over live: [Resource.Field]
  ) throws(Failure) -> [UInt8] {
    let fields = change.result(over: live)
    let mark = DescriptionMark(owner: change.job, fields)
    return try ResourceShape.logMetric.layout.json(
      [Resource.Field("name", name), Resource.Field("description", mark.description)] + fields.withoutQuarantine)
  }
}
