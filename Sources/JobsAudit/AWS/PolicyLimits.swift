/// What is refused instead of read for ever. AWS's own limits are far below: 10,240 characters for the longest policy of an
/// identity, 20,480 for a bucket's (IAM and STS quotas, read 2026-11-21).
package enum PolicyLimits {
  /// Bytes of one policy document.
  package static let documentLength = 1 << 20
  /// Of a policy.
  package static let statements = 10_000
  /// Of a list in a statement.
  package static let items = 100_000
  /// Bytes of an action, resource or value.
  package static let textLength = 8192
}
