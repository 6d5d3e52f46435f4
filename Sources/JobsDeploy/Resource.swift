import Crypto
import JobsCore

/// What a provider is to keep for a job: a line of a crontab, say.
package struct Resource: Sendable, Hashable {
  /// One property, in the provider's own words.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }

    package init(_ name: String, _ text: String) { self.init(name, Value(text)) }
  }

  /// `KIND/PLACE/NAME`, unique among everything that a plan spans.
  package var id: String
  /// The id of the job that it is for; of what is shareable its owner, such as `acme/prod/*` for all jobs of an environment.
  package var job: String
  /// In the order in which they are shown, each name once.
  package var fields: [Field]
  /// The ids of resources that have to be there before this one, of whichever provider.
  package var dependencies: [String]
  /// Whether several jobs may want it alike, and one that others made does as well: a service account, a binding.
  ///
  /// Its `job` is then by what its mark or its note names the owner. What others made is used as it is, never taken over and
  /// never removed.
  package var isShareable: Bool
  /// The path of what has to be sent beside the fields, which name its content: the code of a function.
  package var source: String?

  /// Whose something is that all jobs of an environment share, of whatever tenant.
  package static func owner(ofAllJobsIn env: String?) -> String { "*/\(env ?? "-")/*" }

  package init(
    id: String, job: String, fields: [Field], dependencies: [String] = [], isShareable: Bool = false,
    source: String? = nil
  ) {
    self.id = id
    self.job = job
    self.fields = fields
    self.dependencies = dependencies
    self.isShareable = isShareable
    self.source = source
  }

  /// What a provider writes beside the resource, so that it shows whether anybody else changed it since.
  package var digest: String { fields.digest }
}

extension [Resource.Field] {
  package subscript(name: String) -> Resource.Value? { first { $0.name == name }?.value }

  /// The first 16 hexadecimal digits of SHA-256 over names and values in the order of the names, each ended by a NUL
  /// byte; a literal has one more such byte before its name, so that `3` is not `"3"`.
  package var digest: String {
    var hash = SHA256()
    for field in sorted(by: { $0.name < $1.name }) {
      hash.update(data: (field.value.isLiteral ? [0] : []) + [UInt8](field.name.utf8) + [0])
      hash.update(data: [UInt8](field.value.text.utf8) + [0])
    }
    return hash.finalize().withUnsafeBytes { String(hexadecimal: $0.prefix(Self.digestLength / 2)) }
  }

  /// In hexadecimal digits.
  package static var digestLength: Int { 16 }
}
