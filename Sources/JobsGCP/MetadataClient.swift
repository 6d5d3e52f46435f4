import JobsCloud
import JobsCore

/// Asks the metadata server.
struct MetadataClient: Sendable {
  private let server: MetadataServer
  private let client: CloudClient

  init(_ server: MetadataServer, _ client: CloudClient) {
    self.server = server
    var client = client
    client.classify = Self.verdict
    self.client = client
  }

  private static func verdict(_ response: HTTPResponse, _ call: CloudCall, _ clock: CallClock) -> CallVerdict {
    let status = response.status
    if response.isSuccess, MetadataServer.isGenuine(response) { return .done }
    let fault = CloudFault(.credentials, status: status, why: "the metadata server answers with status \(status)")
    if response.isSuccess {
      return .refused(CloudFault(.credentials, status: status, why: "what answers is no metadata server"))
    }
    guard [408, 429, 500, 502, 503, 504].contains(status) else { return .refused(fault) }
    return .later(fault, CallDelay(ask: response.retryAfter(now: clock.now())))
  }

  /// Reads a value; looks first whether there is such a server, where nobody has said so.
  func read(_ path: String, _ words: String) async throws(CloudFailure) -> HTTPResponse {
    if let probe = server.probe { try await look(probe) }
    let request: HTTPRequest
    do throws(Failure) {
      request = try server.request(path)
    } catch {
      throw CloudFailure(words, CloudFault(.credentials, why: error.message, hint: error.hint))
    }
    return try await client.send(CloudCall(words, request))
  }

  private func look(_ address: WebAddress) async throws(CloudFailure) {
    var client = client
    // Where there is none, people wait for the message.
    client.retry = CallRetry(
      attempts: server.attempts, unreachableAttempts: server.attempts, base: .milliseconds(100), cap: .seconds(1),
      obedience: .within(.zero), patience: .seconds(30))
    do throws(CloudFailure) {
      _ = try await client.send(CloudCall("find credentials", server.probeRequest(address)))
    } catch {
      guard error.cause != .cancelled else { throw error }
      throw CloudFailure("find credentials of Google Cloud", .noCredentials, attempts: error.attempts)
    }
  }
}

extension CloudFault {
  static let noCredentials = CloudFault(
    .credentials,
    why: "GOOGLE_APPLICATION_CREDENTIALS is not set, nobody has signed in, and no metadata server answers",
    hint: GoogleSignIn.hint)
}
