package import JobsCore

/// Which roles of Google hold which of the permissions that an audit asks for.
///
///     google-roles 1 2026-11-21 iam-dataset at 2073fa5
///     run.jobs.run run.invoker run.developer
///
/// Behind the head stands a line for each permission with the roles that hold it, without `roles/`; `~` behind a permission
/// says that others may hold it too.
package struct RolePack: Sendable {
  static let name = AuditData.Kind.roles.rawValue

  /// The day as of which it holds.
  package let date: String
  package let source: String
  let table: String
  let isShipped: Bool
  package let roleCount: Int
  package let permissionCount: Int

  package static let shipped = RolePack(
    date: RoleCatalog.shippedDate, source: "iam-dataset at 2073fa5, and IAM's pages of roles", RoleCatalog.shippedTable,
    isShipped: true)

  private init(date: String, source: String, _ table: String, isShipped: Bool = false) {
    self.date = date
    self.source = source
    self.table = table
    self.isShipped = isShipped
    let lines = table.split(separator: "\n")
    permissionCount = lines.count
    roleCount = Set(lines.flatMap { $0.split(separator: " ").dropFirst() }).count
  }

  /// The roles as somebody's files describe them, in place of what a pack says of the same ones; what it says of others stays.
  ///
  /// - Parameter day: of the files.
  package init(_ roles: [GoogleRole], over old: RolePack, day: String) {
    let described = Set(roles.map(\.name))
    var lines: [String] = []
    for line in old.table.split(separator: "\n") {
      let words = line.split(separator: " ")
      let permission = words[0].hasSuffix("~") ? words[0].dropLast() : words[0]
      let kept = words.dropFirst().map(String.init).filter { !described.contains("roles/\($0)") }
      let added = roles.filter { $0.permissions.contains(String(permission)) }.map { $0.name.dropFirst("roles/".count) }
      let holders = Set(kept + added.map(String.init)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      lines.append(([String(words[0])] + holders).joined(separator: " "))
    }
    self.init(
      date: day, source: "\(roles.count) roles as they were described, over those of \(old.date)",
      lines.joined(separator: "\n"))
  }

  /// Reads a pack that was written before.
  ///
  /// - Throws: a usage failure with the line.
  package init(checking bytes: [UInt8], name: String) throws(Failure) {
    func fail(_ line: Int, _ message: String) -> Failure { .usage("\(name):\(line): \(message)") }
    guard bytes.count <= 16 << 20, bytes.allSatisfy({ $0 < 0x80 && ($0 >= 0x20 || $0 == 10) }) else {
      throw .usage("\(name) is no data of roles: it is too large, or has other bytes than ASCII")
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines[0].split(separator: " ", maxSplits: 3)
    guard head.count == 4, head[0] == Self.name, head[1] == "1", Instant(rfc3339: "\(head[2])T00:00:00Z") != nil else {
      throw fail(1, "this is no '\(Self.name)' with a day and a source")
    }
    guard lines.count > 2, lines.last == "" else { throw fail(lines.count, "it was cut off") }
    for (number, line) in lines.enumerated().dropFirst().dropLast() {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words[0].split(separator: ".").count >= 3, words.allSatisfy({ ActionPack.isWord($0, "._/~-") }) else {
        throw fail(number + 1, "this is no permission with roles")
      }
    }
    self.init(
      date: String(head[2]), source: String(head[3]), lines.dropFirst().dropLast().joined(separator: "\n"))
  }

  /// The whole of it, as it is kept.
  package var text: String { "\(Self.name) 1 \(date) \(source)\n\(table)\n" }
}
