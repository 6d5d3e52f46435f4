extension Bill {
  /// What there is to know about the figures, in words.
  package var remarks: [String] {
    var remarks: [String] = []
    let currencies = Set(groups.map(\.currency)).sorted()
    if currencies.count > 1 {
      remarks.append("amounts in \(currencies.joined(separator: ", ")) are not added up: no rate is taken for granted")
    }
    if repeated > 0 {
      let about = sampleRate > 1 ? "about " : ""
      remarks.append(
        "\(about)\(Self.count(repeated)) byte for byte what an earlier line is, and counted all the same: a file may have been given or exported twice"
      )
    }
    if negative > 0 { remarks.append("\(Self.count(negative)) below zero: credits, refunds and corrections") }
    if zero > 0 { remarks.append("\(Self.count(zero)) of nothing, as of what is free") }
    if outside > 0 { remarks.append("\(Self.count(outside)) of other days, not counted") }
    return remarks
  }

  private static func count(_ count: Int) -> String { count == 1 ? "1 line is" : "\(count) lines are" }
}
