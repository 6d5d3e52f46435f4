package import JobsCloud

/// The images of Artifact Registry (discovery document artifactregistry.v1, revision 20261031).
package struct ImageService: Sendable {
  private let client: GoogleClient

  package init(_ client: GoogleClient) { self.client = client }

  /// Whether there is such an image; nil for one of another registry, and one in folders of its repository, whose names
  /// no path of this API takes as they are.
  ///
  /// - Parameter image: `REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE` with `:TAG`, `@DIGEST` or neither.
  package func exists(_ image: String) async throws(CloudFailure) -> Bool? {
    guard let path = Self.path(image) else { return nil }
    do throws(CloudFailure) {
      _ = try await client.call("read image '\(image)'", .get, .artifacts, path)
      return true
    } catch  where error.cause == .notFound {
      return false
    }
  }

  /// The repository of an image, as the API names it; nil for one of another registry.
  static func repository(of image: String) -> String? {
    let parts = image.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].hasSuffix("-docker.pkg.dev") else { return nil }
    let location = parts[0].dropLast("-docker.pkg.dev".count)
    return "projects/\(parts[1])/locations/\(location)/repositories/\(parts[2])"
  }

  /// Where the API has an image; nil for one of another registry, and one in folders of its repository.
  static func path(_ image: String) -> String? {
    let parts = image.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, let home = repository(of: image) else { return nil }
    let repository = "v1/\(home)"
    let name = parts[3].prefix { $0 != ":" && $0 != "@" }
    if let at = parts[3].firstIndex(of: "@") {
      return "\(repository)/packages/\(name)/versions/\(parts[3][parts[3].index(after: at)...])"
    }
    let tag = parts[3].firstIndex(of: ":").map { parts[3][parts[3].index(after: $0)...] } ?? "latest"
    return "\(repository)/packages/\(name)/tags/\(tag)"
  }
}
