package import JobsCore
package import JobsManifest

/// Where secrets are kept: a project of Secret Manager, a region of AWS Secrets Manager.
package protocol SecretStore: Sendable {
  /// Where, and as whom.
  var place: Place { get }

  /// The label of the version that is read where none is named.
  var currentLabel: String { get }

  /// Whether jobs that are deployed here read secrets of this store.
  func serves(_ job: Job) -> Bool

  /// What a manifest names: a secret and one of its versions, by id or label; nil for what is no secret of this store.
  func reference(_ text: String) -> SecretReference?

  /// Whether a secret that is written to may be called so, without a version.
  func isName(_ text: String) -> Bool

  /// nil where there is none.
  func secret(_ name: String) async throws(Failure) -> KeptSecret?

  /// The names of all that bear our mark, each with whose it is by that.
  func owned() async throws(Failure) -> [String: String]

  /// The value of the version with the current label; nil where there is none.
  ///
  /// - Throws: a world failure where it may not be read.
  func value(of name: String) async throws(Failure) -> [UInt8]?

  /// Makes a secret with a first value.
  ///
  /// - Parameter owner: whose it is, for the mark: `acme/prod/*`.
  /// - Returns: the version's id.
  func create(_ name: String, _ value: [UInt8], owner: String) async throws(Failure) -> String

  /// Gives a secret another value, which becomes the current one.
  ///
  /// - Returns: the version's id.
  func add(_ value: [UInt8], to name: String) async throws(Failure) -> String

  /// Takes a version out of use; what reads it by id or label fails from then on.
  ///
  /// - Throws: a usage failure for a version that the store cannot take out of use.
  func disable(_ version: KeptSecret.Version, of name: String) async throws(Failure)

  /// Brings a version back that was taken out of use.
  ///
  /// - Throws: a usage failure where the store cannot.
  func enable(_ version: KeptSecret.Version, of name: String) async throws(Failure)
}

extension SecretStore {
  /// `gcp.secret/acme-prod/global/db-password`, for the audit log.
  package func id(of name: String) -> String { "\(place.kind)/\(place.account)/\(place.key)/\(name)" }
}

/// A version of a secret that a job reads.
package struct SecretReference: Sendable, Hashable {
  package var name: String
  /// An id or a label.
  package var version: String

  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
