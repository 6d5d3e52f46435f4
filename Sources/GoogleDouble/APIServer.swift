import JobsCore
import Synchronization

/// Answers the requests of all services, from the wire's bytes to the world and back.
final class APIServer: Sendable {
  let world: Mutex<World>
  let faults = Faults()
  let journal = Journal()
  let tokens: Tokens
  /// The settings at the start, to which a reset goes back.
  private let start: Settings
  private let catalogue: APICatalogue
  private let connectors: WorkflowConnectors

  init(_ catalogue: APICatalogue, _ settings: Settings) {
    self.catalogue = catalogue
    connectors = WorkflowConnectors(catalogue: catalogue)
    start = settings
    tokens = Tokens()
    world = Mutex(World(settings, tokens, catalogue))
  }

  /// Answers a request to one of the services.
  func answer(_ service: Service, _ request: WebRequest) -> WebReply {
    var entry = Journal.Entry(service.rawValue, request)
    guard let (method, values) = catalogue.routes[service]?.find(request.method, request.path) else {
      // Google has no envelope for a path that no API has.
      let page =
        "<!DOCTYPE html>\n<html><title>Error 404 (Not Found)</title><p>The requested URL was not found.</html>\n"
      return journal.add(&entry, WebReply(status: 404, text: page, type: "text/html; charset=UTF-8"))
    }
    entry.method = method.id
    let fault = faults.take(method.id, api: service.rawValue, target: request.target)
    entry.fault = fault?.kind.name
    if let fault, let reply = fault.replyInstead(of: service, request) { return journal.add(&entry, reply) }
    var reply: WebReply
    do throws(APIError) {
      reply = WebReply(json: try result(service, method, values, request, fault))
    } catch {
      reply = error.reply
    }
    fault?.spoil(&reply)
    return journal.add(&entry, reply)
  }

  private func result(
    _ service: Service, _ method: APIMethod, _ values: [String: String], _ request: WebRequest, _ fault: Fault?
  ) throws(APIError) -> JSONValue {
    let caller = try caller(service, request)
    let query = try QueryCheck.check(request.query, method)
    let body = try body(request, method, service)
    let region = GoogleHost(request.host)?.region
    let path = world.withLock { world in values.mapValues { Self.settled($0, service, region, world) } }
    var call = APICall(
      service: service, method: method, path: path, query: query, body: body, caller: caller,
      client: request.fields["user-agent"] ?? "", now: .now())
    call.losesOperation = fault?.kind == .loseOperation
    if case .failOperation = fault?.kind { call.operationError = fault?.error(of: service, request) }
    if let location = ResourceName.location(of: call.target), location != "-",
      !(catalogue.locations?.contains(location) ?? true)
    {
      throw .notFound(call.target)
    }
    let made = call
    var result = try world.withLock { world throws(APIError) in
      if let project = made.project { world.note(project: project) }
      try Admission.check(made, world)
      let answer = try Methods.answer(made, &world)
      WorkflowExecutions.runAll(&world, made.now) { method, arguments, account, world throws(APIError) in
        try connectors.call(method, arguments, account, &world, made.now)
      }
      return answer
    }
    if service == .secretmanager { result = result.withProjectNumbers }
    guard let fields = call.query("fields") ?? call.query("$fields"), !fields.isEmpty else { return result }
    return try FieldSelection(fields).apply(to: result)
  }

  /// The identity behind the token of a request.
  private func caller(_ service: Service, _ request: WebRequest) throws(APIError) -> String {
    let wantsTokens = world.withLock { $0.settings.wantsTokens }
    guard wantsTokens else { return Tokens.anybody }
    // Tokens are exchanged for tokens there.
    if service == .sts { return Tokens.anybody }
    guard let field = request.fields["authorization"], field.hasPrefix("Bearer ") else {
      throw .unauthenticated("CREDENTIALS_MISSING", service: service.host)
    }
    switch tokens.identity(of: String(field.dropFirst(7)), now: .now()) {
    case .valid(let email): return email
    case .expired: throw .unauthenticated("ACCESS_TOKEN_EXPIRED", service: service.host)
    case .unknown: throw .unauthenticated("ACCESS_TOKEN_TYPE_UNSUPPORTED", service: service.host)
    }
  }

  private func body(_ request: WebRequest, _ method: APIMethod, _ service: Service) throws(APIError) -> JSONValue {
    guard let schema = method.request else {
      guard request.body.isEmpty || request.body == Array("{}".utf8) else {
        throw .invalid("Request has a body, and method '\(method.id)' takes none.")
      }
      return [:]
    }
    if request.body.isEmpty { return [:] }
    let value: JSONValue
    if service == .sts, request.fields["content-type"]?.hasPrefix("application/x-www-form-urlencoded") ?? false {
      // The exchange of tokens is a form in RFC 8693, which the clients of it send.
      var form: JSONValue = [:]
      for (name, text) in request.form { form[name] = .string(text) }
      value = form
    } else {
      value = try Self.json(request.body)
    }
    var check = BodyCheck(method.document)
    let kept = check.check(value, .reference(schema))
    guard check.violations.isEmpty else { throw .invalid(check.violations) }
    return kept ?? [:]
  }

  /// A body that must be JSON.
  static func json(_ body: [UInt8]) throws(APIError) -> JSONValue {
    do throws(JSONReader.SyntaxError) {
      return try JSONValue(body)
    } catch {
      throw .invalid("Invalid JSON payload received. \(error.message), at byte \(error.offset).")
    }
  }

  /// Forgets all resources, operations, faults and requests; tokens stay good.
  func reset() {
    world.withLock { $0 = World(start, tokens, catalogue) }
    faults.removeAll()
    journal.removeAll()
  }

  /// The schema of the resource that a name stands for: what `get` answers.
  func schema(_ service: Service, _ name: String) -> (document: DiscoveryDocument, schema: Schema)? {
    for version in service.documents.compactMap({ $0.split(separator: ".").last.map(String.init) }) {
      let path = [version] + name.split(separator: "/").map(String.init)
      if let (method, _) = catalogue.routes[service]?.find("GET", path), let response = method.response {
        return (method.document, .reference(response))
      }
    }
    return nil
  }

  /// A name as resources are kept: with the project's id instead of its number, or of the `-` that an account's
  /// address makes plain; and as a whole name, where version 1 of Resource Manager has the id alone, and version 1 of
  /// Cloud Run has the region in its host.
  private static func settled(_ name: String, _ service: Service, _ region: String?, _ world: World) -> String {
    if service == .cloudresourcemanager, !name.contains("/") { return "projects/\(world.projectID(name))" }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if service == .run, parts.count > 1, parts[0] == "namespaces" {
      let place = ["projects", world.projectID(parts[1]), "locations", region ?? "-"]
      return (place + parts.dropFirst(2)).joined(separator: "/")
    }
    guard parts.count > 1, parts[0] == "projects" else { return name }
    var project = parts[1]
    if project == "-", parts.count > 3, parts[2] == "serviceAccounts" {
      let domain = parts[3].split(separator: "@").last ?? ""
      if domain.hasSuffix(".iam.gserviceaccount.com") { project = String(domain.prefix { $0 != "." }) }
    }
    return (["projects", world.projectID(project)] + parts.dropFirst(2)).joined(separator: "/")
  }
}
