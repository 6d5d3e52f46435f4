/// What is known about trying a call again that failed in a way which may pass.
package struct CallDelay: Hashable, Sendable {
  /// How long the server asks to wait.
  package var ask: Duration?
  /// Whether it failed for being one of too many.
  package var isThrottled: Bool
  /// Whether nobody was reached at all.
  package var isUnreachable: Bool
  /// Whether it is certain that nothing was done: the request did not arrive, or was turned away unread.
  package var isUndone: Bool

  package init(ask: Duration? = nil, isThrottled: Bool = false, isUnreachable: Bool = false, isUndone: Bool = false) {
    self.ask = ask
    self.isThrottled = isThrottled
    self.isUnreachable = isUnreachable
    self.isUndone = isUndone
  }
}
