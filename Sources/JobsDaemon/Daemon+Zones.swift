import JobsCore
import JobsCron
import JobsSchedule

extension Daemon {
  /// Reads the zones again, and lets every due time that is not accounted for follow them.
  ///
  /// What was due before now stays as the old rules had it: a fixed time that the clock of the zone jumps over with the
  /// change is due at once, and one that it repeats is not due again, as with any change of the clock.
  func readZones() {
    zonesAt = nil
    guard case .running = phase else { return }
    let epoch = max(account.accounted, clock.now.floorDivided(by: 1000)) + 1
    let changes = host.zones.readAgain(from: epoch, correction: ClockAccount.correction)
    defer { watchZones() }
    for (name, fault) in changes.lost {
      log.say(.error, "zones", "zone '\(name)' stays as it was: \(fault.message)")
    }
    for name in changes.found { log.say(.info, "zones", "zone '\(name)' can be read again") }
    guard !changes.isEmpty else { return }
    let (changed, corrected) = table.follow(host.zones, zoneVariable: host.zoneVariable, at: epoch)
    tell(changes, changed.count)
    if !corrected.isEmpty {
      let names = corrected.compactMap { table[$0]?.job.id }.joined(separator: ", ")
      log.say(.warning, "zones", "the clock was hours off, so what was due before is not made up for: \(names)")
    }
    keepSchedules(of: changed)
    fillAgenda()
    isDue = true
  }

  private func tell(_ changes: ZoneChanges, _ count: Int) {
    let jobs = count == 1 ? "1 job follows" : "\(count) jobs follow"
    if let host = changes.host { log.say(.info, "zones", "the host's zone is now '\(host)'") }
    let names = changes.changed.map { "'\($0)'" }.joined(separator: ", ")
    log.say(.info, "zones", names.isEmpty ? jobs : "new rules of \(names): \(jobs)")
  }

  /// Watches the files of the zones that jobs are due by from here on.
  func watchZones() {
    guard topics.contains(.zones) else { return }
    let failed = files?.set(host.zones.folders, for: .zones) ?? []
    for (path, reason) in failed where !unwatchedZones.contains(path) {
      log.say(.warning, "zones", "cannot watch '\(path)': \(reason); send SIGHUP after a change of the time zones")
    }
    unwatchedZones = Set(failed.map(\.path))
  }
}
