import JobsCloud
import JobsCore

extension ECR {
  /// A repository as it is listed.
  struct Listed: Sendable, Hashable {
    var name: String
    var arn: String
  }

  /// All repositories of the region.
  func list() async throws(CloudFailure) -> [Listed] {
    let words = "list the repositories"
    var repositories: [Listed] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(words, target: "\(Self.target).DescribeRepositories") { json in
        json.member("maxResults", 1000)
        json.optional("nextToken", token)
      }
      for item in tree.elements(Tree.root, "repositories") {
        guard let name = tree.words(item, "repositoryName"), let arn = tree.words(item, "repositoryArn") else {
          throw client.strange(words, "its reply has a repository without a name")
        }
        repositories.append(Listed(name: name, arn: arn))
      }
      return tree.words(Tree.root, "nextToken")
    }
    return repositories
  }

  /// Who may pull and push, as `aws ecr get-repository-policy` writes it, with the ARN; nil where it has no policy.
  func policy(of repository: Listed) async throws(CloudFailure) -> [UInt8]? {
    let words = "read the policy of repository '\(repository.name)'"
    do throws(CloudFailure) {
      let tree = try await client.send(words, target: "\(Self.target).GetRepositoryPolicy") {
        $0.member("repositoryName", repository.name)
      }
      guard let text = tree.words(Tree.root, "policyText") else {
        throw client.strange(words, "its reply has no policy")
      }
      var json = JSONWriter()
      json.object { json in
        json.optional("registryId", tree.words(Tree.root, "registryId"))
        json.member("repositoryName", repository.name)
        json.member("repositoryArn", repository.arn)
        json.member("policyText", text)
      }
      return json.bytes
    } catch  where error.fault.code == "RepositoryPolicyNotFoundException" || error.cause == .notFound {
      return nil
    }
  }
}
