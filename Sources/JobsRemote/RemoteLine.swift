package import JobsCore
package import JobsExec

/// A line that a job wrote in a cloud.
package struct RemoteLine: Hashable, Sendable {
  /// By which it is known when it is read again.
  package var id: String
  package var time: Instant
  package var stream: RunEvent.Stream
  /// Without a line break at its end.
  package var text: String

  package init(id: String, time: Instant, stream: RunEvent.Stream, text: String) {
    self.id = id
    self.time = time
    self.stream = stream
    self.text = text
  }
}
