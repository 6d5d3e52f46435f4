extension Survey {
  /// The field by which the note of a resource that bears no mark says whose it is.
  package static let ownerField = "owner"

  /// With what bears no mark among what is owned, where the note of what was applied has it, and among what others made
  /// elsewhere.
  ///
  /// The note has only what a run made where there was nothing before, so that nothing is taken for ours that somebody else
  /// granted. Where the note is lost, what was ours becomes that of others: it does as well as before, and is never removed.
  package func attributed(by applied: AppliedResources) -> Survey {
    var survey = self
    survey.unmarked = []
    for one in unmarked {
      if let fields = applied[one.id], let owner = fields[Self.ownerField] {
        survey.owned.append(
          LiveResource(
            id: one.id, owner: owner.text, fields: fields, appliedDigest: nil, dependencies: one.dependencies))
      } else {
        survey.foreign.append(Foreign(name: one.name, id: one.id))
      }
    }
    return survey
  }
}
