import Glibc
import JobsCloud
import JobsCore
import Synchronization
import TestSupport
import Testing

@testable import JobsAWS

/// Which keys are found where, against a world that is written down.
@Suite struct CredentialChainTests {
  private static let now = Instant(seconds: 1_800_000_000)
  private static let end = "2027-01-15T09:00:00Z"

  /// An answer of STS.
  private static func sts(_ action: String, keyID: String) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      body: Array(
        """
        <?xml version="1.0"?>
        <\(action)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><\(action)Result><Credentials>
        <AccessKeyId>\(keyID)</AccessKeyId><SecretAccessKey>hidden-secret</SecretAccessKey>
        <SessionToken>hidden-token</SessionToken><Expiration>\(end)</Expiration>
        </Credentials></\(action)Result></\(action)Response>
        """.utf8))
  }

  private static let document =
    #"{"Code":"Success","AccessKeyId":"LOCAL","SecretAccessKey":"hidden-secret","Token":"hidden-token","Expiration":"\#(end)"}"#

  private static func form(_ request: HTTPRequest) -> [String: String] {
    String(decoding: request.body, as: UTF8.self).split(separator: "&").reduce(into: [:]) { form, pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      form[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
  }

  /// What answers as STS, as the container's agent and as the instance's metadata.
  private static func world(isInstance: Bool = false) -> ScriptedTransport {
    ScriptedTransport { request, _ in
      let path = request.address.path
      if request.address.host.hasPrefix("sts.") {
        let action = form(request)["Action"] ?? ""
        return .success(sts(action, keyID: form(request)["RoleArn"]?.split(separator: "F").last.map(String.init) ?? ""))
      }
      if request.address.host == "169.254.170.2" || request.address.host == "127.0.0.1" {
        return .success(HTTPResponse(status: 200, body: Array(document.utf8)))
      }
      guard isInstance, request.address.host == "169.254.169.254" else {
        return .failure(TransportFailure(.connect, request.address, "no route"))
      }
      switch (request.method, path) {
      case (.put, "/latest/api/token"): return .success(HTTPResponse(status: 200, body: Array("hidden-proof".utf8)))
      case (.get, "/latest/meta-data/iam/security-credentials/"):
        return .success(HTTPResponse(status: 200, body: Array("the-role\n".utf8)))
      case (.get, "/latest/meta-data/iam/security-credentials/the-role"):
        let proof = request.fields.first { $0.name == "x-aws-ec2-metadata-token" }?.value
        return .success(HTTPResponse(status: proof == "hidden-proof" ? 200 : 401, body: Array(document.utf8)))
      default: return .success(HTTPResponse(status: 404))
      }
    }
  }

  private static let clock = CallClock(now: { now }, uptime: { .zero }, sleep: { _ in }, random: { 0 })

  private static func chain(
    _ environment: [String: String], config: String = "", credentials: String = "", profile: String? = nil,
    transport: any Transport = world(), program: @escaping CredentialProgram = { _ in .failure(.world("no program")) }
  ) throws -> AWSCredentialChain {
    let settings = try AWSSettings(
      environment: environment, config: AWSConfigFile(Array(config.utf8), kind: .config, name: "'config'"),
      credentials: AWSConfigFile(Array(credentials.utf8), kind: .credentials, name: "'credentials'"), profile: profile)
    return AWSCredentialChain(
      settings: settings, transport: transport, budget: RetryBudget(), clock: clock, runProgram: program)
  }

  private static let variables = ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "hidden-secret"]

  @Test func `variables go first, unless a profile is named as an option`() async throws {
    let credentials =
      "[default]\naws_access_key_id=D\naws_secret_access_key=s\n[p]\naws_access_key_id=P\naws_secret_access_key=s\n"
    #expect(try await Self.chain(Self.variables, credentials: credentials).credentials().keyID == "ENV")
    let named = Self.variables.merging(["AWS_PROFILE": "p"]) { $1 }
    #expect(try await Self.chain(named, credentials: credentials).credentials().keyID == "ENV")
    #expect(try await Self.chain(Self.variables, credentials: credentials, profile: "p").credentials().keyID == "P")
    #expect(try await Self.chain([:], credentials: credentials).credentials().keyID == "D")
  }

  @Test func `a session's token and end come with the variables`() async throws {
    let environment = Self.variables.merging([
      "AWS_SESSION_TOKEN": "hidden-token", "AWS_CREDENTIAL_EXPIRATION": Self.end,
    ]) { $1 }
    let keys = try await Self.chain(environment).credentials()
    #expect(keys.sessionToken?.text == "hidden-token" && keys.expiry == Instant(rfc3339: Self.end))
  }

  @Test func `within a profile a role goes before keys, a program before keys of the configuration`() async throws {
    let config = """
      [default]
      role_arn = arn:aws:iam::111122223333:role%2FROLE
      source_profile = base
      credential_process = /bin/keys "a b" 'c'
      aws_access_key_id = CONFIG
      aws_secret_access_key = s
      external_id = ext
      duration_seconds = 900
      role_session_name = me
      region = eu-west-1
      [profile base]
      aws_access_key_id = BASE
      aws_secret_access_key = s
      """
    let transport = Self.world()
    let keys = try await Self.chain([:], config: config, transport: transport).credentials()
    #expect(keys.keyID == "ROLE" && keys.expiry == Instant(rfc3339: Self.end))
    let request = try #require(transport.requests.first)
    #expect(request.address.text == "https://sts.eu-west-1.amazonaws.com/")
    let form = Self.form(request)
    #expect(form["ExternalId"] == "ext" && form["DurationSeconds"] == "900" && form["RoleSessionName"] == "me")
    #expect(request.fields.contains { $0.name == "Authorization" && $0.value.contains("Credential=BASE/") })

    let own = config.replacing("role_arn", with: "x_arn").replacing("source_profile", with: "x_profile")
    let asked = Mutex<[String]>([])
    let document = Array(
      #"{"Version":1,"AccessKeyId":"PROCESS","SecretAccessKey":"hidden-secret","SessionToken":"t"}"#.utf8)
    let byProgram = try await Self.chain([:], config: own) { words in
      asked.withLock { $0 = words }
      return .success((0, document))
    }.credentials()
    #expect(byProgram.keyID == "PROCESS" && byProgram.sessionToken?.text == "t" && byProgram.expiry == nil)
    #expect(asked.withLock { $0 } == ["/bin/keys", "a b", "c"])
    #expect(
      try await Self.chain(
        [:], config: own, credentials: "[default]\naws_access_key_id=SHARED\naws_secret_access_key=s\n"
      ).credentials().keyID == "SHARED")
    let last = own.replacing("credential_process", with: "x_process")
    #expect(try await Self.chain([:], config: last).credentials().keyID == "CONFIG")
  }

  @Test func `roles may follow each other, and a circle is refused`() async throws {
    let config = """
      [profile a]
      role_arn = arn:aws:iam::111122223333:role%2FA
      source_profile = b
      [profile b]
      role_arn = arn:aws:iam::111122223333:role%2FB
      source_profile = c
      [profile c]
      aws_access_key_id = C
      aws_secret_access_key = s
      """
    let transport = Self.world()
    #expect(try await Self.chain([:], config: config, profile: "a", transport: transport).credentials().keyID == "A")
    let signers = transport.requests.map { request in
      request.fields.first { $0.name == "Authorization" }?.value.split(separator: "/")[0].split(separator: "=").last
    }
    #expect(signers == ["C", "B"])
    let circle = config.replacing(
      "aws_access_key_id = C\naws_secret_access_key = s", with: "role_arn = r\nsource_profile = a")
    await #expect(throws: CloudFailure.self) { try await Self.chain([:], config: circle, profile: "a").credentials() }
    let own =
      "[default]\nrole_arn = x%2FOWN\nsource_profile = default\naws_access_key_id = K\naws_secret_access_key = s\n"
    #expect(try await Self.chain([:], config: own).credentials().keyID == "OWN")
  }

  @Test func `web identity is of the variables, else of the profile, and goes unsigned`() async throws {
    let folder = TemporaryFolder()
    folder.write("token", "hidden-jwt\n")
    let transport = Self.world()
    let keys = try await Self.chain(
      [
        "AWS_WEB_IDENTITY_TOKEN_FILE": folder.file("token"), "AWS_ROLE_ARN": "x%2FWEB", "AWS_ROLE_SESSION_NAME": "run",
      ], transport: transport
    ).credentials()
    #expect(keys.keyID == "WEB")
    let request = try #require(transport.requests.first)
    #expect(request.address.text == "https://sts.amazonaws.com/")
    #expect(Self.form(request)["WebIdentityToken"] == "hidden-jwt" && Self.form(request)["RoleSessionName"] == "run")
    #expect(!request.fields.contains { $0.name == "Authorization" })
    let config = "[profile w]\nrole_arn = x%2FTAKEN\nweb_identity_token_file = \(folder.file("token"))\n"
    #expect(try await Self.chain([:], config: config, profile: "w").credentials().keyID == "TAKEN")
  }

  @Test func `a login is read from its cache, and keys come from the portal`() async throws {
    let folder = TemporaryFolder()
    for path in [".aws", ".aws/sso", ".aws/sso/cache"] { mkdir(folder.file(path), 0o700) }
    let config = """
      [default]
      sso_session = corp
      sso_account_id = 111122223333
      sso_role_name = dev
      [sso-session corp]
      sso_region = eu-central-1
      sso_start_url = https://corp.example
      """
    let transport = ScriptedTransport { request, _ in
      let token = request.fields.first { $0.name == "x-amz-sso_bearer_token" }?.value
      let body =
        #"{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"hidden-secret","sessionToken":"t","expiration":1800003600000}}"#
      return .success(HTTPResponse(status: token == "hidden-login" ? 200 : 401, body: Array(body.utf8)))
    }
    let chain = try Self.chain(["HOME": folder.path], config: config, transport: transport)
    // SHA-1 of 'corp'.
    let path = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"
    folder.write(path, #"{"accessToken":"hidden-login","expiresAt":"2027-01-15T08:00:01Z"}"#)
    let keys = try await chain.credentials()
    #expect(keys.keyID == "SSO" && keys.expiry == Instant(seconds: 1_800_003_600))
    #expect(
      transport.requests.first?.address.text
        == "https://portal.sso.eu-central-1.amazonaws.com/federation/credentials?role_name=dev&account_id=111122223333")
    folder.write(path, #"{"accessToken":"hidden-login","expiresAt":"2027-01-15T08:00:00Z"}"#)
    let failure = await #expect(throws: CloudFailure.self) { try await chain.credentials() }
    #expect(failure?.fault.why == "profile 'default' has a login that has ended")
    #expect(failure?.fault.hint == "run 'aws sso login --profile default'")
  }

  @Test func `the container's agent is asked with the proof of the variables`() async throws {
    let folder = TemporaryFolder()
    folder.write("proof", "hidden-proof\n")
    let transport = Self.world()
    let relative = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x?id=1"]
    #expect(try await Self.chain(relative, transport: transport).credentials().keyID == "LOCAL")
    #expect(transport.requests.first?.address.text == "http://169.254.170.2/v2/x?id=1")
    let full = [
      "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:9/keys",
      "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": folder.file("proof"), "AWS_CONTAINER_AUTHORIZATION_TOKEN": "other",
    ]
    #expect(try await Self.chain(full, transport: transport).credentials().keyID == "LOCAL")
    #expect(transport.requests.last?.fields.contains(HTTPField("Authorization", "hidden-proof")) == true)
  }

  @Test(
    arguments: [
      ("http://169.254.170.23/v1", true), ("http://[fd00:ec2::23]/v1", true), ("http://localhost/x", true),
      ("http://127.1.2.3/x", true), ("https://keys.example/x", true), ("http://keys.example/x", false),
      ("http://127.0.0.1.evil.example/x", false), ("http://169.254.170.4/x", false), ("ftp://localhost", false),
      ("http://[::2]/x", false),
    ]) func `an agent without TLS has to be near`(address: String, isNear: Bool) throws
  {
    let settings = try AWSSettings(environment: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": address])
    if isNear {
      #expect(try ContainerAddress(settings) != nil)
    } else {
      #expect(throws: CloudFailure.self) { try ContainerAddress(settings) }
    }
  }

  @Test func `an instance gives its role's keys by the second version of its metadata`() async throws {
    let transport = Self.world(isInstance: true)
    #expect(try await Self.chain([:], transport: transport).credentials().keyID == "LOCAL")
    #expect(transport.requests.map(\.method) == [.put, .get, .get])
    let none = await #expect(throws: CloudFailure.self) {
      try await Self.chain(["AWS_EC2_METADATA_DISABLED": "true"], transport: transport).credentials()
    }
    #expect(none?.cause == .credentials && none?.fault.hint?.contains("aws configure") == true)
    await #expect(throws: CloudFailure.self) { try await Self.chain([:]).credentials() }
  }

  /// What is set and wrong, and the words that say so.
  static let faults: [(environment: [String: String], config: String, words: String)] = [
    (["AWS_ACCESS_KEY_ID": "K"], "", "AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not"),
    (["AWS_SECRET_ACCESS_KEY": "hidden"], "", "AWS_SECRET_ACCESS_KEY is set, and AWS_ACCESS_KEY_ID is not"),
    ([:], "[default]\naws_access_key_id = K\n", "profile 'default' has a key, and no 'aws_secret_access_key'"),
    (
      [:], "[default]\nrole_arn = r\nsource_profile = default\nmfa_serial = m\n",
      "profile 'default' asks for a code of an MFA device, and nobody is asked here"
    ),
    ([:], "[default]\nrole_arn = r\n", "profile 'default' has a 'role_arn', and nothing that may take the role"),
    (
      [:], "[default]\nrole_arn = r\nsource_profile = x\ncredential_source = Environment\n",
      "profile 'default' has both 'source_profile' and 'credential_source'"
    ),
    (
      [:], "[default]\nrole_arn = r\ncredential_source = hidden\n",
      "profile 'default' has an unknown 'credential_source'"
    ),
    (
      [:], "[default]\nrole_arn = r\nsource_profile = ghost\n",
      "profile 'default' names a 'source_profile' that is not there"
    ),
    (
      [:], "[default]\nrole_arn = r\ncredential_source = Environment\n",
      "profile 'default' has a source of credentials that has none"
    ),
    (
      [:], "[default]\nrole_arn = r\nsource_profile = default\nduration_seconds = 5\n",
      "profile 'default' has a 'duration_seconds' that is no number from 900 to 43200"
    ),
    (
      [:], "[default]\ncredential_process = a 'b\n",
      "profile 'default' has a 'credential_process' with a quote that is not closed"
    ),
    ([:], "[default]\nsso_session = ghost\n", "profile 'default' names an 'sso-session' that is not there"),
    ([:], "[default]\nlogin_session = x\n", "profile 'default' logs in by 'aws login', which is not read here"),
    (
      ["AWS_WEB_IDENTITY_TOKEN_FILE": "/nonexistent/token", "AWS_ROLE_ARN": "r"], "",
      "the file of AWS_WEB_IDENTITY_TOKEN_FILE is not there"
    ),
    (
      ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "hidden"], "",
      "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI does not begin with '/'"
    ),
  ]

  @Test(arguments: faults.indices)
  func `what is set and wrong is said, and not passed over`(at: Int) async throws {
    let (environment, config, words) = Self.faults[at]
    let transport = Self.world(isInstance: true)
    let chain = try Self.chain(environment, config: config, transport: transport)
    let failure = await #expect(throws: CloudFailure.self) { try await chain.credentials() }
    #expect(failure?.fault.why == words && failure?.cause == .credentials && failure?.fault.hint != nil)
    #expect(failure?.failure.description.contains("hidden") == false)
    #expect(transport.requests.isEmpty)
  }

  @Test(
    arguments: [
      (1, "{}", "ended with 1"), (0, "no", "writes no object of JSON"), (0, #"{"Version":2}"#, "'Version' is not 1"),
      (0, #"{"Version":1,"AccessKeyId":"K"}"#, "names no key with its secret"),
      (
        0, #"{"Version":1,"AccessKeyId":"K","SecretAccessKey":"hidden","Expiration":"hidden"}"#,
        "when its keys end is no date"
      ),
    ] as [(Int32, String, String)])
  func `a program that answers otherwise is told of without its answer`(
    status: Int32, output: String, words: String
  ) async throws {
    let chain = try Self.chain([:], config: "[default]\ncredential_process = /bin/x hidden\n") { _ in
      .success((status, Array(output.utf8)))
    }
    let failure = await #expect(throws: CloudFailure.self) { try await chain.credentials() }
    #expect(failure?.fault.why.contains(words) == true, "\(failure?.fault.why ?? "")")
    #expect(failure?.failure.description.contains("hidden") == false)
  }

  @Test(
    arguments: [
      ("a b  c", ["a", "b", "c"]), ("'a b' \"c d\"", ["a b", "c d"]), ("a\\ b", ["a b"]),
      ("\"a\\\"b\\n\"", ["a\"b\\n"]),
      ("''", [""]), ("", []), ("a'b'c", ["abc"]), ("'a", nil), ("a\\", nil), ("\"a", nil),
    ] as [(String, [String]?)])
  func `a command line is split as a shell splits it`(line: String, words: [String]?) {
    #expect(ShellWords.split(line) == words)
  }
}
