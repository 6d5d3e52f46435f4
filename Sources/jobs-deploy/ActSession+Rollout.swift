import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsExec
import JobsStore

extension ActSession {
  /// Carries the changes out, each with its lines in the journal and in the audit log.
  func rollOut(
    _ rollout: inout Rollout, _ acts: Acts, _ live: [String: LiveResource], _ lease: Lease, _ head: Journal.Head,
    _ file: JournalFile
  ) async throws(Failure) {
    let log = try state.auditLog(session.environment)
    let world = acts.world
    let refused = acts.refused
    StopRequest.hold()
    defer { StopRequest.release() }
    // The lines of what is carried out together are synced as one.
    @Sendable func act(_ changes: [Change]) async -> [Failure?] {
      do throws(Failure) {
        guard let first = changes.first else { return [] }
        let provider = try world.provider(of: first.id)
        for change in changes {
          try file.begin(
            change, result: change.action.isLast ? nil : change.result(over: live[change.id]?.fields ?? []))
        }
        let pending = try log.begin(changes.map { Self.act($0, head) })
        let failures = await provider.perform(changes)
        try log.end(pending, failures)
        for (change, failure) in zip(changes, failures) where failure?.kind == .partial {
          Self.show(await provider.lastWords(on: change), of: change)
        }
        return failures
      } catch {
        return changes.map { _ in error }
      }
    }
    await rollout.run(clock: Self.seconds, isStopping: { StopRequest.signal != nil || !lease.isHeld }) { changes in
      var ends = await act(changes.filter { refused[$0.id] == nil })[...]
      return changes.map { refused[$0.id] ?? ends.removeFirst() }
    } report: { change, failure in
      // What the journal lacks the world shows.
      try? file.end(change, failure?.message)
      report(change, failure)
    }
    if !lease.isHeld {
      Entry.say(
        "jobs-deploy", "somebody took the lease away, so nothing more was begun", level: "warning",
        hint: "'jobs-deploy history' shows what runs there now")
    }
  }

  private static func act(_ change: Change, _ head: Journal.Head) -> AuditAct {
    var parameters: [AuditAct.Parameter] = [
      .init("resource", change.id), .init("action", change.action.rawValue), .init("deploy", head.id),
      .init("plan", head.plan),
    ]
    for (name, text) in [
      ("commit", head.commit), ("approvedBy", head.approval?.by), ("ticket", head.approval?.ticket),
      ("override", head.override),
    ] {
      if let text { parameters.append(.init(name, text)) }
    }
    parameters += change.fields.map { .init($0.path, $0.desired?.text ?? "") }
    return AuditAct(head.verb, of: change.job, parameters)
  }

  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
