import Glibc
import JobsCore
import JobsExec
import JobsStore

/// Shows what running jobs write, as they write it.
final class LiveConsole: RunObserver {
  /// Where an engine's loop sees to it that a slow reader is served.
  let main: LiveOutput
  private let stdout: LiveOutput
  private let stderr: LiveOutput
  private let words: LiveOutput?
  /// The label of each job's lines; nil where one job's bytes are shown as they are.
  private let labels: [String: String]?
  private let terminal: Terminal
  private var splitters: [Key: LineSplitter] = [:]

  private struct Key: Hashable {
    var execution: ULID
    var stream: RunEvent.Stream
  }

  /// - Parameters:
  ///   - isHuman: a person reads standard output, so that jobs' own goes there.
  ///   - labels: by the ids of the jobs.
  init(isHuman: Bool, isQuiet: Bool, labels: [String: String]?, terminal: Terminal) {
    let error = LiveOutput(STDERR_FILENO)
    main = isHuman ? LiveOutput(STDOUT_FILENO) : error
    stdout = main
    stderr = error
    words = isQuiet ? nil : error
    self.labels = labels
    self.terminal = terminal
    showsOutput = isHuman || !isQuiet
  }

  private let showsOutput: Bool

  func observe(_ event: RunEvent) {
    switch event {
    case .started: break
    case .output(let execution, let stream, let bytes): if showsOutput { show(execution, stream, bytes) }
    case .ended(let execution, _, _): finish(execution)
    case .retrying(let execution, let wait):
      say("'\(label(execution))' failed; attempt \(execution.attempt) of \(execution.attempts) follows in \(Self.words(wait))")
    case .outputLost(let execution, let failure):
      say("what '\(label(execution))' wrote is not kept whole: \(failure.message)")
    }
  }

  /// Waits until all was read, when no job runs any more.
  func drain() {
    stdout.drain()
    stderr.drain()
  }

  private func show(_ execution: Execution, _ stream: RunEvent.Stream, _ bytes: ArraySlice<UInt8>) {
    let target = stream == .stdout ? stdout : stderr
    guard labels != nil else { return target.write(Array(bytes)) }
    var lines: [UInt8] = []
    let prefix = prefix(execution)
    splitters[Key(execution: execution.id, stream: stream), default: LineSplitter()].feed(bytes) { lines += prefix + $0 + [10] }
    if !lines.isEmpty { target.write(lines) }
  }

  private func finish(_ execution: Execution) {
    let prefix = prefix(execution)
    for stream in RunEvent.Stream.allCases {
      guard var splitter = splitters.removeValue(forKey: Key(execution: execution.id, stream: stream)) else { continue }
      let target = stream == .stdout ? stdout : stderr
      splitter.finish { target.write(prefix + $0 + [10]) }
    }
  }

  private func label(_ execution: Execution) -> String { labels?[execution.job] ?? execution.job }

  private func prefix(_ execution: Execution) -> [UInt8] {
    Array("\(terminal.styled(Terminal.visible(label(execution)), .cyan)) | ".utf8)
  }

  private func say(_ text: String) { words?.write(Array("jobs-run: note: \(text)\n".utf8)) }

  private static func words(_ wait: Duration) -> String {
    let tenths = (wait.components.seconds * 10) + wait.components.attoseconds / 100_000_000_000_000_000
    return tenths >= 100 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }
}
