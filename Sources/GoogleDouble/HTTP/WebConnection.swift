import Glibc
import JobsCore

/// One client's connection, which is read and written by the thread that owns it.
struct WebConnection {
  /// Why no further request comes.
  enum End: Error {
    /// The client went, or closed in the middle of a request.
    case gone
    /// What came is no request that is answered; the status says why.
    case refused(Int)
  }

  /// Bytes of a request's line and fields.
  private static let headLimit = 64 << 10
  /// Bytes of a request's body; Google takes 10 MiB at most of what is spoken here (Pub/Sub's publish).
  private static let bodyLimit = 32 << 20

  let descriptor: Int32
  private var buffer: [UInt8] = []
  private var at = 0

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    var one: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  // MARK: Reading

  /// Waits for the next request.
  mutating func next() throws(End) -> WebRequest {
    buffer.removeFirst(at)
    at = 0
    let lines = try head()
    let words = lines[0].split(separator: " ")
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { throw .refused(400) }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { throw .refused(400) }
      fields[line[..<colon].lowercased()] = Self.trimmed(line[line.index(after: colon)...])
    }
    let body = try body(fields)
    return WebRequest(method: String(words[0]), target: String(words[1]), fields: fields, body: body)
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return String(rest)
  }

  /// The lines of a head, without the empty one that ends it.
  private mutating func head() throws(End) -> [Substring] {
    var lines: [Substring] = []
    while true {
      let line = try line()
      guard at <= Self.headLimit else { throw .refused(431) }
      if line.isEmpty {
        // An empty line before a request is to be ignored (RFC 9112 §2.2).
        if lines.isEmpty { continue }
        return lines
      }
      lines.append(line)
    }
  }

  /// A line without its end.
  private mutating func line() throws(End) -> Substring {
    var search = at
    while true {
      if let feed = buffer[search...].firstIndex(of: 10) {
        let end = feed > at && buffer[feed - 1] == 13 ? feed - 1 : feed
        defer { at = feed + 1 }
        return Substring(String(decoding: buffer[at..<end], as: UTF8.self))
      }
      guard buffer.count - at <= Self.headLimit else { throw .refused(431) }
      search = buffer.count
      try fill()
    }
  }

  private mutating func body(_ fields: [String: String]) throws(End) -> [UInt8] {
    let isChunked = fields["transfer-encoding"]?.lowercased() == "chunked"
    guard isChunked || fields["transfer-encoding"] == nil else { throw .refused(501) }
    let length = fields["content-length"].map { Int($0) ?? -1 } ?? 0
    guard length >= 0 else { throw .refused(400) }
    guard length <= Self.bodyLimit else { throw .refused(413) }
    if isChunked || length > 0, fields["expect"]?.lowercased() == "100-continue" {
      guard send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) else { throw .gone }
    }
    return isChunked ? try chunks() : try take(length)
  }

  private mutating func chunks() throws(End) -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let size = try line().prefix { $0 != ";" && $0 != " " }
      guard let count = Int(size, radix: 16), count >= 0 else { throw .refused(400) }
      guard body.count + count <= Self.bodyLimit else { throw .refused(413) }
      if count == 0 { break }
      body += try take(count)
      guard try line().isEmpty else { throw .refused(400) }
    }
    // Fields behind the body mean nothing to us.
    while try !line().isEmpty {}
    return body
  }

  private mutating func take(_ count: Int) throws(End) -> [UInt8] {
    while buffer.count - at < count { try fill() }
    defer { at += count }
    return Array(buffer[at..<at + count])
  }

  private mutating func fill() throws(End) {
    var got = 0
    buffer.append(addingCapacity: 65536) { span in
      span.withUnsafeMutableBufferPointer { room, count in
        repeat { got = recv(descriptor, room.baseAddress! + count, 65536, 0) } while got < 0 && errno == EINTR
        count += max(got, 0)
      }
    }
    guard got > 0 else { throw .gone }
  }

  // MARK: Writing

  /// Puts an answer on the wire; false if the connection cannot be used any more.
  func send(_ reply: WebReply, to request: WebRequest?) -> Bool {
    if reply.delivery == .reset {
      reset()
      return false
    }
    let stays = reply.delivery != .cut && request != nil && request?.fields["connection"]?.lowercased() != "close"
    var head = "HTTP/1.1 \(reply.status) \(WebReply.reason(reply.status))\r\n"
    for field in reply.fields { head += "\(field.name): \(field.value)\r\n" }
    if reply.status != 204 { head += "Content-Length: \(reply.body.count)\r\n" }
    head += stays ? "\r\n" : "Connection: close\r\n\r\n"
    let isBodiless = request?.method == "HEAD" || reply.status == 204
    let body = isBodiless ? [] : reply.body
    switch reply.delivery {
    case .cut:
      _ = send(Array(head.utf8) + body.prefix(body.count / 2))
      return false
    case .slow(let milliseconds):
      return send(Array(head.utf8)) && dribble(body, over: milliseconds) && stays
    case .whole, .reset: return send(Array(head.utf8) + body) && stays
    }
  }

  private func dribble(_ body: [UInt8], over milliseconds: Int) -> Bool {
    let pieces = max(1, min(10, body.count))
    var done = 0
    for piece in 1...pieces {
      usleep(UInt32(milliseconds * 1000 / pieces))
      let end = body.count * piece / pieces
      guard send(Array(body[done..<end])) else { return false }
      done = end
    }
    return true
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Closes without the usual farewell: a client sees 'connection reset by peer' (SO_LINGER of 0, socket(7)).
  private func reset() {
    var none = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &none, socklen_t(MemoryLayout<linger>.size))
  }
}
