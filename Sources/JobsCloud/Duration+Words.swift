extension Duration {
  /// `250 ms`, `30 s`: whole milliseconds below a second, whole seconds above.
  package var words: String {
    let milliseconds = self / .milliseconds(1)
    return milliseconds < 1000 ? "\(Int(milliseconds)) ms" : "\(components.seconds) s"
  }
}
