/// The pieces of a secret by which a text that has only a part of it is known.
struct SecretParts {
  private let pieces: Set<[UInt8]>
  /// Shorter pieces stand in every text.
  private static let length = 6

  init(_ secret: String) {
    let bytes = Self.small(secret)
    guard bytes.count >= Self.length else {
      pieces = []
      return
    }
    pieces = Set((0...bytes.count - Self.length).map { Array(bytes[$0..<$0 + Self.length]) })
  }

  func stand(in text: String) -> Bool {
    let bytes = Self.small(text)
    guard bytes.count >= Self.length, !pieces.isEmpty else { return false }
    return (0...bytes.count - Self.length).contains { pieces.contains(Array(bytes[$0..<$0 + Self.length])) }
  }

  /// The letters and digits, letters small.
  private static func small(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in
      byte >= 48 && byte <= 57 ? byte : byte | 32 >= 97 && byte | 32 <= 122 ? byte | 32 : nil
    }
  }
}
