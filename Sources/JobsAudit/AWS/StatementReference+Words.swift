extension StatementReference {
  /// Reads what `words` writes, with or without its quotes: `roles/run.admin of projects/p for user:ada@acme.example`, or
  /// `statement 1 of arn:aws:iam::111122223333:policy/p`; nil for what is neither.
  package init?(words: String) {
    func plain(_ text: Substring) -> String {
      text.count > 1 && text.first == "'" && text.last == "'" ? String(text.dropFirst().dropLast()) : String(text)
    }
    // The condition of a binding may hold any word, the names behind it none with blanks but those of trust policies.
    guard let of = words.ranges(of: " of ").last(where: { !words[..<$0.lowerBound].hasSuffix("trust policy") }) else {
      return nil
    }
    let left = words[..<of.lowerBound]
    let right = words[of.upperBound...]
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let parts = right.firstRange(of: " for ").map { (right[..<$0.lowerBound], Optional(right[$0.upperBound...])) }
    // A `Sid` is written in quotes, which a shell may have eaten.
    let isSid = !left.contains("/") && !left.hasPrefix("statement ") && !left.hasPrefix("'")
    self.init(
      policy: plain(parts?.0 ?? right), statement: isSid ? "'\(left)'" : String(left), member: parts?.1.map(plain))
  }
}
