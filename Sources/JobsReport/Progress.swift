import Glibc
package import JobsCore

/// One line of progress on a terminal; nothing at all elsewhere.
package final class Progress {
  private let descriptor: Int32
  private var line: ProgressLine?

  /// - Parameter terminal: what stands behind `descriptor`.
  package init(_ descriptor: Int32, _ terminal: Terminal) {
    self.descriptor = descriptor
    line = terminal.isTerminal ? ProgressLine(start: Self.now(), width: terminal.width) : nil
  }

  /// Shows `verb done/total`; cheap enough to be called for every file.
  package func update(_ verb: String, done: Int, of total: Int? = nil) {
    guard line != nil else { return }
    show(line?.update(verb, done: done, of: total, now: Self.now()))
  }

  /// Takes the line away; call it before anything else is written to the terminal.
  package func finish() { show(line?.finish()) }

  private func show(_ text: String?) {
    // A terminal that is gone is no failure of the work.
    if let text { _ = FileBytes.writeAll(descriptor, Array(text.utf8)) }
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
