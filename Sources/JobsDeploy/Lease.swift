import Glibc
package import JobsCore
package import JobsStore

/// The right to change places: one run at a time has it, of all that share a state folder.
///
/// It is a lock of the kernel on a file of each place, so it ends with the process that holds it, however that ends, and on
/// one host there is nothing to heal. The file says whose it is. Who takes a lease away removes the file; the holder sees that
/// before its next change.
///
/// Where hosts share the folder, locks may hold for each host alone. So the holder sets the file's time again and again, and a
/// file of another host counts until that has not happened for a while. Both times are the file system's own: clocks of hosts
/// are never compared.
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
  /// The name of each lock's place.
  private let places: [String]
  private let paths: [String]
  private var owner: Owner

  private init(_ locks: [FileLock], of places: [String], at paths: [String], _ owner: Owner) {
    self.locks = locks
    self.places = places
    self.paths = paths
    self.owner = owner
  }

  /// Whether nobody took it away, from this host or another.
  package var isHeld: Bool {
    locks.allSatisfy(\.isInPlace) && paths.allSatisfy { Self.owner(at: $0)?.run == owner.run }
  }

  package func release() {
    // An empty file is nobody's, wherever that is read; one that is somebody else's by now stays.
    for (lock, path) in zip(locks, paths) {
      if lock.isInPlace, Self.owner(at: path)?.run == owner.run { try? lock.write([]) }
      lock.release()
    }
  }

  // MARK: Being alive

  /// How often a lease that is held is to be renewed.
  package static let renewal: Duration = .seconds(10)
  /// After so many seconds without that, one of another host has lapsed.
  static let longestSilence: Int64 = 60

  /// Says that its holder is alive; may be called from anywhere, whether it is still held or not.
  package var renew: @Sendable () -> Void {
    { [paths] in for path in paths { utimensat(AT_FDCWD, path, nil, 0) } }
  }

  /// Whether the file of a lease was renewed lately, by the clock of its file system.
  private static func isAlive(_ path: String) -> Bool {
    var template = Array("\(path).XXXXXX".utf8CString)
    let probe = mkstemp(&template)
    guard probe >= 0 else { return true }
    defer {
      close(probe)
      unlink(template)
    }
    var (now, last) = (stat(), stat())
    guard futimens(probe, nil) == 0, fstat(probe, &now) == 0 else { return true }
    guard stat(path, &last) == 0 else { return false }
    return Int64(now.st_mtim.tv_sec) - Int64(last.st_mtim.tv_sec) < longestSilence
  }

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
    let names = Set(places.map(\.leaseName)).sorted()
    let clock = ContinuousClock()
    let end = clock.now + waiting
    for name in names {
      let path = file(name, state)
      var lock = try takeFree(path, from: owner.host, until: clock.now)
      if lock == nil, waiting > .zero {
        say(Self.owner(at: path))
        lock = try takeFree(path, from: owner.host, until: end)
      }
      guard let lock else {
        let other = Self.owner(at: path)
        throw .world(
          "'\(Terminal.visible(name))' is being changed by \(other?.words ?? "another run"), and nothing was changed",
          hint: "wait for it with --wait 10m; one that hangs is freed by 'jobs-deploy force-unlock'")
      }
      var own = owner
      own.place = name
      try lock.write(own.bytes)
      locks.append(lock)
    }
    return Lease(locks, of: names, at: names.map { file($0, state) }, owner)
  }

  /// Goes on with it in another run, so that nobody takes that for one that was killed.
  package func goOn(as run: String) throws(Failure) {
    owner.run = run
    for (lock, place) in zip(locks, places) {
      var own = owner
      own.place = place
      try lock.write(own.bytes)
    }
  }

  /// The lock of a lease that nobody has, nobody on another host either; nil where somebody has it all that time.
  private static func takeFree(
    _ path: String, from host: String, until end: ContinuousClock.Instant
  ) throws(Failure) -> FileLock? {
    let clock = ContinuousClock()
    while let lock = try FileLock.take(path, waiting: max(end - clock.now, .zero)) {
      guard isElsewhere(path, from: host) else { return lock }
      lock.release()
      guard clock.now < end else { return nil }
      usleep(200_000)
    }
    return nil
  }

  /// Whether somebody on another host has a lease whose lock is free here.
  private static func isElsewhere(_ path: String, from host: String) -> Bool {
    guard let other = owner(at: path), other.host != host else { return false }
    return isAlive(path)
  }

  private static func folder(_ state: StateDirectory) -> String { "\(state.path)/leases" }

  private static func file(_ name: String, _ state: StateDirectory) -> String {
    StateDirectory.lockFile(name, in: folder(state))
  }

  /// Who wrote into the file of a lease last; nil where nobody did, or who did let go.
  private static func owner(at path: String) -> Owner? {
    (try? FileBytes.read(path, limit: Owner.limit)).flatMap(Owner.init)
  }

  // MARK: Looking, and taking away

  /// The owners of all leases that are held.
  ///
  /// - Parameter host: this one's name.
  package static func held(in state: StateDirectory, host: String = hostName()) throws(Failure) -> [Owner] {
    var owners: [Owner] = []
    for file in FolderReader.names(in: folder(state)).sorted() {
      let path = "\(folder(state))/\(file)"
      guard let owner = owner(at: path) else { continue }
      guard let lock = try FileLock.take(path) else {
        owners.append(owner)
        continue
      }
      lock.release()
      if isElsewhere(path, from: host) { owners.append(owner) }
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
    json.beginRecord("lease")
    json.member("place", place)
    json.member("run", run)
    json.member("user", user)
    json.member("host", host)
    json.member("pid", Int(pid))
    json.member("since", since.rfc3339)
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
