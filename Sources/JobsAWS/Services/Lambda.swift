package import JobsCloud
package import JobsCore
import JobsManifest

/// Lambda: functions, their versions and aliases.
///
/// Documents are those of the API, as JSON. Source: the service's model of API version 2015-03-31 in botocore 1.44.5,
/// 2026-11.
package struct Lambda: Sendable {
  let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// How long a call may take that brings code along.
  private static let patience = Duration.seconds(300)

  static let functions = ["2015-03-31", "functions"]

  /// A function as `GetFunction` answers: `Configuration`, `Code` and `Tags`.
  package struct Function: Sendable {
    package let tree: Tree

    package var revision: String { tree.words(Tree.root, "Configuration", "RevisionId") ?? "" }
    package var arn: String { tree.words(Tree.root, "Configuration", "FunctionArn") ?? "" }
    package var version: String { tree.words(Tree.root, "Configuration", "Version") ?? "" }
    /// For how long a run may go on; 3 s where it does not say.
    package var timeout: Duration { .seconds(tree.number(Tree.root, "Configuration", "Timeout") ?? 3) }
    /// Whether it runs code that was sent to it, and no image.
    var isOfArchive: Bool { (tree.words(Tree.root, "Configuration", "PackageType") ?? "Zip") == "Zip" }
    /// SHA-256 of the archive in base64.
    var codeSha256: String { tree.words(Tree.root, "Configuration", "CodeSha256") ?? "" }
    /// Where the archive is to be had for some minutes; the address is as good as a key.
    var codeLocation: Secret? { tree.words(Tree.root, "Code", "Location").map { Secret($0) } }
    package var tags: [String: String] { tree.pairs(tree.value(Tree.root, "Tags")) }
  }

  // MARK: Reading

  /// A function as it is listed.
  package struct Listed: Sendable, Hashable {
    package var name: String
    package var description: String
  }

  /// All functions.
  package func list() async throws(CloudFailure) -> [Listed] {
    let words = "list the functions"
    var functions: [Listed] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(
        words,
        AWSClient.REST(
          method: .get, path: Self.functions,
          query: [("MaxItems", "50")] + (token.map { [("Marker", $0)] } ?? [])))
      for item in tree.value(Tree.root, "Functions").map({ Array(tree.children($0)) }) ?? [] {
        guard let name = tree.words(item, "FunctionName") else {
          throw client.strange(words, "its reply has a function without a name")
        }
        functions.append(Listed(name: name, description: tree.words(item, "Description") ?? ""))
      }
      return tree.words(Tree.root, "NextMarker")
    }
    return functions
  }

  /// - Parameter qualifier: a version or an alias; nil for the one that is worked on.
  /// - Returns: nil where there is none.
  package func function(_ name: String, qualifier: String? = nil) async throws(CloudFailure) -> Function? {
    do throws(CloudFailure) {
      return Function(
        tree: try await client.send(
          "read function '\(name)'",
          AWSClient.REST(
            method: .get, path: Self.functions + [name], query: qualifier.map { [("Qualifier", $0)] } ?? [])))
    } catch {
      if error.cause == .notFound { return nil }
      throw error
    }
  }

  /// A version as it is listed.
  struct Version: Sendable, Hashable {
    /// `$LATEST`, or a number.
    var number: String
    var description: String
    var codeSha256: String
  }

  /// All versions of a function, the one that is worked on among them.
  func versions(of name: String) async throws(CloudFailure) -> [Version] {
    let words = "list the versions of function '\(name)'"
    var versions: [Version] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(
        words,
        AWSClient.REST(
          method: .get, path: Self.functions + [name, "versions"],
          query: [("MaxItems", "50")] + (token.map { [("Marker", $0)] } ?? [])))
      for item in tree.value(Tree.root, "Versions").map({ Array(tree.children($0)) }) ?? [] {
        guard let number = tree.words(item, "Version") else {
          throw client.strange(words, "its reply has a version without a number")
        }
        versions.append(
          Version(
            number: number, description: tree.words(item, "Description") ?? "",
            codeSha256: tree.words(item, "CodeSha256") ?? ""))
      }
      return tree.words(Tree.root, "NextMarker")
    }
    return versions
  }

  // MARK: Writing

  /// Makes a function.
  ///
  /// - Parameter document: as `CreateFunction` takes it; what the service would refuse is not sent.
  /// - Throws: a failure of `alreadyExists` where there is one of that name.
  package func create(_ document: [UInt8], name: String) async throws(CloudFailure) {
    let words = "create function '\(name)'"
    try FunctionCheck.check(document, words)
    _ = try await client.send(
      words, AWSClient.REST(method: .post, path: Self.functions, body: document, patience: Self.patience))
  }

  /// Sets what stands in a document, and leaves all else.
  ///
  /// - Parameter revision: of the function as it was read; nil for whatever it is.
  /// - Returns: the new revision.
  /// - Throws: a failure of `changedMeanwhile` where it has another one.
  package func setConfiguration(
    _ document: [UInt8], of name: String, revision: String?
  ) async throws(CloudFailure) -> String? {
    let words = "set function '\(name)'"
    try FunctionCheck.check(document, words)
    return try await put(words, Self.functions + [name, "configuration"], document, revision)
  }

  /// Sets the code, by `ImageUri` or `ZipFile`, and the `Architectures`.
  package func setCode(
    _ document: [UInt8], of name: String, revision: String?
  ) async throws(CloudFailure) -> String? {
    try await put(
      "set the code of function '\(name)'", Self.functions + [name, "code"], document, revision, patience: Self.patience
    )
  }

  private func put(
    _ words: String, _ path: [String], _ document: [UInt8], _ revision: String?, patience: Duration? = nil
  ) async throws(CloudFailure) -> String? {
    var body = document
    if let revision {
      var json = JSONWriter()
      json.value(revision)
      let comma = document.count > 2 ? "," : ""
      body = Array(#"{"RevisionId":"#.utf8) + json.bytes + Array(comma.utf8) + document.dropFirst()
    }
    // A revision holds once, so that a second try would be refused as somebody else's change.
    let tree = try await client.send(
      words, AWSClient.REST(method: .put, path: path, body: body, isIdempotent: revision == nil, patience: patience))
    return tree.words(Tree.root, "RevisionId")
  }

  /// Publishes a function as it is.
  ///
  /// - Parameter description: of the version; nil for that of the function.
  /// - Returns: the number of its version, which is that of the latest where nothing changed since.
  package func publish(_ name: String, description: String? = nil) async throws(CloudFailure) -> String {
    let words = "publish function '\(name)'"
    var json = JSONWriter()
    json.beginObject()
    json.optional("Description", description)
    json.endObject()
    let tree = try await client.send(
      words,
      AWSClient.REST(
        method: .post, path: Self.functions + [name, "versions"], body: json.bytes, isIdempotent: true))
    guard let version = tree.words(Tree.root, "Version") else {
      throw client.strange(words, "its reply has no version")
    }
    return version
  }

  /// Has an alias stand for a version, and makes it where there is none.
  package func set(alias: String, of name: String, version: String) async throws(CloudFailure) {
    let words = "set alias '\(alias)' of function '\(name)'"
    var json = JSONWriter()
    json.beginObject()
    json.member("FunctionVersion", version)
    let change = json.bytes + [UInt8(ascii: "}")]
    do throws(CloudFailure) {
      _ = try await client.send(
        words, AWSClient.REST(method: .put, path: Self.functions + [name, "aliases", alias], body: change))
    } catch {
      guard error.cause == .notFound else { throw error }
      json.member("Name", alias)
      json.endObject()
      _ = try await client.send(
        words, AWSClient.REST(method: .post, path: Self.functions + [name, "aliases"], body: json.bytes))
    }
  }

  /// Waits until a function is as it was set.
  package func settle(_ name: String, clock: CallClock) async throws(CloudFailure) {
    var wait = OperationWait(deadline: .seconds(300))
    wait.pause = (.milliseconds(250), .seconds(5))
    try await wait.value("set function '\(name)'", clock: clock) {
      () async throws(CloudFailure) -> OperationWait.Status<Void> in
      let tree = try await client.send(
        "read function '\(name)'",
        AWSClient.REST(method: .get, path: Self.functions + [name, "configuration"]))
      let state = tree.words(Tree.root, "State") ?? "Active"
      let update = tree.words(Tree.root, "LastUpdateStatus") ?? "Successful"
      guard state != "Failed", update != "Failed" else {
        let why = tree.words(Tree.root, update == "Failed" ? "LastUpdateStatusReason" : "StateReason")
        return .failed(
          CloudFault(
            .precondition, why: ServerWords.clean(why ?? "Lambda does not say why"), hint: "mend what it names"))
      }
      let isDone = state != "Pending" && update != "InProgress"
      return isDone ? .done(()) : .running(state == "Pending" ? state : update)
    }
  }

  package func setTags(_ tags: [String: String], of arn: String) async throws(CloudFailure) {
    var json = JSONWriter()
    json.beginObject()
    json.key("Tags")
    json.beginObject()
    for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
      json.key(key)
      json.value(value)
    }
    json.endObject()
    json.endObject()
    _ = try await client.send(
      "tag function '\(arn)'",
      AWSClient.REST(method: .post, path: ["2017-03-31", "tags", arn], body: json.bytes, isIdempotent: true))
  }

  package func removeTags(_ keys: [String], of arn: String) async throws(CloudFailure) {
    _ = try await client.send(
      "take tags from function '\(arn)'",
      AWSClient.REST(
        method: .delete, path: ["2017-03-31", "tags", arn], query: keys.map { ("tagKeys", $0) }))
  }

  /// Deletes a function with its versions and aliases; one that is not there is no fault.
  package func delete(_ name: String) async throws(CloudFailure) {
    do throws(CloudFailure) {
      _ = try await client.send(
        "delete function '\(name)'", AWSClient.REST(method: .delete, path: Self.functions + [name]))
    } catch {
      guard error.cause == .notFound else { throw error }
    }
  }
}
