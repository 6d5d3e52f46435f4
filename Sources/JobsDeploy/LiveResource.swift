package import JobsCore

/// A resource as the world has it, as far as it bears the mark of this suite.
package struct LiveResource: Sendable, Hashable {
  /// A value that the world has and a plan does not show.
  package struct Hidden: Sendable, Hashable {
    package var path: String
    package var value: Resource.Value
    /// Why, in words: `the server's default`, `set by the server`.
    package var reason: String

    package init(path: String, value: Resource.Value, reason: String) {
      self.path = path
      self.value = value
      self.reason = reason
    }
  }

  package var id: String
  /// Whose it is by its mark; `Expansion.owner` of the job.
  package var owner: String
  package var fields: [Resource.Field]
  /// The digest of the fields as they were written last; nil where the mark does not say.
  package var appliedDigest: String?
  /// By what the provider itself tells whether it is still the same: `etag:…`, `revision:…`; nil where it has nothing.
  package var version: String?
  /// What is there and not among the fields, for whoever asks why.
  package var hidden: [Hidden]
  /// The ids of resources that it cannot be without, as far as they are known.
  package var dependencies: [String]
  /// The day from which it is out of use, such as `2026-11-21`; nil where it is in use.
  package var quarantined: String?
  /// Whether what it starts is known to run now.
  package var isRunning = false
  /// Why it is as it was written and does not work all the same, in the place's words; nil where it works, or nobody knows.
  package var unready: String?

  package init(
    id: String, owner: String, fields: [Resource.Field], appliedDigest: String?, version: String? = nil,
    hidden: [Hidden] = [], dependencies: [String] = [], quarantined: String? = nil
  ) {
    self.id = id
    self.owner = owner
    self.fields = fields
    self.appliedDigest = appliedDigest
    self.version = version
    self.hidden = hidden
    self.dependencies = dependencies
    self.quarantined = quarantined
  }

  /// Says whether it is still the same: the provider's own version, or else of its fields and its mark.
  package var precondition: String {
    version ?? "digest:\((fields + [Resource.Field("applied", appliedDigest ?? "")]).digest)"
  }

  /// The precondition of what is not there.
  package static let absent = "absent"
}

extension LiveResource.Hidden {
  /// Writes the `hidden` record of a resource.
  package func write(to json: inout JSONWriter, id: String) {
    json.beginRecord("hidden")
    json.member("id", id)
    json.member("path", path)
    json.member("value", value)
    json.member("reason", reason)
    json.endObject()
  }
}
