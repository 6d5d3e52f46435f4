import JobsCloud
import JobsCore

/// Gets the token of somebody else from where it is kept or made.
struct SubjectTokenReader: Sendable {
  private let fetcher: TokenFetcher

  init(_ fetcher: TokenFetcher) { self.fetcher = fetcher }

  func token(of account: ExternalAccount) async throws(CloudFailure) -> Secret {
    switch account.source {
    case .file(let path, let format): return try file(path, format)
    case .address(let address, let fields, let format): return try await answer(address, fields, format)
    case .program(let program): return try await output(program, account)
    case .aws(let identity): return try await question(identity, account)
    }
  }

  /// Bytes of a file or answer with a token.
  private static let limit = 1 << 20

  private func file(_ path: String, _ format: SubjectTokenSource.Format) throws(CloudFailure) -> Secret {
    let words = "read the token to exchange from '\(path)'"
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: Self.limit)
    } catch {
      let why =
        switch error {
        case .system(let code): systemMessage(code)
        case .notAFile(let what): "it is \(what)"
        case .tooLarge(_, let limit): "it is larger than \(limit) bytes"
        }
      throw CloudFailure(words, CloudFault(.credentials, why: why, hint: "look at what writes this file"))
    }
    return try found(bytes, format, words)
  }

  private func answer(
    _ address: WebAddress, _ fields: [HTTPField], _ format: SubjectTokenSource.Format
  ) async throws(CloudFailure) -> Secret {
    let words = "get the token to exchange"
    var request = HTTPRequest(.get, address)
    request.fields = fields
    request.bodyLimit = Self.limit
    let response = try await fetcher.oauth.send(
      CloudCall(words, request, secrets: fields.map { Secret($0.value) }.filter { $0.text.utf8.count > 8 }))
    return try found(response.body, format, words)
  }

  private func found(
    _ bytes: [UInt8], _ format: SubjectTokenSource.Format, _ words: String
  ) throws(CloudFailure) -> Secret {
    if let token = SubjectTokenSource.token(in: bytes, format) { return token }
    let why =
      switch format {
      case .text: "it holds something else than one token"
      case .json(let key): "it is no JSON object with a token under '\(Terminal.visible(key))'"
      }
    throw CloudFailure(words, CloudFault(.credentials, why: why, hint: "check 'format' in the file of credentials"))
  }

  private func output(
    _ program: SubjectTokenProgram, _ account: ExternalAccount
  ) async throws(CloudFailure) -> Secret {
    let words = "get the token to exchange from '\(program.words[0])'"
    guard fetcher.environment[SubjectTokenProgram.permission] == "1", let run = fetcher.runProgram else {
      throw CloudFailure(
        words,
        CloudFault(
          .credentials, why: "programs that credentials name are not run unasked",
          hint: "set \(SubjectTokenProgram.permission)=1 if you trust the file of credentials"))
    }
    let now = fetcher.clock.now()
    if let path = program.outputFile, let kept = try? FileBytes.read(path, limit: Self.limit),
      case .token(let token) = SubjectTokenProgram.answer(kept, isKept: true, now: now)
    {
      return token
    }
    let printed: [UInt8]
    switch await run(program.words, program.environment(of: account, fetcher.environment), program.timeout) {
    case .success(let bytes): printed = bytes
    case .failure(let error):
      throw CloudFailure(words, CloudFault(.credentials, why: error.message, hint: error.hint))
    }
    switch SubjectTokenProgram.answer(printed, isKept: false, now: fetcher.clock.now()) {
    case .token(let token): return token
    case .expired: throw CloudFailure(words, CloudFault(.credentials, why: "the token that it printed has ended"))
    case .refused(let why): throw CloudFailure(words, CloudFault(.credentials, why: why))
    }
  }

  private func question(_ identity: AWSIdentity, _ account: ExternalAccount) async throws(CloudFailure) -> Secret {
    let words = "show Google who this host is in AWS"
    guard let sign = fetcher.signAWS else {
      throw CloudFailure(words, CloudFault(.credentials, why: "this tool does not sign for AWS"))
    }
    let region = try await identity.region(fetcher.environment, fetcher.oauth)
    guard let question = identity.question(in: region, audience: account.audience) else {
      throw CloudFailure(
        words, CloudFault(.credentials, why: "'\(ServerWords.clean(region))' is no region", hint: "set AWS_REGION"))
    }
    return identity.token(try await sign(question, region).get())
  }
}
