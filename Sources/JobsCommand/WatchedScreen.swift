import Glibc
package import JobsCore

/// A screen that is drawn anew in place. Nothing of the terminal's state is changed, so there is nothing to put back.
package enum WatchedScreen {
  /// What empties the screen before the first frame.
  package static let clear = "\u{1B}[2J"

  /// What draws a text over the one before, without what does not fit.
  ///
  /// - Parameter time: shown below, in UTC.
  package static func frame(_ text: String, time: Instant) -> String { frame(text, time: time, height: height) }

  static func frame(_ text: String, time: Instant, height: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    // The last line of the screen says when, and stays without a break, which would scroll.
    let shown = lines.prefix(max(height - 1, 1))
    let left = lines.count - shown.count
    let more = left > 0 ? ", \(left) more below" : ""
    let stamp = Instant(seconds: time.seconds).rfc3339
    return "\u{1B}[H" + shown.map { "\($0)\u{1B}[K\n" }.joined()
      + "\(stamp.prefix(10)) \(stamp.dropFirst(11).prefix(8)) UTC\(more)\u{1B}[K\u{1B}[J"
  }

  private static var height: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
  }
}
