/// An ARN with wildcards, as `Resource` and `ArnLike` take it: each of its six parts is compared by itself, and parts that are
/// missing are any (IAM User Guide, "IAM JSON policy elements: Resource" and "Amazon Resource Name condition operators",
/// read 2026-11-21).
package struct ResourcePattern: Hashable, Sendable {
  private let parts: [Glob]
  package let isEverything: Bool

  package init(_ text: String) { self.init(Glob(text)) }

  package init(literal text: String) { self.init(Glob(literal: text)) }

  init(_ glob: Glob) {
    isEverything = glob.isEverything
    guard !glob.isEverything else {
      parts = []
      return
    }
    var parts = glob.tokens.split(
      separator: Glob.Token(UInt8(ascii: ":")), maxSplits: 5, omittingEmptySubsequences: false
    )
    .map { Glob(tokens: Array($0)) }
    while parts.count < 6 { parts.append(Glob("*")) }
    self.parts = parts
  }

  /// Whether some ARN matches both.
  package func meets(_ other: ResourcePattern) -> Bool {
    if isEverything || other.isEverything { return true }
    // The last part tells most apart.
    for at in stride(from: 5, through: 0, by: -1) where !parts[at].meets(other.parts[at]) { return false }
    return true
  }

  /// Whether every ARN that matches `other` matches this.
  package func covers(_ other: ResourcePattern) -> Bool {
    if isEverything { return true }
    if other.isEverything { return parts.allSatisfy(\.isEverything) }
    for at in stride(from: 5, through: 0, by: -1) where !parts[at].covers(other.parts[at]) { return false }
    return true
  }

  /// Names one resource, with no wildcard.
  package var isLiteral: Bool { !isEverything && parts.allSatisfy(\.isLiteral) }

  package var hasUnknown: Bool { parts.contains(where: \.hasUnknown) }
}
