import JobsCloud
import JobsCore

/// The answer of a service that gives out tokens.
enum TokenAnswer {
  /// `access_token`, `expires_in` in seconds as a number or text, and sometimes a new `refresh_token`.
  ///
  /// - Parameter asked: when it was asked for, from which its life is counted: by our own clock, whatever theirs says.
  static func read(
    _ body: [UInt8], asked: Instant, _ words: String
  ) throws(CloudFailure) -> (token: AccessToken, refresh: Secret?) {
    let tree = try tree(body, words)
    let seconds = tree.value(Tree.root, "expires_in").flatMap { Int64(tree.string($0)) }
    let token = try self.token(tree, "access_token", words)
    let end = seconds.map { asked.adding(seconds: min(max($0, 0), longestLife)) }
    let refresh = tree.value(Tree.root, "refresh_token").map(tree.string)
    return (AccessToken(token, expiry: end), refresh.flatMap { $0.isEmpty ? nil : Secret($0) })
  }

  /// `accessToken` and `expireTime`, as `generateAccessToken` answers.
  static func readImpersonated(_ body: [UInt8], _ words: String) throws(CloudFailure) -> AccessToken {
    let tree = try tree(body, words)
    guard let end = tree.value(Tree.root, "expireTime").flatMap({ Instant(rfc3339: tree.string($0)) }) else {
      throw strange(words, "its 'expireTime' is no time")
    }
    return AccessToken(try token(tree, "accessToken", words), expiry: end)
  }

  /// Seconds; no token lives longer, and a larger number is no life.
  private static let longestLife: Int64 = 7 * 86400

  private static func tree(_ body: [UInt8], _ words: String) throws(CloudFailure) -> Tree {
    var tree = Tree(source: body)
    guard (try? JSONReader.parse(&tree, in: 0..<body.count)) != nil, !tree.isEmpty else {
      throw strange(words, "the answer is no JSON")
    }
    return tree
  }

  /// A text that can stand in a field of a head.
  private static func token(_ tree: Tree, _ key: StaticString, _ words: String) throws(CloudFailure) -> String {
    guard let id = tree.value(Tree.root, key), tree.kind(id) == .string, isToken(tree.string(id)) else {
      throw strange(words, "the answer has no '\(key)' that can be used")
    }
    return tree.string(id)
  }

  /// Whether a text is visible ASCII without spaces.
  static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= longest && text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
  }

  /// Bytes; Google's have at most 12 KiB (federated ones).
  private static let longest = 16 << 10

  private static func strange(_ words: String, _ why: String) -> CloudFailure {
    CloudFailure(words, CloudFault(.strangeAnswer, why: why))
  }
}
