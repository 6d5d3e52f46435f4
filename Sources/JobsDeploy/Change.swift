/// What is to become of one resource.
package struct Change: Sendable, Hashable {
  package enum Action: String, Sendable, CaseIterable {
    case create, update, delete
    /// It goes out of use, and can be brought back.
    case quarantine
    /// What others made becomes ours as it stands: it gets the mark. All its fields are named, most of them as they are.
    case adopt
    /// The mark goes, and what bore it stays.
    case release

    /// Whether nothing of ours is there afterwards.
    package var isLast: Bool { self == .delete || self == .release }
  }

  package enum State: String, Sendable { case planned, done, failed, skipped }

  /// A property that is not as it should be. Absent values are nil.
  package struct Field: Sendable, Hashable {
    /// Who moved it away from what was applied last.
    package enum Kind: String, Sendable, CaseIterable {
      /// The manifest.
      case change
      /// Somebody in the world.
      case drift
      case both
    }

    package var path: String
    /// nil too where nobody knows any more.
    package var applied: Resource.Value?
    package var live: Resource.Value?
    package var desired: Resource.Value?
    package var kind: Kind

    package init(
      path: String, applied: Resource.Value?, live: Resource.Value?, desired: Resource.Value?, kind: Kind
    ) {
      self.path = path
      self.applied = applied
      self.live = live
      self.desired = desired
      self.kind = kind
    }
  }

  package var id: String
  /// The id of the job.
  package var job: String
  package var action: Action
  package var fields: [Field]
  /// The ids of changes that come before.
  package var after: [String]
  /// How the resource looked when the plan was made.
  package var precondition: String
  /// The path of what has to be sent beside the fields, as its resource has it; nil too where it is where it was sent.
  package var source: String?
  package var state: State
  package var durationSeconds: Double?

  package init(
    id: String, job: String, action: Action, fields: [Field], after: [String] = [], precondition: String,
    source: String? = nil, state: State = .planned, durationSeconds: Double? = nil
  ) {
    self.id = id
    self.job = job
    self.action = action
    self.fields = fields
    self.after = after
    self.precondition = precondition
    self.source = source
    self.state = state
    self.durationSeconds = durationSeconds
  }

  /// Whether somebody in the world moved something.
  package var hasDrift: Bool { fields.contains { $0.kind != .change } }

  /// The fields of the resource once this is done; none where it goes.
  ///
  /// Those of one that is released are what it is left with.
  ///
  /// - Parameter live: its fields as they are, of which the precondition speaks.
  package func result(over live: [Resource.Field]) -> [Resource.Field] {
    guard action != .delete else { return [] }
    var result = live
    for field in fields {
      let at = result.firstIndex { $0.name == field.path }
      switch (at, field.desired) {
      case (let at?, let value?): result[at].value = value
      case (let at?, nil): result.remove(at: at)
      case (nil, let value?): result.append(Resource.Field(field.path, value))
      case (nil, nil): break
      }
    }
    return result
  }
}
