import JobsCore
import JobsDeploy
import Testing

@testable import JobsAWS

@Suite struct FunctionDocumentTests {
  private static let place = LambdaPlace(account: "111122223333", region: "eu-west-1")

  private static func tree(_ json: String) throws -> Tree {
    var tree = Tree(source: Array(json.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    return tree
  }

  /// A function as AWS answers, with all that it sets by itself.
  private static func function(_ more: String = "", version: String = "$LATEST") throws -> Lambda.Function {
    Lambda.Function(
      tree: try tree(
        """
        {"Configuration":{"FunctionName":"f","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:f",
        "Role":"arn:aws:iam::111122223333:role/jobs/f-run","CodeSize":0,"Description":"","Timeout":30,"MemorySize":256,
        "LastModified":"x","CodeSha256":"aa","Version":"\(version)","TracingConfig":{"Mode":"PassThrough"},
        "RevisionId":"r1","State":"Active","LastUpdateStatus":"Successful","PackageType":"Image",
        "Architectures":["arm64"],"EphemeralStorage":{"Size":512},"VpcConfig":{"SubnetIds":[],"SecurityGroupIds":[]},
        "Environment":{"Variables":{"LOG_LEVEL":"info"}},"SnapStart":{"ApplyOn":"None"},
        "ImageConfigResponse":{"ImageConfig":{"Command":["a","b"]}}\(more)},
        "Code":{"RepositoryType":"ECR","ImageUri":"x/y@sha256:1","ResolvedImageUri":"x/y@sha256:1"},
        "Tags":{"managed-by":"jobs-deploy","jobs-id":"acme/prod/f","jobs-digest":"0123456789abcdef"}}
        """))
  }

  @Test func `what the server sets and what nobody chose is hidden, with the reason`() throws {
    let resource = try #require(
      FunctionDocument.resource(try Self.function(), live: nil, id: "id", in: Self.place))
    #expect(
      resource.fields.map(\.name) == [
        "Code.ImageUri", "Architectures", "Role", "Timeout", "MemorySize", "ImageConfig.Command",
        "Environment.Variables.LOG_LEVEL",
      ])
    let reasons = Dictionary(uniqueKeysWithValues: resource.hidden.map { ($0.path, $0.reason) })
    #expect(reasons["EphemeralStorage.Size"] == "the server's default" && reasons["CodeSha256"] == "set by the server")
    #expect(resource.owner == "acme/prod/f" && resource.appliedDigest == "0123456789abcdef")
    #expect(resource.dependencies == ["aws.iam/111122223333/eu-west-1/f-run"])
    var tree = try Self.function().tree
    let tags = try #require(tree.value(Tree.root, "Tags"))
    tree.removeEntries(tags) { _, _ in true }
    #expect(FunctionDocument.resource(Lambda.Function(tree: tree), live: nil, id: "id", in: Self.place) == nil)
  }

  @Test func `what somebody chose beyond the manifest shows, and goes back to what is usual`() throws {
    let changed = try Self.function(#","KMSKeyArn":"arn:key","DeadLetterConfig":{"TargetArn":"arn:queue"}"#)
    let live = FunctionDocument.fields(changed).fields
    #expect(live["KMSKeyArn"]?.text == "arn:key" && live["DeadLetterConfig.TargetArn"]?.text == "arn:queue")
    let gone = ["KMSKeyArn", "DeadLetterConfig.TargetArn", "ImageConfig.Command", "Environment.Variables.LOG_LEVEL"]
    let change = Change(
      id: "id", job: "j", action: .update,
      fields: gone.map { Change.Field(path: $0, applied: nil, live: live[$0], desired: nil, kind: .drift) },
      precondition: "")
    let (configuration, code) = try FunctionDocument.update(change, over: live)
    #expect(code == nil)
    #expect(
      configuration.map { String(decoding: $0, as: UTF8.self) }
        == #"{"Role":"arn:aws:iam::111122223333:role/jobs/f-run","Timeout":30,"MemorySize":256,"KMSKeyArn":"","DeadLetterConfig":{"TargetArn":""},"ImageConfig":{"Command":[]},"Environment":{"Variables":{}}}"#
    )
  }

