/// A resource as the world has it, as far as it bears the mark of this suite.
package struct LiveResource: Sendable, Hashable {
  package var id: String
  /// Whose it is by its mark; `Expansion.owner` of the job.
  package var owner: String
  package var fields: [Resource.Field]
  /// The digest of the fields as they were written last; nil where the mark does not say.
  package var appliedDigest: String?

  package init(id: String, owner: String, fields: [Resource.Field], appliedDigest: String?) {
    self.id = id
    self.owner = owner
    self.fields = fields
    self.appliedDigest = appliedDigest
  }

  /// Says whether it is still the same: of its fields and its mark.
  package var precondition: String {
    "digest:\((fields + [Resource.Field("applied", appliedDigest ?? "")]).digest)"
  }

  /// The precondition of what is not there.
  package static let absent = "absent"
}
