/// A length of time as people write it in a manifest.
enum Length {
  /// `90s` is `1m30s`; 3600 seconds are `1h`.
  static func text(_ seconds: Int) -> String {
    guard seconds > 0 else { return "0s" }
    var text = ""
    var rest = seconds
    for (unit, size) in [("d", 86400), ("h", 3600), ("m", 60), ("s", 1)] where rest >= size {
      text += "\(rest / size)\(unit)"
      rest %= size
    }
    return text
  }
}
