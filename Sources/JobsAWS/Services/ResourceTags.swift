package import JobsCloud
import JobsCore

/// The Resource Groups Tagging API: what bears a tag, whatever it is.
///
/// Source: the service's model of API version 2017-01-26 in botocore 1.44.5, 2026-11.
package struct ResourceTags: Sendable {
  private let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// What has a tag of this value, by its ARN, with all tags that it has.
  ///
  /// - Parameter kind: `lambda:function`.
  package func resources(
    _ kind: String, key: String, value: String
  ) async throws(CloudFailure) -> [String: [String: String]] {
    let words = "list what bears the tag '\(key)'"
    var found: [String: [String: String]] = [:]
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(
        words, target: "ResourceGroupsTaggingAPI_20170126.GetResources",
        body: Self.body(kind, key, value, token), isIdempotent: true)
      for item in tree.value(Tree.root, "ResourceTagMappingList").map({ Array(tree.children($0)) }) ?? [] {
        guard let arn = tree.words(item, "ResourceARN"), let tags = tree.value(item, "Tags") else {
          throw client.strange(words, "its reply has a resource without a name")
        }
        found[arn] = tree.children(tags).reduce(into: [:]) { pairs, tag in
          if let key = tree.words(tag, "Key") { pairs[key] = tree.words(tag, "Value") ?? "" }
        }
      }
      return tree.words(Tree.root, "PaginationToken")
    }
    return found
  }

  private static func body(_ kind: String, _ key: String, _ value: String, _ token: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("ResourceTypeFilters")
    json.beginArray()
    json.value(kind)
    json.endArray()
    json.key("TagFilters")
    json.beginArray()
    json.beginObject()
    json.member("Key", key)
    json.key("Values")
    json.beginArray()
    json.value(value)
    json.endArray()
    json.endObject()
    json.endArray()
    json.member("ResourcesPerPage", 100)
    json.optional("PaginationToken", token)
    json.endObject()
    return json.bytes
  }
}
