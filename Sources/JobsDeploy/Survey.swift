/// What a provider found.
package struct Survey: Sendable, Hashable {
  /// What bears our mark.
  package var owned: [LiveResource]
  /// What others made, which is never touched: where it stands, and by what it would be known again.
  package var foreign: [Foreign]

  package struct Foreign: Sendable, Hashable {
    /// Such as `line 3 of the crontab of 'alice'`.
    package var name: String
    /// The id that a resource of ours would have in its stead; nil where both can stand beside each other.
    package var id: String?
    /// Fields by each of which a resource would do the same; none where nothing would.
    package var twins: [Resource.Field]

    package init(name: String, id: String? = nil, twins: [Resource.Field] = []) {
      self.name = name
      self.id = id
      self.twins = twins
    }
  }

  /// What is of a kind that can bear no mark, so that it cannot be seen whose it is.
  package var unmarked: [Unmarked]
  /// What could not be looked at, and is taken as it is.
  package var unknown: [Unknown]

  /// A binding of a policy, say.
  package struct Unmarked: Sendable, Hashable {
    package var id: String
    /// What it is in words, such as `the binding of 'roles/run.invoker' on job 'nightly'`.
    package var name: String
    /// The ids of resources that it cannot be without.
    package var dependencies: [String]

    package init(id: String, name: String, dependencies: [String] = []) {
      self.id = id
      self.name = name
      self.dependencies = dependencies
    }
  }

  package struct Unknown: Sendable, Hashable {
    package var id: String
    /// Why it could not be looked at, as it stands behind 'it is not known whether it is there:'.
    package var reason: String
    package var hint: String?

    package init(id: String, reason: String, hint: String?) {
      self.id = id
      self.reason = reason
      self.hint = hint
    }
  }

  /// What cannot be listed is looked at one by one, and so only where it matters.
  package struct Focus: Sendable, Hashable {
    /// Ids of resources that are to be there, or to go.
    package var wanted: Set<String>
    /// Ids of all that the note has of what was applied.
    package var noted: Set<String>

    package init(wanted: Set<String> = [], noted: Set<String> = []) {
      self.wanted = wanted
      self.noted = noted
    }
  }

  package init(
    owned: [LiveResource] = [], foreign: [Foreign] = [], unmarked: [Unmarked] = [], unknown: [Unknown] = []
  ) {
    self.owned = owned
    self.foreign = foreign
    self.unmarked = unmarked
    self.unknown = unknown
  }
}
