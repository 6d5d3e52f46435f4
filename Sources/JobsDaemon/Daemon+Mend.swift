import JobsCore
import JobsSchedule
import JobsStore

extension Daemon {
  /// Puts a history aside that was found damaged, and goes on with a new one, into which all open runs are written.
  ///
  /// - Parameter now: nanoseconds of the monotonic clock.
  func mendHistory(_ now: Int64) {
    guard ledger.history.isDamaged, now >= mendAt else { return }
    mendAt = now + Self.mendInterval
    purge = nil
    do throws(Failure) {
      let (history, aside) = try RunHistory.replace(ledger.history)
      ledger.begin(
        history, open: runs.values.map(\.execution),
        account: RunHistory.Account(accounted: account.accounted, clock: account.clock, barrier: account.barrier),
        boot: isBoot ? nil : ProcessIdentity.currentBoot,
        breakers: Array(breakers.values))
      figures.quarantined += 1
      keepAllScheduled()
      commit(now)
      log.say(
        .error, "history",
        "it was damaged and is now '\(aside)'; a new one begins with the \(runs.count) runs that are open, and knows "
          + "nothing of earlier ones")
    } catch {
      log.say(.error, "history", "it is damaged, and cannot be put aside: \(error.message)")
    }
  }

  /// From one try to the next.
  private static let mendInterval: Int64 = 1_000_000_000
}
