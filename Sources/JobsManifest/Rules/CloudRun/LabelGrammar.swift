import JobsCore

/// Labels of Google Cloud: keys and values of small letters, digits, `_` and `-`, of any script.
enum LabelGrammar {
  enum Fault: Equatable {
    case empty
    case length(Int)
    case start
    case character(Unicode.Scalar)
  }

  static let limit = 63

  static func key(_ text: UnsafeBufferPointer<UInt8>) -> Fault? {
    if text.isEmpty { return .empty }
    return fault(text, isKey: true)
  }

  static func value(_ text: UnsafeBufferPointer<UInt8>) -> Fault? { fault(text, isKey: false) }

  /// Whether a key belongs to the service or its tools, such as `cloud.googleapis.com/location`; they follow other rules.
  static func isSystem(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return false }
    let domain = UnsafeBufferPointer(rebasing: text[..<slash])
    return ends(domain, "googleapis.com") || ends(domain, "knative.dev")
  }

  private static func ends(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard text.count >= count, UnsafeBufferPointer(rebasing: text[(text.count - count)...]).equals(word) else {
      return false
    }
    return text.count == count || text[text.count - count - 1] == UInt8(ascii: ".")
  }

  private static func fault(_ text: UnsafeBufferPointer<UInt8>, isKey: Bool) -> Fault? {
    if let first = text.first, first < 0x80, isKey, !first.isSmallLetter, isPart(Unicode.Scalar(first)) {
      return .start
    }
    if text.allSatisfy({ $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) {
      return text.count > limit ? .length(text.count) : nil
    }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    if let wrong = scalars.first(where: { !isPart($0) }) { return .character(wrong) }
    if isKey, let first = scalars.first, !isLetter(first) { return .start }
    return scalars.count > limit ? .length(scalars.count) : nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter: true
    default: false
    }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber: true
    default: scalar == "-" || scalar == "_"
    }
  }
}
