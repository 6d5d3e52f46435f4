package import JobsCore
import JobsManifest

/// A row of a reviewer's table that somebody decided on, as it stands there: as CSV, or as JSON.
package struct ReviewAnswer: Hashable, Sendable {
  package var ballot: Review.Ballot
  /// Columns that say what the row is of, where they are filled in.
  package var said: [String: String]
  /// 1-based.
  package var line: Int

  /// The columns of a table, in their order.
  package static let columns = [
    "id", "principal", "grant", "resource", "condition", "marks", "reviewer", "decision", "until", "reason",
  ]
  /// Columns that have to agree with the item.
  package static let facts = ["principal", "grant", "resource"]
  /// Columns that there have to be.
  private static let asked = ["id", "decision", "until", "reason"]

  /// The answers of a table; rows without a decision are left out.
  ///
  /// - Parameter name: what messages call the file.
  /// - Throws: a usage failure with the line of what is no answer.
  package static func read(_ bytes: [UInt8], name: String) throws(Failure) -> [ReviewAnswer] {
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

  /// - Parameter field: what stands in a column; nil where nothing does.
  /// - Returns: nil for a row without a decision.
  private init?(line: Int, _ field: (String) -> String?) throws(CSVReader.Fault) {
    guard let word = field("decision")?.lowercased() else { return nil }
    guard let id = field("id") else { throw CSVReader.Fault(line: line, message: "a decision is on no item") }
    guard let decision = ReviewDecision(word: word, until: field("until")) else {
      throw CSVReader.Fault(line: line, message: Self.noDecision(word, field("until")))
    }
    ballot = .init(item: id, decision: decision, reason: field("reason"))
    said = Dictionary(uniqueKeysWithValues: Self.facts.compactMap { name in field(name).map { (name, $0) } })
    self.line = line
  }

  /// Why a word is no decision, with a day or without.
  package static func noDecision(_ word: String, _ until: String?) -> String {
    switch word {
    case "limit": "'limit' takes a day in 'until'"
    case "keep", "revoke": "'\(word)' takes no day in 'until'"
    default: "'\(Terminal.visible(word))' is none of keep, revoke and limit"
    }
  }

  // MARK: CSV

  private static func rows(_ bytes: [UInt8]) throws(CSVReader.Fault) -> [ReviewAnswer] {
    let head = bytes.prefix { $0 != 10 && $0 != 13 }
    let separator = [",", ";", "\t"].map { UInt8(ascii: $0) }.max { a, b in
      head.count { $0 == a } < head.count { $0 == b }
    }
    var reader = CSVReader(bytes, separator: separator ?? UInt8(ascii: ","))
    guard let head = try reader.next() else { throw CSVReader.Fault(line: 1, message: "the table is empty") }
    let places = try places(head)
    var answers: [ReviewAnswer] = []
    while let row = try reader.next() {
      let fields = row.fields.map(\.trimmed)
      guard fields.contains(where: { !$0.isEmpty }) else { continue }
      let count = "the row has \(fields.count) of \(head.fields.count) fields"
      guard fields.count >= head.fields.count else {
        throw CSVReader.Fault(line: row.line, message: "\(count): the table was cut off")
      }
      // Beyond the last column stands what was torn from the one before it.
      guard fields.dropFirst(head.fields.count).allSatisfy(\.isEmpty) else {
        throw CSVReader.Fault(
          line: row.line, message: "\(count): a text with a separator in it has no quotes around it")
      }
      let answer = try ReviewAnswer(line: row.line) { name in
        places[name].flatMap { fields[$0].isEmpty ? nil : fields[$0] }
      }
      if let answer { answers.append(answer) }
    }
    return answers
  }

  /// Where columns stand, by the titles in the first row.
  private static func places(_ head: CSVReader.Row) throws(CSVReader.Fault) -> [String: Int] {
    var places: [String: Int] = [:]
    for (at, title) in head.fields.enumerated() {
      let name = title.trimmed.lowercased()
      guard (asked + facts).contains(name) else { continue }
      guard places.updateValue(at, forKey: name) == nil else {
        throw CSVReader.Fault(line: head.line, message: "the column '\(name)' stands twice")
      }
    }
    for name in asked where places[name] == nil {
      throw CSVReader.Fault(line: head.line, message: "there is no column '\(name)'")
    }
    return places
  }

  // MARK: JSON

  private static func objects(_ bytes: [UInt8], _ shown: String) throws(Failure) -> [ReviewAnswer] {
    var reader = ValueReader(bytes: bytes, name: shown)
    var answers: [ReviewAnswer] = []
    while let value = try reader.next() {
      do throws(CSVReader.Fault) {
        let fields = try fields(of: value)
        if let answer = try ReviewAnswer(line: value.line, { fields[$0] }) { answers.append(answer) }
      } catch {
        throw .usage(
          "cannot use \(shown): line \(error.line): \(error.message)", hint: "keep the rows of the table as they were")
      }
    }
    return answers
  }

  /// What is read as no text would be a decision that is lost.
  private static func fields(of value: ValueReader.Value) throws(CSVReader.Fault) -> [String: String] {
    let tree = value.tree
    func fault(_ message: String) -> CSVReader.Fault { CSVReader.Fault(line: value.line, message: message) }
    guard tree.kind(Tree.root) == .mapping else {
      throw fault("a row is \(tree.kind(Tree.root).words), not \(Tree.Kind.mapping.words)")
    }
    var fields: [String: String] = [:]
    for entry in tree.entries(Tree.root) where tree.kind(entry.value) != .null {
      let key = tree.string(entry.key)
      guard (asked + facts).contains(key) else {
        guard columns.contains(key) else { throw fault("a row has no '\(Terminal.visible(String(key.prefix(60))))'") }
        continue
      }
      guard let text = tree.text(entry.value)?.trimmed else {
        throw fault("'\(key)' is \(tree.kind(entry.value).words), not \(Tree.Kind.string.words)")
      }
      if !text.isEmpty { fields[key] = text }
    }
    return fields
  }
}

extension String {
  fileprivate var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
