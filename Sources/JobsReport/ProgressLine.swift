/// What the line of progress should say, decided from times that are passed in.
///
/// It appears after a second, changes ten times a second at most, and leaves nothing behind.
package struct ProgressLine {
  private let start: UInt64
  private let width: Int
  private var lastShown: UInt64?

  private static let delay: UInt64 = 1_000_000_000
  private static let interval: UInt64 = 100_000_000

  /// - Parameters:
  ///   - start: nanoseconds of a clock that never goes back.
  ///   - width: columns of the terminal.
  package init(start: UInt64, width: Int) {
    self.start = start
    self.width = width
  }

  /// What to write at `now`, or nil for nothing.
  ///
  /// - Parameter total: nil while it is not known.
  package mutating func update(_ verb: String, done: Int, of total: Int?, now: UInt64) -> String? {
    update("\(verb) \(total.map { "\(done)/\($0)" } ?? "\(done)")", now: now)
  }

  /// The same with other words, without control characters.
  package mutating func update(_ words: String, now: UInt64) -> String? {
    guard now >= start + Self.delay, lastShown.map({ now >= $0 + Self.interval }) ?? true else { return nil }
    lastShown = now
    // The last column stays free: filling it makes some terminals begin a line.
    return Self.erase + String(words.prefix(max(width - 1, 0)))
  }

  /// What takes the line away again; nil if it never stood there.
  package mutating func finish() -> String? {
    guard lastShown != nil else { return nil }
    lastShown = nil
    return Self.erase
  }

  private static let erase = "\r\u{1B}[K"
}
