import JobsCloud
package import JobsCore
package import JobsDeploy
package import JobsManifest

/// The secrets of a project, in Secret Manager.
package struct GoogleSecretStore: SecretStore {
  package let place: Place
  private let service: SecretService

  /// - Parameter identity: who acts, in words.
  package init(_ client: GoogleClient, project: String, identity: String) {
    place = Place(
      kind: "gcp.secret", identity: identity, account: project, key: GoogleProjectProvider.key,
      name: "Secret Manager of '\(project)'")
    service = SecretService(client, project: project)
  }

  package var currentLabel: String { "latest" }

  package func serves(_ job: Job) -> Bool { job.target.kind == .cloudRun && job.target.project == place.account }

  package func reference(_ text: String) -> SecretReference? {
    let (name, version) = SecretVolumes.parts(text)
    return name.isEmpty || version.isEmpty ? nil : SecretReference(name: name, version: version)
  }

  package func isName(_ text: String) -> Bool {
    1...255 ~= text.utf8.count
      && text.utf8.allSatisfy { $0 == 45 || $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32) }
  }

  // MARK: The mark

  /// An annotation says whose a secret is; a label lets it be searched for.
  private static let ownerKey = "jobs-id"
  private static let label = (key: "managed-by", value: "jobs-deploy")

  private static func owner(_ tree: Tree, _ node: Tree.ID) -> String? {
    tree.value(node, "annotations").flatMap { tree.value($0, key: ownerKey) }.map(tree.string)
  }

  private static func body(owner: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("replication")
    json.raw(#"{"automatic":{}}"#.utf8)
    for (key, name, value) in [("labels", label.key, label.value), ("annotations", ownerKey, owner)] {
      json.key(key)
      json.beginObject()
      json.key(name)
      json.value(value)
      json.endObject()
    }
    json.endObject()
    return json.bytes
  }

  // MARK: Reading

  package func secret(_ name: String) async throws(Failure) -> KeptSecret? {
    do throws(CloudFailure) {
      guard let tree = try await service.secret(name) else { return nil }
      var aliases: [String: [String]] = [:]
      for entry in tree.value(Tree.root, "versionAliases").map({ Array(tree.entries($0)) }) ?? [] {
        aliases[tree.string(entry.value), default: []].append(tree.string(entry.key))
      }
      var kept = KeptSecret(name: name, owner: Self.owner(tree, Tree.root))
      try await service.listVersions(name) { page, node in
        guard let id = page.value(node, "name").flatMap({ page.string($0).split(separator: "/").last }) else { return }
        let state = page.value(node, "state").flatMap {
          KeptSecret.Version.State(rawValue: page.string($0).lowercased())
        }
        // The latest is the newest, whatever its state.
        let labels = (kept.versions.isEmpty ? [currentLabel] : []) + (aliases[String(id)] ?? []).sorted()
        kept.versions.append(
          KeptSecret.Version(
            id: String(id), state: state ?? .disabled,
            createdAt: page.value(node, "createTime").flatMap { Instant(rfc3339: page.string($0)) }, labels: labels))
      }
      return kept
    } catch {
      throw error.failure
    }
  }

  package func owned() async throws(Failure) -> [String: String] {
    var found: [String: String] = [:]
    do throws(CloudFailure) {
      try await service.list { tree, node in
        guard let owner = Self.owner(tree, node),
          let name = tree.value(node, "name").flatMap({ tree.string($0).split(separator: "/").last })
        else { return }
        found[String(name)] = owner
      }
    } catch {
      throw error.failure
    }
    return found
  }

  package func value(of name: String) async throws(Failure) -> [UInt8]? {
    do throws(CloudFailure) {
      return try await service.latestValue(of: name)
    } catch {
      throw error.failure
    }
  }

  // MARK: Writing

  package func create(_ name: String, _ value: [UInt8], owner: String) async throws(Failure) -> String {
    do throws(CloudFailure) {
      do throws(CloudFailure) {
        try await service.create(name, Self.body(owner: owner))
      } catch  where error.mayBeDone || error.cause == .alreadyExists {
        // An attempt whose answer was lost may be what made it.
        guard let made = try await service.secret(name), Self.owner(made, Tree.root) == owner else { throw error }
      }
    } catch {
      throw error.failure
    }
    do throws(Failure) {
      return try await add(value, to: name)
    } catch {
      throw Failure(
        .partial, "secret '\(name)' was created and has no value: \(error.message)", hint: error.hint ?? "put it again")
    }
  }

  package func add(_ value: [UInt8], to name: String) async throws(Failure) -> String {
    do throws(CloudFailure) {
      do throws(CloudFailure) {
        return try await service.add(value, to: name)
      } catch  where error.mayBeDone {
        // An attempt whose answer was lost may be what added it.
        guard try await service.latestValue(of: name) == value else { throw error }
      }
    } catch {
      throw error.failure
    }
    guard let made = try await secret(name)?.version(currentLabel) else {
      throw .world("secret '\(name)' has no version, though one was added", hint: "put it again")
    }
    return made.id
  }

  package func disable(_ version: KeptSecret.Version, of name: String) async throws(Failure) {
    try await set(version, of: name, isEnabled: false)
  }

  package func enable(_ version: KeptSecret.Version, of name: String) async throws(Failure) {
    try await set(version, of: name, isEnabled: true)
  }

  private func set(_ version: KeptSecret.Version, of name: String, isEnabled: Bool) async throws(Failure) {
    do throws(CloudFailure) {
      try await service.set(version.id, of: name, isEnabled: isEnabled)
    } catch {
      throw error.failure
    }
  }
}
