import JobsCore

/// The texts that stand for values that are no texts (ProtoJSON, protobuf.dev/programming-guides/json, 2026-11-21).
enum WireFormat {
  /// What a text should have been; nil if it is that.
  static func fault(_ text: String, _ format: Schema.Format) -> String? {
    switch format {
    case .int64: Int64(text) == nil ? "TYPE_INT64" : nil
    case .uint64: UInt64(text) == nil ? "TYPE_UINT64" : nil
    case .byte: isBase64(text) ? nil : "TYPE_BYTES"
    case .duration: milliseconds(ofDuration: text) == nil ? "type.googleapis.com/google.protobuf.Duration" : nil
    case .datetime: Instant(rfc3339: text) == nil ? "type.googleapis.com/google.protobuf.Timestamp" : nil
    case .fieldmask: isFieldMask(text) ? nil : "type.googleapis.com/google.protobuf.FieldMask"
    }
  }

  /// `600s`, `1.5s`, `-3s`; at most 315,576,000,000 seconds and nine digits behind the point.
  static func milliseconds(ofDuration text: String) -> Int? {
    guard text.hasSuffix("s") else { return nil }
    var number = text.dropLast()
    let isNegative = number.hasPrefix("-")
    if isNegative { number.removeFirst() }
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = digits(parts[0]), whole <= 315_576_000_000 else { return nil }
    var fraction = 0
    if parts.count > 1 {
      guard parts[1].utf8.count <= 9, digits(parts[1]) != nil else { return nil }
      fraction = digits(Substring((parts[1] + "000").prefix(3))) ?? 0
    }
    return (whole * 1000 + fraction) * (isNegative ? -1 : 1)
  }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  private static func isFieldMask(_ text: String) -> Bool {
    text.split(separator: ",").allSatisfy { path in
      path == "*"
        || path.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
          !part.isEmpty && part.utf8.allSatisfy { $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32) }
        }
    }
  }

  /// With either alphabet, padded or not, as ProtoJSON takes them.
  private static func isBase64(_ text: String) -> Bool { Base64.decode(text) != nil }
}
