import JobsArchive
import JobsCloud
import JobsCore
import JobsDeploy

extension AWSProvider {
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
      throw Self.otherKind(name)
    }
    guard function?.isOfArchive ?? true else { throw Self.otherKind(name) }
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

  private static func otherKind(_ name: String) -> Failure {
    .world(
      "function '\(name)' cannot go from an image to code, nor back",
      hint: "rename the job, so that a function is made beside it, and 'jobs-deploy prune' this one")
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
    let archive = try await download(location, of: name)
    guard CodePackage.codeSha256(archive) == version.codeSha256 else {
      throw Failure.world(
        "the code of version \(version.number) of function '\(name)' came as something else",
        hint: "check out the commit that had it, and apply that")
    }
    return Code(archive: archive, note: CodeNote(content: content, codeSha256: version.codeSha256))
  }

  /// The address proves by itself that it may be asked, and goes into no message.
  private func download(_ location: Secret, of name: String) async throws(Failure) -> [UInt8] {
    var request = HTTPRequest(.get, try WebAddress(location.text))
    request.bodyLimit = CodePackage.packedLimit
    request.timeouts.whole = .seconds(300)
    let why: String
    do throws(TransportFailure) {
      let response = try await transport.send(request)
      if response.status == 200 { return response.body }
      why = "it was answered with \(response.status)"
    } catch {
      why = error.message
    }
    throw .world("cannot read the code of function '\(name)': \(why)", hint: "try again")
  }
}
