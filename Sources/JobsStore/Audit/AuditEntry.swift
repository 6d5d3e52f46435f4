import Crypto
import JobsCore

/// One line of the audit log: an act, who did it where and when, what came of it, and its link to the line before.
package struct AuditEntry: Hashable, Sendable {
  package enum Outcome: String, Sendable {
    case done, failed
    /// The tool began and never said how it ended: it was killed, or the host went down.
    case unknown
  }

  package var id: ULID
  /// 1 for the first line, and one more on every other.
  package var sequence: Int
  /// When the act began: milliseconds since the epoch. A clock can be set back, so the order is that of the lines.
  package var time: Int64
  package var actor: AuditActor
  package var host: String
  /// The tool, such as `jobs-run`.
  package var tool: String
  package var act: AuditAct
  package var outcome: Outcome
  /// Why it failed.
  package var error: String?
  /// The hash of the line before.
  package var previous: String

  package init(
    id: ULID, sequence: Int, time: Int64, actor: AuditActor, host: String, tool: String, act: AuditAct,
    outcome: Outcome, error: String? = nil, previous: String
  ) {
    self.id = id
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.host = host
    self.tool = tool
    self.act = act
    self.outcome = outcome
    self.error = error
    self.previous = previous
  }

  /// What the first line has as the hash of the line before.
  package static let genesis = "sha256:" + String(repeating: "0", count: 64)

  /// The line without its line break, and its hash.
  ///
  /// The hash is SHA-256 over the bytes of the line without the key `hash`, which is always the last: over all that
  /// stands before `,"hash":"`, and a closing brace. It covers `previous`, and so every line before. To check a line:
  ///
  ///     sed -n 7p audit.log | sed 's/,"hash":"sha256:[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum
  ///     sed -n 7p audit.log | jq -r .hash            # the same
  ///     sed -n 8p audit.log | jq -r .previous        # the same again
  package func line() -> (bytes: [UInt8], hash: String) {
    var json = JSONWriter(reserving: 512)
    write(to: &json)
    let hash = Self.hash(ofCanonical: json.bytes)
    return (json.bytes.dropLast() + Self.hashKey + Array(hash.utf8) + Array("\"}".utf8), hash)
  }

  static func hash(ofCanonical bytes: some Collection<UInt8>) -> String {
    SHA256.hash(data: Array(bytes)).withUnsafeBytes { String(hexadecimal: $0, prefix: "sha256:") }
  }

  /// The hash that a line ought to have, and the one it states; nil where its end does not state one.
  static func hashes(ofLine line: [UInt8]) -> (due: String, stated: String)? {
    let tail = hashKey.count + genesis.utf8.count + 2
    guard line.count > tail else { return nil }
    let body = line[..<(line.count - tail)]
    let rest = line[(line.count - tail)...]
    guard rest.starts(with: hashKey), rest.suffix(2).elementsEqual("\"}".utf8) else { return nil }
    let stated = String(decoding: rest.dropFirst(hashKey.count).dropLast(2), as: UTF8.self)
    return (hash(ofCanonical: body + [UInt8(ascii: "}")]), stated)
  }

  /// Whether a text has the form of a line's hash.
  package static func isHash(_ text: some StringProtocol) -> Bool {
    text.utf8.count == genesis.utf8.count && text.hasPrefix("sha256:")
      && text.utf8.dropFirst(7).allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  private static let hashKey = Array(#","hash":""#.utf8)
}
