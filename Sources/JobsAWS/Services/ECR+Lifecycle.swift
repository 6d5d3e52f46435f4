import JobsCloud
import JobsCore

/// Lifecycle policies: what a registry deletes by itself.
extension ECR {
  /// The policy of a repository, as JSON; nil where it has none.
  ///
  /// - Throws: a failure of `notFound` where there is no such repository.
  func lifecycle(of repository: ECRRepository) async throws(CloudFailure) -> [UInt8]? {
    let words = "read the lifecycle policy of repository '\(repository.name)'"
    do throws(CloudFailure) {
      let tree = try await send(words, "GetLifecyclePolicy", repository)
      guard let text = tree.words(Tree.root, "lifecyclePolicyText") else {
        throw client.strange(words, "its reply has no policy")
      }
      return Array(text.utf8)
    } catch  where error.fault.code == Self.noPolicy {
      return nil
    }
  }

  /// Has a repository keep a policy in the place of any other.
  func set(lifecycle policy: [UInt8], of repository: ECRRepository) async throws(CloudFailure) {
    let words = "set the lifecycle policy of repository '\(repository.name)'"
    try LifecycleCheck.check(policy, words)
    _ = try await send(words, "PutLifecyclePolicy", repository) { json in
      json.member("lifecyclePolicyText", String(decoding: policy, as: UTF8.self))
    }
  }

  /// Takes the policy of a repository away; none is no fault.
  func deleteLifecycle(of repository: ECRRepository) async throws(CloudFailure) {
    do throws(CloudFailure) {
      _ = try await send(
        "delete the lifecycle policy of repository '\(repository.name)'", "DeleteLifecyclePolicy", repository)
    } catch  where error.fault.code == Self.noPolicy || error.cause == .notFound {
      return
    }
  }

  private static let noPolicy = "LifecyclePolicyNotFoundException"

  private func send(
    _ words: String, _ action: String, _ repository: ECRRepository, _ more: (inout JSONWriter) -> Void = { _ in }
  ) async throws(CloudFailure) -> Tree {
    try await client.send(words, target: "\(Self.target).\(action)") { json in
      json.member("registryId", repository.account)
      json.member("repositoryName", repository.name)
      more(&json)
    }
  }
}
