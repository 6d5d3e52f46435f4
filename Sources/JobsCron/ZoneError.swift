/// Why there is no zone.
package struct ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, Hashable, CaseIterable {
    /// Not in the database: a mistake in a manifest.
    case unknown
    /// There is no zone database at all: a broken world, not an unknown zone.
    case databaseMissing
    /// The file is there and cannot be read.
    case unreadable
    /// The file is no TZif file, or breaks its rules.
    case malformed
    /// A POSIX rule such as `CET-1CEST,M3.5.0,M10.5.0/3` that cannot be read.
    case rule
  }

  package let code: Code
  /// What is wrong, with its subject in single quotes.
  package let message: String
  /// What to do about it.
  package let hint: String?
  /// For an unknown zone, names that are close to it, the closest first.
  package let near: [String]

  init(_ code: Code, _ message: String, hint: String? = nil, near: [String] = []) {
    self.code = code
    self.message = message
    self.hint = hint
    self.near = near
  }

  package var description: String { hint.map { "\(message); \($0)" } ?? message }
}
