import JobsAudit
import JobsCore
import JobsReport

/// What a review leaves behind: decisions, the commands that carry them out and take them back, and the hashes of all of it.
enum ReviewEvidence {
  typealias File = (name: String, bytes: [UInt8])

  static let sums = "SHA256SUMS"

  /// All but the acts, whose last line holds the hash of the list of these.
  static func files(_ review: Review) -> [File] {
    [
      (ReviewFolder.head, review.head.file), (ReviewFolder.population, Review.population(review.items)),
      ("decisions.csv", ReviewTable.csv(review.items, of: review)),
      ("decisions.json", ReviewTable.json(review.items, of: review)),
      ("revoke.sh", Array(script(review, isUndoing: false).utf8)),
      ("undo.sh", Array(script(review, isUndoing: true).utf8)), ("summary.md", Array(summary(review).utf8)),
    ]
  }

  /// The lines of `SHA256SUMS`, as sha256sum(1) reads them.
  static func list(_ files: [File]) -> String {
    files.sorted { $0.name.precedesByBytes($1.name) }.map { file in
      "\(ReviewHead.hash(file.bytes).dropFirst("sha256:".count))  \(file.name)\n"
    }.joined()
  }

  static func hash(_ files: [File]) -> String { ReviewHead.hash(Array(list(files).utf8)) }

  /// Holds the files of a review that is signed off against what was signed.
  ///
  /// - Parameter read: reads a file; nil for one that is not there.
  /// - Returns: the names of those that are not what they were.
  static func changed(_ review: Review, _ read: (String) -> [UInt8]?) -> [String] {
    guard let evidence = review.evidence else { return [] }
    let names = files(review).map(\.name)
    let found = names.compactMap { name in read(name).map { File(name: name, bytes: $0) } }
    let acts: File = (ReviewFolder.acts, review.log)
    let written = String(decoding: read(sums) ?? [], as: UTF8.self)
    if found.count == names.count, hash(found) == evidence { return written == list(found + [acts]) ? [] : [sums] }
    // Which of them it is shows against the list, as long as that is what was signed.
    let lines = Set(written.split(separator: "\n").map { "\($0)\n" })
    let changed = names.filter { name in
      found.first { $0.name == name }.map { !lines.contains(list([$0])) } ?? true
    }
    let signed = lines.filter { !$0.hasSuffix("  \(ReviewFolder.acts)\n") }.sorted {
      String($0.dropFirst(66)).precedesByBytes(String($1.dropFirst(66)))
    }
    return ReviewHead.hash(Array(signed.joined().utf8)) == evidence ? changed : changed + [sums]
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

  /// A script that stops at the first command that fails, and goes on there when it is run again; the one that takes back goes the
  /// other way round. What was carried out stands in `carried-out`.
  private static func script(_ review: Review, isUndoing: Bool) -> String {
    let changes = changes(review)
    let steps =
      isUndoing
      ? """
      due() { grep -qsxF "$1" carried-out; }
      end() { { grep -vxF "$1" carried-out || :; } > carried-out.new; mv carried-out.new carried-out; echo "$1: taken back"; }
      """
      : """
      due() { ! grep -qsxF "$1" carried-out; }
      end() { echo "$1" >> carried-out; echo "$1: done"; }
      """
    var text = """
      #!/bin/sh
      # \(isUndoing ? "Takes back what revoke.sh did" : "Carries out what was decided") in the review \(comment(review.head.name)), \
      of the population \(review.head.population).
      # Run it as somebody who may. It stops at the first command that fails, and goes on there when it is run again: the file
      # carried-out beside it tells what revoke.sh did.
      set -eu
      cd -- "$(dirname -- "$0")"
      \(steps)

      """
    for (item, decision, remedy) in isUndoing ? changes.reversed() : changes {
      let words = "\(decision.word)\(decision.until.map { " until \($0)" } ?? "")"
      text +=
        "\n# \(item.id): \(words): \(comment(item.principal)) has \(comment(item.grant)) on \(comment(item.resource))\n"
      guard let remedy else {
        text += "# by hand: no command changes this alone\n"
        continue
      }
      text += "if due \(item.id); then\n\(isUndoing ? remedy.undo : remedy.run)\nend \(item.id)\nfi\n"
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
