import JobsCore

/// Names of resources in AWS.
enum AWSName {
  /// A name of parts with hyphens between them, cut to what a service takes; one that is cut ends with a hash of the whole,
  /// so that no two become the same.
  ///
  /// - Parameters:
  ///   - parts: of letters, digits and hyphens; empty ones are left out.
  ///   - limit: the most bytes.
  static func joined(_ parts: [String], limit: Int) -> String {
    let whole = parts.filter { !$0.isEmpty }.joined(separator: "-")
    guard whole.utf8.count > limit else { return whole }
    let hash = withUnsafeBytes(of: whole.utf8.fnv1a64.bigEndian) { String(hexadecimal: $0) }
    return "\(whole.prefix(limit - 13))-\(hash.prefix(12))"
  }

  /// `arn:aws:iam::111122223333:role/PATH/NAME`.
  static func isRole(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    return parts.count == 6 && parts[0] == "arn" && (parts[1] == "aws" || parts[1].hasPrefix("aws-"))
      && parts[2] == "iam" && parts[3].isEmpty && parts[4].utf8.count == 12
      && parts[4].utf8.allSatisfy { (48...57).contains($0) } && parts[5].hasPrefix("role/") && parts[5].count > 5
  }
}
