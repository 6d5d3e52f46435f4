/// Names of small letters, digits and `-`, as Cloud Run and our own format take them.
package enum DashedName {
  enum Fault: Equatable {
    case empty
    /// So many bytes.
    case length(Int)
    /// A sign at the 0-based offset that may stand inside a name but not at its ends.
    case edge(Int)
    /// A character at the 0-based offset that no name holds.
    case character(Int)
  }

  /// The first fault of a name; nil for a good one.
  ///
  /// - Parameter dots: whether `.` may stand inside too, as in a container's name.
  static func fault(_ text: UnsafeBufferPointer<UInt8>, limit: Int, dots: Bool = false) -> Fault? {
    guard let first = text.first, let last = text.last else { return .empty }
    for (at, byte) in text.enumerated() {
      guard byte.isSmallLetter || byte.isDigit || byte == UInt8(ascii: "-") || dots && byte == UInt8(ascii: ".") else {
        return .character(at)
      }
    }
    if !(first.isSmallLetter || first.isDigit) { return .edge(0) }
    if !(last.isSmallLetter || last.isDigit) { return .edge(text.count - 1) }
    return text.count > limit ? .length(text.count) : nil
  }

  /// The name that was probably meant: small letters, and `-` for what is not allowed. nil if nothing is left of it.
  package static func folded(_ text: String, limit: Int) -> String? {
    var name: [UInt8] = []
    for byte in text.utf8.prefix(limit) {
      let small = byte.isCapital ? byte | 32 : byte
      if small.isSmallLetter || small.isDigit {
        name.append(small)
      } else if let last = name.last, last != UInt8(ascii: "-") {
        name.append(UInt8(ascii: "-"))
      }
    }
    while name.last == UInt8(ascii: "-") { name.removeLast() }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}

extension DashedName.Fault {
  /// What is wrong with the name, to follow its subject.
  func words(_ text: String, limit: Int) -> String {
    switch self {
    case .empty: return "is empty"
    case .length(let count): return "has \(count) characters, \(limit) are allowed"
    case .edge(let at):
      let bytes = Array(text.utf8)
      return "\(at == 0 ? "begins" : "ends") with '\(Character(UnicodeScalar(bytes[at])))'"
    case .character(let at):
      let character = text.utf8.index(text.utf8.startIndex, offsetBy: at)
      let scalar = text.unicodeScalars[character]
      return scalar.value < 32 || scalar.value == 127 ? "holds a control character" : "holds '\(Character(scalar))'"
    }
  }
}
