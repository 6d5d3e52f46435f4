/// Why something is no event that is understood.
package struct EventFault: Error, Hashable, Sendable {
  /// Small, without a full stop; repeats no value of the event.
  package var message: String

  init(_ message: String) { self.message = message }
}
