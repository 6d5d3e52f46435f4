/// The exit status of every tool; the table is printed in each man page.
package struct ExitStatus: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Done, and nothing at or above the threshold.
  package static let done = ExitStatus(rawValue: 0)
  /// Findings at or above the threshold, a gate that did not hold, or a job that failed.
  package static let findings = ExitStatus(rawValue: 1)
  /// Wrong usage or unusable input.
  package static let usage = ExitStatus(rawValue: 2)
  /// The world failed (network, permission, disk) and nothing was changed.
  package static let world = ExitStatus(rawValue: 3)
  /// Some changes or inputs failed, each one named.
  package static let partial = ExitStatus(rawValue: 4)

  /// The status of a process that a signal ended, as a shell shows it.
  package static func signalled(_ signal: Int32) -> ExitStatus { ExitStatus(rawValue: 128 + signal) }

  /// The table of DESIGN §2 as man pages and README print it.
  package static let table: [(code: String, meaning: String)] = [
    ("0", "done, nothing at or above the threshold"),
    ("1", "findings at or above the threshold; a gate did not hold; a job failed"),
    ("2", "wrong usage or unusable input"),
    ("3", "the world failed: network, permission, disk; nothing was changed"),
    ("4", "partly done: some changes or inputs failed, each one is named"),
    ("130, 143", "interrupted, terminated"),
  ]
}
