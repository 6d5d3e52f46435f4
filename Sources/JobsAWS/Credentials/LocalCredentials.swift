import JobsCloud
import JobsCore

/// Keys from what stands beside a program and speaks HTTP: the container's agent, and the instance's metadata.
struct LocalCredentials: Sendable {
  let settings: AWSSettings
  let calls: CloudClient

  init(settings: AWSSettings, transport: any Transport, budget: RetryBudget, clock: CallClock) {
    self.settings = settings
    // Three attempts of two seconds, as botocore 1.44.5 has it for containers (2026-11).
    calls = CloudClient(
      transport,
      retry: CallRetry(
        attempts: 3, unreachableAttempts: 1, base: .milliseconds(200), cap: .seconds(1), obedience: .within(.zero),
        patience: .seconds(10)),
      budget: budget, clock: clock, classify: Self.verdict)
  }

  private static func verdict(_ response: HTTPResponse, _ call: CloudCall, _ clock: CallClock) -> CallVerdict {
    // What does not exist is an answer here.
    guard !response.isSuccess, response.status != 404 else { return .done }
    let fault = CloudFault(
      response.status >= 500 ? .unavailable : .credentials, status: response.status,
      why: "it answers with status \(response.status)")
    return response.status >= 500 || response.status == 429 ? .later(fault, CallDelay()) : .refused(fault)
  }

  private static func request(_ method: HTTPRequest.Method, _ address: WebAddress) -> HTTPRequest {
    var request = HTTPRequest(method, address)
    request.timeouts.connect = .seconds(1)
    request.timeouts.whole = .seconds(2)
    request.bodyLimit = CredentialReply.limit
    request.isDirect = true
    return request
  }

  // MARK: Containers

  /// From the container's agent; nil where no variable names one.
  func inContainer() async throws(CloudFailure) -> AWSCredentials? {
    guard let place = try ContainerAddress(settings) else { return nil }
    var request = Self.request(.get, place.address)
    request.fields = [HTTPField("Accept", "application/json")]
    if let proof = try Self.proof(place) { request.fields.append(HTTPField("Authorization", proof.text)) }
    let response = try await calls.send(CloudCall("get credentials of the container", request))
    guard response.status != 404, let tree = CredentialReply.tree(response.body) else {
      throw CredentialReply.strange("the container's agent", "its answer is no object of JSON")
    }
    return try CredentialReply.keys(tree, from: "the container's agent")
  }

  private static func proof(_ place: ContainerAddress) throws(CloudFailure) -> Secret? {
    var proof = place.token
    if let path = place.tokenFile {
      proof = Secret(try CredentialFile.text(path, what: "the file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"))
    }
    guard proof?.text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) ?? true else {
      throw .credentials("the container's token holds a line break", hint: "leave it as the container has it")
    }
    return proof
  }

  // MARK: Instances

  /// From the instance's metadata, by its second version alone; nil where there is no such service, or no role.
  func inInstance() async throws(CloudFailure) -> AWSCredentials? {
    guard settings.variable("AWS_EC2_METADATA_DISABLED")?.lowercased() != "true" else { return nil }
    let base = try metadataAddress()
    var session = Self.request(.put, base.appending("latest").appending("api").appending("token"))
    session.fields = [HTTPField("x-aws-ec2-metadata-token-ttl-seconds", "21600")]
    let token: HTTPResponse
    do throws(CloudFailure) {
      token = try await calls.send(CloudCall("get credentials of the instance", session))
    } catch {
      // Nobody answers elsewhere than on an instance.
      guard case .transport(let kind) = error.cause, kind != .tls else { throw error }
      return nil
    }
    guard token.isSuccess, let proof = String(validating: token.body, as: UTF8.self) else { return nil }
    let roles = ["latest", "meta-data", "iam", "security-credentials"].reduce(base) { $0.appending($1) }
    // The list of the one role has a slash behind it.
    guard let list = try await metadata(roles.appending(""), proof),
      let role = String(validating: list, as: UTF8.self)?.split(whereSeparator: \.isWhitespace).first
    else { return nil }
    guard let bytes = try await metadata(roles.appending(String(role)), proof), let tree = CredentialReply.tree(bytes)
    else { throw CredentialReply.strange("the instance's metadata", "its answer is no object of JSON") }
    if let code = tree.value(Tree.root, "Code"), !tree.equals(code, "Success") {
      throw CredentialReply.strange("the instance's metadata", "its role cannot be taken")
    }
    return try CredentialReply.keys(tree, from: "the instance's metadata")
  }

  private func metadata(_ address: WebAddress, _ token: String) async throws(CloudFailure) -> [UInt8]? {
    var request = Self.request(.get, address)
    request.fields = [HTTPField("x-aws-ec2-metadata-token", token)]
    let response = try await calls.send(
      CloudCall("get credentials of the instance", request, secrets: [Secret(token)]))
    return response.isSuccess ? response.body : nil
  }

  /// As `AWS_EC2_METADATA_SERVICE_ENDPOINT` says, else the link's own address by `AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE`.
  private func metadataAddress() throws(CloudFailure) -> WebAddress {
    let isSix = settings.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE")?.lowercased() == "ipv6"
    let text = settings.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT")
    do throws(Failure) {
      return try WebAddress(text ?? (isSix ? "http://[fd00:ec2::254]" : "http://169.254.169.254"))
    } catch {
      throw .credentials("AWS_EC2_METADATA_SERVICE_ENDPOINT is no address of the web", hint: "write http://HOST")
    }
  }
}
