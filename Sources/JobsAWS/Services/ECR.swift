import JobsCloud
import JobsCore

/// The Elastic Container Registry: what images there are.
///
/// Source: the service's model of API version 2015-09-21 in botocore 1.44.5, 2026-11.
package struct ECR: Sendable {
  private let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// The digest of an image, `sha256:…`; nil where there is no such image, or no such repository.
  func digest(of image: ECRImage) async throws(CloudFailure) -> String? {
    let words = "read image '\(image.text)'"
    do throws(CloudFailure) {
      let tree = try await client.send(
        words, target: "AmazonEC2ContainerRegistry_V20150921.DescribeImages", body: Self.body(image),
        isIdempotent: true)
      // ministack says of an image that is not there that there are none, where ECR says that it is not there.
      let list = tree.value(Tree.root, "imageDetails").map { Array(tree.children($0)) } ?? []
      guard let found = list.first else { return nil }
      guard let digest = tree.words(found, "imageDigest") else {
        throw client.strange(words, "its reply has an image without a digest")
      }
      return digest
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  private static func body(_ image: ECRImage) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("registryId", image.account)
    json.member("repositoryName", image.repository)
    json.key("imageIds")
    json.beginArray()
    json.beginObject()
    switch image.mark {
    case .tag(let tag):
      json.member("imageTag", tag)
    case .digest(let digest):
      json.member("imageDigest", digest)
    }
    json.endObject()
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
