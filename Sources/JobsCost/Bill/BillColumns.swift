import JobsCore

/// Where in the rows of a CSV file what stands, by its first row.
struct BillColumns {
  let format: BillFormat
  /// The names as they stand there.
  let names: [String]
  /// A column and the place in a row that it is for.
  private(set) var places: [(column: Int, place: Int)] = []

  /// Recognises the format by the names.
  ///
  /// - Throws: a fault at offset 0 that says what is missing of the format that comes closest.
  init(_ names: [String], _ question: BillQuestion) throws(BillFault) {
    self.names = names
    var closest: (format: BillFormat, missing: [String])?
    for format in BillFormat.tables {
      let missing = format.marks.filter { mark in !mark.contains(where: names.contains) }.map { $0[0] }
      if missing.isEmpty {
        self.format = format
        try find(question)
        return
      }
      // One of the marks alone may stand in any table.
      if missing.count < format.marks.count - 1, missing.count < closest?.missing.count ?? .max {
        closest = (format, missing)
      }
    }
    if let closest {
      let words = closest.missing.map { "'\($0)'" }.joined(separator: ", ")
      throw BillFault(
        "its columns are nearly those of \(closest.format.words), but \(words) \(closest.missing.count == 1 ? "is" : "are") missing",
        at: 0, hint: "export the bill anew with all columns, and with their own names")
    }
    throw BillFault(
      "its columns are those of no bill that is known", at: 0,
      hint: "known are \(BillFormat.allWords)")
  }

  private mutating func find(_ question: BillQuestion) throws(BillFault) {
    for field in question.fields {
      if let column = column(format.columns(of: field)) { places.append((column, BillRow.place(of: field))) }
    }
    if !question.labels.isEmpty, let column = column(format.columns(of: .labels)) {
      places.append((column, BillRow.place(of: .labels)))
    }
    for (number, label) in question.labels.enumerated() {
      let plain = TagList.folded(label)
      let spellings = ["resourceTags/user:\(label)", "resource_tags_user_\(plain)", "resource_tags_\(plain)"]
      guard format == .costAndUsage, let column = column(spellings) else { continue }
      places.append((column, BillRow.place(ofLabel: number)))
    }
    for (index, name) in names.enumerated() where !name.isEmpty && names[..<index].contains(name) {
      throw BillFault("the column '\(Terminal.visible(name))' stands there twice", at: 0)
    }
  }

  private func column(_ spellings: [String]) -> Int? {
    spellings.lazy.compactMap { names.firstIndex(of: $0) }.first
  }
}
