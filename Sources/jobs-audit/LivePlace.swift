import ArgumentParser
import JobsCore

/// What of a cloud is read.
enum LivePlace: ExpressibleByArgument, CustomStringConvertible {
  /// `projects/acme-prod`, `folders/123` or `organizations/123`.
  case google(scope: String)
  /// The account of a profile; nil for that of the environment's credentials.
  case aws(profile: String?)

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count) {
    case ("aws", 1): self = .aws(profile: nil)
    case ("aws", 2) where !parts[1].isEmpty: self = .aws(profile: parts[1])
    case ("gcp", 2):
      guard let scope = Self.scope(parts[1]) else { return nil }
      self = .google(scope: scope)
    default: return nil
    }
  }

  private static func scope(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isWord = { (text: Substring) in
      !text.isEmpty
        && text.utf8.allSatisfy { "-.:".utf8.contains($0) || (48...57).contains($0) || (97...122).contains($0) }
    }
    if parts.count == 1 { return isWord(parts[0]) ? "projects/\(text)" : nil }
    guard parts.count == 2, ["projects", "folders", "organizations"].contains(parts[0]), isWord(parts[1]) else {
      return nil
    }
    return text
  }

  var description: String {
    switch self {
    case .google(let scope): "gcp:\(scope)"
    case .aws(let profile): profile.map { "aws:\($0)" } ?? "aws"
    }
  }
}
