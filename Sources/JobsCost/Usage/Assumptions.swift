import JobsManifest

/// What no manifest says, as a user assumes it of all jobs; nil where nothing is assumed.
package struct Assumptions: Sendable, Equatable {
  /// How long a run takes, in milliseconds.
  package var length: Spread<Int>?
  /// Runs a month of a job that events start.
  package var eventRuns: Int?
  /// Bytes that an attempt of a task writes to its log.
  package var logBytes: Int?
  /// Bytes that it sends to the internet.
  package var egressBytes: Int?
  /// Bytes that it sends and takes through a NAT gateway.
  package var natBytes: Int?
  /// Bytes of an image in its registry.
  package var imageBytes: Int?

  package init() {}

  /// What can be assumed beside a time, as it is written: `logs=2Mi`.
  package static let words = "runs, logs, egress, nat, image"

  /// Reads what an option says, one thing after the other; nil for what is none, and for a thing that is said twice.
  package init?(_ texts: [String]) {
    for text in texts {
      guard let cut = text.firstIndex(of: "=") else {
        guard length == nil, let time = Self.length(text) else { return nil }
        length = time
        continue
      }
      let value = text[text.index(after: cut)...]
      guard let place = Self.place(text[..<cut]), self[keyPath: place] == nil else { return nil }
      self[keyPath: place] = place == \.eventRuns ? Int(value) : Quantity.bytes(value)
      guard let number = self[keyPath: place], (0...1 << 50).contains(number) else { return nil }
    }
  }

  private static func place(_ word: Substring) -> WritableKeyPath<Assumptions, Int?>? {
    switch word {
    case "runs": \.eventRuns
    case "logs": \.logBytes
    case "egress": \.egressBytes
    case "nat": \.natBytes
    case "image": \.imageBytes
    default: nil
    }
  }

  /// One time, or three that grow.
  private static func length(_ text: String) -> Spread<Int>? {
    let times = text.split(separator: ",", omittingEmptySubsequences: false).map { Quantity.seconds($0) }
    // A year, above which nothing runs.
    let known = times.compactMap { $0.flatMap { (1...31_536_000).contains($0) ? $0 * 1000 : nil } }
    guard known.count == times.count else { return nil }
    if known.count == 1 { return Spread(known[0]) }
    guard known.count == 3, known[0] <= known[1], known[1] <= known[2] else { return nil }
    return Spread(low: known[0], typical: known[1], high: known[2])
  }
}
