/// A repository of Amazon ECR by its name: `ACCOUNT.dkr.ecr.REGION.SUFFIX/REPOSITORY`.
struct ECRRepository: Sendable, Hashable {
  let account: String
  let region: String
  /// With the folders it is in, `jobs/report`.
  let name: String

  /// nil for a repository of another registry.
  init?(_ text: some StringProtocol) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let host = text[..<slash].split(separator: ".", omittingEmptySubsequences: false)
    let name = text[text.index(after: slash)...]
    guard host.count >= 6, host[0].utf8.count == 12, host[0].utf8.allSatisfy({ (48...57).contains($0) }),
      host[1] == "dkr", host[2] == "ecr" || host[2] == "ecr-fips", !name.isEmpty, !name.contains(":"),
      !name.contains("@")
    else { return nil }
    account = String(host[0])
    region = String(host[3])
    self.name = String(name)
  }
}
