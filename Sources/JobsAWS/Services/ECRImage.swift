/// An image of Amazon ECR by its name: that of its repository with `:TAG` or `@sha256:DIGEST` behind it.
struct ECRImage: Sendable, Hashable {
  /// By what one of the images of a repository is known.
  enum Mark: Sendable, Hashable {
    case tag(String)
    /// `sha256:` and 64 digits.
    case digest(String)
  }

  let text: String
  let repository: ECRRepository
  let mark: Mark

  /// nil for an image of another registry, or without a tag and a digest.
  init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let end = text[slash...].firstIndex { $0 == ":" || $0 == "@" } ?? text.endIndex
    let mark = text[end...]
    guard let repository = ECRRepository(text[..<end]) else { return nil }
    if mark.hasPrefix("@sha256:"), mark.utf8.count == 8 + 64 {
      self.mark = .digest(String(mark.dropFirst()))
    } else if mark.hasPrefix(":"), mark.count > 1 {
      self.mark = .tag(String(mark.dropFirst()))
    } else {
      return nil
    }
    self.text = text
    self.repository = repository
  }
}
