package import ArgumentParser

/// A command that may wait for a cloud, and does everything before that on the thread on which the tool began.
///
/// `AsyncParsableCommand` would begin elsewhere, and leave the first thread to take the signals that a tool's loop is to have.
package protocol WaitingCommand: ParsableCommand {
  mutating func perform() async throws
}
