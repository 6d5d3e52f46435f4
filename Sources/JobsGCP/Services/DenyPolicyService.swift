import JobsCloud
import JobsCore

/// What is denied below a project, folder or organization, whatever is granted (discovery document iam.v2, revision 20250502).
struct DenyPolicyService: Sendable {
  private let client: GoogleClient

  init(_ client: GoogleClient) { self.client = client }

  private static let pageSize = 1000

  /// All deny policies that are attached there, each with its rules, which lists leave out.
  ///
  /// - Parameter container: `projects/acme-prod`, `folders/123` or `organizations/123`.
  func policies(of container: String) async throws(CloudFailure) -> [Tree] {
    let words = "list the deny policies of '\(Terminal.visible(container))'"
    let point = "cloudresourcemanager.googleapis.com/\(container)".replacing("/", with: "%2F")
    var names: [String] = []
    try await client.list(
      words, .iam, "v2/policies/\(point)/denypolicies", key: "policies", pageSize: Self.pageSize
    ) { tree, node in
      if let name = tree.value(node, "name") { names.append(tree.string(name)) }
    }
    var policies: [Tree] = []
    for name in names {
      // The service may write the slashes of the point as they are.
      let id = name.split(separator: "/").last.map(String.init) ?? name
      policies.append(
        try await client.call(
          "read the deny policy '\(Terminal.visible(id))' of '\(Terminal.visible(container))'", .get, .iam,
          "v2/policies/\(point)/denypolicies/\(id)"))
    }
    return policies
  }
}
