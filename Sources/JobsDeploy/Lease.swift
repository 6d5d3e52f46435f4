import Glibc
package import JobsCore
package import JobsStore

/// The right to change places: one run at a time has it, of all that share a state folder.
///
/// It is a lock of the kernel on a file of each place, so it ends with the process that holds it, however that ends, and
/// there is nothing to heal. The file says whose it is. Who takes a lease away removes the file; the holder sees that before
/// its next change.
package final class Lease {
  /// Who holds a lease.
  package struct Owner: Sendable, Equatable {
    /// `KIND/ACCOUNT/KEY` of the place.
    package var place: String
    package var run: String
    package var user: String
    package var host: String
    package var pid: Int32
    package var since: Instant

    package init(place: String, run: String, user: String, host: String, pid: Int32, since: Instant) {
      self.place = place
      self.run = run
      self.user = user
      self.host = host
      self.pid = pid
      self.since = since
    }

    /// In words.
    package var words: String {
      "\(Terminal.visible(user)) on '\(Terminal.visible(host))', process \(pid), since \(since.rfc3339)"
    }
  }

  private let locks: [FileLock]

  private init(_ locks: [FileLock]) { self.locks = locks }

  /// Whether nobody took it away.
  package var isHeld: Bool { locks.allSatisfy(\.isInPlace) }

  package func release() { for lock in locks { lock.release() } }

  // MARK: Taking

  /// - Parameters:
  ///   - places: in whichever order; two runs never wait for each other.
  ///   - owner: who takes it; the place is filled in.
  ///   - waiting: how long for another run.
  ///   - say: hears of whoever has to be waited for.
  /// - Throws: a world failure that names who holds it, where that is another.
  package static func take(
    _ places: [Place], in state: StateDirectory, for owner: Owner, waiting: Duration, say: (Owner?) -> Void
  ) throws(Failure) -> Lease {
    var locks: [FileLock] = []
    let clock = ContinuousClock()
    let end = clock.now + waiting
    for name in Set(places.map(\.leaseName)).sorted() {
      let path = file(name, state)
      var lock = try FileLock.take(path)
      if lock == nil, waiting > .zero {
        say(try holder(name, state))
        lock = try FileLock.take(path, waiting: end - clock.now)
      }
      guard let lock else {
        let other = try holder(name, state)
        throw .world(
          "'\(Terminal.visible(name))' is being changed by \(other?.words ?? "another run"), and nothing was changed",
          hint: "wait for it with --wait 10m; one that hangs is freed by 'jobs-deploy force-unlock'")
      }
      var own = owner
      own.place = name
      try lock.write(own.bytes)
      locks.append(lock)
    }
    return Lease(locks)
  }

  private static func folder(_ state: StateDirectory) -> String { "\(state.path)/leases" }

  private static func file(_ name: String, _ state: StateDirectory) -> String {
    StateDirectory.lockFile(name, in: folder(state))
  }

  /// Who wrote into the file of a lease last; nil where nobody did.
  private static func holder(_ name: String, _ state: StateDirectory) throws(Failure) -> Owner? {
    (try? FileBytes.read(file(name, state), limit: Owner.limit)).flatMap(Owner.init)
  }

  // MARK: Looking, and taking away

  /// The owners of all leases that are held.
  package static func held(in state: StateDirectory) throws(Failure) -> [Owner] {
    var owners: [Owner] = []
    for file in FolderReader.names(in: folder(state)).sorted() {
      let path = "\(folder(state))/\(file)"
      guard let owner = (try? FileBytes.read(path, limit: Owner.limit)).flatMap(Owner.init) else { continue }
      if let lock = try FileLock.take(path) { lock.release() } else { owners.append(owner) }
    }
    return owners
  }

  /// Takes a lease away from its owner, who begins no further change.
  package static func seize(_ owner: Owner, in state: StateDirectory) throws(Failure) {
    let path = file(owner.place, state)
    guard unlink(path) == 0 || errno == ENOENT else {
      throw .world("cannot remove '\(path)': \(systemMessage())", hint: "run it as the owner of the state folder")
    }
  }
}

extension Place {
  /// What a lease calls the place, whoever acts there.
  package var leaseName: String { "\(kind)/\(account)/\(key)" }
}

extension Lease.Owner {
  fileprivate static let limit = 64 << 10

  fileprivate var bytes: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    json.newline()
    return json.bytes
  }

  /// Writes the `lease` record.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("type")
    json.value("lease")
    json.key("v")
    json.value(1)
    json.key("place")
    json.value(place)
    json.key("run")
    json.value(run)
    json.key("user")
    json.value(user)
    json.key("host")
    json.value(host)
    json.key("pid")
    json.value(Int(pid))
    json.key("since")
    json.value(since.rfc3339)
    json.endObject()
  }

  fileprivate init?(_ bytes: [UInt8]) {
    var reader = RecordReader(bytes: bytes, name: "the lease")
    var record = Record()
    guard (try? reader.next(into: &record)) == true, record.type == "lease", let place = record.string("place"),
      let run = record.string("run"), let user = record.string("user"), let host = record.string("host"),
      let pid = record.tree.value(Tree.root, "pid").flatMap(record.tree.int).flatMap({ Int32(exactly: $0) }),
      let since = record.string("since").flatMap({ Instant(rfc3339: $0) })
    else { return nil }
    self.init(place: place, run: run, user: user, host: host, pid: pid, since: since)
  }
}
