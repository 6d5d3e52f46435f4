/// A host of Google's that a request was meant for: `run.googleapis.com`, `europe-west1-run.googleapis.com`.
struct GoogleHost: Hashable, Sendable {
  /// `run`, `oauth2`.
  let name: String
  /// `europe-west1`; nil for the host of all regions.
  let region: String?

  /// - Parameter host: with or without a port.
  init?(_ host: String) {
    let plain = host.prefix { $0 != ":" }.lowercased()
    if plain == "metadata.google.internal" {
      (name, region) = ("metadata", nil)
      return
    }
    guard plain.hasSuffix(".googleapis.com") else { return nil }
    let label = String(plain.dropLast(".googleapis.com".count))
    guard !label.contains(".") else { return nil }
    // Names of services have no hyphen, and regions have.
    if let hyphen = label.lastIndex(of: "-") {
      (name, region) = (String(label[label.index(after: hyphen)...]), String(label[..<hyphen]))
    } else {
      (name, region) = (label, nil)
    }
  }
}
