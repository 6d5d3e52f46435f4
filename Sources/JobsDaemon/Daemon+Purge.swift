import JobsCore
import JobsExec
import JobsSchedule
import JobsStore

extension Daemon {
  /// Removes a little of what is too old, where nothing else is to be done just now.
  ///
  /// - Parameter now: nanoseconds of the monotonic clock.
  func continuePurge(_ now: Int64) {
    guard let purgeWake, now >= purgeWake else { return }
    // A run that is due in a moment comes first, but not for ever.
    let isBusy = agenda.soonest.map { $0 * 1000 - clock.now < Self.margin } ?? false
    guard !isBusy || now - purgeAt > Self.patience else {
      purgeHeldUntil = now + Self.pause
      return
    }
    var purge = self.purge ?? HistoryPurge(ledger.history, retention, now: Instant.now().milliseconds)
    do throws(Failure) {
      repeat {
        guard try purge.step() else { break }
      } while !purge.isDone && monotonicNow() - now < Self.slice
    } catch {
      log.say(.warning, "history", "what is too old stays for another hour: \(error.message)")
      return finish(purge, now)
    }
    guard !purge.isDone else { return finish(purge, now) }
    self.purge = purge
    purgeAt = now + Self.pause
  }

  /// When to go on with a purge, in nanoseconds of the monotonic clock; nil for never.
  var purgeWake: Int64? {
    guard case .running = phase, !options.isOnce, ledger.failure == nil, retention != Retention() else {
      return nil
    }
    return max(purgeAt, purgeHeldUntil)
  }

  private func finish(_ purge: HistoryPurge, _ now: Int64) {
    self.purge = nil
    purgeAt = now + Self.interval
    let counts = purge.counts
    figures.purged += counts.executions
    guard !counts.isEmpty else { return }
    log.say(
      .info, "history",
      "removed what is no longer kept: \(counts.executions) executions, \(counts.deadLetters) dead letters and "
        + "\(counts.strays) files that belonged to none")
  }

  /// From the start to the first purge, in nanoseconds: those who wait for their first runs come first.
  static let purgeDelay: Int64 = 5_000_000_000
  /// From the end of a purge to the next.
  private static let interval: Int64 = 3_600_000_000_000
  /// From one slice of a purge to the next, and how long one is.
  private static let pause: Int64 = 50_000_000
  private static let slice: Int64 = 3_000_000
  /// How long a purge lets runs go first.
  private static let patience: Int64 = 1_000_000_000
  /// Milliseconds before a due time in which no slice begins: now and then one has to wait for the disk, when SQLite
  /// writes its log back.
  private static let margin: Int64 = 250
}
