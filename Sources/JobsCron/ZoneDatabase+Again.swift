import Synchronization

/// What came of reading zones again.
package struct ZoneChanges: Sendable {
  /// Zones that have other rules now.
  package var changed: [String] = []
  /// The zone that the host's clock follows now, where that is another one.
  package var host: String?
  /// Zones that cannot be read any more and stay as they were, with the reason; each is told once.
  package var lost: [(name: String, fault: ZoneError)] = []
  /// Zones that can be read again.
  package var found: [String] = []

  package var isEmpty: Bool { changed.isEmpty && host == nil }
}

extension ZoneDatabase {
  /// Reads again every zone that was asked for, after the database or the host's clock may have changed.
  ///
  /// A zone that has other rules counts by the old ones before `epoch` and by the new ones from then on. One that cannot
  /// be read, such as a file that is being written, stays as it was.
  /// - Parameters:
  ///   - epoch: in seconds, from when new rules count.
  ///   - correction: seconds; where the clock of a zone is further off than that, the new rules count for all time.
  package func readAgain(from epoch: Int64, correction: Int64) -> ZoneChanges {
    var changes = ZoneChanges()
    for name in known.withLock({ $0.named.keys.sorted() }) {
      let fresh = Result { () throws(ZoneError) in try read(name) }
      known.withLock { known in
        guard var entry = known.named[name] else { return }
        if Self.take(fresh, into: &entry, name, epoch, correction, &changes) { changes.changed.append(name) }
        known.named[name] = entry
      }
    }
    guard let host = known.withLock({ $0.host }) else { return changes }
    let fresh = Result { () throws(ZoneError) in try readHostZone(host.variable) }
    known.withLock { known in
      guard var entry = known.host?.known else { return }
      let name = entry.read.name
      if Self.take(fresh, into: &entry, name, epoch, correction, &changes) {
        if entry.zone.name != name {
          changes.host = entry.zone.name
        } else if !changes.changed.contains(name) {
          changes.changed.append(name)
        }
      }
      known.host?.known = entry
    }
    return changes
  }

  private static func take(
    _ fresh: Result<Zone, ZoneError>, into entry: inout KnownZone, _ name: String, _ epoch: Int64, _ correction: Int64,
    _ changes: inout ZoneChanges
  ) -> Bool {
    switch fresh {
    case .success(let zone):
      if entry.fault != nil, !changes.found.contains(name) { changes.found.append(name) }
      return entry.take(zone, from: epoch, correction: correction)
    case .failure(let fault):
      if entry.fault != fault, !changes.lost.contains(where: { $0.name == name }) { changes.lost.append((name, fault)) }
      entry.fault = fault
      return false
    }
  }

  /// The folders in which the zones that were asked for can be replaced, and the links that lead to them; none where no
  /// zone has a file.
  package var folders: Set<String> {
    let (names, isHost) = known.withLock { (Array($0.named.keys), $0.host.map { $0.variable == nil } ?? false) }
    var found: Set<String> = []
    if isHost { follow("/etc/localtime", &found) }
    if !names.isEmpty { follow(folder, &found) }
    for name in names { follow("\(folder)/\(name)", &found) }
    return found
  }

  /// Adds the folder of a file, and those of what it is a link to.
  private func follow(_ path: String, _ folders: inout Set<String>) {
    var path = path
    for _ in 0..<Self.mostLinks {
      guard let slash = path.lastIndex(of: "/") else { return }
      let folder = slash == path.startIndex ? "/" : String(path[..<slash])
      folders.insert(folder)
      guard let target = files.link(path) else { return }
      path = target.hasPrefix("/") ? target : "\(folder)/\(target)"
    }
  }

  /// As many links as the kernel follows (path_resolution(7)).
  private static let mostLinks = 40
}
