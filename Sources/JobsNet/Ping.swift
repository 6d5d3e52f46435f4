package import JobsCloud
package import JobsCore
package import JobsStore

/// One message of a check-in: a job started, or ended in some way. Monitors that speak the ping interface of
/// Healthchecks take it (healthchecks.io/docs/http_api, read 2026-11).
package struct Ping: Hashable, Sendable {
  package enum Event: Hashable, Sendable {
    case start
    case success
    case failure
    /// The exit status; 0 is a success.
    case exit(UInt8)
  }

  /// The id of the job. Pings of one job are sent in the order in which they were posted.
  package var job: String
  /// Of the check, without the event.
  package var address: WebAddress
  package var event: Event
  /// The run, by which a monitor finds the start that belongs to an end.
  package var run: ULID?
  /// What the monitor keeps beside the event, such as the end of the output; UTF-8.
  package let body: [UInt8]

  /// - Parameter body: its last `bodyLimit` bytes are sent.
  package init(job: String, address: WebAddress, event: Event, run: ULID? = nil, body: [UInt8] = []) {
    self.job = job
    self.address = address
    self.event = event
    self.run = run
    // From the first whole character on; what is no UTF-8 is replaced.
    let tail = body.suffix(Self.bodyLimit).drop { body.count > Self.bodyLimit && $0 & 0xC0 == 0x80 }
    self.body = Array(String(decoding: tail, as: UTF8.self).utf8.suffix(Self.bodyLimit))
  }

  /// Bytes that a server takes unless it was set up otherwise (`PING_BODY_LIMIT` of Healthchecks, 10,000; the hosted
  /// service keeps 100,000).
  package static let bodyLimit = 10_000

  /// The address of a job's check.
  ///
  /// - Parameters:
  ///   - url: as the manifest has it; `{secret}` in it stands for the secret.
  ///   - secret: its value. Where the url has no place for it, it becomes the last part of the path, as the UUID of a
  ///     check at Healthchecks is; nil for a url that is secret in itself.
  /// - Throws: a usage failure that repeats neither.
  package static func address(url: String, secret: String?) throws(Failure) -> WebAddress {
    guard let place = url.firstRange(of: "{secret}") else {
      let address = try WebAddress(url)
      return secret.map { address.appending($0) } ?? address
    }
    guard let secret, !secret.isEmpty else {
      throw .usage(
        "the address of the check-in has a place for a secret, and there is none",
        hint: "add 'secret' to 'checkin', or write the whole address")
    }
    var text = url
    text.replaceSubrange(place, with: PercentEncoding.encoded(secret))
    return try WebAddress(text)
  }

  /// The request that tells it. It may arrive twice: the run's id says that it is the same.
  package var request: HTTPRequest {
    var target =
      switch event {
      case .start: address.appending("start")
      case .success: address
      case .failure: address.appending("fail")
      case .exit(let code): address.appending(String(code))
      }
    if let run { target = target.adding("rid", run.uuid) }
    var request = HTTPRequest(.post, target)
    request.fields = [HTTPField("Content-Type", "text/plain; charset=utf-8")]
    request.body = body
    request.isIdempotent = true
    request.timeouts.connect = .seconds(10)
    request.timeouts.stall = .seconds(15)
    request.timeouts.whole = .seconds(30)
    // The status is all that counts.
    request.bodyLimit = 4096
    request.excess = .isCut
    return request
  }
}

extension ULID {
  /// The same 128 bits as a UUID is written (RFC 9562 §4).
  package var uuid: String {
    let digits = String(value, radix: 16)
    let all = Array((String(repeating: "0", count: 32 - digits.utf8.count) + digits).utf8)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: all[$0], as: UTF8.self) }
      .joined(separator: "-")
  }
}
