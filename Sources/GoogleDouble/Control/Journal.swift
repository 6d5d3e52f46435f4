import JobsCore
import Synchronization

/// What was asked and answered, so that tests can count it.
final class Journal: Sendable {
  struct Entry: Sendable {
    let api: String
    /// The id of the method; empty where none fits.
    var method = ""
    let verb: String
    let target: String
    let body: [UInt8]
    let client: String
    let start = Instant.now()
    var status = 0
    var fault: String?

    /// - Parameter isSecret: whether the body is a credential, which is not kept.
    init(_ api: String, _ request: WebRequest, isSecret: Bool = false) {
      self.api = api
      verb = request.method
      target = request.target
      body = isSecret ? [] : request.body
      client = request.fields["user-agent"] ?? ""
    }
  }

  /// Requests that are kept; older ones are forgotten, and still counted.
  private static let most = 100_000

  private struct State {
    var entries: [Entry] = []
    var counts: [String: Int] = [:]
    var total = 0
  }

  private let state = Mutex(State())

  /// Notes a request with its answer, and hands the answer on.
  func add(_ entry: inout Entry, _ reply: WebReply) -> WebReply {
    entry.status = reply.delivery == .reset ? 0 : reply.status
    let done = entry
    state.withLock { state in
      state.total += 1
      state.counts[done.method.isEmpty ? "unknown" : done.method, default: 0] += 1
      if state.entries.count >= Self.most { state.entries.removeFirst(Self.most / 10) }
      state.entries.append(done)
    }
    return reply
  }

  func removeAll() { state.withLock { $0 = State() } }

  /// - Parameters:
  ///   - match: of the ids of methods, or the name of an API.
  ///   - bodies: whether the entries themselves are wanted, and not only their number.
  func value(match: String, entries wanted: Bool) -> JSONValue {
    let (entries, counts, total) = state.withLock { ($0.entries, $0.counts, $0.total) }
    let found = entries.filter { match == $0.api || Glob.matches($0.method, match) }
    var value: JSONValue = ["count": JSONValue(found.count), "total": JSONValue(total)]
    var object = JSONObject()
    for (method, count) in counts.sorted(by: { $0.key < $1.key }) { object[method] = JSONValue(count) }
    value["counts"] = .object(object)
    if wanted { value["requests"] = .list(found.map(\.value)) }
    return value
  }
}

extension Journal.Entry {
  var value: JSONValue {
    var value: JSONValue = [
      "api": .string(api), "method": .string(method), "verb": .string(verb), "target": .string(target),
      "status": JSONValue(status), "time": .string(start.rfc3339),
    ]
    if !client.isEmpty { value["client"] = .string(client) }
    if let fault { value["fault"] = .string(fault) }
    if !body.isEmpty { value["body"] = (try? JSONValue(body)) ?? .string(String(decoding: body, as: UTF8.self)) }
    return value
  }
}
