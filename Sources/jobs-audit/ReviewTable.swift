import JobsAudit
import JobsCore
import JobsReport

/// A review as reviewers see it: a table for a spreadsheet, and the same as JSON; and their answers.
enum ReviewTable {
  private static let columns = [
    "id", "principal", "grant", "resource", "condition", "marks", "reviewer", "decision", "until", "reason",
  ]

  /// Rows of items. Nothing in them is taken for a formula.
  static func csv(_ items: [ReviewItem], of review: Review) -> [UInt8] {
    var text = CSVRow.text(columns)
    for item in items {
      let decided = review.decisions[item.id]
      let fields: [String?] = [
        item.id, item.principal, item.grant, item.resource, item.condition?.expression,
        item.marks.map(\.rawValue).joined(separator: " "), review.reviewers[item.id], decided?.decision.word,
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

  /// The decisions of a table; rows without one are left undecided.
  ///
  /// - Parameter name: what messages call the file.
  /// - Throws: a usage failure with the line of what is no answer.
  static func ballots(_ bytes: [UInt8], name: String) throws(Failure) -> [Review.Ballot] {
    let shown = "'\(Terminal.visible(name))'"
    let first = bytes.first { ![32, 9, 10, 13].contains($0) }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return try objects(bytes, shown) }
    do throws(CSVReader.Fault) {
      return try rows(bytes)
    } catch {
      throw .usage("cannot use \(shown): line \(error.line): \(error.message)", hint: "keep the columns of the table")
    }
  }

  private static func rows(_ bytes: [UInt8]) throws(CSVReader.Fault) -> [Review.Ballot] {
    var reader = CSVReader(bytes)
    guard let head = try reader.next() else { throw CSVReader.Fault(line: 1, message: "the table is empty") }
    var places: [String: Int] = [:]
    for name in ["id", "decision", "until", "reason"] {
      guard let at = head.fields.firstIndex(of: name) else {
        throw CSVReader.Fault(line: head.line, message: "there is no column '\(name)'")
      }
      places[name] = at
    }
    var ballots: [Review.Ballot] = []
    while let row = try reader.next() {
      func field(_ name: String) -> String? {
        guard let at = places[name], at < row.fields.count else { return nil }
        let text = row.fields[at].trimmed
        return text.isEmpty ? nil : text
      }
      guard let word = field("decision") else { continue }
      guard let id = field("id") else { throw CSVReader.Fault(line: row.line, message: "a decision is on no item") }
      guard let decision = ReviewDecision(word: word.lowercased(), until: field("until")) else {
        throw CSVReader.Fault(line: row.line, message: Self.noDecision(word, field("until")))
      }
      ballots.append(Review.Ballot(item: id, decision: decision, reason: field("reason")))
    }
    return ballots
  }

  private static func objects(_ bytes: [UInt8], _ shown: String) throws(Failure) -> [Review.Ballot] {
    var reader = ValueReader(bytes: bytes, name: shown)
    var ballots: [Review.Ballot] = []
    while let value = try reader.next() {
      let tree = value.tree
      func field(_ name: StaticString) -> String? { tree.value(Tree.root, name).map(tree.string) }
      guard let word = field("decision") else { continue }
      guard let id = field("id") else {
        throw .usage("cannot use \(shown): line \(value.line): a decision is on no item")
      }
      guard let decision = ReviewDecision(word: word, until: field("until")) else {
        throw .usage("cannot use \(shown): line \(value.line): \(noDecision(word, field("until")))")
      }
      ballots.append(Review.Ballot(item: id, decision: decision, reason: field("reason")))
    }
    return ballots
  }

  static func noDecision(_ word: String, _ until: String?) -> String {
    switch word {
    case "limit": "'limit' takes a day in 'until'"
    case "keep", "revoke": "'\(word)' takes no day in 'until'"
    default: "'\(Terminal.visible(word))' is none of keep, revoke and limit"
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
