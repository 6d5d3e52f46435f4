import JobsAudit
import JobsCore
import JobsReport

/// What a review leaves behind: decisions, the commands that carry them out and take them back, and the hashes of all of it.
enum ReviewEvidence {
  /// - Parameter kept: files that are there already, with their bytes.
  static func files(
    _ review: Review, kept: [(name: String, bytes: [UInt8])]
  ) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = [
      ("decisions.csv", ReviewTable.csv(review.items, of: review)),
      ("decisions.json", ReviewTable.json(review.items, of: review)),
      ("revoke.sh", Array(script(review, isUndoing: false).utf8)),
      ("undo.sh", Array(script(review, isUndoing: true).utf8)), ("summary.md", Array(summary(review).utf8)),
    ]
    let all = (kept + files).sorted { $0.name.precedesByBytes($1.name) }
    let sums = all.map { "\(ReviewHead.hash($0.bytes).dropFirst("sha256:".count))  \($0.name)\n" }.joined()
    files.append(("SHA256SUMS", Array(sums.utf8)))
    return files
  }

  /// A decision that changes something, with its commands.
  private static func changes(
    _ review: Review
  ) -> [(item: ReviewItem, decision: ReviewDecision, remedy: Finding.Remedy?)] {
    review.items.compactMap { item in
      guard let decision = review.decisions[item.id]?.decision else { return nil }
      switch decision {
      case .keep: return nil
      case .revoke: return (item, decision, ReviewCommands.revoking(item))
      case .limit(let day): return (item, decision, ReviewCommands.limiting(item, until: day))
      }
    }
  }

  /// A script that stops at the first command that fails; the one that takes back goes the other way round.
  private static func script(_ review: Review, isUndoing: Bool) -> String {
    let changes = changes(review)
    var text = """
      #!/bin/sh
      # \(isUndoing ? "Takes back what revoke.sh did" : "Carries out what was decided") in the review \(comment(review.head.name)), \
      of the population \(review.head.population).
      # Run it in its own folder, as somebody who may. It stops at the first command that fails.
      set -eu

      """
    for (item, decision, remedy) in isUndoing ? changes.reversed() : changes {
      let words = "\(decision.word)\(decision.until.map { " until \($0)" } ?? "")"
      text +=
        "\n# \(item.id): \(words): \(comment(item.principal)) has \(comment(item.grant)) on \(comment(item.resource))\n"
      guard let remedy else {
        text += "# by hand: no command changes this alone\n"
        continue
      }
      text += "\(isUndoing ? remedy.undo : remedy.run)\n"
    }
    if changes.isEmpty { text += "\n# nothing: all was kept\n" }
    return text
  }

  /// A text that cannot leave its line.
  private static func comment(_ text: String) -> String { Terminal.visible(text) }

  private static func summary(_ review: Review) -> String {
    let head = review.head
    let decisions = review.decisions.values
    var text = "# Access review \(MarkdownTable.escaped(head.name))\n\n"
    text += "- opened \(head.time.rfc3339) by \(MarkdownTable.escaped(head.openedBy))"
    text += head.due.map { ", due \($0)\n" } ?? "\n"
    text += "- inputs: \(MarkdownTable.escaped(head.inputs.joined(separator: ", ")))\n"
    text += "- population: \(quantity(head.items, "grant")), `\(head.population)`\n"
    for word in ["keep", "revoke", "limit"] { text += "- \(word): \(decisions.count { $0.decision.word == word })\n" }
    let hand = changes(review).count { $0.remedy == nil }
    if hand > 0 { text += "- to be changed by hand, since no command does: \(hand)\n" }
    text += "- signed off by \(MarkdownTable.escaped(review.signer ?? "nobody"))\n\n"
    var table = MarkdownTable([.init("Reviewer"), .init("Decisions"), .init("Keep"), .init("Revoke"), .init("Limit")])
    for (reviewer, found) in Dictionary(grouping: decisions, by: \.by).sorted(by: { $0.key.precedesByBytes($1.key) }) {
      func count(_ word: String) -> String { String(found.count { $0.decision.word == word }) }
      table.add([reviewer, String(found.count), count("keep"), count("revoke"), count("limit")])
    }
    text += table.text
    let marked = review.items.filter { !$0.marks.isEmpty }
    guard !marked.isEmpty else { return text }
    var list = MarkdownTable([
      .init("Marked"), .init("Principal"), .init("Grant"), .init("Resource"), .init("Decision"), .init("Reason"),
    ])
    for item in marked {
      let decided = review.decisions[item.id]
      list.add([
        item.marks.map(\.rawValue).joined(separator: ", "), item.principal, item.grant, item.resource,
        decided?.decision.word ?? "", decided?.reason ?? "",
      ])
    }
    return text + "\n\(list.text)"
  }
}
