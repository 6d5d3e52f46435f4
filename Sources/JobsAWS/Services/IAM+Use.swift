import JobsCloud
import JobsCore

/// How the credentials and permissions of an account are used. AWS puts both together first, on request, and changes nothing
/// of the account by that.
extension IAM {
  /// The credential report, as `aws iam get-credential-report` writes it. AWS makes one every four hours at most.
  func credentialReport() async throws(CloudFailure) -> [UInt8] {
    let words = "read the credential report"
    _ = try await wait(words) { () async throws(CloudFailure) in
      let reply = try await read(words, "GenerateCredentialReport", [])
      return reply.text("State") == "COMPLETE" ? reply : nil
    }
    let reply = try await read(words, "GetCredentialReport", [])
    guard let content = reply.text("Content") else { throw client.strange(words, "its reply has no report") }
    var json = JSONWriter()
    json.object { json in
      json.member("Content", content)
      json.member("ReportFormat", reply.text("ReportFormat") ?? "text/csv")
      json.optional("GeneratedTime", reply.text("GeneratedTime"))
    }
    return json.bytes
  }

  /// The access keys of a user, as `aws iam list-access-keys` writes them: their ids, and nothing secret.
  func accessKeys(of user: String) async throws(CloudFailure) -> [UInt8] {
    let words = "list the access keys of user '\(user)'"
    var keys: [XMLElement] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let reply = try await read(
        words, "ListAccessKeys", [("UserName", user)] + (token.map { [("Marker", $0)] } ?? []))
      keys += reply.members("AccessKeyMetadata")
      return reply.text("IsTruncated") == "true" ? reply.text("Marker") : nil
    }
    var json = JSONWriter()
    json.object { json in
      json.array("AccessKeyMetadata") { json in
        for key in keys {
          json.object { json in
            for name in ["UserName", "AccessKeyId", "Status", "CreateDate"] {
              guard let text = key.text(name) else { continue }
              json.key(name)
              json.value(text)
            }
          }
        }
      }
    }
    return json.bytes
  }

  /// When a user or a role last used each service that it may use, as `aws iam get-service-last-accessed-details` writes it, with
  /// the ARN that this leaves out.
  func lastAccessed(by arn: String) async throws(CloudFailure) -> [UInt8] {
    let words = "read which services '\(arn)' used"
    let started = try await read(words, "GenerateServiceLastAccessedDetails", [("Arn", arn)])
    guard let job = started.text("JobId") else { throw client.strange(words, "its reply names no job") }
    var services: [XMLElement] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let reply = try await wait(words) { () async throws(CloudFailure) in
        let reply = try await read(
          words, "GetServiceLastAccessedDetails",
          [("JobId", job), ("MaxItems", "1000")] + (token.map { [("Marker", $0)] } ?? []))
        switch reply.text("JobStatus") {
        case "COMPLETED": return reply
        case "FAILED":
          throw CloudFailure(words, CloudFault(.other, why: reply.text("Error", "Message") ?? "AWS does not say why"))
        default: return nil
        }
      }
      services += reply.members("ServicesLastAccessed")
      return reply.text("IsTruncated") == "true" ? reply.text("Marker") : nil
    }
    var json = JSONWriter()
    json.object { json in
      json.member("Arn", arn)
      json.member("JobStatus", "COMPLETED")
      json.array("ServicesLastAccessed") { json in
        for service in services {
          json.object { json in
            for name in ["ServiceName", "ServiceNamespace", "LastAuthenticated"] {
              guard let text = service.text(name) else { continue }
              json.key(name)
              json.value(text)
            }
          }
        }
      }
    }
    return json.bytes
  }

  /// How long AWS may take to put something together.
  private static var patience: Duration { .seconds(120) }

  /// Asks until there is an answer.
  private func wait(
    _ words: String, _ ask: () async throws(CloudFailure) -> XMLElement?
  ) async throws(CloudFailure) -> XMLElement {
    let clock = client.calls.clock
    let start = clock.uptime()
    var pause = Duration.milliseconds(200)
    while true {
      if let reply = try await ask() { return reply }
      guard clock.uptime() - start < Self.patience else {
        throw CloudFailure(words, CloudFault(.deadline, why: "AWS was not done within two minutes"))
      }
      do {
        try await clock.sleep(pause)
      } catch {
        throw CloudFailure(words, .cancelled)
      }
      pause = min(pause * 2, .seconds(5))
    }
  }
}
