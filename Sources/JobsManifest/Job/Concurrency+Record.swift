package import JobsCore

extension Concurrency {
  /// Writes `"allow"`, `"forbid"`, `"replace"` or `{"queue":3}`.
  package func write(to json: inout JSONWriter) {
    switch self {
    case .allow: json.value("allow")
    case .forbid: json.value("forbid")
    case .replace: json.value("replace")
    case .queue(let length):
      json.beginObject()
      json.member("queue", length)
      json.endObject()
    }
  }
}
