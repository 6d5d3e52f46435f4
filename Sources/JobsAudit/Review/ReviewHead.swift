import Crypto
package import JobsCore

/// What a review is of, as it was opened.
package struct ReviewHead: Hashable, Sendable {
  package var name: String
  package var openedBy: String
  package var time: Instant
  /// The last day for decisions, in UTC; nil for none.
  package var due: String?
  /// As they were named.
  package var inputs: [String]
  package var items: Int
  /// Whose names, groups and accounts belong together.
  package var people: ReviewPeople
  /// The hash of the file of the population: `sha256:` and 64 digits.
  package var population: String

  package init(
    name: String, openedBy: String, at time: Instant, due: String?, inputs: [String], items: Int, population: String,
    people: ReviewPeople = ReviewPeople()
  ) {
    self.name = name
    self.openedBy = openedBy
    self.time = time
    self.due = due
    self.inputs = inputs
    self.items = items
    self.population = population
    self.people = people
  }

  /// The hash by which a file, or a line of acts, is known again.
  package static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).withUnsafeBytes { String(hexadecimal: $0, prefix: "sha256:") }
  }

  /// Writes the `review` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("review")
    json.member("name", name)
    json.member("openedBy", openedBy)
    json.member("time", time.rfc3339)
    json.optional("due", due)
    json.member("inputs", inputs)
    json.member("items", items)
    json.member("population", population)
    if !people.lines.isEmpty {
      json.array("people") { json in
        for line in people.lines {
          json.beginArray()
          for name in line { json.value(name) }
          json.endArray()
        }
      }
    }
    json.endObject()
  }

  /// Knows the review again: the hash of its file, and so of its population too.
  package var id: String { Self.hash(file) }

  /// The file of the record.
  package var file: [UInt8] {
    var json = JSONWriter(reserving: 512)
    write(to: &json)
    json.newline()
    return json.bytes
  }

  /// Reads a `review` record; nil for another one.
  package init?(_ record: Record) {
    guard record.type == "review", let name = record.string("name"), let openedBy = record.string("openedBy"),
      let time = record.string("time").flatMap({ Instant(rfc3339: $0) }),
      let items = record.tree.value(Tree.root, "items").flatMap(record.tree.int),
      let population = record.string("population")
    else { return nil }
    self.init(
      name: name, openedBy: openedBy, at: time, due: record.string("due"),
      inputs: record.tree.value(Tree.root, "inputs").map { record.tree.children($0).map(record.tree.string) } ?? [],
      items: items, population: population,
      people: ReviewPeople(
        record.tree.value(Tree.root, "people").map { list in
          record.tree.children(list).map { record.tree.children($0).map(record.tree.string) }.filter { !$0.isEmpty }
        } ?? []))
  }
}
