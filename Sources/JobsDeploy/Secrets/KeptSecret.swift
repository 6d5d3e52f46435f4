package import JobsCore

/// A secret as a cloud keeps it: which versions there are, and never a value.
package struct KeptSecret: Sendable, Hashable {
  package struct Version: Sendable, Hashable {
    package enum State: String, Sendable {
      case enabled
      /// It is there and cannot be read.
      case disabled
      /// Its value is gone for good.
      case destroyed
    }

    package var id: String
    package var state: State
    package var createdAt: Instant?
    /// What it is called beside its id: `latest`, `AWSCURRENT`, an alias.
    package var labels: [String]

    package init(id: String, state: State, createdAt: Instant?, labels: [String] = []) {
      self.id = id
      self.state = state
      self.createdAt = createdAt
      self.labels = labels
    }
  }

  package var name: String
  /// Whose it is by its mark, `acme/prod/*`; nil for one that others made.
  package var owner: String?
  /// The newest first.
  package var versions: [Version]

  package init(name: String, owner: String?, versions: [Version] = []) {
    self.name = name
    self.owner = owner
    self.versions = versions
  }

  /// - Parameter word: an id or a label.
  package func version(_ word: String) -> Version? {
    versions.first { $0.labels.contains(word) } ?? versions.first { $0.id == word }
  }
}

extension KeptSecret {
  /// The versions that go out of use beside the current one.
  ///
  /// - Parameters:
  ///   - current: the label of the version that is read where none is named.
  ///   - count: how many of the newest before it stay in use.
  ///   - words: the ids and labels that jobs name; what those stand for stays.
  package func retired(beside current: String, keeping count: Int, named words: Set<String>) -> [Version] {
    let named = Set(words.compactMap { version($0)?.id })
    return versions.filter { $0.state == .enabled && !$0.labels.contains(current) }.dropFirst(count)
      .filter { !named.contains($0.id) }
  }
}
