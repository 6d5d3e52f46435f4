import JobsCore
import Synchronization
import TestSupport
import Testing

/// Stands between a tool and an emulator of AWS: remembers what was asked, refuses what a test wants refused, and has each service
/// asked as the account that a test says.
final class AWSRelay: Sendable {
  /// What was asked.
  struct Call: Sendable, Hashable {
    /// As policies name it, `iam:GetCredentialReport`; method and path for what is not known.
    var action: String
    var region: String
    var body: String
  }

  private let server: LoopbackServer
  private let port: UInt16
  private let account: @Sendable (_ service: String) -> String
  private let calls = Mutex<[Call]>([])
  private let refused = Mutex<@Sendable (Call) -> Bool>({ _ in false })

  /// - Parameters:
  ///   - address: of the emulator.
  ///   - account: whom a service takes the caller for.
  init(_ address: String, account: @escaping @Sendable (_ service: String) -> String) throws {
    port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
    self.account = account
    let answering = Mutex<(@Sendable (LoopbackServer.Request) -> LoopbackServer.Answer)?>(nil)
    server = LoopbackServer { request in
      answering.withLock { $0 }?(request) ?? .reply(500)
    }
    answering.withLock { $0 = { [weak self] in self?.answer($0) ?? .reply(500) } }
  }

  deinit { server.stop() }

  var environment: [String: String] {
    [
      "AWS_ENDPOINT_URL": server.url(""), "AWS_ACCESS_KEY_ID": "111122223333", "AWS_SECRET_ACCESS_KEY": "hidden-key",
      "AWS_EC2_METADATA_DISABLED": "true", "AWS_REGION": "eu-west-1", "AWS_MAX_ATTEMPTS": "1",
    ]
  }

  /// What was asked, in the order of the answers.
  var asked: [Call] { calls.withLock { $0 } }

  func forget() { calls.withLock { $0 = [] } }

  /// Answers 403 from now on where `matches` says so.
  func refuse(_ matches: @escaping @Sendable (Call) -> Bool) { refused.withLock { $0 = matches } }

  private func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Answer {
    guard let (call, service) = Self.call(request) else { return .reply(400, body: "{}") }
    calls.withLock { $0.append(call) }
    if refused.withLock({ $0 })(call) {
      return Self.refusal(of: call, isXML: ["iam", "sts", "sns", "ec2"].contains(service))
    }
    if let body = Self.scripted[call.action] { return .reply(200, body: body) }
    let kept = ["authorization", "content-type", "x-amz-target"].compactMap { name in
      request.fields[name].map { "\(name): \($0)" }
    }
    let reply = LoopbackClient(port).send(
      request.method, request.target, kept + ["x-moto-account-id: \(account(service))"], body: request.body)
    let fields = ["content-type", "x-amzn-errortype"].compactMap { name in reply.fields[name].map { "\(name): \($0)" } }
    return .reply(reply.status == 0 ? 503 : reply.status, fields: fields, body: reply.body)
  }

  /// What moto has no answer to (moto 5.2.5).
  private static let scripted = [
    "iam:GenerateServiceLastAccessedDetails":
      "<R><GenerateServiceLastAccessedDetailsResult><JobId>1</JobId></GenerateServiceLastAccessedDetailsResult></R>",
    "iam:GetServiceLastAccessedDetails":
      "<R><GetServiceLastAccessedDetailsResult><JobStatus>COMPLETED</JobStatus><ServicesLastAccessed/>"
      + "<IsTruncated>false</IsTruncated></GetServiceLastAccessedDetailsResult></R>",
  ]

  /// What a request asks, by its signature's scope and the protocol of its service.
  static func call(_ request: LoopbackServer.Request) -> (call: Call, service: String)? {
    let scope = (request.fields["authorization"] ?? "").split(separator: "/")
    guard scope.count >= 5 else { return nil }
    let (region, service) = (String(scope[2]), String(scope[3]))
    let path = request.target.prefix { $0 != "?" }.split(separator: "/")
    let name: String
    if let target = request.fields["x-amz-target"] {
      name = target.split(separator: ".").last.map(String.init) ?? target
    } else if let action = request.body.split(separator: "&").first(where: { $0.hasPrefix("Action=") }) {
      name = String(action.dropFirst("Action=".count))
    } else {
      switch (request.method, path.count, path.last) {
      case ("GET", 2, "functions"): name = "ListFunctions"
      case ("GET", 4, "policy"): name = "GetPolicy"
      case ("POST", 2, "describejobdefinitions"): name = "DescribeJobDefinitions"
      case ("GET", 1, "schedules"): name = "ListSchedules"
      case ("GET", 2, _) where path[0] == "schedules": name = "GetSchedule"
      default: name = "\(request.method) \(request.target)"
      }
    }
    return (Call(action: "\(service):\(name)", region: region, body: request.target + request.body), service)
  }

  private static func refusal(of call: Call, isXML: Bool) -> LoopbackServer.Answer {
    let why = "User: arn:aws:iam::111122223333:user/a is not authorized to perform: \(call.action)"
    return isXML
      ? .reply(
        403, body: "<ErrorResponse><Error><Code>AccessDenied</Code><Message>\(why)</Message></Error></ErrorResponse>")
      : .reply(
        403, fields: ["x-amzn-errortype: AccessDeniedException"],
        body: #"{"__type":"AccessDeniedException","message":"\#(why)"}"#)
  }

  // MARK: What others made

  /// Asks the emulator itself for something, which nobody remembers.
  @discardableResult
  func make(
    _ service: String, _ body: String, path: String = "/", target: String? = nil, region: String = "eu-west-1",
    account: String
  ) throws -> LoopbackReply {
    let scope = "111122223333/20261122/\(region)/\(service)/aws4_request"
    let type = target != nil ? "x-amz-json-1.1" : body.hasPrefix("{") ? "json" : "x-www-form-urlencoded"
    let head =
      [
        "Content-Type: application/\(type)", "x-moto-account-id: \(account)",
        "Authorization: AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host, Signature=0",
      ] + (target.map { ["X-Amz-Target: \($0)"] } ?? [])
    var reply = LoopbackClient(port).send("POST", path, head, body: body)
    // A server that is slow to answer is asked again, and may have made it the first time.
    let isSlow = reply.status == 0
    for _ in 0..<5 where reply.status == 0 { reply = LoopbackClient(port).send("POST", path, head, body: body) }
    let isThere = isSlow && (reply.body.contains("xist") || reply.body.contains("onflict"))
    try #require((200..<300).contains(reply.status) || isThere, "\(service): \(reply.status) \(reply.body)")
    return reply
  }

  /// Makes something of IAM.
  func makeIAM(_ action: String, _ pairs: [(String, String)], account: String) throws {
    let text = ([("Action", action), ("Version", "2010-05-08")] + pairs).map {
      "\($0.0)=\(PercentEncoding.encoded($0.1))"
    }
    try make("iam", text.joined(separator: "&"), account: account)
  }
}
