package import JobsCore

/// A response as a value. Shown as its status and length, since a body may be a token.
package struct HTTPResponse: Sendable, CustomStringConvertible, CustomReflectable {
  package var status: Int
  package var fields: [HTTPField]
  package var body: [UInt8]
  /// Whether the body went on beyond its limit.
  package var isCut: Bool

  package init(status: Int, fields: [HTTPField] = [], body: [UInt8] = [], isCut: Bool = false) {
    self.status = status
    self.fields = fields
    self.body = body
    self.isCut = isCut
  }

  package var description: String { "\(status) with \(body.count) bytes" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Whether the status is one of 200 to 299.
  package var isSuccess: Bool { (200...299).contains(status) }

  /// The value of the first field of that name, in whatever letters.
  package func value(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// How long the server asks to wait (RFC 9110 §10.2.3): seconds or a date; nil if it says nothing that can be read.
  ///
  /// - Parameter now: the real-time clock, from which a date is counted.
  package func retryAfter(now: Instant) -> Duration? {
    guard let text = value("Retry-After") else { return nil }
    if let seconds = Int64(text), seconds >= 0 { return .seconds(min(seconds, Int64(Int32.max))) }
    return Instant(httpDate: text).map { .seconds(max($0.seconds - now.seconds, 0)) }
  }
}
