import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

struct ReviewStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell who decided what, and what is left.",
    discussion: """
      The files of the review are checked on the way, against each other and against the audit log of this host: what was \
      changed behind the tool's back is told, with its file and line. The status is then 2, and it \
      is 1 where the last day is over and decisions are missing.

      EXAMPLES:
        jobs-audit review status q4
        jobs-audit review status q4 -o csv > q4.csv
        jobs-audit review status q4 -o ndjson |
          jq 'select(.type=="review-item" and .decision==null)'
      """)

  @OptionGroup(title: "Review") var options: ReviewOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RowForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let folder = try options.open(environment)
    let review = try folder.load()
    if let doubt = try folder.doubt(of: review), !output.quiet {
      Entry.say(
        "jobs-audit", "\(doubt), so that nobody knows whether the review's end is there", level: "note",
        hint: "name the state folder that it was made with by --state")
    }
    let isOverdue = review.isOverdue(on: Instant.now())
    sink.emit("review") { review.head.write(to: &$0) }
    for item in review.items { sink.emit("review-item") { item.write(to: &$0, of: review) } }
    if sink.isHuman {
      sink.output.write(Self.text(review, isOverdue, output.terminal(STDOUT_FILENO, environment)))
    } else if sink.format == .csv {
      sink.output.write(ReviewTable.csv(review.items, of: review))
    }
    try sink.finish(ok: !isOverdue)
    try EndedWith.check(isOverdue ? .findings : .done)
  }

  private static func text(_ review: Review, _ isOverdue: Bool, _ terminal: Terminal) -> String {
    let head = review.head
    var text = "\(Terminal.visible(head.name)): \(quantity(head.items, "grant")) as of \(head.time.rfc3339)"
    text += ", \(quantity(review.decisions.count, "decision"))"
    if let due = head.due { text += ", due \(due)\(isOverdue ? ": OVERDUE" : "")" }
    text += "\n"
    if let signer = review.signer { text += "signed off by \(Terminal.visible(signer))\n" }
    var table = Table([
      .init("REVIEWER", isWhole: true), .init("GRANTS", .right), .init("KEEP", .right),
      .init("REVOKE", .right), .init("LIMIT", .right), .init("LEFT", .right),
    ])
    let groups = Dictionary(grouping: review.items) { review.reviewers[$0.id] ?? "" }
    for (reviewer, items) in groups.sorted(by: { $0.key.precedesByBytes($1.key) }) {
      let words = items.compactMap { review.decisions[$0.id]?.decision.word }
      let counts = ["keep", "revoke", "limit"].map { word in String(words.count { $0 == word }) }
      table.add(
        [reviewer.isEmpty ? "(nobody)" : Terminal.visible(reviewer), String(items.count)] + counts
          + [String(items.count - words.count)])
    }
    return text + table.text(terminal)
  }
}

extension ReviewItem {
  /// Writes the `review-item` record with what was done about it.
  fileprivate func write(to json: inout JSONWriter, of review: Review) {
    json.beginRecord("review-item")
    writeMembers(to: &json)
    let decided = review.decisions[id]
    json.optional("reviewer", review.reviewers[id])
    json.optional("decision", decided?.decision.word)
    json.optional("until", decided?.decision.until)
    json.optional("reason", decided?.reason)
    json.optional("by", decided?.by)
    json.endObject()
  }
}
