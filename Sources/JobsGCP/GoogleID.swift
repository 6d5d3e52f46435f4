import JobsDeploy

/// Which resource of a project and region it is: `gcp.run/PROJECT/REGION/NAME`.
struct GoogleID: Hashable {
  enum Kind: String, CaseIterable {
    case run = "gcp.run"
    case scheduler = "gcp.scheduler"
  }

  var kind: Kind
  var name: String

  init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// nil for a resource of another place.
  init?(_ id: String, in place: Place) {
    for kind in Kind.allCases {
      let prefix = GoogleID(kind, "").text(in: place)
      guard id.hasPrefix(prefix), id.utf8.count > prefix.utf8.count else { continue }
      self.init(kind, String(id.dropFirst(prefix.count)))
      return
    }
    return nil
  }

  func text(in place: Place) -> String { "\(kind.rawValue)/\(place.account)/\(place.key)/\(name)" }
}