  @Test func `code that did not change is not sent, and code alone needs nothing else`() throws {
    let live = FunctionDocument.fields(try Self.function()).fields
    let update = { (path: String, value: Resource.Value) throws in
      try FunctionDocument.update(
        Change(
          id: "id", job: "j", action: .update,
          fields: [Change.Field(path: path, applied: nil, live: live[path], desired: value, kind: .change)],
          precondition: ""), over: live)
    }
    #expect(try update("Timeout", Resource.Value(60)).code == nil)
    let code = try update("Code.ImageUri", "x/y@sha256:2")
    #expect(
      code.configuration == nil
        && code.code.map { String(decoding: $0, as: UTF8.self) }
          == #"{"ImageUri":"x/y@sha256:2","Architectures":["arm64"]}"#
    )
    let alias = try update("Alias", "live")
    #expect(alias.configuration == nil && alias.code == nil)
  }

  @Test func `the alias is current while its version is like the function`() throws {
    let function = try Self.function()
    for (live, value) in [
      (try Self.function(version: "3"), "live"),
      (try Self.function(#","KMSKeyArn":"k""#, version: "3"), "another state"),
    ] {
      let resource = FunctionDocument.resource(function, live: live, id: "id", in: Self.place)
      #expect(resource?.fields["Alias"]?.text == value)
      #expect(resource?.precondition.hasPrefix("revision:r1:3:") == true)
    }
  }

  @Test func `a schedule shows what was chosen, and bears its mark in the description`() throws {
    let tree = try Self.tree(
      """
      {"Arn":"x","ActionAfterCompletion":"NONE","CreationDate":1.5,"Description":"jobs-deploy acme/prod/f 0123456789abcdef",
      "FlexibleTimeWindow":{"Mode":"OFF"},"GroupName":"jobs","LastModificationDate":2,"Name":"f",
      "ScheduleExpression":"rate(1 hour)","State":"ENABLED","StartDate":5,
      "Target":{"Arn":"arn:aws:lambda:eu-west-1:111122223333:function:f:live","Input":"{}",
      "RetryPolicy":{"MaximumEventAgeInSeconds":86400,"MaximumRetryAttempts":3},
      "RoleArn":"arn:aws:iam::111122223333:role/jobs/f-call"}}
      """)
    let resource = try #require(ScheduleDocument.resource(tree, name: "f", in: Self.place))
    #expect(
      resource.fields.map(\.name) == [
        "FlexibleTimeWindow.Mode", "ScheduleExpression", "State", "StartDate", "Target.Arn", "Target.Input",
        "Target.RetryPolicy.MaximumRetryAttempts", "Target.RoleArn",
      ])
    #expect(
      resource.hidden.contains {
        $0.path == "Target.RetryPolicy.MaximumEventAgeInSeconds" && $0.reason == "the server's default"
      })
    #expect(
      resource.dependencies == [
        "aws.lambda/111122223333/eu-west-1/f", "aws.iam/111122223333/eu-west-1/f-call",
      ])
    let bytes = try ScheduleDocument.document(
      resource.fields.filter { $0.name != "StartDate" }, OwnerMark(owner: "acme/prod/f", digest: "d"))
    let again = try Self.tree(String(decoding: bytes, as: UTF8.self))
    #expect(again.words(Tree.root, "Description") == "jobs-deploy acme/prod/f d")
    #expect(again.words(Tree.root, "GroupName") == "jobs" && again.number(Tree.root, "StartDate") == nil)
    var foreign = tree
    foreign.setText(try #require(tree.value(Tree.root, "Description")), Array("by hand".utf8), kind: .string)
    #expect(ScheduleDocument.resource(foreign, name: "f", in: Self.place) == nil)
  }

  @Test func `a role is ours by its tags, its path and its region`() throws {
    let mark = OwnerMark(owner: "acme/prod/f", digest: "d")
    var role = IAM.Role(
      name: "f-run", path: "/jobs/", arn: "x", trust: LambdaPlace.executionTrust.json,
      policies: ["jobs": Self.place.executionPolicy("f").json], attached: ["arn:b", "arn:a"], boundary: "arn:boundary",
      tags: mark.tags(region: "eu-west-1"))
    let resource = try #require(RoleDocument.resource(role, in: Self.place))
    #expect(resource.fields["AttachedPolicies"] == Resource.Value(["arn:a", "arn:b"]))
    #expect(resource.hidden.map(\.path) == ["PermissionsBoundary"])
    let wanted = try RoleDocument.wanted(resource.fields)
    #expect(wanted.attached == ["arn:a", "arn:b"] && Array(wanted.policies.keys) == ["jobs"])
    #expect(
      Set(RoleDocument.fields(trust: wanted.trust, policies: wanted.policies)) == Set(resource.fields.dropLast()))
    #expect(throws: Failure.self) { try RoleDocument.wanted([Resource.Field("Nothing", "x")]) }
    role.path = "/"
    #expect(RoleDocument.resource(role, in: Self.place) == nil)
    role.path = "/jobs/"
    role.tags = mark.tags(region: "eu-west-2")
    #expect(RoleDocument.resource(role, in: Self.place) == nil)
  }
}
