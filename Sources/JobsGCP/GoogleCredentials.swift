package import JobsCloud
package import JobsCore

/// Who calls Google's services, found as Google's own libraries find it: Application Default Credentials
/// (https://google.aip.dev/auth/4110, 2026-11).
package struct GoogleCredentials: Sendable {
  /// Where they were found, in words: `the file '/srv/key.json' (GOOGLE_APPLICATION_CREDENTIALS)`.
  package let origin: String
  /// The project that environment or file name.
  package let project: String?
  /// The project that pays for calls, where it is not the resource's own.
  package let quotaProject: String?
  /// Signs requests; one refresh at a time, however many ask.
  package let signer: BearerSigner
  let kind: CredentialKind
  let fetcher: TokenFetcher
  let tokens: CredentialCache<AccessToken>

  /// Looks for credentials in environment and files. Nothing is asked over the network until the first call.
  ///
  /// In this order: `CLOUDSDK_AUTH_ACCESS_TOKEN`, `CLOUDSDK_AUTH_ACCESS_TOKEN_FILE`, `GOOGLE_APPLICATION_CREDENTIALS`,
  /// `application_default_credentials.json` of gcloud in `$CLOUDSDK_CONFIG` or `~/.config/gcloud`, the metadata server
  /// (unless `NO_GCE_CHECK=true`).
  /// - Parameters:
  ///   - impersonating: service accounts in the order in which each acts as the next, the last of them the one to call as;
  ///     empty for `CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT`, which lists them so with commas.
  ///   - runProgram: runs a program that a file of credentials names; see `CredentialProgramRunner`.
  ///   - signAWS: signs for a host in AWS whose identity there is exchanged; see `AWSRequestSigner`.
  /// - Throws: a usage failure for variables and files that cannot be used, a world failure for a file that cannot be
  ///   read, and where there is nothing to look at.
  package init(
    environment: [String: String], impersonating chain: [String] = [], transport: any Transport,
    endpoints: GoogleEndpoints, budget: RetryBudget, clock: CallClock = .system, tally: CallTally = CallTally(),
    runProgram: CredentialProgramRunner? = nil, signAWS: AWSRequestSigner? = nil
  ) throws(Failure) {
    let found = try CredentialSearch(environment).found()
    let chain = chain.isEmpty ? Self.chain(environment) : chain
    kind = chain.isEmpty ? found.kind : .impersonated(by: found.kind, try Impersonation(chain: chain))
    origin = chain.isEmpty ? found.origin : "\(found.origin), acting as '\(chain[chain.count - 1])'"
    project =
      Self.first(environment, ["GOOGLE_CLOUD_PROJECT", "GCLOUD_PROJECT", "CLOUDSDK_CORE_PROJECT"]) ?? found.project
    quotaProject = Self.first(environment, ["GOOGLE_CLOUD_QUOTA_PROJECT"]) ?? found.quotaProject
    let client = CloudClient(transport, retry: .google, budget: budget, clock: clock, tally: tally) {
      OAuthFault.verdict(on: $0, of: $1, now: $2.now())
    }
    fetcher = TokenFetcher(
      oauth: client, endpoints: endpoints, environment: environment, runProgram: runProgram, signAWS: signAWS)
    tokens = fetcher.cache(kind)
    signer = BearerSigner(tokens)
  }

  private static func first(_ environment: [String: String], _ names: [String]) -> String? {
    names.compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  private static func chain(_ environment: [String: String]) -> [String] {
    (environment["CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT"] ?? "").split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
