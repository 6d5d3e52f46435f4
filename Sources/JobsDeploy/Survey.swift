/// What a provider found.
package struct Survey: Sendable, Hashable {
  /// What bears our mark.
  package var owned: [LiveResource]
  /// What others made, which is never touched: where it stands, and the text by which it would be known again.
  package var foreign: [Foreign]

  package struct Foreign: Sendable, Hashable {
    /// Such as `line 3 of the crontab of 'alice'`.
    package var name: String
    /// A field of a resource that would do the same.
    package var twin: Resource.Field

    package init(name: String, twin: Resource.Field) {
      self.name = name
      self.twin = twin
    }
  }

  package init(owned: [LiveResource] = [], foreign: [Foreign] = []) {
    self.owned = owned
    self.foreign = foreign
  }
}
