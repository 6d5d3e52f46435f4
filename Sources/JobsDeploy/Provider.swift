package import JobsCore
package import JobsManifest

/// Where resources live, and the only way to them: a plan may span several.
///
/// What is decided is decided by `Plan`; a provider says what a job needs there, reads what is there, and writes.
package protocol Provider {
  /// Where, and as whom: shown first, and part of a plan's file, which holds nowhere else.
  var place: Place { get }

  /// What a job needs here.
  func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion

  /// Everything here that bears the mark of this suite, whosever it is, and what does not.
  func survey() throws(Failure) -> Survey

  /// Carries a change out, if its resource is still as it was seen.
  ///
  /// Afterwards the change is done whole, or not begun.
  /// - Throws: a world failure, where nothing was changed.
  func perform(_ change: Change) throws(Failure)
}

/// Where a provider acts, and as whom.
package struct Place: Sendable, Hashable {
  /// The kind of its resources, `host.crontab`, with which their ids begin.
  package var kind: String
  /// Who acts.
  package var identity: String
  /// The host.
  package var host: String
  /// The part of the ids behind the kind, such as a path without the slash before it.
  package var key: String
  /// What is written there, in words: `the crontab of 'alice'`.
  package var name: String

  package init(kind: String, identity: String, host: String, key: String, name: String) {
    self.kind = kind
    self.identity = identity
    self.host = host
    self.key = key
    self.name = name
  }
}

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
