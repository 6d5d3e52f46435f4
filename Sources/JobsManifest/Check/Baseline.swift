package import JobsCore

/// Findings that were there before and are accepted until a day: known by rule, file, path in the document and a hash of
/// the value, so that they survive edits elsewhere in the file.
package struct Baseline: Sendable {
  package struct Key: Hashable, Sendable {
    package var code: String
    package var file: String
    package var path: String
    package var valueHash: UInt64
  }

  /// Keys and the day on which each ends, as `2027-03-31`.
  package var entries: [Key: String] = [:]

  package init() {}

  package static func key(of diagnostic: Diagnostic) -> Key {
    Key(code: diagnostic.code, file: diagnostic.location.file, path: diagnostic.path, valueHash: diagnostic.valueHash)
  }

  /// Whether the finding is accepted on `today`, a day as `2026-11-21`.
  package func covers(_ diagnostic: Diagnostic, today: String) -> Bool {
    guard !entries.isEmpty, let expires = entries[Self.key(of: diagnostic)] else { return false }
    return today <= expires
  }
}
