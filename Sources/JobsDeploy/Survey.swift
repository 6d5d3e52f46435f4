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
    /// A field of a resource that would do the same; nil where none would.
    package var twin: Resource.Field?

    package init(name: String, id: String? = nil, twin: Resource.Field? = nil) {
      self.name = name
      self.id = id
      self.twin = twin
    }
  }

  package init(owned: [LiveResource] = [], foreign: [Foreign] = []) {
    self.owned = owned
    self.foreign = foreign
  }
}
