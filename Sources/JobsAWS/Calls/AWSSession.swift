package import JobsCloud
package import JobsCore

/// What all calls to AWS of a run have in common: who calls, by what, and how much may be tried again.
package struct AWSSession: Sendable {
  package let settings: AWSSettings
  package let transport: any Transport
  package let credentials: CredentialCache<AWSCredentials>
  package let budget: RetryBudget
  package let limiter: CallLimiter?
  package let clock: CallClock
  package let tally: CallTally

  /// - Parameters:
  ///   - credentials: nil for those of the user's settings, as `AWSCredentialChain` finds them.
  ///   - runProgram: starts what a profile names as `credential_process`.
  package init(
    settings: AWSSettings, transport: any Transport, credentials: CredentialCache<AWSCredentials>? = nil,
    budget: RetryBudget = RetryBudget(), limiter: CallLimiter? = nil, clock: CallClock = .system,
    tally: CallTally = CallTally(), runProgram: @escaping CredentialProgram
  ) {
    self.settings = settings
    self.transport = transport
    self.budget = budget
    self.limiter = limiter
    self.clock = clock
    self.tally = tally
    let chain = AWSCredentialChain(
      settings: settings, transport: transport, budget: budget, clock: clock, runProgram: runProgram)
    self.credentials =
      credentials ?? CredentialCache(clock: clock) { () async throws(CloudFailure) in try await chain.credentials() }
  }

  /// A client of a service.
  ///
  /// - Throws: a usage failure where the settings say no place for it.
  package func client(_ service: AWSService, region: String? = nil) throws(Failure) -> AWSClient {
    let endpoint = try AWSEndpoint(service, region: region ?? settings.region, settings: settings)
    let signer = AWSSigner(
      signature: SigV4(region: endpoint.signingRegion, service: service.signingName), credentials: credentials,
      clock: clock)
    return AWSClient(
      endpoint: endpoint,
      calls: CloudClient(
        transport, signer: signer, retry: Self.retry(settings), budget: budget, limiter: limiter, clock: clock,
        tally: tally, classify: AWSError.verdict))
  }

  /// The policy of botocore 1.44.5 (retries/standard.py, 2026-11): three attempts in all, or what `AWS_MAX_ATTEMPTS` or
  /// `max_attempts` of the profile say.
  static func retry(_ settings: AWSSettings) -> CallRetry {
    let said = settings.variable("AWS_MAX_ATTEMPTS") ?? settings.profile?["max_attempts"]
    let attempts = said.flatMap { Int($0) }.map { min(max($0, 1), 20) } ?? 3
    return CallRetry(
      attempts: attempts, base: .milliseconds(50), throttledBase: .seconds(1), cap: .seconds(20),
      obedience: .within(.seconds(5)), patience: .seconds(120))
  }
}
