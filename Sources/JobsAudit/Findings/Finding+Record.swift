package import JobsCore

extension Finding {
  /// Writes the `finding` record.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("type")
    json.value("finding")
    json.key("v")
    json.value(1)
    member("code", rule.code, &json)
    member("severity", severity.rawValue, &json)
    member("verdict", verdict.rawValue, &json)
    member("message", message, &json)
    if let principal { member("principal", principal, &json) }
    member("resource", resource, &json)
    if let job { member("job", job, &json) }
    json.key("path")
    json.beginArray()
    for hop in path {
      json.beginObject()
      member("from", hop.from, &json)
      member("to", hop.to, &json)
      member("by", hop.by, &json)
      member("policy", hop.policy, &json)
      member("statement", hop.statement, &json)
      if !hop.also.isEmpty {
        json.key("also")
        json.beginArray()
        for other in hop.also {
          json.beginObject()
          member("policy", other.policy, &json)
          member("statement", other.statement, &json)
          json.endObject()
        }
        json.endArray()
      }
      json.endObject()
    }
    json.endArray()
    list("missing", missing, &json)
    list("cut", cut, &json)
    if let hint { member("hint", hint, &json) }
    json.key("commands")
    json.beginArray()
    for remedy in remedies {
      json.beginObject()
      member("do", remedy.run, &json)
      member("undo", remedy.undo, &json)
      json.endObject()
    }
    json.endArray()
    json.key("controls")
    json.beginArray()
    for control in rule.controls {
      json.beginArray()
      json.value(control.benchmark)
      json.value(control.version)
      json.value(control.id)
      json.endArray()
    }
    json.endArray()
    member("fingerprint", fingerprint, &json)
    member("file", location.file, &json)
    json.key("line")
    json.value(location.line)
    json.key("column")
    json.value(location.column)
    member("source", rule.source, &json)
    json.endObject()
  }

  private func member(_ key: StaticString, _ text: String, _ json: inout JSONWriter) {
    json.key(key)
    json.value(text)
  }

  private func list(_ key: StaticString, _ texts: [String], _ json: inout JSONWriter) {
    json.key(key)
    json.beginArray()
    for text in texts { json.value(text) }
    json.endArray()
  }

  /// The finding as the reports for diagnostics show it: hops and remedies go into the hint.
  package var diagnostic: Diagnostic {
    let steps = path.enumerated().map { "\($0.offset + 1). \($0.element.from) -> \($0.element.to) by \($0.element.by)" }
    let words =
      ([hint].compactMap { $0 } + steps + missing.map { "not known: \($0)" } + remedies.map { "run: \($0.run)" })
    return Diagnostic(
      code: rule.code, severity: severity.diagnosticSeverity, message: message, location: location, path: resource,
      job: job, hint: words.isEmpty ? nil : words.joined(separator: "\n"), source: rule.source,
      valueHash: "\(principal ?? "")\u{0}\(detail)".utf8.fnv1a64)
  }
}
