import Glibc
import JobsCore

/// What a server on this host answered.
package struct LoopbackReply: Sendable {
  /// 0 where the connection ended before there was an answer.
  package var status = 0
  /// By their names in small letters.
  package var fields: [String: String] = [:]
  package var body = ""
  /// The `errno` that ended the connection, 0 for none.
  package var error: Int32 = 0
  /// Whether the body is as long as the head says.
  package var isWhole = false

  private var tree: Tree? {
    let bytes = Array(body.utf8)
    var tree = Tree(source: bytes)
    return (try? JSONReader.parse(&tree, in: 0..<bytes.count)) == nil ? nil : tree
  }

  /// The value at the end of a chain of keys and places: `template.template.containers.0.image`; nil if there is none,
  /// or no JSON. Objects and lists are as they came.
  package func text(_ path: String) -> String? {
    guard let tree else { return nil }
    var at = Tree.root
    for part in path.split(separator: ".") {
      if tree.kind(at) == .sequence {
        guard let index = Int(part), let child = tree.children(at).dropFirst(index).first(where: { _ in true }) else {
          return nil
        }
        at = child
      } else {
        guard let value = tree.value(at, key: String(part)) else { return nil }
        at = value
      }
    }
    return tree.kind(at).isScalar ? tree.string(at) : String(decoding: tree.source[tree.range(at)], as: UTF8.self)
  }

  package func int(_ path: String) -> Int? { text(path).flatMap { Int($0) } }
}

/// A client of HTTP/1.1 for a server on this host, with a connection that is kept or one a request; it waits ten seconds
/// at most.
package final class LoopbackClient {
  private let port: UInt16
  private let keepsConnection: Bool
  private var descriptor: Int32 = -1

  package init(_ port: UInt16, keepsConnection: Bool = false) {
    self.port = port
    self.keepsConnection = keepsConnection
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Sends a request and waits for its answer.
  package func send(_ method: String, _ target: String, _ fields: [String] = [], body: String = "") -> LoopbackReply {
    let lines =
      ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1", "Content-Length: \(body.utf8.count)"]
      + (keepsConnection ? [] : ["Connection: close"]) + fields + ["", ""]
    return exchange(lines.joined(separator: "\r\n") + body, isHead: method == "HEAD")
  }

  /// Sends bytes as they are, and waits for an answer.
  package func exchange(_ text: String, isHead: Bool = false) -> LoopbackReply {
    guard descriptor >= 0 || connect() else { return LoopbackReply(error: errno) }
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return end(LoopbackReply(error: errno)) }
      done += count
    }
    let reply = receive(isHead: isHead)
    return keepsConnection && reply.isWhole && reply.fields["connection"] != "close" ? reply : end(reply)
  }

  private func end(_ reply: LoopbackReply) -> LoopbackReply {
    close(descriptor)
    descriptor = -1
    return reply
  }

  private func connect() -> Bool {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = withUnsafeBytes(of: &address) {
      Glibc.connect(descriptor, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
    }
    if code != 0 {
      close(descriptor)
      descriptor = -1
    }
    return code == 0
  }

  private func receive(isHead: Bool) -> LoopbackReply {
    var reply = LoopbackReply()
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    var start: Int?
    var length = 0
    while true {
      if let start, bytes.count >= start + length {
        reply.body = String(decoding: bytes[start..<start + length], as: UTF8.self)
        reply.isWhole = true
        return reply
      }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else {
        if count < 0 { reply.error = errno }
        if let start { reply.body = String(decoding: bytes[start...], as: UTF8.self) }
        return reply
      }
      bytes += buffer[..<count]
      while start == nil, let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
        reply = Self.head(String(decoding: bytes[..<end.lowerBound], as: UTF8.self))
        if reply.status == 100 {
          bytes.removeSubrange(..<end.upperBound)
          continue
        }
        start = end.upperBound
        length = isHead ? 0 : reply.fields["content-length"].flatMap { Int($0) } ?? 0
      }
    }
  }

  private static func head(_ text: String) -> LoopbackReply {
    var reply = LoopbackReply()
    let lines = text.split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    reply.status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      reply.fields[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    }
    return reply
  }
}
