import JobsAudit
import JobsCore
import JobsManifest
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

  /// A row that somebody decided on, as it stands in the table.
  struct Answer {
    var ballot: Review.Ballot
    /// Columns that say what the row is of, where they are filled in.
    var said: [String: String]
    /// 1-based.
    var line: Int
  }

  /// Columns that have to agree with the item.
  private static let facts = ["principal", "grant", "resource"]

  /// The decisions of a table; rows without one are left undecided.
  ///
  /// - Parameter name: what messages call the file.
  /// - Throws: a usage failure with the line of what is no answer.
  static func answers(_ bytes: [UInt8], name: String) throws(Failure) -> [Answer] {
    let shown = "'\(Terminal.visible(name))'"
    let first = bytes.first { ![32, 9, 10, 13].contains($0) }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return try objects(bytes, shown) }
    do throws(CSVReader.Fault) {
      return try rows(bytes)
    } catch {
      throw .usage(
        "cannot use \(shown): line \(error.line): \(error.message)",
        hint: "keep the columns of the table, and save it as CSV in UTF-8")
    }
  }

  /// The decisions of answers, each held against what its row says that it is of: a column that was sorted alone, or a row that
  /// was pasted over, would decide on something else.
  static func ballots(_ answers: [Answer], of review: Review, name: String) throws(Failure) -> [Review.Ballot] {
    var lines: [String: Answer] = [:]
    for answer in answers {
      let place = "'\(Terminal.visible(name))': line \(answer.line)"
      let id = answer.ballot.item
      guard let item = review.item(id) else {
        throw .usage(
          "\(place): the review has no item '\(Terminal.visible(id))'", hint: "keep the column 'id' as it was")
      }
      for (column, text) in zip(facts, [item.principal, item.grant, item.resource]) {
        guard let said = answer.said[column], said != text, said != CSVRow.plain(text) else { continue }
        throw .usage(
          "\(place): '\(id)' has the \(column) '\(Terminal.visible(text))', and the row says '\(Terminal.visible(said))'",
          hint: "rows were mixed up: take the table anew, and sort it with all of its columns")
      }
      if let other = lines[id], other.ballot != answer.ballot {
        throw .usage(
          "\(place): '\(id)' was decided otherwise in line \(other.line)", hint: "leave one decision for each item")
      }
      lines[id] = answer
    }
    return answers.map(\.ballot)
  }

  private static func rows(_ bytes: [UInt8]) throws(CSVReader.Fault) -> [Answer] {
    let head = bytes.prefix { $0 != 10 && $0 != 13 }
    let separator = [",", ";", "\t"].map { UInt8(ascii: $0) }.max { a, b in
      head.count { $0 == a } < head.count { $0 == b }
    }
    var reader = CSVReader(bytes, separator: separator ?? UInt8(ascii: ","))
    guard let head = try reader.next() else { throw CSVReader.Fault(line: 1, message: "the table is empty") }
    let titles = head.fields.map { $0.trimmed.lowercased() }
    var places: [String: Int] = [:]
    for name in ["id", "decision", "until", "reason"] {
      guard let at = titles.firstIndex(of: name) else {
        throw CSVReader.Fault(line: head.line, message: "there is no column '\(name)'")
      }
      places[name] = at
    }
    for name in facts { places[name] = titles.firstIndex(of: name) }
    var answers: [Answer] = []
    while let row = try reader.next() {
      func field(_ name: String) -> String? {
        guard let at = places[name], at < row.fields.count else { return nil }
        let text = row.fields[at].trimmed
        return text.isEmpty ? nil : text
      }
      guard row.fields.contains(where: { !$0.trimmed.isEmpty }) else { continue }
      guard row.fields.count >= titles.count else {
        throw CSVReader.Fault(
          line: row.line, message: "the row has \(row.fields.count) of \(titles.count) fields: the table was cut off")
      }
      guard let word = field("decision") else { continue }
      guard let id = field("id") else { throw CSVReader.Fault(line: row.line, message: "a decision is on no item") }
      guard let decision = ReviewDecision(word: word.lowercased(), until: field("until")) else {
        throw CSVReader.Fault(line: row.line, message: Self.noDecision(word.lowercased(), field("until")))
      }
      let said = Dictionary(uniqueKeysWithValues: facts.compactMap { name in field(name).map { (name, $0) } })
      answers.append(
        Answer(ballot: .init(item: id, decision: decision, reason: field("reason")), said: said, line: row.line))
    }
    return answers
  }

  private static func objects(_ bytes: [UInt8], _ shown: String) throws(Failure) -> [Answer] {
    var reader = ValueReader(bytes: bytes, name: shown)
    var answers: [Answer] = []
    while let value = try reader.next() {
      let tree = value.tree
      func fault(_ message: String) -> Failure {
        .usage("cannot use \(shown): line \(value.line): \(message)", hint: "keep the rows of the table as they were")
      }
      guard tree.kind(Tree.root) == .mapping else {
        throw fault("a row is \(tree.kind(Tree.root).words), not \(Tree.Kind.mapping.words)")
      }
      // What is read as no text would be a decision that is lost.
      var fields: [String: String] = [:]
      for entry in tree.entries(Tree.root) where tree.kind(entry.value) != .null {
        let key = tree.string(entry.key)
        guard (["id", "decision", "until", "reason"] + facts).contains(key) else {
          guard columns.contains(key) else { throw fault("a row has no '\(Terminal.visible(String(key.prefix(60))))'") }
          continue
        }
        guard let text = tree.text(entry.value)?.trimmed else {
          throw fault("'\(key)' is \(tree.kind(entry.value).words), not \(Tree.Kind.string.words)")
        }
        if !text.isEmpty { fields[key] = text }
      }
      func field(_ name: String) -> String? { fields[name] }
      guard let word = field("decision") else { continue }
      guard let id = field("id") else {
        throw .usage("cannot use \(shown): line \(value.line): a decision is on no item")
      }
      guard let decision = ReviewDecision(word: word.lowercased(), until: field("until")) else {
        throw .usage(
          "cannot use \(shown): line \(value.line): \(noDecision(word.lowercased(), field("until")))")
      }
      let said = Dictionary(uniqueKeysWithValues: facts.compactMap { name in field(name).map { (name, $0) } })
      answers.append(
        Answer(ballot: .init(item: id, decision: decision, reason: field("reason")), said: said, line: value.line))
    }
    return answers
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
