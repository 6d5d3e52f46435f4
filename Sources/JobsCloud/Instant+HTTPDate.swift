package import JobsCore

extension Instant {
  /// Reads the date of HTTP (RFC 9110 §5.6.7), `Sun, 06 Nov 1994 08:49:37 GMT`; nil for anything else, the two obsolete
  /// forms among it.
  package init?(httpDate text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[0].utf8.count == 4, words[0].hasSuffix(","), words[5] == "GMT",
      words[1].utf8.count == 2, words[3].utf8.count == 4, words[4].utf8.count == 8,
      let month = Self.months.firstIndex(of: String(words[2]))
    else { return nil }
    let number = month + 1
    self.init(rfc3339: "\(words[3])-\(number < 10 ? "0" : "")\(number)-\(words[1])T\(words[4])Z")
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
