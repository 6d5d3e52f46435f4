import JobsAudit
import JobsCore
import JobsReport

/// A review as reviewers see it: a table for a spreadsheet, and the same as JSON; and what their answers decide.
enum ReviewTable {
  /// Rows of items. Nothing in them is taken for a formula.
  static func csv(_ items: [ReviewItem], of review: Review) -> [UInt8] {
    var text = CSVRow.text(ReviewAnswer.columns)
    for item in items {
      let decided = review.decisions[item.id]
      let fields: [String?] = [
        item.id, item.principal, item.grant, item.resource, item.condition?.expression,
        item.marks.isEmpty ? nil : item.marks.map(\.rawValue).joined(separator: " "), review.reviewers[item.id],
        decided?.decision.word,
        decided?.decision.until, decided?.reason,
      ]
      text += CSVRow.text(fields.map { $0.map(CSVRow.plain) })
    }
    return Array(text.utf8)
  }

  /// The same rows as an array.
  static func json(_ items: [ReviewItem], of review: Review) -> [UInt8] {
    var json = JSONWriter(reserving: items.count * 256)
    json.beginArray()
    for item in items {
      let decided = review.decisions[item.id]
      json.object {
        $0.member("id", item.id)
        $0.member("principal", item.principal)
        $0.member("grant", item.grant)
        $0.member("resource", item.resource)
        $0.optional("condition", item.condition?.expression)
        $0.member("marks", item.marks.map(\.rawValue))
        $0.optional("reviewer", review.reviewers[item.id])
        $0.optional("decision", decided?.decision.word)
        $0.optional("until", decided?.decision.until)
        $0.optional("reason", decided?.reason)
      }
    }
    json.endArray()
    json.newline()
    return json.bytes
  }

  /// The name of the tables of one reviewer, without the ending.
  static func name(of reviewer: String) -> String {
    let isPlain = reviewer.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "@._-".utf8.contains(byte)
      }
    }
    return isPlain && reviewer.utf8.count <= 200
      ? "for-\(reviewer)" : "for-\(String(reviewer.utf8.fnv1a64, radix: 16))"
  }

  // MARK: Answers

  /// The decisions of answers, each once and held against what its row says that it is of: a column that was sorted alone, or a
  /// row that was pasted over, would decide on something else.
  static func ballots(
    _ answers: [ReviewAnswer], of review: Review, name: String
  ) throws(Failure) -> [Review.Ballot] {
    var lines: [String: ReviewAnswer] = [:]
    var ballots: [Review.Ballot] = []
    for answer in answers {
      let place = "'\(Terminal.visible(name))': line \(answer.line)"
      let id = answer.ballot.item
      guard let item = review.item(id) else {
        throw .usage(
          "\(place): the review has no item '\(Terminal.visible(id))'", hint: "keep the column 'id' as it was")
      }
      for (column, text) in zip(ReviewAnswer.facts, [item.principal, item.grant, item.resource]) {
        guard let said = answer.said[column], said != text, said != CSVRow.plain(text) else { continue }
        throw .usage(
          "\(place): '\(id)' has the \(column) '\(Terminal.visible(text))', and the row says '\(Terminal.visible(said))'",
          hint: "rows were mixed up: take the table anew, and sort it with all of its columns")
      }
      guard let other = lines.updateValue(answer, forKey: id) else {
        ballots.append(answer.ballot)
        continue
      }
      guard other.ballot == answer.ballot else {
        throw .usage(
          "\(place): '\(id)' was decided otherwise in line \(other.line)", hint: "leave one decision for each item")
      }
    }
    return ballots
  }
}
