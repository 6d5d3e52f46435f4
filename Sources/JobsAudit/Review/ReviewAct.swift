package import JobsCore

/// Something that was done in a review. Acts are only ever added, each with the hash of the one before.
package struct ReviewAct: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case assign(item: String, to: String)
    case decide(item: String, ReviewDecision, reason: String?)
    /// Signed off, with the hash of the list of all other files' hashes.
    case close(evidence: String)
  }

  package var what: What
  /// Who says that it was them.
  package var by: String
  /// The user of the host who ran the tool.
  package var user: String
  package var time: Instant
  /// The hash of the line before; of the first one that of the review's head.
  package var previous: String

  package init(_ what: What, by: String, user: String, at time: Instant, previous: String) {
    self.what = what
    self.by = by
    self.user = user
    self.time = time
    self.previous = previous
  }

  /// The line without its line break, and its hash, which is that of the bytes without the key `hash`.
  package func line() -> (bytes: [UInt8], hash: String) {
    var json = JSONWriter(reserving: 320)
    write(to: &json)
    let hash = ReviewHead.hash(json.bytes)
    return (json.bytes.dropLast() + Array(",\"hash\":\"\(hash)\"}".utf8), hash)
  }

  /// Writes the `review-act` record without its hash.
  private func write(to json: inout JSONWriter) {
    json.beginRecord("review-act")
    json.member("time", time.rfc3339)
    switch what {
    case .assign(let item, let reviewer):
      json.member("act", "assign")
      json.member("item", item)
      json.member("reviewer", reviewer)
    case .decide(let item, let decision, let reason):
      json.member("act", "decide")
      json.member("item", item)
      json.member("decision", decision.word)
      json.optional("until", decision.until)
      json.optional("reason", reason)
    case .close(let evidence):
      json.member("act", "close")
      json.member("evidence", evidence)
    }
    json.member("by", by)
    json.member("user", user)
    json.member("previous", previous)
    json.endObject()
  }

  /// Reads a `review-act` record; nil for another one.
  package init?(_ record: Record) {
    guard record.type == "review-act", let by = record.string("by"), let user = record.string("user"),
      let time = record.string("time").flatMap({ Instant(rfc3339: $0) }), let previous = record.string("previous")
    else { return nil }
    let what: What
    switch (record.string("act"), record.string("item")) {
    case ("assign", let item?):
      guard let reviewer = record.string("reviewer") else { return nil }
      what = .assign(item: item, to: reviewer)
    case ("decide", let item?):
      guard
        let decision = record.string("decision").flatMap({
          ReviewDecision(word: $0, until: record.string("until"))
        })
      else { return nil }
      what = .decide(item: item, decision, reason: record.string("reason"))
    case ("close", nil):
      guard let evidence = record.string("evidence") else { return nil }
      what = .close(evidence: evidence)
    default: return nil
    }
    self.init(what, by: by, user: user, at: time, previous: previous)
  }
}
