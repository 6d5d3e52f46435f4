/// Patterns with `*` for any run of characters and `?` for one.
enum Wildcard {
  /// Whether the whole text fits the pattern. `*` also runs over `/`.
  static func matches(_ pattern: String, _ text: some Collection<UInt8>) -> Bool {
    let pattern = Array(pattern.utf8)
    let text = Array(text)
    var at = 0
    var from = 0
    var star: (pattern: Int, text: Int)?
    while from < text.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        star = (at + 1, from)
        at += 1
      } else if at < pattern.count, pattern[at] == UInt8(ascii: "?") || pattern[at] == text[from] {
        at += 1
        from += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        (at, from) = (last.pattern, last.text + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
