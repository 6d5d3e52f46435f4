/// An image of Amazon ECR by its name: `ACCOUNT.dkr.ecr.REGION.SUFFIX/REPOSITORY:TAG` or `…@sha256:DIGEST`.
struct ECRImage: Sendable, Hashable {
  /// By what one of the images of a repository is known.
  enum Mark: Sendable, Hashable {
    case tag(String)
    /// `sha256:` and 64 digits.
    case digest(String)
  }

  let text: String
  let account: String
  let region: String
  /// With the folders it is in, `jobs/report`.
  let repository: String
  let mark: Mark

  /// nil for an image of another registry, or without a tag and a digest.
  init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let host = text[..<slash].split(separator: ".", omittingEmptySubsequences: false)
    let rest = text[text.index(after: slash)...]
    let name = rest.prefix { $0 != ":" && $0 != "@" }
    let mark = rest[name.endIndex...]
    guard host.count >= 6, host[0].utf8.count == 12, host[0].utf8.allSatisfy({ (48...57).contains($0) }),
      host[1] == "dkr", host[2] == "ecr" || host[2] == "ecr-fips", !name.isEmpty
    else { return nil }
    if mark.hasPrefix("@sha256:"), mark.utf8.count == 8 + 64 {
      self.mark = .digest(String(mark.dropFirst()))
    } else if mark.hasPrefix(":"), mark.count > 1 {
      self.mark = .tag(String(mark.dropFirst()))
    } else {
      return nil
    }
    self.text = text
    account = String(host[0])
    region = String(host[3])
    repository = String(name)
  }
}
