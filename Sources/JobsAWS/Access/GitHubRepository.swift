package import JobsCore

/// A repository on GitHub, as its workflows prove to be of it.
///
/// Names can be given to somebody else one day. Repositories made since 2026-06-18, and those that asked for it, are told by
/// their ids too: `repo:OWNER@ID/REPO@ID:…` (github/docs, openid-connect-reference, 2026-11). One form is no proof of the
/// other, so that a repository is named in the form that it has.
package struct GitHubRepository: Sendable, Hashable {
  /// `OWNER/REPO`, or `OWNER@ID/REPO@ID`.
  package let text: String

  /// - Throws: a usage failure for what is no repository.
  package init(_ text: String) throws(Failure) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isName(parts[0], "-"), Self.isName(parts[1], "-_."),
      parts[0].contains("@") == parts[1].contains("@")
    else {
      throw .usage(
        "'\(Terminal.visible(text))' is no repository of GitHub",
        hint: "write OWNER/REPO, or OWNER@ID/REPO@ID for one whose tokens have ids")
    }
    self.text = text
  }

  /// A name, or a name with an id behind it.
  private static func isName(_ text: Substring, _ marks: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...100).contains(parts[0].utf8.count) else { return false }
    let isID = parts.count == 1 || (1...20).contains(parts[1].utf8.count) && parts[1].utf8.allSatisfy(isDigit)
    return isID
      && parts[0].utf8.allSatisfy { isDigit($0) || (97...122).contains($0 | 32) || marks.utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// By what the workflows of an environment are known; a colon in its name is encoded there.
  func subject(environment: String) -> String {
    "repo:\(text):environment:\(environment.replacing(":", with: "%3A"))"
  }
}
