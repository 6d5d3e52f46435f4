/// A service of AWS as policies see it: its actions, and what they act on.
package struct ActionService: Sendable {
  /// What stands before the colon of its actions: `s3`.
  package let prefix: String
  package let name: String
  package let types: [ResourceType]
  /// By their names in small letters.
  package let actions: [ServiceAction]

  /// An action by its name in small letters; nil for one that the service has not.
  package func action(_ name: String) -> ServiceAction? {
    var (low, high) = (0, actions.count)
    while low < high {
      let middle = (low + high) / 2
      if actions[middle].key < name { low = middle + 1 } else { high = middle }
    }
    return low < actions.count && actions[low].key == name ? actions[low] : nil
  }
}

/// An action that policies can allow.
package struct ServiceAction: Sendable {
  /// As AWS writes it: `GetObject`.
  package let name: String
  /// The name in small letters, since actions compare without case.
  package let key: String
  package let level: AccessLevel
  /// Which types of its service it acts on, as indices; none for one that takes no resource, and so needs `*`.
  package let types: [Int]
}

/// A kind of resource that actions act on.
package struct ResourceType: Sendable {
  package let name: String
  /// In which `*` stands for whatever differs from one resource to the next.
  package let arns: [String]
  private let globs: [ResourcePattern]
  private let hasNoSlash: Bool

  /// - Parameter patterns: ARNs without `arn:PARTITION:`.
  init(_ name: String, patterns: [String]) {
    self.name = name
    arns = patterns.map { "arn:*:\($0)" }
    globs = arns.map { ResourcePattern($0) }
    // Names of buckets have none (S3 User Guide, "General purpose bucket naming rules", read 2026-11-22).
    hasNoSlash = patterns == ["s3:::*"]
  }

  /// Whether a pattern of a policy may match a resource of this type.
  package func mayMatch(_ written: String, _ pattern: ResourcePattern) -> Bool {
    guard globs.contains(where: { $0.meets(pattern) }) else { return false }
    return !hasNoSlash || !written.contains("/")
  }
}
