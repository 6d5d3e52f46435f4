/// A time zone: a name and the offsets it had, has and will have.
///
/// Read from a TZif file (`Zone.parse`), a POSIX rule (`Zone.posix`), or made of one offset. Offsets are seconds east of
/// UTC. Past the file's last transition its POSIX footer decides.
package struct Zone: Hashable, Sendable {
  package let name: String
  /// Ascending, each with an offset that differs from the one before it.
  private let transitions: [Int64]
  /// One more than transitions: `offsets[i]` holds up to `transitions[i]`.
  private let offsets: [Int64]
  /// Decides from the last transition on, where the zone keeps changing for ever.
  private let rule: PosixTZ?

  /// Transitions of the rule are written out up to this year, as fat TZif files do; beyond it they are computed.
  private static let lastTableYear = 2037

  package static let utc = Zone(name: "UTC", transitions: [], offsets: [0], footer: nil)

  /// - Parameter offset: seconds east of UTC, at most a day either way.
  package static func fixed(name: String, offset: Int64) -> Zone {
    Zone(name: name, transitions: [], offsets: [max(-86400, min(86400, offset))], footer: nil)
  }

  /// Reads a POSIX rule as the variable `TZ` may hold it: `CET-1CEST,M3.5.0,M10.5.0/3`.
  package static func posix(_ rule: String) throws(ZoneError) -> Zone {
    let footer = try PosixTZ.parse(rule)
    return Zone(name: rule, transitions: [], offsets: [footer.standardOffset], footer: footer)
  }

  /// Joins a table and a footer; transitions that change nothing are dropped.
  init(name: String, transitions: [Int64], offsets: [Int64], footer: PosixTZ?) {
    self.name = name
    var times: [Int64] = []
    var values = [offsets[0]]
    times.reserveCapacity(transitions.count)
    values.reserveCapacity(offsets.count)
    for (time, offset) in zip(transitions, offsets.dropFirst()) where offset != values[values.count - 1] {
      times.append(time)
      values.append(offset)
    }
    var rule: PosixTZ?
    let from = max(Zone.earliest, transitions.last ?? Zone.earliest)
    if let footer = footer?.settled, from < Zone.latest {
      let known = footer.offset(at: from)
      if known != values[values.count - 1] {
        if transitions.isEmpty {
          values = [known]
        } else if times.last == from {
          values[values.count - 1] = known
        } else {
          times.append(from)
          values.append(known)
        }
      }
      if footer.daylight != nil {
        rule = footer
        let lastYear = max(Zone.lastTableYear, WallTime(seconds: from).year + 1)
        let firstYear = transitions.isEmpty ? 1970 : WallTime(seconds: from).year
        for change in footer.changes(fromYear: firstYear, throughYear: lastYear)
        where change.epoch > from && change.offset != values[values.count - 1] {
          times.append(change.epoch)
          values.append(change.offset)
        }
      }
    }
    self.transitions = times
    self.offsets = values
    self.rule = rule
  }

  /// This zone before an instant, and another from it on: how the clock on the wall goes where a zone gets new rules.
  ///
  /// The instant becomes a transition like any other, so a schedule treats what the wall skips or repeats there as it
  /// treats every change of the clock.
  func followed(by other: Zone, from epoch: Int64) -> Zone {
    Zone(self, before: epoch, other)
  }

  private init(_ old: Zone, before epoch: Int64, _ new: Zone) {
    let before = old.utcOffset(at: epoch - 1)
    let after = new.utcOffset(at: epoch)
    var changes = old.transitions(in: Int64.min..<epoch)
    if before != after { changes.append(ZoneTransition(epoch: epoch, offsetBefore: before, offsetAfter: after)) }
    let lastYear = max(Zone.lastTableYear, WallTime(seconds: epoch).year + 1)
    let end = WallTime(year: lastYear + 1, month: 1, day: 1).seconds
    changes += new.transitions(in: epoch + 1..<max(end, epoch + 1))
    name = new.name
    transitions = changes.map(\.epoch)
    offsets = [changes.first?.offsetBefore ?? after] + changes.map(\.offsetAfter)
    rule = new.rule
  }

  /// The year 1: schedules are not searched before it.
  static let earliest: Int64 = -62_135_596_800
  /// The first second of the year 10000: schedules are not searched from it on.
  static let latest: Int64 = 253_402_300_800

  /// Seconds east of UTC at an instant, in seconds since the epoch.
  package func utcOffset(at epoch: Int64) -> Int64 {
    let index = tableIndex(epoch)
    if index == transitions.count, let rule { return rule.offset(at: epoch) }
    return offsets[index]
  }

  /// The stretch with one offset that an instant lies in.
  package func span(at epoch: Int64) -> ZoneSpan {
    let index = tableIndex(epoch)
    if index == transitions.count, let rule { return rule.span(at: epoch) }
    return ZoneSpan(
      start: index == 0 ? Int64.min : transitions[index - 1],
      end: index == transitions.count ? Int64.max : transitions[index],
      offset: offsets[index],
      previousOffset: offsets[max(0, index - 1)],
      nextOffset: offsets[min(transitions.count, index + 1)])
  }

  /// How many transitions are not after an instant.
  private func tableIndex(_ epoch: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) >> 1
      if transitions[middle] <= epoch { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
