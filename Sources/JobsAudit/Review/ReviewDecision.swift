/// What a reviewer says of a grant.
package enum ReviewDecision: Hashable, Sendable {
  case keep
  case revoke
  /// Until the beginning of a day, in UTC: `2027-03-31`.
  case limit(until: String)

  /// - Parameter until: for `limit` alone.
  package init?(word: String, until: String?) {
    switch (word, until) {
    case ("keep", nil): self = .keep
    case ("revoke", nil): self = .revoke
    case ("limit", let day?): self = .limit(until: day)
    default: return nil
    }
  }

  package var word: String {
    switch self {
    case .keep: "keep"
    case .revoke: "revoke"
    case .limit: "limit"
    }
  }

  package var until: String? {
    if case .limit(let day) = self { day } else { nil }
  }
}
