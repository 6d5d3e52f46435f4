/// Which accounts of AWS are in which organisation, as far as that is known.
package struct AWSOrganizations: Sendable {
  /// Where an account is.
  package enum Place: Hashable, Sendable {
    case unknown
    /// In no organisation.
    case alone
    /// - Parameter path: `o-a1/r-b2/ou-b2-c3/`, the organisation, its root and the units down to the account; nil where that is
    ///   not known.
    case member(of: String, path: String?)
    /// In none of these; in which other, if any, is not known.
    case outside(of: [String])
  }

  private var places: [String: Place] = [:]
  /// Organisations of which all accounts are known.
  private var whole: Set<String> = []

  package init() {}

  /// - Parameter account: its number.
  package func place(of account: String) -> Place {
    if let place = places[account] { return place }
    return whole.isEmpty ? .unknown : .outside(of: whole.sorted())
  }

  /// What is told of an account: a place with a path says more than one without.
  package mutating func add(_ account: String, _ place: Place) {
    if case .member(let id, nil) = place, case .member(id, _)? = places[account] { return }
    places[account] = place
  }

  /// Takes those that were told of for all accounts of an organisation.
  package mutating func close(_ organization: String) { whole.insert(organization) }
}
