import JobsCore
import Synchronization

/// The metadata server of a machine in Google's cloud: who it is, and tokens for that.
struct MetadataEndpoint: Sendable {
  let project: String
  let email: String

  private static let prefix = ["computeMetadata", "v1"]

  func answer(_ request: WebRequest, _ server: APIServer) -> WebReply {
    var entry = Journal.Entry("metadata", request)
    entry.method = request.path.last == "token" ? "metadata.token" : "metadata.get"
    let fault = server.faults.take(entry.method, api: "metadata", target: request.target)
    entry.fault = fault?.kind.name
    if let fault, let reply = fault.replyInstead(of: nil) { return server.journal.add(&entry, reply) }
    var reply = reply(request, server)
    // By this field a client knows that it is no proxy or captive page that answers.
    reply.fields += [("Metadata-Flavor", "Google"), ("Server", "Metadata Server for VM")]
    fault?.spoil(&reply)
    return server.journal.add(&entry, reply)
  }

  private func reply(_ request: WebRequest, _ server: APIServer) -> WebReply {
    let path = request.path
    if path.isEmpty { return WebReply(status: 200, text: "computeMetadata/\n", type: "application/text") }
    guard request.fields["metadata-flavor"] == "Google" else {
      return WebReply(status: 403, text: "the field 'Metadata-Flavor: Google' is missing\n")
    }
    guard request.method == "GET", path.prefix(2).elementsEqual(Self.prefix) else {
      return WebReply(status: 404, text: "there is no such value\n")
    }
    let query = Dictionary(request.query.map { ($0.name, $0.value) }) { $1 }
    switch path.dropFirst(2).joined(separator: "/") {
    case "project/project-id": return text(project)
    case "project/numeric-project-id": return text(World.number(ofProject: project))
    case "instance/zone": return text("projects/\(World.number(ofProject: project))/zones/europe-west1-b")
    case "instance/region": return text("projects/\(World.number(ofProject: project))/regions/europe-west1")
    case "universe/universe-domain", "universe/universe_domain": return text("googleapis.com")
    case "instance/service-accounts": return text("\(email)/\ndefault/\n")
    default: return account(Array(path.dropFirst(2)), query, server)
    }
  }

  private func account(_ path: [String], _ query: [String: String], _ server: APIServer) -> WebReply {
    guard path.count >= 3, path[0] == "instance", path[1] == "service-accounts",
      path[2] == "default" || path[2] == email
    else { return WebReply(status: 404, text: "there is no such value\n") }
    switch path.dropFirst(3).joined(separator: "/") {
    case "" where query["recursive"] == "true":
      return WebReply(
        json: [
          "aliases": ["default"], "email": .string(email),
          "scopes": ["https://www.googleapis.com/auth/cloud-platform"],
        ])
    case "": return text("aliases\nemail\nscopes\ntoken\n")
    case "email": return text(email)
    case "aliases": return text("default\n")
    case "scopes": return text("https://www.googleapis.com/auth/cloud-platform\n")
    case "token":
      let seconds = server.world.withLock { $0.settings.tokenSeconds }
      return WebReply(
        json: [
          "access_token": .string(server.tokens.issue(for: email, seconds: seconds, now: .now())),
          "expires_in": JSONValue(seconds), "token_type": "Bearer",
        ])
    default: return WebReply(status: 404, text: "there is no such value\n")
    }
  }

  private func text(_ text: String) -> WebReply { WebReply(status: 200, text: text, type: "application/text") }
}
