import JobsCore
import JobsExec
import JobsStore

/// What a daemon writes into the history: claims at once, starts and ends gathered into few transactions.
///
/// What cannot be written, on a full disk or while another process holds the file, is kept and tried again; `failure`
/// says so, and nothing is to be started meanwhile.
final class Ledger {
  private(set) var history: RunHistory
  private var new: [ULID: Execution] = [:]
  private var changed: [ULID: Execution] = [:]
  private var breakers: [String: RunHistory.Breaker] = [:]
  private var deadLetters: [(execution: Execution, record: String)] = []
  /// How far due times are accounted for, where the history has to learn that again.
  private var account: RunHistory.Account?
  /// The boot whose `@reboot` has its rows, in the same case.
  private var boot: String?
  /// Told after what was gathered is durable: the executions that are over.
  var ended: ([ULID]) -> Void = { _ in }

  /// Why the history lacks something; nil once everything is written.
  private(set) var failure: Failure?
  /// When the oldest thing that is not written happened, in nanoseconds of the monotonic clock.
  private(set) var dirtySince: Int64?
  /// When to try again after a failure, by the same clock.
  private(set) var retryAt: Int64 = 0

  init(_ history: RunHistory) { self.history = history }

  /// When `commit` has something to do; nil while there is nothing.
  ///
  /// - Parameter isPressed: whether runs wait for room: the disk may then be waited for a little later.
  func commitAt(isPressed: Bool) -> Int64? {
    dirtySince.map { max($0 + (isPressed ? Self.longest : Self.interval), retryAt) }
  }

  func claim(_ executions: [Execution], account: RunHistory.Account, boot: String? = nil) throws(Failure) {
    do throws(Failure) {
      try history.claim(executions, account: account, boot: boot ?? self.boot)
      self.account = nil
      self.boot = nil
    } catch {
      failure = error
      throw error
    }
  }

  /// A row that is not there yet.
  func add(_ execution: Execution) {
    new[execution.id] = execution
    touch()
  }

  /// The newest state of a row.
  func change(_ execution: Execution) {
    if new[execution.id] != nil { new[execution.id] = execution } else { changed[execution.id] = execution }
    touch()
  }

  func set(_ breaker: RunHistory.Breaker) {
    breakers[breaker.job] = breaker
    touch()
  }

  /// Keeps a run that failed for good, with the job's record.
  func addDeadLetter(_ execution: Execution, record: String) {
    deadLetters.append((execution, record))
    touch()
  }

  /// Goes on with a new history, which is to have what is open and what was gathered.
  ///
  /// - Parameter open: the rows as they stand, but for what was gathered since.
  func begin(
    _ history: RunHistory, open: [Execution], account: RunHistory.Account, boot: String?,
    breakers known: [RunHistory.Breaker]
  ) {
    self.history = history
    let rows = Dictionary(open.map { ($0.id, $0) }) { first, _ in first }
    new = rows.merging(new) { _, own in own }.merging(changed) { _, own in own }
    changed.removeAll()
    breakers = Dictionary(known.map { ($0.job, $0) }) { first, _ in first }.merging(breakers) { _, own in own }
    self.account = account
    self.boot = boot
    retryAt = 0
    touch()
  }

  /// Writes what was gathered.
  ///
  /// - Parameter now: nanoseconds of the monotonic clock.
  /// - Returns: whether nothing is left.
  @discardableResult
  func commit(now: Int64) -> Bool {
    guard dirtySince != nil else {
      return failure == nil || probe(now)
    }
    let (breakers, deadLetters, account, boot) = (breakers, deadLetters, account, boot)
    do throws(Failure) {
      try history.write(
        new: new.values.sorted { $0.id < $1.id }, changed: changed.values.sorted { $0.id < $1.id }
      ) { () throws(Failure) in
        for breaker in breakers.values.sorted(by: { $0.job < $1.job }) { try history.set(breaker) }
        if let account { try history.set(account) }
        if let boot { try history.set(boot: boot) }
        for letter in deadLetters { try history.deadLetters.add(letter.execution, record: letter.record) }
      }
    } catch {
      failure = error
      retryAt = now + Self.pause
      return false
    }
    let over = (Array(new.values) + Array(changed.values)).filter { !$0.state.isOpen }.map(\.id)
    new.removeAll(keepingCapacity: true)
    changed.removeAll(keepingCapacity: true)
    self.breakers.removeAll(keepingCapacity: true)
    self.deadLetters.removeAll(keepingCapacity: true)
    self.account = nil
    self.boot = nil
    dirtySince = nil
    failure = nil
    ended(over)
    return true
  }

  /// Whether the history can be written again, after a claim that could not.
  private func probe(_ now: Int64) -> Bool {
    guard now >= retryAt else { return false }
    do throws(Failure) {
      try history.write { () throws(Failure) in }
      failure = nil
    } catch {
      failure = error
      retryAt = now + Self.pause
    }
    return failure == nil
  }

  private func touch() { dirtySince = dirtySince ?? monotonicNow() }

  /// How long starts and ends are gathered, so that a burst of them costs few waits for the disk. A daemon that is killed
  /// meanwhile loses nothing by it: its keeper noted them too.
  private static let interval: Int64 = 100_000_000
  private static let longest: Int64 = 1_000_000_000

  /// From a failure to the next try.
  private static let pause: Int64 = 1_000_000_000
}
