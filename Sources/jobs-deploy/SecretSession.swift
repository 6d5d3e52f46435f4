import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest
import JobsStore

/// One run of a verb that changes a secret. Whatever it does is a line of the audit log; values are in none.
struct SecretSession {
  let store: any SecretStore
  let name: String
  private let owner: String
  private let verb: String
  private let state: StateOptions
  private let variables: [String: String]
  private let isQuiet: Bool
  let sink: RecordSink

  /// What became of a version.
  enum Outcome: String {
    case created, added, unchanged, disabled, enabled
  }

  /// - Parameters:
  ///   - environment: as the option says it.
  ///   - project: nil where there is none.
  init(
    _ verb: String, _ name: String, of environment: String?, _ project: ProjectFile?, _ options: SecretOptions,
    _ state: StateOptions, _ output: OutputOptions<some OutputForms>, _ approval: ApprovalOptions,
    _ variables: [String: String]
  ) async throws(Failure) {
    let chosen = try Self.chosen(environment, project)
    sink = try RecordSink(tool: "jobs-deploy", output, variables)
    store = try await SecretStores.one(for: chosen, options, variables)
    guard store.isName(name) else {
      throw .usage(
        "'\(Terminal.visible(name))' is no name of a secret of \(store.place.name)",
        hint: "letters, digits, '-' and '_', without a version")
    }
    owner = "\(project?.tenant ?? "-")/\(chosen?.name ?? "-")/*"
    self.name = name
    self.verb = verb
    self.state = state
    self.variables = variables
    isQuiet = output.quiet
    let change = Change(
      id: store.id(of: name), job: owner, action: .update, fields: [], precondition: LiveResource.absent)
    try Safeguards([change], near: ["./"]).check(approval, now: .now())
  }

  /// What the project says of the environment.
  private static func chosen(
    _ name: String?, _ project: ProjectFile?
  ) throws(Failure) -> ProjectFile.Environment? {
    guard let name, let project else { return nil }
    guard let found = project.environment(named: name) else {
      throw .usage(
        "the project has no environment '\(Terminal.visible(name))'",
        hint: "it has \(project.environments.map { Terminal.visible($0.name) }.sorted().joined(separator: ", "))")
    }
    return found
  }

  // MARK: Acts

  /// Makes a value the current one.
  ///
  /// - Returns: whether it was not the current one before.
  func put(_ value: [UInt8]) async throws(Failure) -> Bool {
    let before = try await store.secret(name)
    // To compare is to read a secret, which is kept as well.
    let version = try await recorded([.init("owner", before.map { $0.owner ?? "others" } ?? owner)]) {
      () async throws(Failure) -> String? in
      guard let before else { return try await store.create(name, value, owner: owner) }
      if try await isCurrent(value, before) { return nil }
      return try await store.add(value, to: name)
    }
    let current = version ?? before?.version(store.currentLabel)?.id ?? "-"
    show(before == nil ? .created : version == nil ? .unchanged : .added, current)
    if let before, before.owner == nil, version != nil, !isQuiet {
      Entry.say(
        "jobs-deploy", "secret '\(Terminal.visible(name))' was made by others, and stays theirs", level: "note")
    }
    return version != nil
  }

  /// Takes versions before the current one out of use.
  ///
  /// - Parameter words: the versions that jobs name, which stay.
  func retire(keeping count: Int, named words: Set<String>) async throws(Failure) {
    // What the labels stand for now, which may have moved on with the new value.
    let secret = try await store.secret(name)
    for old in secret?.retired(beside: store.currentLabel, keeping: count, named: words) ?? [] {
      do throws(Failure) {
        try await disable(old)
      } catch {
        throw Failure(.partial, "the new value is put, and \(error.message)", hint: error.hint)
      }
    }
  }

  /// Whether a value is what the secret has; what cannot be read is taken for another.
  private func isCurrent(_ value: [UInt8], _ before: KeptSecret) async throws(Failure) -> Bool {
    guard before.version(store.currentLabel)?.state == .enabled else { return false }
    do throws(Failure) {
      return try await store.value(of: name) == value
    } catch {
      if !isQuiet {
        Entry.say(
          "jobs-deploy", "it is not known whether this is the value already: \(error.message)", level: "note",
          hint: error.hint)
      }
      return false
    }
  }

  /// - Parameter version: one that was asked for by `version`.
  func disable(_ version: KeptSecret.Version) async throws(Failure) {
    try await recorded([.init("version", version.id)]) { () async throws(Failure) in
      try await store.disable(version, of: name)
    }
    show(.disabled, version.id)
  }

  /// - Parameter version: one that was asked for by `version`.
  func enable(_ version: KeptSecret.Version) async throws(Failure) {
    try await recorded([.init("version", version.id)]) { () async throws(Failure) in
      try await store.enable(version, of: name)
    }
    show(.enabled, version.id)
  }

  /// The secret with the version of an id or a label.
  ///
  /// - Throws: a usage failure where there is none.
  func version(_ word: String) async throws(Failure) -> KeptSecret.Version {
    guard let secret = try await store.secret(name) else {
      throw .usage(
        "there is no secret '\(Terminal.visible(name))' in \(store.place.name)",
        hint: "'jobs-deploy secret list' shows what there is")
    }
    guard let version = secret.version(word) else {
      let known = secret.versions.map(\.id).prefix(10).joined(separator: ", ")
      throw .usage(
        "secret '\(Terminal.visible(name))' has no version '\(Terminal.visible(word))'",
        hint: known.isEmpty ? "it has none at all" : "it has \(Terminal.visible(known))")
    }
    guard version.state != .destroyed else {
      throw .usage("version '\(version.id)' of secret '\(Terminal.visible(name))' is destroyed for good")
    }
    return version
  }

  private func recorded<Value: Sendable>(
    _ parameters: [AuditAct.Parameter], _ act: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let log = try state.auditLog(variables)
    let pending = try log.begin(AuditAct("secret-\(verb)", of: store.id(of: name), parameters))
    let value: Value
    do throws(Failure) {
      value = try await act()
    } catch {
      try log.end(pending, error)
      throw error
    }
    try log.end(pending, nil)
    return value
  }

  // MARK: Showing

  private func show(_ outcome: Outcome, _ version: String) {
    let id = Terminal.visible(version)
    let place = "'\(Terminal.visible(name))' of \(store.place.name)"
    let words =
      switch outcome {
      case .created: "created secret \(place) with version \(id)"
      case .added: "added version \(id) to secret \(place)"
      case .unchanged: "secret \(place) has this value already, as version \(id)"
      case .disabled: "disabled version \(id) of secret \(place)"
      case .enabled: "enabled version \(id) of secret \(place)"
      }
    if sink.isHuman { sink.output.write("\(words)\n") }
    sink.emit("secret-version") { json in
      json.beginRecord("secret-version")
      json.member("name", name)
      json.key("place")
      store.place.write(to: &json)
      json.member("version", version)
      json.member("outcome", outcome.rawValue)
      json.endObject()
    }
  }
}
