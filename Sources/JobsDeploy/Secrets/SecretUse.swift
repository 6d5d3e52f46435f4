package import JobsCore
package import JobsManifest

/// A secret with the jobs that read it, and what they would lack. Pure.
package struct SecretUse: Sendable, Equatable {
  package enum State: String, Sendable {
    /// Every version that a job names can be read.
    case ready
    /// The secret, or a version that a job names, is not there or cannot be read.
    case missing
    /// No job names it, and it bears our mark.
    case unused
  }

  package let name: String
  package let place: Place
  /// Whose it is by its mark; nil for one that others made, or that is not there.
  package let owner: String?
  package let state: State
  /// When the version with the current label was made.
  package let currentSince: Instant?
  /// How many versions there are whose value is not gone.
  package let versionCount: Int
  /// The ids of versions that can be read and that no job names, the newest first.
  package let unused: [String]
  /// What jobs name, the current version first and then by id.
  package let versions: [Version]

  /// A version that jobs name.
  package struct Version: Sendable, Equatable {
    /// As the manifests have it.
    package let word: String
    /// nil where there is none.
    package let id: String?
    package let state: KeptSecret.Version.State?
    /// The ids of the jobs, in order.
    package let jobs: [String]

    package var isReadable: Bool { state == .enabled }
  }

  /// - Parameters:
  ///   - wanted: the jobs that read it, by the version that they name.
  ///   - kept: nil where there is none.
  package init(_ name: String, wanted: [String: Set<String>], kept: KeptSecret?, in store: any SecretStore) {
    self.name = name
    place = store.place
    owner = kept?.owner
    let current = store.currentLabel
    versions = wanted.sorted { ($0.key == current ? "" : $0.key) < ($1.key == current ? "" : $1.key) }.map {
      word, jobs in
      let found = kept?.version(word)
      return Version(word: word, id: found?.id, state: found?.state, jobs: jobs.sorted())
    }
    currentSince = kept?.version(current)?.createdAt
    versionCount = kept?.versions.count { $0.state != .destroyed } ?? 0
    let named = Set(versions.compactMap(\.id))
    unused = kept?.versions.filter { $0.state == .enabled && !named.contains($0.id) }.map(\.id) ?? []
    state = versions.isEmpty ? .unused : versions.allSatisfy(\.isReadable) ? .ready : .missing
    faults =
      if kept == nil {
        ["it is not there"]
      } else if versionCount == 0 {
        ["it has no value"]
      } else {
        versions.filter { !$0.isReadable }.map { "'\($0.word)' is \($0.state?.rawValue ?? "not there")" }
      }
  }

  package var jobs: [String] { Set(versions.flatMap(\.jobs)).sorted() }

  /// What is the matter, in words; empty where nothing is.
  package let faults: [String]

  /// The secrets that jobs name, by their names: who reads which version.
  package static func wanted(by jobs: [Job], in store: any SecretStore) -> [String: [String: Set<String>]] {
    var wanted: [String: [String: Set<String>]] = [:]
    for job in jobs where store.serves(job) {
      for text in job.run.secrets.map(\.value) + job.run.mounts.map(\.secret) {
        guard let reference = store.reference(text) else { continue }
        wanted[reference.name, default: [:]][reference.version, default: []].insert(job.id)
      }
    }
    return wanted
  }

  /// Writes the `secret` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("secret")
    json.member("name", name)
    json.key("place")
    place.write(to: &json)
    json.optional("owner", owner)
    json.member("state", state.rawValue)
    json.key("uses")
    json.beginArray()
    for version in versions {
      json.beginObject()
      json.member("version", version.word)
      if let id = version.id {
        json.member("id", id)
      }
      if let state = version.state {
        json.member("state", state.rawValue)
      }
      json.member("jobs", Resource.Value(version.jobs))
      json.endObject()
    }
    json.endArray()
    if let currentSince {
      json.member("currentSince", currentSince.rfc3339)
    }
    json.member("versions", versionCount)
    json.member("unused", Resource.Value(unused))
    json.endObject()
  }
}
