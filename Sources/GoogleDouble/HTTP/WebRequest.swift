import JobsCore

/// A request as it came over the wire.
struct WebRequest: Sendable {
  let method: String
  /// Path and query, as they were sent.
  let target: String
  /// Whom it was sent to; a proxy is sent the whole address.
  let host: String
  /// By their names in small letters; of a repeated field the last.
  let fields: [String: String]
  let body: [UInt8]

  /// - Parameter target: path and query or, for a proxy, an address.
  init(method: String, target: String, fields: [String: String], body: [UInt8]) {
    self.method = method
    self.fields = fields
    self.body = body
    guard target.lowercased().hasPrefix("http://") else {
      self.target = target
      host = fields["host"] ?? ""
      return
    }
    let rest = target.dropFirst("http://".count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    host = String(authority)
    self.target = rest.dropFirst(authority.count).isEmpty ? "/" : String(rest.dropFirst(authority.count))
  }

  /// The path in its parts, each of them decoded; a part that is badly encoded stays as it is.
  var path: [String] {
    target.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: true).map(Self.decoded)
  }

  /// The pairs of the query in their order.
  var query: [(name: String, value: String)] {
    guard let mark = target.firstIndex(of: "?") else { return [] }
    return Self.pairs(target[target.index(after: mark)...])
  }

  /// The pairs of a body that is a form.
  var form: [String: String] {
    Dictionary(Self.pairs(String(decoding: body, as: UTF8.self)[...]).map { ($0.name, $0.value) }) { $1 }
  }

  private static func pairs(_ text: Substring) -> [(name: String, value: String)] {
    text.replacing("+", with: " ").split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
    }
  }

  /// A text that is badly encoded, or no UTF-8, stays as it is.
  private static func decoded(_ text: Substring) -> String {
    PercentEncoding.decoded(text).flatMap { String(validating: $0, as: UTF8.self) } ?? String(text)
  }
}
