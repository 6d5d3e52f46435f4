import JobsCloud

extension CloudFailure {
  /// What we refuse to send, since the service would refuse it, or take it and fail later.
  static func refused(_ words: String, _ field: String, _ why: String, hint: String) -> CloudFailure {
    CloudFailure(
      words,
      CloudFault(.invalid([CloudFault.Violation(field: field, why: why)]), why: "'\(field)' \(why)", hint: hint))
  }
}
