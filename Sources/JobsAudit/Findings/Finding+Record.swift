package import JobsCore

extension Finding {
  /// Writes the `finding` record; with a suppression the `suppressed-finding` record, which counts for nothing.
  package func write(to json: inout JSONWriter, suppression: Suppression? = nil) {
    json.beginRecord(suppression == nil ? "finding" : "suppressed-finding")
    json.member("code", rule.code)
    json.member("severity", severity.rawValue)
    json.member("verdict", verdict.rawValue)
    json.member("message", message)
    json.optional("principal", principal)
    json.member("resource", resource)
    json.optional("job", job)
    json.array("path") { for hop in path { hop.write(to: &$0) } }
    json.member("missing", missing)
    if !evidence.isEmpty { json.member("evidence", evidence) }
    json.member("cut", cut)
    json.optional("hint", hint)
    json.array("commands") {
      for remedy in remedies {
        $0.object {
          $0.member("do", remedy.run)
          $0.member("undo", remedy.undo)
        }
      }
    }
    json.array("controls") { for control in controls { control.write(to: &$0) } }
    json.member("fingerprint", fingerprint)
    json.member("file", location.file)
    json.member("line", location.line)
    json.member("column", location.column)
    json.member("source", rule.source)
    if let suppression {
      json.object("suppression") {
        $0.member("reason", suppression.reason)
        $0.optional("owner", suppression.owner)
        $0.member("expires", suppression.lastDay)
        $0.optional("ticket", suppression.ticket)
        $0.member("file", suppression.location.file)
        $0.member("line", suppression.location.line)
      }
    }
    json.endObject()
  }

  /// The finding as the reports for diagnostics show it: hops and remedies go into the hint.
  package var diagnostic: Diagnostic {
    let steps = path.enumerated().map { "\($0.offset + 1). \($0.element.words)" }
    let words =
      ([hint].compactMap { $0 } + steps + missing.map { "not known: \($0)" } + remedies.map { "run: \($0.run)" })
    return Diagnostic(
      code: rule.code, severity: severity.diagnosticSeverity, message: message, location: location, path: resource,
      job: job, hint: words.isEmpty ? nil : words.joined(separator: "\n"), source: rule.source,
      valueHash: "\(principal ?? "")\u{0}\(detail)".utf8.fnv1a64)
  }
}

extension Finding.Hop {
  fileprivate func write(to json: inout JSONWriter) {
    json.object {
      $0.member("from", from)
      $0.member("to", to)
      $0.member("by", by)
      $0.member("policy", policy)
      $0.member("statement", statement)
      guard !also.isEmpty else { return }
      $0.array("also") {
        for other in also {
          $0.object {
            $0.member("policy", other.policy)
            $0.member("statement", other.statement)
          }
        }
      }
    }
  }
}
