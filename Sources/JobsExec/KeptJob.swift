import CKeeper
package import JobsStore

/// A job as its keeper knows it.
package struct KeptJob: Hashable, Sendable {
  /// How the process ended.
  package struct End: Hashable, Sendable {
    /// As `wait` gives it.
    package var status: Int32
    /// Milliseconds since the epoch.
    package var at: Int64
    /// Clock ticks from boot to when it was seen.
    package var ticks: Int64
    /// Milliseconds from the start, by the monotonic clock.
    package var duration: Int64
    /// Milliseconds of user and system time of the process, and of those that it waited for.
    package var cpu: Int64
    /// Bytes that the largest of them had resident at most; nil where the keeper did not say.
    package var memory: Int64?
  }

  /// What became of an output after the client of the keeper was gone.
  package struct Output: Hashable, Sendable {
    /// Bytes the keeper took from the pipe.
    package var read: Int64
    /// Bytes of them it added to the output's file.
    package var kept: Int64
    /// Why it added no more although there was room, as an `errno`.
    package var error: Int32?
    /// Whether more may come.
    package var isOpen: Bool
  }

  /// The number by which keeper and client speak of it, from 0.
  package var slot: Int
  package var execution: ULID
  package var process: ProcessIdentity
  /// Milliseconds since the epoch.
  package var started: Int64
  /// nil while it runs.
  package var end: End?
  package var stdout: Output
  package var stderr: Output

  /// - Parameter state: of the slot, read before the rest of it.
  /// - Returns: nil for a free slot, and for one that no keeper wrote.
  init?(_ slot: Int, _ raw: keeper_slot, state: UInt32, boot: String) {
    guard state == KEEPER_RUNNING.rawValue || state == KEEPER_ENDED.rawValue else { return nil }
    guard let execution = Self.execution(raw), raw.pid > 0 else { return nil }
    self.slot = slot
    self.execution = execution
    process = ProcessIdentity(pid: raw.pid, startTicks: raw.start_ticks, boot: boot)
    started = raw.started_millis
    if state == KEEPER_ENDED.rawValue {
      end = End(
        status: raw.status, at: raw.ended_millis, ticks: raw.end_ticks, duration: raw.duration_millis,
        cpu: raw.cpu_millis, memory: raw.memory_kib == 0 ? nil : Int64(raw.memory_kib) << 10)
    }
    stdout = Output(raw.outputs.0)
    stderr = Output(raw.outputs.1)
  }

  /// A job of which its keeper noted nothing but that it was about to start it.
  init(_ start: KeeperFile.InterruptedStart, _ process: ProcessIdentity) {
    slot = start.slot
    execution = start.execution
    self.process = process
    started = start.at
    stdout = Output(keeper_output())
    stderr = stdout
  }

  static func execution(_ raw: keeper_slot) -> ULID? {
    withUnsafeBytes(of: raw.execution) { ULID(utf8: $0.prefix(26)) }
  }
}

extension KeptJob.Output {
  init(_ raw: keeper_output) {
    self.init(read: raw.read, kept: raw.kept, error: raw.error == 0 ? nil : raw.error, isOpen: raw.open != 0)
  }
}
