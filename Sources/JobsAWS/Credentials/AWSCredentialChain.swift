package import JobsCloud
import JobsCore

/// Finds the keys that a user's settings mean, in the order of botocore 1.44.5 (credentials.py, 2026-11).
///
/// Variables, unless a profile is named as an option; then the profile: a role, web identity, a login by IAM Identity
/// Center, keys of the credentials file, a program, keys of the configuration; then the container's agent and the
/// instance's metadata. What is set and wrong is a failure, never passed over for the next.
package struct AWSCredentialChain: Sendable {
  private let settings: AWSSettings
  private let transport: any Transport
  private let budget: RetryBudget
  private let clock: CallClock
  private let runProgram: CredentialProgram
  private let local: LocalCredentials

  package init(
    settings: AWSSettings, transport: any Transport, budget: RetryBudget, clock: CallClock = .system,
    runProgram: @escaping CredentialProgram
  ) {
    self.settings = settings
    self.transport = transport
    self.budget = budget
    self.clock = clock
    self.runProgram = runProgram
    local = LocalCredentials(settings: settings, transport: transport, budget: budget, clock: clock)
  }

  /// - Throws: a failure of `credentials` where there are none, or where those that are meant cannot be had.
  package func credentials() async throws(CloudFailure) -> AWSCredentials {
    if !settings.isProfileExplicit, let keys = try LastingKeys.inEnvironment(settings) { return keys }
    let name = settings.profileName
    if let plan = try RolePlan(settings.profile, named: name) { return try await take(plan, of: name, behind: []) }
    if let keys = try await webIdentity(of: name, isFirst: !settings.isProfileExplicit) { return keys }
    if let keys = try await own(of: name) { return keys }
    if let keys = try await local.inContainer() { return keys }
    if let keys = try await local.inInstance() { return keys }
    throw .credentials(
      "there are none in variables, profile '\(Terminal.visible(name))', container or instance",
      hint: "set AWS_PROFILE or the variables, or run 'aws configure' or 'aws sso login'")
  }

  /// The keys of a profile, but for those of a role.
  private func own(of name: String) async throws(CloudFailure) -> AWSCredentials? {
    let section = settings.profile(named: name)
    if let sso = try SSOSettings(section, named: name, in: settings) {
      let token = try SSOCredentials.token(
        sso, profile: name, home: settings.variable("HOME"), now: clock.now())
      return try await SSOCredentials.keys(sso, token, portal: try client(.sso, region: sso.region, keys: nil))
    }
    if let keys = try LastingKeys.inProfile(settings.credentials.profile(name), named: name) { return keys }
    if let command = section?["credential_process"] {
      return try ProcessCredentials.keys(command, profile: name, run: runProgram)
    }
    if let keys = try LastingKeys.inProfile(settings.config.profile(name), named: name) { return keys }
    guard section?["login_session"] == nil else {
      throw RolePlan.fault(
        name, "logs in by 'aws login', which is not read here",
        hint: "run 'aws configure export-credentials --profile \(name) --format env' and use what it prints")
    }
    return nil
  }

  // MARK: Roles

  /// - Parameter behind: the profiles that led here.
  private func take(
    _ plan: RolePlan, of name: String, behind: [String]
  ) async throws(CloudFailure) -> AWSCredentials {
    let keys = try await source(of: plan, name, behind: behind + [name])
    let sts = STS(try client(.sts, region: settings.region ?? settings.profile(named: name)?["region"], keys: keys))
    return try await sts.assumeRole(
      STS.RoleRequest(
        role: plan.role, sessionName: plan.sessionName ?? sessionName, externalID: plan.externalID,
        durationSeconds: plan.durationSeconds))
  }

  private func source(
    of plan: RolePlan, _ name: String, behind: [String]
  ) async throws(CloudFailure) -> AWSCredentials {
    let found: AWSCredentials?
    switch plan.source {
    case .environment: found = try LastingKeys.inEnvironment(settings)
    case .container: found = try await local.inContainer()
    case .instance: found = try await local.inInstance()
    case .profile(let source):
      guard let section = settings.profile(named: source) else {
        throw RolePlan.fault(name, "names a 'source_profile' that is not there", hint: "add that profile")
      }
      // A profile may be its own source by keys of its own.
      if let keys = try LastingKeys.inProfile(section, named: source), source == name || section["role_arn"] == nil {
        return keys
      }
      guard !behind.contains(source) else {
        throw RolePlan.fault(
          name, "leads back to itself by 'source_profile'", hint: "end the circle with a profile of keys")
      }
      if let next = try RolePlan(section, named: source) { return try await take(next, of: source, behind: behind) }
      if let keys = try await webIdentity(of: source, isFirst: false) { return keys }
      found = try await own(of: source)
    }
    guard let found else {
      throw RolePlan.fault(
        name, "has a source of credentials that has none", hint: "look at its 'source_profile' or 'credential_source'")
    }
    return found
  }

  /// By a token of an identity provider; nil where neither variables nor profile name one.
  ///
  /// - Parameter isFirst: whether variables are asked too: `AWS_WEB_IDENTITY_TOKEN_FILE`, `AWS_ROLE_ARN` and
  ///   `AWS_ROLE_SESSION_NAME`.
  private func webIdentity(of name: String, isFirst: Bool) async throws(CloudFailure) -> AWSCredentials? {
    let section = settings.profile(named: name)
    let value = { (variable: String, key: String) in (isFirst ? settings.variable(variable) : nil) ?? section?[key] }
    guard let path = value("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else { return nil }
    guard let role = value("AWS_ROLE_ARN", "role_arn") else {
      throw .credentials("there is a file of web identity, and no role to take with it", hint: "set AWS_ROLE_ARN")
    }
    let token = Secret(
      try CredentialFile.text(
        AWSFile.expanded(path, home: settings.variable("HOME")), what: "the file of AWS_WEB_IDENTITY_TOKEN_FILE"))
    let sts = STS(try client(.sts, region: settings.region ?? section?["region"], keys: nil))
    return try await sts.assumeRole(
      STS.RoleRequest(
        role: role, sessionName: value("AWS_ROLE_SESSION_NAME", "role_session_name") ?? sessionName),
      webIdentity: token)
  }

  private var sessionName: String { "jobs-\(clock.now().seconds)" }

  /// A client for a call that gets keys.
  ///
  /// - Parameter keys: nil where the request has its proof in itself.
  private func client(
    _ service: AWSService, region: String?, keys: AWSCredentials?
  ) throws(CloudFailure) -> AWSClient {
    let endpoint: AWSEndpoint
    do throws(Failure) {
      endpoint = try AWSEndpoint(service, region: region, settings: settings)
    } catch {
      throw .credentials(error)
    }
    let signer = keys.map { keys in
      AWSSigner(
        signature: SigV4(region: endpoint.signingRegion, service: service.signingName),
        credentials: CredentialCache(clock: clock) { () throws(CloudFailure) in keys }, clock: clock)
    }
    return AWSClient(
      endpoint: endpoint,
      calls: CloudClient(
        transport, signer: signer, retry: AWSSession.retry(settings), budget: budget, clock: clock,
        classify: AWSError.verdict))
  }
}
