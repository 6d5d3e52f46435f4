import JobsArchive
import JobsCloud
package import JobsCore
package import JobsDeploy

extension AWSProvider {
  package func refusal(of change: Change) -> ExpansionRefusal? {
    guard let (kind, name) = region.resource(change.id), kind == .function, change.action == .update else { return nil }
    func isMoved(_ path: String) -> Bool {
      change.fields.contains { $0.path == path && ($0.live == nil) != ($0.desired == nil) }
    }
    guard isMoved(FunctionDocument.image), isMoved(FunctionDocument.content) else { return nil }
    return Self.otherKind(name)
  }

  /// The code that a change sends: an archive, and what is in it.
  struct Code: Sendable {
    var archive: [UInt8]
    var note: CodeNote
    /// Whether it is there already, so that it need not be sent.
    var isThere = false
  }

  /// The code of a change; nil where none is changed.
  ///
  /// - Parameters:
  ///   - function: as it is; nil where it is still to be made.
  /// - Throws: a failure for code that is not what the plan says, or is nowhere to be had, where nothing was changed.
  func code(_ change: Change, of name: String, _ function: Lambda.Function?) async throws -> Code? {
    guard let content = change.fields.first(where: { $0.path == FunctionDocument.content })?.desired?.text else {
      guard change.fields.contains(where: { $0.path == FunctionDocument.content }) else { return nil }
      throw Self.otherKind(name).failure
    }
    guard function?.isOfArchive ?? true else { throw Self.otherKind(name).failure }
    var code: Code
    if let path = change.source {
      let archive = try CodePackage.pack(path, expecting: content)
      code = Code(archive: archive, note: CodeNote(content: content, archive))
    } else {
      code = try await published(content, of: name)
    }
    code.isThere = code.note.codeSha256 == function?.codeSha256
    return code
  }

  /// What a function is made of is settled when it is made: the calls that change one take no `PackageType`
  /// (docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html, 2026-11).
  private static func otherKind(_ name: String) -> ExpansionRefusal {
    ExpansionRefusal(
      "function '\(name)' cannot go from an image to code, nor back",
      hint:
        "have another function made in its stead: write the annotation '\(LambdaAnnotation.function): NAME' with a new name"
    )
  }

  /// The code of an older version, to go back to.
  private func published(_ content: String, of name: String) async throws -> Code {
    let versions = try await lambda.versions(of: name)
    guard let version = versions.last(where: { CodeNote.has($0, content: content) }),
      let location = try await lambda.function(name, qualifier: version.number)?.codeLocation
    else {
      throw Failure.world(
        "no version of function '\(name)' has the code '\(content)'",
        hint: "check out the commit that had it, and apply that")
    }
    guard let archive = try await download(location, of: name, version.codeSha256) else {
      throw Failure.world(
        "the code of version \(version.number) of function '\(name)' came as something else",
        hint: "check out the commit that had it, and apply that")
    }
    return Code(archive: archive, note: CodeNote(content: content, codeSha256: version.codeSha256))
  }

  package func archive(of id: String) async throws(Failure) -> [UInt8] {
    let name = region.resource(id)?.name ?? ""
    let function: Lambda.Function?
    do throws(CloudFailure) {
      function = try await lambda.function(name)
    } catch {
      throw error.failure
    }
    guard let function, function.isOfArchive, let location = function.codeLocation else {
      throw .world(
        "Lambda does not say where the code of function '\(Terminal.visible(name))' is to be had",
        hint: "take it from where it was built")
    }
    guard let archive = try await download(location, of: name, function.codeSha256) else {
      throw .world(
        "the code of function '\(Terminal.visible(name))' came as something else than Lambda says that it runs",
        hint: "try again; it may have been changed meanwhile")
    }
    return archive
  }

  /// The archive at an address, which proves by itself that it may be asked, and so goes into no message.
  ///
  /// - Parameter sum: its SHA-256 in base64.
  /// - Returns: nil where it has another.
  private func download(_ location: Secret, of name: String, _ sum: String) async throws(Failure) -> [UInt8]? {
    var request = HTTPRequest(.get, try WebAddress(location.text))
    request.bodyLimit = CodePackage.packedLimit
    request.timeouts.whole = .seconds(300)
    let why: String
    do throws(TransportFailure) {
      let response = try await transport.send(request)
      if response.status == 200 { return CodePackage.codeSha256(response.body) == sum ? response.body : nil }
      why = "it was answered with \(response.status)"
    } catch {
      why = error.message
    }
    throw .world("cannot read the code of function '\(Terminal.visible(name))': \(why)", hint: "try again")
  }
}

extension ExpansionRefusal {
  fileprivate var failure: Failure { .world(message, hint: hint) }
}
