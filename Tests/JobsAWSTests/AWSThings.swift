import JobsCloud
import JobsCore

@testable import JobsAWS

/// Makes what has to be there before a job is deployed, as others would.
struct AWSThings {
  let session: AWSSession

  /// - Returns: the digest of an image.
  func pushImage(_ repository: String, tag: String) async throws -> String {
    let client = try session.client(.ecr)
    let send = { (action: String, pairs: [(String, String)]) async throws in
      try await client.send(
        "make an image", target: "AmazonEC2ContainerRegistry_V20150921.\(action)", body: Self.json(pairs),
        isIdempotent: true)
    }
    _ = try await send("CreateRepository", [("repositoryName", repository)])
    let manifest =
      #"{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"digest":"sha256:\#(String(repeating: "0", count: 64))"},"layers":[]}"#
    let pushed = try await send(
      "PutImage", [("repositoryName", repository), ("imageManifest", manifest), ("imageTag", tag)])
    return pushed.words(Tree.root, "image", "imageId", "imageDigest") ?? ""
  }

  /// - Returns: the id of its version.
  func createSecret(_ name: String) async throws -> String {
    let reply = try await secrets(
      "CreateSecret", [("Name", name), ("SecretString", "hidden"), ("ClientRequestToken", Self.token)])
    return reply.words(Tree.root, "VersionId") ?? ""
  }

  func putSecret(_ name: String) async throws {
    _ = try await secrets(
      "PutSecretValue",
      [("SecretId", name), ("SecretString", "hidden too"), ("ClientRequestToken", Self.token)])
  }

  func deleteSecret(_ name: String) async throws { _ = try await secrets("DeleteSecret", [("SecretId", name)]) }

  private func secrets(_ action: String, _ pairs: [(String, String)]) async throws -> Tree {
    try await session.client(.secrets).send(
      "make a secret", target: "secretsmanager.\(action)",
      body: Self.json(pairs), isIdempotent: true)
  }

  /// As long as a UUID.
  private static var token: String {
    let digits = (0..<32).map { _ in String(Int.random(in: 0..<16), radix: 16) }
    return [8, 4, 4, 4, 12].reduce(into: (text: "", at: 0)) { made, count in
      made.text += (made.at == 0 ? "" : "-") + digits[made.at..<made.at + count].joined()
      made.at += count
    }.text
  }

  func createTopic(_ name: String) async throws {
    _ = try await session.client(.sns).send(
      "make a topic", action: "CreateTopic", version: "2010-03-31", [("Name", name)], isIdempotent: true)
  }

  /// A policy that allows everything.
  func createPolicy(_ name: String) async throws {
    let document = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#
    _ = try await session.client(.iam).send(
      "make a policy", action: "CreatePolicy", version: "2010-05-08",
      [("PolicyName", name), ("PolicyDocument", document)], isIdempotent: true)
  }

  // MARK: Containers

  func createCluster(_ name: String) async throws { try await ecs("CreateCluster", #"{"clusterName":"\#(name)"}"#) }

  /// A task definition of one container `main`, which needs no subnets: those of an emulator have ids of its own.
  func registerTask(_ family: String) async throws {
    try await ecs(
      "RegisterTaskDefinition",
      #"{"family":"\#(family)","networkMode":"bridge","cpu":"256","memory":"512","containerDefinitions":[{"name":"main","#
        + #""image":"x","cpu":256,"memory":512,"command":["run"],"logConfiguration":{"logDriver":"awslogs","#
        + #""options":{"awslogs-group":"/ecs/jobs","awslogs-stream-prefix":"ecs"}}}]}"#)
  }

  private func ecs(_ action: String, _ body: String) async throws {
    _ = try await session.client(.ecs).send(
      "make what runs tasks", target: "AmazonEC2ContainerServiceV20141113.\(action)", body: Array(body.utf8),
      isIdempotent: true)
  }

  /// A queue that nothing runs behind.
  func createQueue(_ name: String) async throws {
    let role = "arn:aws:iam::\(try await account()):role/batch"
    let trust = String(decoding: LambdaPlace.executionTrust.json, as: UTF8.self)
    _ = try? await session.client(.iam).send(
      "make a role", action: "CreateRole", version: "2010-05-08",
      [("RoleName", "batch"), ("AssumeRolePolicyDocument", trust)], isIdempotent: true)
    // Both may be there already.
    _ = try? await batch(
      "createcomputeenvironment",
      #"{"computeEnvironmentName":"anywhere","type":"UNMANAGED","state":"ENABLED","serviceRole":"\#(role)"}"#)
    _ = try? await batch(
      "createjobqueue",
      #"{"jobQueueName":"\#(name)","state":"ENABLED","priority":1,"#
        + #""computeEnvironmentOrder":[{"order":1,"computeEnvironment":"anywhere"}]}"#)
  }

  func registerJob(_ name: String) async throws {
    try await batch(
      "registerjobdefinition",
      #"{"jobDefinitionName":"\#(name)","type":"container","#
        + #""containerProperties":{"image":"busybox","command":["run"],"vcpus":1,"memory":128}}"#)
  }

  private func batch(_ action: String, _ body: String) async throws {
    _ = try await session.client(.batch).send(
      "make what runs jobs", AWSClient.REST(method: .post, path: ["v1", action], body: Array(body.utf8)))
  }

  private func account() async throws -> String { try await STS(session.client(.sts)).callerIdentity().account }

  private static func json(_ pairs: [(String, String)]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in pairs {
      json.key(key)
      json.value(value)
    }
    json.endObject()
    return json.bytes
  }
}

extension IAM {
  /// Makes a role for functions where there is none: moto makes no function of a role that is not there.
  func ensure(role name: String) async throws(CloudFailure) {
    do throws(CloudFailure) {
      try await create(role: name, path: "/", trust: LambdaPlace.executionTrust.json, tags: [:])
    } catch {
      guard error.cause == .alreadyExists else { throw error }
    }
  }
}
