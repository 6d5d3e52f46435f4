package import JobsCore

/// A line of a bill that stands in no file: what a service was asked for, as it answered.
package struct BillEntry: Sendable, Equatable {
  /// The day, such as `2026-10-05`, or the first of a month where it is of the whole month.
  package var day: String
  package var amount: Decimal
  package var currency: String
  /// What is known of it beside its day; an empty value is none.
  package var keys: [Key]

  package struct Key: Sendable, Equatable {
    package var dimension: BillDimension
    package var value: String

    package init(_ dimension: BillDimension, _ value: String) {
      self.dimension = dimension
      self.value = value
    }
  }

  package init(day: String, amount: Decimal, currency: String, keys: [Key]) {
    self.day = day
    self.amount = amount
    self.currency = currency
    self.keys = keys
  }

  /// What stands where in a row.
  func texts(_ question: BillQuestion) -> [BillRow.Text] {
    var texts = [
      BillRow.Text(.cost, Array(amount.description.utf8)), BillRow.Text(.currency, Array(currency.utf8)),
      BillRow.Text(.start, Array(day.utf8)),
    ]
    for key in keys {
      let place: Int? =
        switch key.dimension {
        case .job: question.jobLabels.isEmpty ? nil : BillRow.place(ofLabel: 0)
        case .project: BillRow.place(of: .project)
        case .service: BillRow.place(of: .service)
        case .sku: BillRow.place(of: .sku)
        case .region: BillRow.place(of: .region)
        case .team, .env, .label:
          BillQuestion.label(of: key.dimension).flatMap { question.labels.firstIndex(of: $0) }
            .map(BillRow.place(ofLabel:))
        case .day: nil
        }
      if let place { texts.append(BillRow.Text(place: place, bytes: Array(key.value.utf8))) }
    }
    return texts
  }
}
