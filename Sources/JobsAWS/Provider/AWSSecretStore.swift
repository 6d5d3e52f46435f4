import JobsCloud
package import JobsCore
package import JobsDeploy
package import JobsManifest

/// The secrets of an account in a region, in AWS Secrets Manager.
package struct AWSSecretStore: SecretStore {
  package let place: Place
  private let region: LambdaPlace
  private let service: SecretsManager

  package static func connect(_ session: AWSSession, region: String) async throws(Failure) -> AWSSecretStore {
    try await AWSSecretStore(session, STS.identity(session, region: region), region: region)
  }

  init(_ session: AWSSession, _ identity: STS.Identity, region name: String) throws(Failure) {
    place = Place(
      kind: "aws.secret", identity: identity.arn, account: identity.account, key: name,
      name: "Secrets Manager in '\(name)'")
    region = LambdaPlace(account: identity.account, region: name)
    service = SecretsManager(try session.client(.secrets, region: name))
  }

  package var currentLabel: String { "AWSCURRENT" }

  package func serves(_ job: Job) -> Bool { job.target.kind == .lambda && job.target.region == place.key }

  package func reference(_ text: String) -> SecretReference? {
    guard let secret = try? LambdaSecret(Pair("SECRET", text), in: region) else { return nil }
    switch secret.version {
    case .current: return SecretReference(name: secret.id, version: currentLabel)
    case .stage(let word), .id(let word): return SecretReference(name: secret.id, version: word)
    }
  }

  package func isName(_ text: String) -> Bool {
    reference(text) == SecretReference(name: text, version: currentLabel)
  }

  // MARK: Reading

  package func secret(_ name: String) async throws(Failure) -> KeptSecret? {
    do throws(CloudFailure) {
      guard let found = try await service.secret(name) else { return nil }
      var kept = KeptSecret(name: name, owner: OwnerMark(tags: found.tags)?.owner)
      kept.versions = try await service.versions(of: name).map { version in
        // Without a label it is gone, or may be gone any day.
        KeptSecret.Version(
          id: version.id, state: version.labels.isEmpty || found.isDeleted ? .disabled : .enabled,
          createdAt: version.createdAt, labels: version.labels.sorted())
      }
      kept.versions.sort { Self.rank($0, currentLabel) < Self.rank($1, currentLabel) }
      return kept
    } catch {
      throw error.failure
    }
  }

  /// The current one first, then the newest; two may be made in one second.
  private static func rank(_ version: KeptSecret.Version, _ current: String) -> (Int, Int64, String) {
    (version.labels.contains(current) ? 0 : 1, -(version.createdAt?.milliseconds ?? 0), version.id)
  }

  package func owned() async throws(Failure) -> [String: String] {
    do throws(CloudFailure) {
      return try await service.tags().compactMapValues { OwnerMark(tags: $0)?.owner }
    } catch {
      throw error.failure
    }
  }

  package func value(of name: String) async throws(Failure) -> [UInt8]? {
    do throws(CloudFailure) {
      return try await service.currentValue(of: name)
    } catch {
      throw error.failure
    }
  }

  // MARK: Writing

  package func create(_ name: String, _ value: [UInt8], owner: String) async throws(Failure) -> String {
    do throws(CloudFailure) {
      return try await service.create(name, value, tags: OwnerMark(owner: owner, []).tags())
    } catch {
      throw error.failure
    }
  }

  package func add(_ value: [UInt8], to name: String) async throws(Failure) -> String {
    do throws(CloudFailure) {
      return try await service.put(value, in: name)
    } catch {
      throw error.failure
    }
  }

  /// Takes all labels from a version: AWS has no other way to take one out of use, and removes it some day.
  package func disable(_ version: KeptSecret.Version, of name: String) async throws(Failure) {
    guard !version.labels.contains(currentLabel) else {
      throw .usage(
        "version '\(version.id)' of secret '\(name)' is the current one, which Secrets Manager keeps",
        hint: "put another value first: 'jobs-deploy secret rotate \(name)'")
    }
    do throws(CloudFailure) {
      for label in version.labels { try await service.remove(label, from: version.id, of: name) }
    } catch {
      throw error.failure
    }
  }

  package func enable(_ version: KeptSecret.Version, of name: String) async throws(Failure) {
    throw .usage(
      "Secrets Manager reads versions by their labels, and knows no version that is disabled",
      hint: "aws secretsmanager update-secret-version-stage --region \(place.key) --secret-id \(name) "
        + "--version-stage AWSPREVIOUS --move-to-version-id \(version.id)")
  }
}
