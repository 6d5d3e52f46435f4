import Glibc
import JobsCloud
import JobsCore
import JobsExec
import JobsStore

/// The thread of a spool: looks into the folder, sends what is due, and removes what was taken.
final class CheckInSender {
  private let shared: CheckInState
  private let folder: CheckInFolder
  private let transport: any Transport
  private var queue: CheckInQueue
  /// Held while there is something to send, so that no two processes send the same.
  private var lock: FileLock?
  private var calls: [String: TransportCall] = [:]
  /// Tells of files that come and go by other processes.
  private let changes: FileDescriptor?
  private var generator = SystemRandomNumberGenerator()

  /// Nanoseconds between two looks at a lock that another process holds.
  private static let lockPause: Int64 = 500_000_000

  init(_ shared: CheckInState, _ transport: any Transport, _ limits: CheckInQueue.Limits) {
    self.shared = shared
    self.transport = transport
    folder = shared.folder
    queue = CheckInQueue(limits)
    let number = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    changes = number < 0 ? nil : FileDescriptor(number)
    if number >= 0 {
      _ = inotify_add_watch(number, folder.path, UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE))
    }
  }

  func run() {
    while true {
      shared.wakeUp.reset()
      let (answers, hasNews, stopBy) = shared.take()
      for (name, result) in answers { settle(name, result) }
      let changed = drainChanges()
      if hasNews || changed || !answers.isEmpty { look() }
      // What other processes posted and is under way here is waited for, so that they need not send it again.
      let isLeaving = stopBy != nil && shared.ownWaiting == 0
      if !isLeaving { proceed() }
      let now = monotonicNow()
      if let stopBy, now >= stopBy || isLeaving && calls.isEmpty { break }
      wait(until: [stopBy, isLeaving ? nil : nextStep(now)].compactMap { $0 }.min(), now)
    }
    for call in calls.values { call.cancel() }
    lock = nil
  }

  /// Sends what is due, if it is for this process to send.
  private func proceed() {
    guard !queue.isEmpty else { return lock = nil }
    if lock == nil {
      guard takeLock() else { return }
      // Another process may have sent some meanwhile.
      look()
    }
    let expired = queue.dropExpired(now: Instant.now().milliseconds)
    for entry in expired {
      folder.remove(entry.name)
      shared.count { $0.failed += 1 }
      shared.say(
        .world("the check-in of '\(Terminal.visible(entry.job))' was not sent within a day, and is given up"),
        about: "expired")
    }
    let overflow = queue.dropOverflow()
    for entry in overflow {
      folder.remove(entry.name)
      shared.count { $0.dropped += 1 }
      shared.say(
        .world(
          "too many check-ins wait to be sent; the oldest are dropped", hint: "look why their monitor cannot be reached"
        ), about: "overflow")
    }
    for entry in queue.begin(now: monotonicNow()) { send(entry) }
    if !(expired.isEmpty && overflow.isEmpty) || queue.isEmpty { look() }
  }

  private func takeLock() -> Bool {
    do throws(Failure) {
      lock = try folder.takeLock()
    } catch {
      shared.say(error, about: "lock")
    }
    return lock != nil
  }

  private func send(_ entry: CheckInQueue.Entry) {
    switch folder.read(entry.name) {
    case .gone: queue.end(entry.name, .sent, now: monotonicNow(), using: &generator)
    case .unusable: dropUnusable(entry.name)
    case .ping(let file, _):
      let name = entry.name
      calls[name] = transport.start(file.ping.request) { [shared] in shared.answer(name, $0) }
    }
  }

  private func settle(_ name: String, _ result: Result<HTTPResponse, TransportFailure>) {
    calls[name] = nil
    let job = queue.entries.first { $0.name == name }?.job ?? ""
    let verdict = PingVerdict(result, now: Instant.now())
    queue.end(name, verdict, now: monotonicNow(), using: &generator)
    switch verdict {
    case .sent:
      folder.remove(name)
      shared.count { $0.sent += 1 }
    case .refused(let why):
      folder.remove(name)
      shared.count { $0.failed += 1 }
      shared.say(
        .world(
          "the monitor does not take the check-in of '\(Terminal.visible(job))': \(why)",
          hint: "correct the address of the check-in; this one is given up"), about: "refused \(job)")
    case .again(let why, _):
      shared.say(
        .world(
          "cannot send the check-in of '\(Terminal.visible(job))' yet: \(why)", hint: "it is kept, and tried again"),
        about: "again \(why)")
    }
  }

  /// Reads the folder: what is new joins the queue.
  private func look() {
    let names = folder.names()
    var new: [CheckInQueue.Entry] = []
    for name in names.subtracting(queue.entries.lazy.map(\.name)) {
      switch folder.read(name) {
      case .ping(let file, let bytes):
        new.append(CheckInQueue.Entry(name: name, job: file.ping.job, bytes: bytes, posted: file.posted))
      case .gone: break
      case .unusable:
        if lock != nil { dropUnusable(name) } else { new.append(.init(name: name, job: "", bytes: 0, posted: .max)) }
      }
    }
    queue.update(names: names, adding: new)
    shared.keep(names)
  }

  private func dropUnusable(_ name: String) {
    folder.remove(name)
    queue.end(name, .sent, now: monotonicNow(), using: &generator)
    shared.count { $0.dropped += 1 }
    shared.say(.world("'\(folder.path)/\(name)' is no check-in, and was removed"), about: "unusable")
  }

  /// When there is something to do without being told, on the monotonic clock.
  private func nextStep(_ now: Int64) -> Int64? {
    guard !queue.isEmpty else { return nil }
    return lock == nil ? now + Self.lockPause : queue.nextDue
  }

  private func drainChanges() -> Bool {
    guard let changes else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    var any = false
    while read(changes.number, &buffer, buffer.count) > 0 { any = true }
    return any
  }

  private func wait(until end: Int64?, _ now: Int64) {
    var ready = [pollfd(fd: shared.wakeUp.descriptor, events: Int16(POLLIN), revents: 0)]
    if let changes { ready.append(pollfd(fd: changes.number, events: Int16(POLLIN), revents: 0)) }
    let milliseconds = end.map { Int32(min(max(($0 - now) / 1_000_000 + 1, 0), 86_400_000)) } ?? -1
    _ = poll(&ready, nfds_t(ready.count), milliseconds)
  }
}
