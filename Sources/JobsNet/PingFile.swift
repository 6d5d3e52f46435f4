import JobsCloud
import JobsCore
import JobsStore

/// A ping as it waits in the spool: one JSON object. It holds the whole address, so that it is its owner's alone.
struct PingFile {
  var ping: Ping
  /// When it was posted, in milliseconds since the epoch.
  var posted: Int64

  /// Bytes; the longest address and the longest body, each character escaped, and some room.
  static let limit = 128 << 10

  init(_ ping: Ping, posted: Int64) {
    self.ping = ping
    self.posted = posted
  }

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("v", 1)
    json.member("job", ping.job)
    json.member("url", ping.address.text)
    json.member("event", ping.event.word)
    if let run = ping.run {
      json.member("run", run.description)
    }
    json.member("posted", posted)
    json.member("body", String(decoding: ping.body, as: UTF8.self))
    json.endObject()
    json.newline()
    return json.bytes
  }

  /// nil for anything that `bytes` would not have written, of this version or another.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.limit else { return nil }
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, !tree.isEmpty, tree.kind(Tree.root) == .mapping
    else { return nil }
    let known = ["v", "job", "url", "event", "run", "posted", "body"]
    guard tree.entries(Tree.root).allSatisfy({ known.contains(tree.string($0.key)) }) else { return nil }
    let text = { (key: StaticString) -> String? in
      tree.value(Tree.root, key).flatMap { tree.kind($0) == .string ? tree.string($0) : nil }
    }
    guard tree.value(Tree.root, "v").flatMap(tree.int) == 1, let job = text("job"),
      let address = text("url").flatMap({ try? WebAddress($0) }),
      let event = text("event").flatMap(Ping.Event.init(word:)),
      let posted = tree.value(Tree.root, "posted").flatMap(tree.int), let body = text("body")
    else { return nil }
    let run = text("run").flatMap { ULID($0) }
    guard (run == nil) == (text("run") == nil) else { return nil }
    ping = Ping(job: job, address: address, event: event, run: run, body: Array(body.utf8))
    self.posted = Int64(posted)
  }
}

extension Ping.Event {
  /// `start`, `success`, `failure`, or the exit status.
  var word: String {
    switch self {
    case .start: "start"
    case .success: "success"
    case .failure: "failure"
    case .exit(let code): String(code)
    }
  }

  init?(word: String) {
    switch word {
    case "start": self = .start
    case "success": self = .success
    case "failure": self = .failure
    default:
      guard let code = UInt8(word), String(code) == word else { return nil }
      self = .exit(code)
    }
  }
}
