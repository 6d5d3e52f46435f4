import JobsCore
import JobsCost

/// The most by which jobs may become dearer.
struct IncreaseGate {
  /// What is wrong, in words; nil where the limit holds.
  let words: String?

  var isExceeded: Bool { words != nil }

  /// - Throws: a usage failure where jobs become dearer in another currency than that of the limit.
  init(_ text: String?, _ difference: CostDifference) throws(Failure) {
    guard let text, let limit = Money(text) else {
      words = nil
      return
    }
    for total in difference.totals where total.currency != limit.currency && total.net > .zero {
      throw .usage(
        "--max-increase is in \(limit.currency), and jobs become dearer in \(total.currency)",
        hint: "select jobs of one currency by -l")
    }
    let net = difference.totals.first { $0.currency == limit.currency }?.net ?? .zero
    words =
      net > limit.amount
      ? "the increase is above its limit: \(Money(net, limit.currency).shown) of \(limit.shown)" : nil
  }
}
