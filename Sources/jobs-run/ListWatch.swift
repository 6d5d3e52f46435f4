import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsStore

/// Draws the list anew each second, in place, until the user interrupts it.
///
/// The manifests were read once; it is the history that changes, and time zones may. Nothing of the terminal's state is
/// changed, so there is nothing to put back.
struct ListWatch {
  let listing: JobListing
  let folder: StateDirectory
  let sink: RecordSink
  let command: ListCommand

  func run(_ environment: [String: String]) throws(Failure) {
    sink.output.write("\u{1B}[2J")
    while !sink.isClosed {
      let now = Instant.now()
      // Whatever a zone was before, what is shown is by the rules of now.
      _ = ZoneDatabase.system.readAgain(from: now.seconds, correction: 0)
      let rows = try listing.rows(HistoryReading(folder).history, now: now)
      let text = listing.text(rows, command.output.terminal(STDOUT_FILENO, environment))
      sink.output.write(Self.frame(text, time: Shown.time(now.milliseconds), height: Self.height))
      try sink.flush()
      sleep(1)
    }
  }

  /// What draws a text over the one before, without what does not fit.
  static func frame(_ text: String, time: String, height: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    // The last line of the screen says when, and stays without a break, which would scroll.
    let shown = lines.prefix(max(height - 1, 1))
    let left = lines.count - shown.count
    let more = left > 0 ? ", \(left) more below" : ""
    return "\u{1B}[H" + shown.map { "\($0)\u{1B}[K\n" }.joined() + "\(time) UTC\(more)\u{1B}[K\u{1B}[J"
  }

  private static var height: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
  }
}
