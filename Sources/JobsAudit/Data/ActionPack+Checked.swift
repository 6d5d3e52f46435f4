package import JobsCore

extension ActionPack {
  /// No pack comes near to it.
  package static let sizeLimit = 16 << 20

  /// Reads a pack that somebody gives, and looks at every line of it: a search trusts that all are in order.
  ///
  /// - Parameter name: what a message calls it.
  /// - Throws: a usage failure with the line.
  package init(checking bytes: [UInt8], name: String) throws(Failure) {
    func fail(_ line: Int, _ message: String) -> Failure {
      .usage(
        "\(name):\(line): \(message)", hint: "'jobs-audit data replace --help' says what such data are made from")
    }
    guard bytes.count <= Self.sizeLimit else { throw .usage("\(name) is larger than \(Self.sizeLimit >> 20) MiB") }
    // Bytes that are none of text would be counted otherwise in it.
    guard bytes.allSatisfy({ $0 < 0x80 && ($0 >= 0x20 || $0 == 10) }) else {
      throw .usage("\(name) is no data of actions: it has other bytes than ASCII")
    }
    guard let pack = ActionPack(trusting: String(decoding: bytes, as: UTF8.self)) else {
      throw fail(1, "this is no whole '\(Self.name)': its first or last line is not as it has to be")
    }
    guard Instant(rfc3339: "\(pack.date)T00:00:00Z") != nil else {
      throw fail(1, "'\(pack.date)' is no day")
    }
    let found = bytes.withUnsafeBufferPointer { bytes in Self.walk(bytes) }
    switch found {
    case .fault(let line, let message): throw fail(line, message)
    case .counts(let services, let actions):
      guard services == pack.serviceCount, actions == pack.actionCount else {
        throw .usage(
          "\(name) has \(services) services and \(actions) actions, and says that it has \(pack.serviceCount) and \(pack.actionCount)",
          hint: "it was cut off or edited; take it anew")
      }
    }
    self = pack
  }

  private enum Walk {
    case counts(services: Int, actions: Int)
    case fault(line: Int, String)
  }

  private static func walk(_ bytes: UnsafeBufferPointer<UInt8>) -> Walk {
    var lines = Lines(bytes, from: 0)
    _ = lines.next()
    var last = ""
    var (services, actions) = (0, 0)
    while let head = lines.peek, lines.first(head) != UInt8(ascii: ".") {
      func number(at offset: Int) -> Int { 1 + bytes[..<offset].count { $0 == 10 } }
      guard let service = service(&lines) else {
        return .fault(line: number(at: lines.peek?.lowerBound ?? bytes.count - 1), "this is no line of a service")
      }
      guard service.prefix.allSatisfy({ !$0.isUppercase }), last.utf8.lexicographicallyPrecedes(service.prefix.utf8)
      else {
        return .fault(line: number(at: head.lowerBound), "'\(service.prefix)' is not in the order of bytes")
      }
      for (a, b) in zip(service.actions, service.actions.dropFirst()) where a.key == b.key {
        return .fault(line: number(at: head.lowerBound), "'\(service.prefix)' has the action '\(a.name)' twice")
      }
      last = service.prefix
      services += 1
      actions += service.actions.count
    }
    _ = lines.next()
    if let more = lines.peek { return .fault(line: 1 + bytes[..<more.lowerBound].count { $0 == 10 }, "more follows") }
    return .counts(services: services, actions: actions)
  }
}
