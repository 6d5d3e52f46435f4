import Glibc
import JobsCore
import JobsExec
import JobsRemote
import JobsStore

/// Shows what running jobs write, as they write it, and on a terminal that they go on.
final class LiveConsole: RunObserver {
  /// Where jobs' standard output goes; the engine's loop sees to it that a slow reader is served.
  let stdout: LiveOutput
  private let stderr: LiveOutput
  private let words: LiveOutput?
  /// What messages call each job, by its id.
  private let labels: [String: String]
  /// Whether lines are marked by the job that wrote them; otherwise one job's bytes are shown as they are.
  private let isPrefixed: Bool
  private let terminal: Terminal
  private var splitters: [Key: LineSplitter] = [:]
  private let showsOutput: Bool
  /// Whether what was shown of standard output ended within a line.
  private(set) var isMidLine = false
  private var isErrorMidLine = false
  private var progress: RunProgress?

  private struct Key: Hashable {
    var execution: ULID
    var stream: RunEvent.Stream
  }

  /// - Parameters:
  ///   - isHuman: a person reads standard output, so that jobs' own goes there.
  ///   - isSilent: what jobs write is kept, and not shown.
  ///   - labels: by the ids of the jobs.
  ///   - progress: what standard error shows beside the jobs' output; nil for nothing.
  init(
    isHuman: Bool, isQuiet: Bool, isSilent: Bool = false, labels: [String: String], isPrefixed: Bool,
    terminal: Terminal, progress: RunProgress? = nil
  ) {
    let error = LiveOutput(STDERR_FILENO)
    stdout = isHuman ? LiveOutput(STDOUT_FILENO) : error
    stderr = error
    words = isQuiet ? nil : error
    self.labels = labels
    self.isPrefixed = isPrefixed
    self.terminal = terminal
    showsOutput = !isSilent && (isHuman || !isQuiet)
    self.progress = progress
  }

  var wakeAt: Int64? { progress?.wakeAt }

  func time(_ now: Int64) {
    // A prompt or a bar of a job's own is left alone.
    let isBusy = isMidLine || isErrorMidLine || stdout.isWaiting || stderr.isWaiting
    guard !isBusy else {
      progress?.postpone(now: now)
      return
    }
    if let line = progress?.show(now: now) { stderr.write(Array(line.utf8)) }
  }

  private func hideProgress() { if let text = progress?.hide() { stderr.write(Array(text.utf8)) } }

  func observe(_ event: RunEvent) {
    switch event {
    case .unstarted, .unlocked: break
    case .locked(let execution, let lock):
      say("'\(label(execution))' waits for the lock '\(Terminal.visible(lock))', which another run holds")
    case .started(let execution): progress?.started(execution.id, label(execution), now: monotonicNow())
    case .output(let execution, let stream, let bytes): if showsOutput { show(execution, stream, bytes) }
    case .ended(let execution, _, _):
      progress?.ended(execution.id)
      finish(execution)
    case .retrying(let execution, let wait):
      progress?.retrying(execution.id, label(execution), attempt: execution.attempt, of: execution.attempts)
      say(
        "'\(label(execution))' failed; attempt \(execution.attempt) of \(execution.attempts) follows in \(Self.words(wait))"
      )
    case .outputLost(let execution, let failure):
      say("what '\(label(execution))' wrote is not kept whole: \(failure.message)")
    }
  }

  /// What clouds tell beside it.
  func take(_ note: RemoteEngine.Note) {
    switch note {
    case .progress(let execution, let words): progress?.told(execution.id, words)
    case .said(let execution, let words): say("'\(label(execution))': \(words)")
    case .trouble(let execution, let failure):
      say("'\(label(execution))': \(failure.message)" + (failure.hint.map { "; \($0)" } ?? ""))
    }
  }

  /// Waits until all was read, when no job runs any more.
  func drain() {
    hideProgress()
    stdout.drain()
    stderr.drain()
  }

  private func show(_ execution: Execution, _ stream: RunEvent.Stream, _ bytes: ArraySlice<UInt8>) {
    let target = stream == .stdout ? stdout : stderr
    hideProgress()
    guard isPrefixed else {
      if stream == .stdout { isMidLine = bytes.last != 10 } else { isErrorMidLine = bytes.last != 10 }
      return target.write(Array(bytes))
    }
    var lines: [UInt8] = []
    let prefix = prefix(execution)
    splitters[Key(execution: execution.id, stream: stream), default: LineSplitter()].feed(bytes) {
      lines += prefix + $0 + [10]
    }
    if !lines.isEmpty { target.write(lines) }
  }

  private func finish(_ execution: Execution) {
    let prefix = prefix(execution)
    hideProgress()
    for stream in RunEvent.Stream.allCases {
      guard var splitter = splitters.removeValue(forKey: Key(execution: execution.id, stream: stream)) else { continue }
      let target = stream == .stdout ? stdout : stderr
      splitter.finish { target.write(prefix + $0 + [10]) }
    }
  }

  private func label(_ execution: Execution) -> String { labels[execution.job] ?? execution.job }

  private func prefix(_ execution: Execution) -> [UInt8] {
    Array("\(terminal.styled(Terminal.visible(label(execution)), .cyan)) | ".utf8)
  }

  private func say(_ text: String) {
    hideProgress()
    words?.write(Array("jobs-run: note: \(text)\n".utf8))
  }

  private static func words(_ wait: Duration) -> String {
    let tenths = (wait.components.seconds * 10) + wait.components.attoseconds / 100_000_000_000_000_000
    return tenths >= 100 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }
}
