import CKeeper
import Glibc
package import JobsCore
package import JobsStore

/// The file in which a keeper notes its jobs; it tells the truth while the keeper runs, and afterwards.
///
/// A job is over once it has an end and both outputs are closed, at the latest two seconds later; or, without an end,
/// once the keeper is gone: then nobody knows how it ends.
package final class KeeperFile {
  package let path: String
  /// The keeper that wrote it, which may be gone.
  package let keeper: ProcessIdentity
  private let map: UnsafeMutableRawPointer
  private let size: Int

  private init(path: String, map: UnsafeMutableRawPointer, size: Int, keeper: ProcessIdentity) {
    self.path = path
    self.map = map
    self.size = size
    self.keeper = keeper
  }

  deinit { munmap(map, size) }

  /// Takes the file from a keeper whose client is gone: when this returns, nothing can be started there any more, not
  /// even what was asked for before.
  ///
  /// - Returns: nil for a file that no keeper finished: nothing was ever started there.
  /// - Throws: where it cannot be read, or comes from another version.
  package static func close(_ path: String) throws(Failure) -> KeeperFile? {
    try open(path) { keeper_close($0) }
  }

  /// Opens the file as it stands, and leaves the keeper alone.
  static func open(_ path: String) throws(Failure) -> KeeperFile? { try open(path) { _ in } }

  /// - Parameter change: made under the file's lock, which the keeper takes for each start.
  private static func open(
    _ path: String, change: (UnsafeMutablePointer<keeper_header>) -> Void
  ) throws(Failure) -> KeeperFile? {
    let file = FileDescriptor(Glibc.open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK))
    guard file.number >= 0 else { throw unreadable(path, systemMessage()) }
    while flock(file.number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw unreadable(path, systemMessage()) }
    }
    // The mapping keeps the file open, and so the lock, when the descriptor is closed.
    defer { flock(file.number, LOCK_UN) }
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw unreadable(path, systemMessage()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path, "not a file") }
    let size = Int(status.st_size)
    guard size >= Int(KEEPER_SLOTS_AT) else { return nil }
    guard let map = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file.number, 0), map != MAP_FAILED else {
      throw unreadable(path, systemMessage())
    }
    let header = map.assumingMemoryBound(to: keeper_header.self)
    let known = check(header, size: size)
    guard case .keeper(let keeper) = known else {
      munmap(map, size)
      guard case .foreign(let reason) = known else { return nil }
      throw unreadable(path, reason)
    }
    change(header)
    return KeeperFile(path: path, map: map, size: size, keeper: keeper)
  }

  private enum Header {
    case keeper(ProcessIdentity)
    /// The mark is written last.
    case unfinished
    case foreign(String)
  }

  private static func check(_ header: UnsafeMutablePointer<keeper_header>, size: Int) -> Header {
    let magic = withUnsafeBytes(of: header.pointee.magic) { Array($0) }
    if magic.allSatisfy({ $0 == 0 }) { return .unfinished }
    guard magic.elementsEqual(KEEPER_MAGIC.utf8) else { return .foreign("not the file of a keeper") }
    guard header.pointee.version == UInt32(KEEPER_VERSION) else {
      return .foreign("it is of version \(header.pointee.version), not \(KEEPER_VERSION)")
    }
    let slots = Int(keeper_slot_count(header))
    guard slots <= Int(KEEPER_SLOTS_MOST), size >= Int(KEEPER_SLOTS_AT) + slots * MemoryLayout<keeper_slot>.size,
      header.pointee.pid > 0
    else { return .foreign("it is damaged") }
    let boot = withUnsafeBytes(of: header.pointee.boot) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return .keeper(ProcessIdentity(pid: header.pointee.pid, startTicks: header.pointee.start_ticks, boot: boot))
  }

  private static func unreadable(_ path: String, _ reason: String) -> Failure {
    .world(
      "cannot read what a keeper noted in '\(path)': \(reason)",
      hint: "jobs that were started there may still run; remove the file once they have ended")
  }

  /// Whether the keeper still looks after jobs; what it noted is final otherwise.
  package var isKeeperAlive: Bool { keeper.isAlive }

  /// Whether nothing may be started there any more.
  var isClosed: Bool { keeper_is_closed(map.assumingMemoryBound(to: keeper_header.self)) != 0 }

  /// The jobs whose ends nobody has released, as they stand now.
  package var jobs: [KeptJob] { (0..<count).compactMap { job($0) } }

  /// A start amid which the keeper was killed: nobody noted whether the process came to be.
  struct InterruptedStart {
    var slot: Int
    var execution: ULID
    /// Milliseconds since the epoch.
    var at: Int64
  }

  /// The starts amid which the keeper was killed, of which there are two at most; none while it lives.
  var interruptedStarts: [InterruptedStart] {
    isKeeperAlive
      ? []
      : (0..<count).compactMap { slot in
        let place = place(slot)
        guard keeper_slot_state(place) == KEEPER_STARTING.rawValue,
          let execution = KeptJob.execution(place.pointee)
        else { return nil }
        return InterruptedStart(slot: slot, execution: execution, at: place.pointee.started_millis)
      }
  }

  /// Takes note that nothing came of an interrupted start.
  func forget(_ slot: Int) {
    guard (0..<count).contains(slot) else { return }
    keeper_set_slot_state(place(slot), KEEPER_FREE.rawValue)
  }

  private func place(_ slot: Int) -> UnsafeMutablePointer<keeper_slot> {
    (map + Int(KEEPER_SLOTS_AT)).assumingMemoryBound(to: keeper_slot.self) + slot
  }

  /// A job as it stands now; nil if the slot is free.
  package func job(_ slot: Int) -> KeptJob? {
    guard (0..<count).contains(slot) else { return nil }
    let place = place(slot)
    let state = keeper_slot_state(place)
    return KeptJob(slot, place.pointee, state: state, boot: keeper.boot)
  }

  /// The slots in the part that is mapped; the keeper may have added some since.
  private var count: Int {
    let slots = Int(keeper_slot_count(map.assumingMemoryBound(to: keeper_header.self)))
    return min(slots, (size - Int(KEEPER_SLOTS_AT)) / MemoryLayout<keeper_slot>.size)
  }

  /// Removes the file, once all that stands in it was written down elsewhere.
  package func remove() { unlink(path) }
}
