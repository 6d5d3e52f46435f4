import Glibc
package import JobsCore
import Synchronization

/// The audit log of all tools: `STATE/audit.log`, one `audit` record a line, each with the hash of the line before.
///
/// An act goes in three steps under one lock. Its intent is written beside the log and synced, so that a full disk or a
/// missing permission stops the act before it begins. Then the act is done. Then its line, with the outcome, is
/// appended and synced. A tool that dies in between leaves the intent, which the next act puts into the log with the
/// outcome `unknown`: an act can lack its outcome, but never its line.
///
/// The chain shows any change, removal, insertion or reordering of lines to `AuditReader`, and the mark beside it that lines at
/// its end were cut off. Neither shows that somebody wrote all of it anew: for that, keep its `head` where the host cannot reach.
package struct AuditLog: Sendable {
  private let state: StateDirectory
  private let tool: String
  private let actor: AuditActor
  private let host: String
  private let isSecret: @Sendable (_ name: String, _ value: String) -> Bool
  private let say: @Sendable (_ words: String) -> Void

  /// How long another act is waited for.
  package static let patience = Duration.seconds(30)

  /// - Parameters:
  ///   - isSecret: whether a value that stands under a name must not be kept.
  ///   - say: tells the user what was mended, in a sentence.
  package init(
    _ state: StateDirectory, tool: String, actor: AuditActor, host: String = hostName(),
    isSecret: @escaping @Sendable (_ name: String, _ value: String) -> Bool,
    say: @escaping @Sendable (_ words: String) -> Void
  ) {
    self.state = state
    self.tool = tool
    self.actor = actor
    self.host = host
    self.isSecret = isSecret
    self.say = say
  }

  /// Does something that changes the world, and keeps that it was done.
  ///
  /// The log is locked meanwhile: what takes long goes by `begin`.
  /// - Throws: what `body` throws, after it was recorded; a world failure where the act could not be recorded, and then
  ///   it was not begun; a partial failure where it was done and its outcome could not be written.
  package func perform<Value>(
    _ act: AuditAct, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let lock = try lock()
    defer { lock.release() }
    let file = try AuditFile(state.auditLog)
    let intent = AuditIntent(path: state.path + "/audit.intent")
    var chain = try mended(file)
    var entries = [entry(act.recorded(isSecret: isSecret), chain)]
    try intent.write(entries[0].line().bytes)
    try syncFolder()
    let result: Result<Value, Failure>
    var failure: Failure?
    do throws(Failure) {
      result = .success(try body())
    } catch {
      result = .failure(error)
      failure = error
    }
    entries[0].set(failure, isSecret: isSecret)
    try record(&entries, &chain, file)
    intent.remove()
    return try result.get()
  }

  private func lock() throws(Failure) -> FileLock {
    try state.create()
    guard let lock = try FileLock.take(state.path + "/audit.lock", waiting: Self.patience) else {
      throw .world(
        "cannot write to the audit log, so nothing was changed: another tool holds it",
        hint: "wait for it to end, and try again")
    }
    return lock
  }

  /// Puts the lines of acts that have ended into the log, all of them or none.
  private func record(
    _ entries: inout [AuditEntry], _ chain: inout Chain, _ file: borrowing AuditFile
  ) throws(Failure) {
    do throws(Failure) {
      try append(&entries, to: &chain, file)
    } catch {
      let first = entries[0]
      let words = first.outcome == .done ? "'\(first.act.action)' was done" : "'\(first.act.action)' failed"
      throw Failure(
        .partial, "\(words), and its outcome could not be recorded: \(error.message)",
        hint: "the next act will record it as unknown; \(error.hint ?? "mend the state folder")")
    }
  }

  // MARK: Acts that take long

  /// Acts that began together, and have an intent of their own. A tool that dies with them lets go of the lock on that.
  package struct Pending {
    fileprivate var entries: [AuditEntry]
    fileprivate let intent: AuditIntent
    fileprivate let lock: FileLock
  }

  /// Keeps that something is about to be changed. Others may act until it has ended.
  ///
  /// - Throws: a world failure where the act could not be recorded, and so must not begin.
  package func begin(_ act: AuditAct) throws(Failure) -> Pending { try begin([act]) }

  /// Keeps that several things are about to be changed at once, and waits for the disk once.
  ///
  /// - Parameter acts: at least one.
  package func begin(_ acts: [AuditAct]) throws(Failure) -> Pending {
    try inTurn { file, chain throws(Failure) in
      let entries = acts.map { entry($0.recorded(isSecret: isSecret), chain) }
      let intent = AuditIntent(path: "\(state.path)/\(Self.intentPrefix)\(entries[0].id)")
      // Before it is written, so that nobody finds it without its holder.
      guard let own = try FileLock.take(intent.path) else {
        throw .world("cannot lock '\(intent.path)', so nothing was changed", hint: "try again")
      }
      try intent.write(Array(entries.map { $0.line().bytes }.joined(separator: [10])))
      try syncFolder()
      return Pending(entries: entries, intent: intent, lock: own)
    }
  }

  /// Keeps how an act ended that was begun.
  ///
  /// - Throws: the act's own failure, after it was recorded; a partial failure where its outcome could not be written.
  package func end(_ pending: Pending, _ failure: Failure?) throws(Failure) {
    try end(pending, [failure])
    if let failure { throw failure }
  }

  /// Keeps how acts ended that were begun together, in their order, and waits for the disk once.
  ///
  /// - Throws: a partial failure where the outcomes could not be written.
  package func end(_ pending: Pending, _ failures: [Failure?]) throws(Failure) {
    try inTurn { file, chain throws(Failure) in
      var entries = pending.entries
      for at in entries.indices {
        // One that nobody tells of is not known to be done.
        entries[at].set(at < failures.count ? failures[at] : Self.untold, isSecret: isSecret)
      }
      try record(&entries, &chain, file)
      pending.intent.remove()
      pending.lock.release()
    }
  }

  private static let untold = Failure.world("its outcome was not told")

  /// Threads of one tool take turns here, since that of the file is asked for again and again.
  private static let turn = Mutex<Void>(())

  private func inTurn<Value>(
    _ body: (borrowing AuditFile, inout Chain) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let result = Self.turn.withLock { _ -> Result<Value, Failure> in
      do throws(Failure) {
        let lock = try lock()
        defer { lock.release() }
        let file = try AuditFile(state.auditLog)
        var chain = try mended(file)
        return .success(try body(file, &chain))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static let intentPrefix = "audit.intent-"

  private func entry(_ act: AuditAct, _ chain: Chain, _ outcome: AuditEntry.Outcome = .unknown) -> AuditEntry {
    let now = Instant.now().milliseconds
    return AuditEntry(
      id: ULIDSource.shared.next(at: now), sequence: chain.sequence + 1, time: now, actor: actor, host: host,
      tool: tool, act: act, outcome: outcome, previous: chain.head)
  }

  /// So that the names of new files survive as their bytes do.
  private func syncFolder() throws(Failure) {
    let descriptor = open(state.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    // Some file systems cannot sync a folder, and keep its names without.
    guard descriptor >= 0, fsync(descriptor) == 0 || errno == EINVAL else {
      throw .world("cannot sync the folder '\(state.path)': \(systemMessage())", hint: "mend its disk")
    }
  }

  // MARK: The chain

  /// Where the log ends.
  private struct Chain {
    var sequence = 0
    var head = AuditEntry.genesis
    var id: ULID?

    /// Puts entries behind the end, each with the number and the link that it has there.
    mutating func append(_ entries: inout [AuditEntry], to file: borrowing AuditFile) throws(Failure) {
      var next = self
      var bytes: [UInt8] = []
      for at in entries.indices {
        entries[at].sequence = next.sequence + 1
        entries[at].previous = next.head
        let line = entries[at].line()
        bytes += line.bytes + [10]
        next = Chain(sequence: entries[at].sequence, head: line.hash, id: entries[at].id)
      }
      try file.append(bytes)
      self = next
    }

    /// The end after a line; nil where it is no line of an audit log.
    init?(after line: [UInt8]) {
      guard let entry = AuditEntry(line: line), let hashes = AuditEntry.hashes(ofLine: line),
        hashes.due == hashes.stated
      else { return nil }
      self.init(sequence: entry.sequence, head: hashes.stated, id: entry.id)
    }

    init(sequence: Int = 0, head: String = AuditEntry.genesis, id: ULID? = nil) {
      self.sequence = sequence
      self.head = head
      self.id = id
    }
  }

  /// Puts entries behind the end, and marks the new one.
  private func append(
    _ entries: inout [AuditEntry], to chain: inout Chain, _ file: borrowing AuditFile
  ) throws(Failure) {
    try chain.append(&entries, to: file)
    AuditMark(sequence: chain.sequence, head: chain.head).write(to: state)
  }

  /// Holds the end of the chain against the mark. A log that is gone begins anew, with a line that says what was there before.
  private func check(_ chain: inout Chain, isTorn: Bool, _ file: borrowing AuditFile) throws(Failure) {
    guard let mark = AuditMark(of: state), mark.sequence >= chain.sequence else { return }
    if mark.sequence == chain.sequence, mark.head == chain.head { return }
    guard chain.sequence == 0, !isTorn else {
      throw .world(
        "cannot go on with the audit log '\(state.auditLog)', so nothing was changed: record \(mark.sequence) was cut off its end, or written anew",
        hint: AuditFile.remedy)
    }
    var lines = [
      entry(
        AuditAct("begin", of: "audit.log", [.init("records", String(mark.sequence)), .init("head", mark.head)]), chain,
        .done)
    ]
    try append(&lines, to: &chain, file)
    say("a new audit log begins: the one before, up to record \(mark.sequence), is not in its place any more")
  }

  /// Mends what tools that died left behind, and finds the end of the chain.
  private func mended(_ file: borrowing AuditFile) throws(Failure) -> Chain {
    let (last, torn) = try file.tail()
    var chain = Chain()
    if let last {
      guard let known = Chain(after: last) else {
        throw .world(
          "cannot go on with the audit log '\(state.auditLog)', so nothing was changed: its last line was tampered with",
          hint: AuditFile.remedy)
      }
      chain = known
    }
    if let whole = Chain(after: torn), whole.sequence == chain.sequence + 1 {
      // Only the line break is missing.
      try file.append([10])
      chain = whole
      try check(&chain, isTorn: false, file)
    } else {
      try check(&chain, isTorn: !torn.isEmpty, file)
      if !torn.isEmpty { try mend(torn, file, &chain) }
    }
    // A line that is there already is the last one, since its intent goes before the lock does.
    let end = chain.id
    for intent in try orphans() {
      var owed = try intent.read()
      if let last = owed.last, last.id != end {
        try append(&owed, to: &chain, file)
        for one in owed {
          say(
            "the audit log had not heard how '\(one.act.action)' of '\(Terminal.visible(one.act.subject))' ended: "
              + "recorded as unknown")
        }
      }
      intent.remove()
    }
    return chain
  }

  /// The intents that nobody works on any more, in the order of their acts.
  private func orphans() throws(Failure) -> [AuditIntent] {
    var orphans = [AuditIntent(path: state.path + "/audit.intent")]
    for name in FolderReader.names(in: state.path).sorted() where name.hasPrefix(Self.intentPrefix) {
      let path = "\(state.path)/\(name)"
      guard let lock = try FileLock.take(path) else { continue }
      lock.release()
      orphans.append(AuditIntent(path: path))
    }
    return orphans
  }

  /// Moves the beginning of a line aside, and puts a line into the log that says so.
  private func mend(_ torn: [UInt8], _ file: borrowing AuditFile, _ chain: inout Chain) throws(Failure) {
    var mending = entry(AuditAct("mend", of: "audit.log"), chain, .done)
    let name = "audit.torn-\(mending.id)"
    mending.act.parameters = [.init("bytes", String(torn.count)), .init("kept", name)]
    try FileBytes.write(torn, to: "\(state.path)/\(name)")
    chmod("\(state.path)/\(name)", 0o600)
    try file.removeLast(torn.count)
    var lines = [mending]
    try append(&lines, to: &chain, file)
    say("the last line of the audit log was torn off in the writing: its \(torn.count) bytes are kept in '\(name)'")
  }
}

extension AuditEntry {
  /// Notes how the act ended.
  fileprivate mutating func set(_ failure: Failure?, isSecret: (_ name: String, _ value: String) -> Bool) {
    outcome = failure == nil ? .done : .failed
    error = failure.map { isSecret("error", $0.message) ? AuditAct.mask : AuditAct.cut($0.message) }
  }
}
