package import JobsCore

extension Instant {
  /// The form of `X-Amz-Date`, ISO 8601 without separators: `20150830T123600Z`. For years up to 9999.
  package var awsDate: String {
    String(Instant(seconds: seconds).rfc3339.filter { $0 != "-" && $0 != ":" })
  }
}
