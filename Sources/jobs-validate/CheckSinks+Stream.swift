extension CheckSinks {
  /// The `end` records of the stream, byte for byte.
  var upstream: [[UInt8]] { received?.seals ?? [] }

  /// Whether what came by the stream can be relied on; true where there was none.
  var isUpstreamOK: Bool { received?.isOK ?? true }

  /// Counts the records of the stream that reports for people leave out; empty where there are none.
  var remainder: String {
    guard let count = received?.strangers, count > 0 else { return "" }
    return "\(count) \(count == 1 ? "record of the stream is" : "records of the stream are") not shown\n"
  }

  func sayUnsealed() {
    say(
      "jobs-validate: warning: the stream has no 'end' record: it may have broken off\nhint: keep 'end' in a filter, or use -l\n"
    )
  }
}
