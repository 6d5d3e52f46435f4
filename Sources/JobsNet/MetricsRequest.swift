/// What a request for metrics comes to, as far as it has been read.
enum MetricsRequest: Equatable {
  case incomplete
  /// To be answered with the metrics; `HEAD` asks for the head alone.
  case metrics(isHead: Bool)
  /// To be refused with this status.
  case refused(Int)

  /// The most bytes of a request's head.
  static let limit = 8192

  /// Reads a request of HTTP/1.0 or 1.1 (RFC 9112): the request line, the fields and the empty line behind them. What
  /// follows is nobody's concern, since the connection is closed after the reply.
  init(_ bytes: [UInt8]) {
    guard let end = Self.endOfHead(bytes) else {
      self = bytes.count < Self.limit ? .incomplete : .refused(400)
      return
    }
    let lines = bytes[..<end].split(separator: 10, omittingEmptySubsequences: false)
      .map { $0.last == 13 ? $0.dropLast() : $0 }
    // A client may send empty lines before the request (RFC 9112 §2.2).
    let head = lines.drop { $0.isEmpty }
    guard let first = head.first else {
      self = .refused(400)
      return
    }
    let words = first.split(separator: 32, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3, let target = Self.path(words[1]),
      words[2] == "HTTP/1.0" || words[2] == "HTTP/1.1" && Self.namesOneHost(head.dropFirst()),
      head.dropFirst().allSatisfy({ $0.isEmpty || Self.isField($0) })
    else {
      self = .refused(400)
      return
    }
    if target != "/metrics" {
      self = .refused(404)
    } else if words[0] == "GET" || words[0] == "HEAD" {
      self = .metrics(isHead: words[0] == "HEAD")
    } else {
      self = .refused(405)
    }
  }

  /// The offset behind the first line break after which an empty line follows a line that is not.
  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    var lineStart = 0
    var sawLine = false
    for (at, byte) in bytes.enumerated() where byte == 10 {
      let isEmpty = at == lineStart || at == lineStart + 1 && bytes[lineStart] == 13
      if isEmpty && sawLine { return lineStart }
      sawLine = sawLine || !isEmpty
      lineStart = at + 1
    }
    return nil
  }

  /// The path of a target, `/metrics?x=1` or `http://host/metrics`; nil for a form that asks for nothing here.
  private static func path(_ target: String) -> String? {
    var rest = target[...]
    for scheme in ["http://", "https://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count).drop { $0 != "/" && $0 != "?" }
      if !rest.hasPrefix("/") { rest = "/" + rest }
    }
    guard rest.hasPrefix("/"), rest.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
    return String(rest.prefix { $0 != "?" })
  }

  private static func namesOneHost(_ fields: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    fields.count { String(decoding: $0.prefix(5), as: UTF8.self).lowercased() == "host:" } == 1
  }

  /// A name, which is a token, and a colon (RFC 9110 §5.1).
  private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    return line[..<colon].allSatisfy { byte in
      (48...57).contains(byte) || (97...122).contains(byte | 32) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
