/// What the world says of a run that was killed.
extension Journal {
  package enum Verdict: Sendable, Hashable {
    case done
    /// The resource is as it was seen when the plan was made.
    case notYet
    /// It is neither as it was nor as it was to become.
    case neither
    /// It is as it was, and a value that it was to have was not kept, since it looks like a secret.
    case unkept
  }

  /// What became of a change whose end the journal does not have.
  package static func verdict(on change: Change, live: LiveResource?) -> Verdict {
    // What is to be adopted is nobody's as long as it is not.
    let isUntouched =
      change.action == .adopt ? live == nil : (live?.precondition ?? LiveResource.absent) == change.precondition
    if isUntouched {
      return change.wantsMasked ? .unkept : .notYet
    }
    guard !change.action.isLast, let live else { return change.action.isLast && live == nil ? .done : .neither }
    return change.fields.allSatisfy { live.fields[$0.path] == $0.desired } ? .done : .neither
  }

  /// The same, where what failed counts as done if the world shows it: a place may take a change that does not come out.
  ///
  /// - Parameter live: all there is, by its id.
  package func counting(in live: [String: LiveResource]) -> Journal {
    var journal = self
    for at in entries.indices where entries[at].change.state == .failed {
      let change = entries[at].change
      if Self.verdict(on: change, live: live[change.id]) == .done { journal.entries[at].change.state = .done }
    }
    return journal
  }

  /// Notes as done what the world shows to be done.
  ///
  /// - Parameter live: all there is, by its id.
  /// - Returns: the verdicts on what else has no end, by the ids of the changes.
  package mutating func settle(in live: [String: LiveResource]) -> [String: Verdict] {
    var open: [String: Verdict] = [:]
    for at in entries.indices where entries[at].change.state == .planned {
      let change = entries[at].change
      let verdict = Self.verdict(on: change, live: live[change.id])
      if verdict == .done { entries[at].change.state = .done } else { open[change.id] = verdict }
    }
    return open
  }
}

extension AppliedResources {
  /// Adds what a run applied that could not write its note any more, as far as the resources' own marks bear it out; where
  /// there are none, that they are there, since the run began when they were not.
  ///
  /// - Parameters:
  ///   - live: all there is, by its id.
  ///   - unmarked: ids of what is there and bears no mark.
  package mutating func learn(
    from journal: Journal, in live: [String: LiveResource], unmarked: Set<String> = []
  ) {
    for entry in journal.entries where entry.isBegun {
      let id = entry.change.id
      if let result = entry.result {
        let isMarked = live[id].map { $0.appliedDigest.map { $0 == result.digest } ?? ($0.fields == result) } ?? false
        if isMarked || unmarked.contains(id) && entry.change.state != .failed { self[id] = result }
      } else if entry.change.state == .done || live[id] == nil && !unmarked.contains(id) {
        self[id] = nil
      }
    }
  }
}

extension Change {
  /// Whether a value that it wants is masked, so that it cannot be carried out.
  package var wantsMasked: Bool {
    fields.contains { $0.desired.map { Change.isMask($0) } ?? false }
  }
}
