/// What bills say, added up by the dimensions of a question.
package struct Bill: Sendable {
  package struct Source: Sendable, Equatable {
    /// In quotes, as messages have it.
    package var name: String
    package var format: BillFormat
    package var rows: Int
  }

  package let question: BillQuestion
  package let sources: [Source]
  /// In no order; two may be alike but for the currency or its rate.
  package let groups: [BillGroup]
  /// All lines, also those that did not count.
  package let rows: Int
  /// Lines of days that were not asked for.
  package let outside: Int
  /// Lines below zero, and lines of nothing.
  package let negative: Int
  package let zero: Int
  /// Lines that stand there more than once, without the first of each; of very many lines counted by a sample.
  package let repeated: Int
  /// One line in so many was looked at for that.
  package let sampleRate: Int
  /// The first and the last day with a line, as 20261031; nil where there is none.
  package let days: ClosedRange<UInt32>?

  init(_ tally: BillTally, _ question: BillQuestion, _ sources: [Source]) throws(BillFault) {
    self.question = question
    self.sources = sources
    groups = try tally.lines()
    rows = tally.rows
    outside = tally.outside
    negative = tally.negative
    zero = tally.zero
    repeated = tally.sample.repeats * tally.sample.rate
    sampleRate = tally.sample.rate
    days = tally.firstDay <= tally.lastDay ? tally.firstDay...tally.lastDay : nil
  }
}
