import JobsCloud
import JobsCore

/// Signs requests with the keys of a cache.
struct AWSSigner: RequestSigner {
  let signature: SigV4
  let credentials: CredentialCache<AWSCredentials>
  let clock: CallClock

  func sign(_ request: HTTPRequest) async throws(CloudFailure) -> (request: HTTPRequest, generation: Int) {
    let (keys, generation) = try await credentials.current()
    return (signature.sign(request, by: keys, at: clock.now()), generation)
  }

  func discard(generation: Int) { credentials.discard(generation: generation) }
}
