import JobsCore
import Synchronization

/// The port by which a test or a user tells the double what to do, and asks what it did.
///
///     POST /_fault      what goes wrong next: {"code": 429, "match": "run.*", "times": 3, "retryInfo": "0.1s"}
///     GET /_fault       what is still to go wrong; DELETE forgets it
///     GET /_requests    what was asked and answered: ?match=run.projects.locations.jobs.create, ?entries=false;
///                       DELETE begins anew
///     GET /_state       the names of all resources: ?api=run; one of them: ?api=run&name=projects/…
///     PUT /_state       ?api=run&name=projects/… puts a resource there, as somebody else might; PATCH changes fields
///                       of it, and DELETE takes it away
///     GET /_settings    how it behaves; PUT changes what is named: {"operationPolls": 2, "pageLimit": 10}
///     POST /_outcome    what executions come to: {"job": "*", "result": "failed", "exitCode": 3, "times": 1}; with "cause" timeout
///                       or memory, and what it writes under "lines", "errors" and "late"
///     POST /_token      a token without credentials: {"identity": "ci@acme.iam.gserviceaccount.com", "seconds": 60}
///     POST /_expire     every token is one that has expired
///     POST /_reset      forgets resources, operations, faults and requests
struct ControlEndpoint: Sendable {
  let server: APIServer

  func answer(_ request: WebRequest) -> WebReply {
    do throws(APIError) {
      return WebReply(json: try result(request))
    } catch {
      return error.reply
    }
  }

  private func result(_ request: WebRequest) throws(APIError) -> JSONValue {
    let query = Dictionary(request.query.map { ($0.name, $0.value) }) { $1 }
    let body = request.body.isEmpty ? [:] : try APIServer.json(request.body)
    switch (request.method, request.path.joined(separator: "/")) {
    case ("POST", "_fault"):
      let fault = try Fault(body)
      server.faults.add(fault, seed: body["seed"]?.int.map { UInt64(bitPattern: Int64($0)) })
      return fault.value
    case ("GET", "_fault"): return ["faults": .list(server.faults.pending.map(\.value))]
    case ("DELETE", "_fault"):
      server.faults.removeAll()
      return [:]
    case ("GET", "_requests"):
      return server.journal.value(match: query["match"] ?? "*", entries: query["entries"] != "false")
    case ("DELETE", "_requests"):
      server.journal.removeAll()
      return [:]
    case (_, "_state"): return try StateEndpoint(server: server).result(request.method, query, body)
    case ("GET", "_settings"): return server.world.withLock { $0.settings.value }
    case ("PUT", "_settings"):
      return try server.world.withLock { world throws(APIError) in
        try world.settings.apply(body)
        return world.settings.value
      }
    case ("POST", "_outcome"):
      let outcome = try ExecutionOutcome(body)
      server.world.withLock { $0.outcomes.append(outcome) }
      return [:]
    case ("POST", "_token"):
      let token = server.tokens.issue(
        for: body["identity"]?.string ?? Tokens.anybody, seconds: body["seconds"]?.int ?? 3600, now: .now())
      return ["token": .string(token)]
    case ("POST", "_expire"):
      server.tokens.expireAll(now: .now())
      return [:]
    case ("POST", "_reset"):
      server.reset()
      return [:]
    default: throw .notFound("\(request.method) /\(request.path.joined(separator: "/"))")
    }
  }
}
