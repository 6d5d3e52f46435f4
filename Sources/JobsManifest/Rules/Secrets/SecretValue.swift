import Glibc

/// Judges a value that stands under a telling name.
enum SecretValue {
  enum Verdict: Sendable {
    /// A reference, a path, a name, a number, or too little to tell.
    case harmless
    /// `changeme` and its kin.
    case placeholder
    case secret
  }

  static func verdict(_ value: UnsafeBufferPointer<UInt8>, _ strength: SecretName.Strength) -> Verdict {
    guard value.count >= 3, value.count <= 4096 else { return .harmless }
    if isPlaceholder(value) { return .placeholder }
    guard value.count >= (strength == .password ? 8 : 16), !isReference(value), !isName(value), !isAddress(value) else {
      return .harmless
    }
    var letters = (lower: 0, upper: 0)
    var digits = 0
    var symbols = 0
    for byte in value {
      switch byte {
      case 97...122: letters.lower += 1
      case 65...90: letters.upper += 1
      case 48...57: digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
        UInt8(ascii: ","):
        continue
      case ...32: return .harmless
      default: symbols += 1
      }
    }
    // Numbers, dates and times have no letters, or the two of `2026-11-21T03:00:00Z`.
    guard letters.lower + letters.upper > 2 || symbols > 0 else { return .harmless }
    guard letters.lower + letters.upper > 0 else { return .harmless }
    // Words and class names have no digits; what people mix into a password by hand has signs.
    if digits == 0, letters.lower == 0 || letters.upper == 0 || symbols == 0 { return .harmless }
    if digits + symbols <= 2, value.contains(UInt8(ascii: ".")) { return .harmless }
    return entropy(value) * Double(value.count) >= (strength == .password ? 22 : 48) ? .secret : .harmless
  }

  /// Bits a character (Shannon, "A Mathematical Theory of Communication", 1948), from the value's own frequencies.
  static func entropy(_ value: UnsafeBufferPointer<UInt8>) -> Double {
    guard !value.isEmpty else { return 0 }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 256) { counts in
      counts.initialize(repeating: 0)
      for byte in value { counts[Int(byte)] += 1 }
      let total = Double(value.count)
      return counts.reduce(0) { bits, count in
        guard count > 0 else { return bits }
        let share = Double(count) / total
        return bits - share * log2(share)
      }
    }
  }

  private static let placeholders: [StaticString] = [
    "changeme", "change-me", "change_me", "changeit", "replaceme", "replace-me", "replace_me", "your-", "your_",
    "placeholder", "insert-", "insert_",
  ]

  static func isPlaceholder(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if value.first == UInt8(ascii: "<"), value.last == UInt8(ascii: ">") { return true }
    if value.count >= 3, value.allSatisfy({ $0 | 32 == UInt8(ascii: "x") }) { return true }
    return placeholders.contains { begins(value, $0) }
  }

  /// Whether the value only points at a secret: a variable, a path, a URL, a name in a store.
  private static func isReference(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    switch value[0] {
    case UInt8(ascii: "$"), UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "{"), UInt8(ascii: "%"),
      UInt8(ascii: "*"):
      return true
    case UInt8(ascii: "."): if value[1] == UInt8(ascii: "/") || value[1] == UInt8(ascii: ".") { return true }
    default: break
    }
    for word: StaticString in [
      "secret:", "projects/", "arn:", "vault:", "ssm:", "sm:", "ref+", "env:", "file:", "secretsmanager:",
    ]
    where begins(value, word) { return true }
    for i in 0..<value.count - 1 {
      if value[i] == UInt8(ascii: "$"), value[i + 1] == UInt8(ascii: "{") || value[i + 1] == UInt8(ascii: "(") {
        return true
      }
      if value[i] == UInt8(ascii: "{"), value[i + 1] == UInt8(ascii: "{") { return true }
      if i + 2 < value.count, value[i] == UInt8(ascii: ":"), value[i + 1] == UInt8(ascii: "/"),
        value[i + 2] == UInt8(ascii: "/")
      {
        return true
      }
    }
    return false
  }

  /// Whether it is made as names are: words and numbers joined by signs, `orders-db-password:latest`, `prod2/token-v3`.
  private static func isName(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    var digits = 0
    var hasSmall = false
    var hasCapital = false
    for i in 0...value.count {
      let byte = i < value.count ? value[i] : UInt8(ascii: "-")
      switch byte {
      case 97...122, 65...90:
        // A letter behind a digit is what names seldom have and keys have everywhere.
        if digits > 0 { return false }
        if byte >= 97 { hasSmall = true } else { hasCapital = true }
        letters += 1
      case 48...57: digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
        UInt8(ascii: ","):
        if digits > 3, letters > 0 { return false }
        if digits > 8 || letters > 24 || hasSmall && hasCapital && digits > 0 { return false }
        (letters, digits, hasSmall, hasCapital) = (0, 0, false, false)
      default: return false
      }
    }
    return true
  }

  /// Whether it is a mail address, such as a service account's.
  private static func isAddress(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let at = value.firstIndex(of: UInt8(ascii: "@")), at > 0, value[(at + 1)...].contains(UInt8(ascii: "."))
    else { return false }
    return value.indices.allSatisfy { i in
      i == at || SecretName.isAlphanumeric(value[i])
        || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+")].contains(value[i])
    } && value[(at + 1)...].allSatisfy { !($0 >= 65 && $0 <= 90) }
  }

  /// Whether it begins with a word in small letters, capitals or not.
  private static func begins(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard value.count >= count else { return false }
    for i in 0..<count where lowered(value[i]) != word.utf8Start[i] { return false }
    return true
  }

  /// Whether a word in small letters stands somewhere, capitals or not.
  static func contains(_ value: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard value.count >= count else { return false }
    return (value.startIndex...value.endIndex - count).contains { at in
      (0..<count).allSatisfy { lowered(value[at + $0]) == word.utf8Start[$0] }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }
}
