import JobsCloud
import JobsCore

extension ECS {
  /// The families of task definitions of the region of which a revision can be run.
  func families() async throws(CloudFailure) -> [String] {
    let words = "list the task definitions"
    var families: [String] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(words, target: "\(Self.target).ListTaskDefinitionFamilies") { json in
        json.member("status", "ACTIVE")
        json.member("maxResults", 100)
        json.optional("nextToken", token)
      }
      families += tree.elements(Tree.root, "families").map { tree.string($0) }
      return tree.words(Tree.root, "nextToken")
    }
    return families
  }

  /// The newest revision of a family, as `aws ecs describe-task-definition` writes it, as far as an audit needs it.
  func audited(family: String) async throws(CloudFailure) -> [UInt8] {
    let words = "read task definition '\(family)'"
    let tree = try await client.send(words, target: "\(Self.target).DescribeTaskDefinition") {
      $0.member("taskDefinition", family)
    }
    guard tree.value(Tree.root, "taskDefinition") != nil else {
      throw client.strange(words, "its reply has no task definition")
    }
    return WorkloadShape.bytes(tree)
  }
}
