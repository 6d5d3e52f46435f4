import JobsCloud
package import JobsCore
package import JobsGCP
import JobsNet

/// The way to Google Cloud: one connection to the network, one budget for what is tried again, and who calls.
package struct GoogleConnection: Sendable {
  package let client: GoogleClient
  /// Who acts, in words: as the credentials say it, or where they were found.
  package let identity: String

  /// Finds credentials and asks whose they are.
  ///
  /// - Parameters:
  ///   - chain: service accounts to act as, each by the one before it.
  ///   - environment: where Application Default Credentials and endpoints are named.
  /// - Throws: a failure for variables and files that cannot be used, and where there are no credentials.
  package init(impersonating chain: [String], _ environment: [String: String]) async throws(Failure) {
    let transport = try CurlTransport()
    let budget = RetryBudget()
    let endpoints = try GoogleEndpoints(environment: environment)
    let credentials = try GoogleCredentials(
      environment: environment, impersonating: chain, transport: transport, endpoints: endpoints, budget: budget,
      runProgram: CredentialPrograms.google, signAWS: AWSProof.signer(environment, transport, budget))
    let known = await credentials.identity()
    client = GoogleClient(
      transport, signer: credentials.signer, identity: known, endpoints: endpoints,
      quotaProject: credentials.quotaProject, budget: budget)
    identity = known ?? credentials.origin
  }

  /// The service accounts of an option `--impersonate`, which has commas between them.
  package static func chain(_ option: String?) -> [String] { option?.split(separator: ",").map(String.init) ?? [] }
}
