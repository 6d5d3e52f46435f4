import JobsCore
import JobsDeploy
import JobsManifest
import JobsReport

/// The runs that there were, for people and as records.
struct HistoryReport {
  let terminal: Terminal

  /// - Parameter journals: the newest first.
  func text(_ journals: [Journal], _ figures: DeliveryFigures) -> String {
    guard !journals.isEmpty else { return "no runs\n" }
    var table = Table([
      .init("RUN", isWhole: true), .init("BEGAN (UTC)", isUncut: true), .init("VERB"), .init("BY"),
      .init("RESULT", isWhole: true), .init("DONE", .right), .init("COMMIT"), .init("PLACES"),
    ])
    for journal in journals {
      let head = journal.head
      let time = head.startedAt.rfc3339
      table.add([
        head.id, "\(time.prefix(10)) \(time.dropFirst(11).prefix(8))", head.verb, "\(head.user)@\(head.host)",
        result(journal), "\(journal.count(.done))/\(journal.entries.count)",
        head.commit.map { String($0.prefix(10)) } ?? "-",
        head.places.map(\.name).joined(separator: ", "),
      ])
    }
    return table.text(terminal) + words(figures) + "\n"
  }

  private func result(_ journal: Journal) -> String { journal.result?.rawValue ?? "running" }

  private func words(_ figures: DeliveryFigures) -> String {
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    var parts = ["\(count(figures.deploys, "deployment")) in \(count(Int(figures.days), "day"))"]
    if figures.rollbacks > 0 { parts.append(count(figures.rollbacks, "rollback")) }
    if let rate = figures.failureRate { parts.append("\(Int((rate * 100).rounded())) % failed") }
    if let lead = figures.leadSeconds {
      parts.append("\(Quantity.words(seconds: Int(lead))) from commit to deployment")
    }
    if let recovery = figures.recoverySeconds {
      parts.append("\(Quantity.words(seconds: Int(recovery))) to recover")
    }
    return parts.joined(separator: ", ")
  }

  /// Writes the `run` record.
  func write(_ journal: Journal, to json: inout JSONWriter) {
    json.beginRecord("run")
    journal.head.write(to: &json)
    json.member("result", result(journal))
    if let ended = journal.endedAt {
      json.member("endedAt", ended.rfc3339)
    }
    json.key("changes")
    json.beginObject()
    for state in [Change.State.done, .failed, .skipped, .planned] {
      json.key(state.rawValue)
      json.value(journal.count(state))
    }
    json.endObject()
    json.endObject()
  }
}
