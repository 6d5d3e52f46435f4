import JobsCore
import JobsManifest
import Testing

@testable import JobsAudit

@Suite("Values of another kind than readers expect")
struct ReaderKindsTests {
  // MARK: All keys of all readers

  private static let trust =
    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}"#
  private static let account = "projects/p/serviceAccounts/a@p.iam.gserviceaccount.com"
  private static let iam = "arn:aws:iam::111122223333:"
  private static let all = "arn:aws:iam::aws:policy/AdministratorAccess"

  /// Values of which every key is read.
  private static let samples = [
    #"{"UserDetailList":[{"UserName":"u","UserId":"AIDA1","Arn":"\#(iam)user/u","GroupList":["g"],"UserPolicyList":[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Sid":"s","Effect":"Allow","Action":["s3:Get*"],"Resource":["*"],"Condition":{"StringEquals":{"aws:userid":["x"]}}}]}}],"AttachedManagedPolicies":[{"PolicyArn":"\#(all)"}],"PermissionsBoundary":{"PermissionsBoundaryArn":"\#(all)"},"Tags":[{"Key":"k","Value":"v"}]}],"IsTruncated":false}"#,
    #"{"RoleDetailList":[{"RoleName":"r","RoleId":"AROA1","Arn":"\#(iam)role/r","CreateDate":"2026-01-01T00:00:00Z","AssumeRolePolicyDocument":\#(trust),"InstanceProfileList":[{}],"RoleLastUsed":{"LastUsedDate":"2026-01-01T00:00:00Z"}}]}"#,
    #"{"Policies":[{"PolicyName":"p","Arn":"\#(iam)policy/p","AttachmentCount":2,"PolicyVersionList":[{"IsDefaultVersion":true,"Document":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["s3:Get*"],"NotResource":["*"]}]}}]}]}"#,
    #"{"bindings":[{"role":"roles/owner","members":["allUsers"],"condition":{"title":"t","description":"d","expression":"true"}}],"etag":"x","version":3}"#,
    #"{"name":"//cloudresourcemanager.googleapis.com/projects/p","assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":["projects/1"],"iamPolicy":{"bindings":[{"role":"roles/owner","members":["allUsers"]}]}}"#,
    #"{"resource":"//cloudresourcemanager.googleapis.com/projects/p","assetType":"cloudresourcemanager.googleapis.com/Project","project":"projects/1","folders":["folders/2"],"organization":"organizations/3","policy":{"bindings":[{"role":"roles/owner","members":["allUsers"]}]}}"#,
    #"{"name":"projects/p/roles/x","includedPermissions":["a.b.c"],"deleted":false,"stage":"GA"}"#,
    #"{"kind":"DenyPolicy","name":"policies/cloudresourcemanager.googleapis.com%2Fprojects%2Fp/denypolicies/d","rules":[{"denyRule":{"deniedPrincipals":["principalSet://goog/public:all"],"exceptionPrincipals":["principal://goog/subject/a@b.example"],"deniedPermissions":["run.googleapis.com/*"],"exceptionPermissions":["run.googleapis.com/jobs.get"],"denialCondition":{"title":"t","expression":"true"}}}]}"#,
    #"{"analysisResults":[{"attachedResourceFullName":"//run.googleapis.com/projects/p/locations/l/jobs/j","iamBinding":{"role":"roles/owner","members":["group:g@b.example"]},"identityList":{"groupEdges":[{"sourceNode":"group:g@b.example","targetNode":"user:a@b.example"}]}}],"fullyExplored":true}"#,
    #"{"memberships":[{"name":"groups/1/memberships/2","preferredMemberKey":{"id":"a@b.example"},"type":"USER","roles":[{"name":"MEMBER","expiryDetail":{"expireTime":"2027-01-01T00:00:00Z"}}]}],"nextPageToken":""}"#,
    #"{"name":"groups/1","groupKey":{"id":"g@b.example"}}"#,
    #"{"name":"\#(account)/keys/1","keyType":"USER_MANAGED","validAfterTime":"2026-01-01T00:00:00Z","disabled":true}"#,
    #"{"AccessKeyMetadata":[{"UserName":"e","AccessKeyId":"A","Status":"Active","CreateDate":"2020-01-01T00:00:00Z"}],"IsTruncated":false}"#,
    #"{"JobStatus":"COMPLETED","Arn":"\#(iam)role/r","ServicesLastAccessed":[{"ServiceNamespace":"s3","LastAuthenticated":"2026-01-01T00:00:00Z"}],"IsTruncated":false}"#,
    #"{"name":"projects/1/locations/global/insightTypes/google.iam.policy.Insight/insights/a","targetResources":["//x"],"content":{"role":"roles/editor","member":"user:a@b.example","exercisedPermissions":[{}],"inferredPermissions":[{}],"currentTotalPermissionsCount":"7"}}"#,
    #"{"name":"projects/1/locations/global/recommenders/google.iam.policy.Recommender/recommendations/a","content":{"overview":{"removedRole":"roles/editor","member":"user:a@b.example","addedRoles":["roles/viewer"],"resource":"//x"}}}"#,
    #"{"activityType":"serviceAccountKeyLastAuthentication","fullResourceName":"//y","activity":{"lastAuthenticatedTime":"2026-01-01T00:00:00Z","serviceAccountKey":{"fullResourceName":"//iam.googleapis.com/\#(account)/keys/k"}}}"#,
    #"{"ARN":"arn:aws:secretsmanager:e:1:secret:a-bcdefg","Name":"a","ResourcePolicy":"{\"Version\":\"2012-10-17\",\"Statement\":[]}"}"#,
    #"{"Attributes":{"QueueArn":"arn:aws:sqs:e:1:q","Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[]}"}}"#,
    #"{"repositoryArn":"arn:aws:ecr:e:1:repository/r","policyText":"{\"Version\":\"2012-10-17\",\"Statement\":[]}"}"#,
    #"{"Role":{"Arn":"\#(iam)role/r","AssumeRolePolicyDocument":\#(trust)}}"#,
    #"{"PolicyVersion":{"IsDefaultVersion":true,"Document":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}}}"#,
    #"{"Organization":{"Id":"o-abcde12345","MasterAccountId":"111122223333"}}"#,
    #"{"Accounts":[{"Id":"444455556666","Arn":"arn:aws:organizations::111122223333:account/o-abcde12345/444455556666"}],"NextToken":"more"}"#,
    #"{"Policy":{"PolicySummary":{"Id":"p-1","Name":"n","Type":"SERVICE_CONTROL_POLICY"},"Content":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}}"#,
    #"{"OrganizationPolicies":{"Account":"111122223333","OrganizationId":"o-abcde12345","Path":"o-abcde12345/r-1/","Levels":[{"SERVICE_CONTROL_POLICY":[{"Name":"n","Content":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}]}]}}"#,
  ]

  /// All that is read; nil for what is refused.
  private static func estate(_ text: String) -> String? {
    var estate = Estate()
    var items: [GoogleItem] = []
    var seen: [Observation] = []
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    guard
      (try? EstateReader(observe: { seen.append($0) }) { items.append($0) }.read(
        &values, file: "test", into: &estate)) != nil
    else { return nil }
    // The data that are shipped are the same each time.
    let read = Mirror(reflecting: estate).children.filter { $0.label != "data" && $0.label != "roles" }
    let role = estate.roles.holds("projects/p/roles/x", "a.b.c")
    return "\(estate.hasGaps ? gap : "") \(role) \(read) \(items) \(seen)"
  }

  private static let logs = [
    #"{"logName":"projects/p/logs/x","timestamp":"2026-11-22T10:00:00Z","insertId":"i","protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","methodName":"SetIamPolicy","resourceName":"projects/p","authenticationInfo":{"principalEmail":"a@b.example","serviceAccountKeyName":"k"},"requestMetadata":{"callerIp":"203.0.113.9"},"status":{"code":7},"authorizationInfo":[{"permission":"a.b.c","granted":true}],"serviceData":{"policyDelta":{"bindingDeltas":[{"action":"ADD","role":"roles/owner","member":"user:a@b.example"}]}}}}"#,
    #"{"Records":[{"eventTime":"2026-11-22T10:00:00Z","eventSource":"iam.amazonaws.com","eventName":"AttachUserPolicy","eventID":"e","sourceIPAddress":"203.0.113.9","errorCode":"AccessDenied","recipientAccountId":"2","userIdentity":{"type":"IAMUser","arn":"\#(iam)user/u","accountId":"1","accessKeyId":"AKIA1"},"additionalEventData":{"MFAUsed":"Yes"},"requestParameters":{"policyArn":"x"},"resources":[{"ARN":"y"}]}]}"#,
    #"{"eventTime":"2026-11-22T10:00:00Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","userIdentity":{"type":"AssumedRole","sessionContext":{"sessionIssuer":{"arn":"\#(iam)role/r"}}},"responseElements":{"ConsoleLogin":"Failure"}}"#,
  ]

  private static func log(_ text: String) -> String? {
    var events: [AccessEvent] = []
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    guard (try? AccessLogReader.read(&values, file: "test") { events.append($0) }) != nil else { return nil }
    return String(describing: events)
  }

  private static let images = [
    #"{"SchemaVersion":2,"ArtifactName":"i:1","ArtifactType":"container_image","Metadata":{"RepoTags":["i:2"],"RepoDigests":["i@sha256:1"]},"Results":[{"Class":"os-pkgs","Vulnerabilities":[{"VulnerabilityID":"CVE-1","Severity":"HIGH","PkgName":"p","FixedVersion":"2"}]}]}"#,
    #"{"descriptor":{},"source":{"type":"image","target":{"userInput":"i:1","tags":["i:2"],"repoDigests":["i@sha256:1"],"manifestDigest":"sha256:1"}},"matches":[{"vulnerability":{"id":"CVE-1","severity":"High","fix":{"versions":["2"]}},"artifact":{"name":"p"}}]}"#,
    #"{"image_summary":{"fully_qualified_digest":"i@sha256:1"},"package_vulnerability_summary":{"vulnerabilities":{"HIGH":[{"noteName":"projects/p/notes/CVE-1","vulnerability":{"effectiveSeverity":"HIGH","packageIssue":[{"affectedPackage":"p","fixedVersion":{"kind":"NORMAL","fullName":"2"}}]}}]}}}"#,
    #"{"resourceUri":"i@sha256:1","kind":"DISCOVERY","noteName":"projects/p/notes/x","discovery":{"analysisStatus":"FINISHED_FAILED"}}"#,
  ]

  private static func image(_ text: String) -> String? {
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    guard let reports = try? ImageReportReader.read(&values, file: "test") else { return nil }
    return String(describing: reports)
  }

  private static let manifests = [
    #"{"apiVersion":"iam.cnrm.cloud.google.com/v1beta1","kind":"IAMPolicyMember","metadata":{"name":"n","namespace":"m","annotations":{"cnrm.cloud.google.com/project-id":"p"}},"spec":{"member":"user:a@b.example","role":"roles/viewer","condition":{"expression":"true"},"resourceRef":{"kind":"Project","external":"p"}}}"#,
    #"{"apiVersion":"iam.cnrm.cloud.google.com/v1beta1","kind":"IAMPartialPolicy","metadata":{"namespace":"p"},"spec":{"resourceRef":{"kind":"PubSubTopic","name":"t","namespace":"q"},"bindings":[{"role":"roles/viewer","members":[{"member":"user:a@b.example"},{"memberFrom":{"serviceAccountRef":{"name":"s","namespace":"q"}}}]}]}}"#,
  ]

  private static func manifest(_ text: String) -> String? {
    guard let items = try? ConnectorReader.read(Array(text.utf8), file: "test") else { return nil }
    return String(describing: items)
  }

  private static let policies = [
    #"{"apiVersion":"jobs/v1","kind":"Policy","metadata":{"name":"a"},"policy":{"registries":["r/*"],"suppressions":[{"rule":"GI101","principal":"user:*","reason":"why","owner":"o","ticket":"T-1","expires":"2027-01-01"}],"audit":{"rules":{"GI101":"low","GI102":"off"},"domains":["b.example"],"environments":{"prod":{"protected":true,"projects":["p"],"accounts":["111122223333"],"regions":["eu*"],"registries":["r"],"roles":["roles/*"],"cmek":true}},"duties":[{"name":"d","roles":["roles/a"],"with":["roles/b"],"severity":"low"}],"tests":[{"name":"t","given":{"input":{"bindings":[]},"resource":"projects/p","asOf":"2027-01-01","env":"prod","region":"eu"},"only":["GI101"],"expect":[{"rule":"GI101","severity":"low","principal":"user:a@b.example","resource":"p","suppressed":true}]}]}}}"#
  ]

  private static func policy(_ text: String) -> String? {
    guard let source = try? PolicySource(Array(text.utf8), path: "test") else { return nil }
    let policy = AuditPolicy(source)
    return policy.faults.isEmpty ? String(describing: policy) : nil
  }

  /// Keys that may be anything, or more than one kind of thing.
  private static let free: Set<String> = ["input"]

  @Test("is refused or told, and never as good as left out")
  func all() throws {
    var tried = 0
    for (texts, read) in [
      (Self.samples, Self.estate), (Self.logs, Self.log), (Self.images, Self.image), (Self.manifests, Self.manifest),
      (Self.policies, Self.policy),
    ] {
      for text in texts {
        let whole = try #require(read(text), "\(text)")
        var tree = Tree(source: Array(text.utf8))
        try JSONReader.parse(&tree, in: 0..<text.utf8.count)
        for (id, key) in Self.nodes(tree) where !Self.free.contains(key) {
          for (kind, word) in Self.words where kind != tree.kind(id) {
            tried += 1
            let odd = Self.json(tree, without: id, but: word)
            guard let seen = read(odd).map(Self.plain) else { continue }
            let without = read(Self.json(tree, without: id)).map(Self.plain)
            #expect(
              seen != without || seen.hasPrefix(Self.gap) && !whole.hasPrefix(Self.gap),
              "'\(key)' is passed over in \(odd)")
          }
        }
      }
    }
    #expect(tried > 1_000)
  }

  /// As an estate shows that parts are missing.
  private static let gap = "it has gaps"

  private static let words: [(Tree.Kind, String)] = [
    (.int, "7"), (.string, #""zz""#), (.bool, "true"), (.sequence, "[7]"), (.mapping, #"{"a":1}"#),
  ]

  /// All nodes but the root, each with its key or that of its list.
  private static func nodes(_ tree: Tree) -> [(id: Tree.ID, key: String)] {
    var found: [(id: Tree.ID, key: String)] = []
    var open: [(id: Tree.ID, key: String)] = [(Tree.root, "")]
    while let (id, key) = open.popLast() {
      var inner = tree.entries(id).map { (id: $0.value, key: tree.string($0.key)) }
      inner += tree.children(id).map { (id: $0, key: key) }
      found += inner
      open += inner
    }
    return found
  }

  /// The tree with something else in place of a node, or without it.
  private static func json(_ tree: Tree, _ id: Tree.ID = Tree.root, without gone: Tree.ID, but word: String? = nil)
    -> String
  {
    func inner(_ id: Tree.ID) -> String? { id == gone ? word : json(tree, id, without: gone, but: word) }
    switch tree.kind(id) {
    case .mapping:
      let entries = tree.entries(id).compactMap { entry in
        inner(entry.value).map { "\(AWSRemedy.text(tree.string(entry.key))):\($0)" }
      }
      return "{\(entries.joined(separator: ","))}"
    case .sequence: return "[\(tree.children(id).compactMap(inner).joined(separator: ","))]"
    case .string: return AWSRemedy.text(tree.string(id))
    default: return tree.string(id)
    }
  }

  /// Without what says where something stands.
  private static func plain(_ text: String) -> String {
    text.replacing(/(column|Column|offset): [0-9]+/) { "\($0.output.1)" }.replacing(/:[0-9]+:[0-9]+/, with: "")
  }

  // MARK: Resources

  private static let data: [(type: String, data: String)] = [
    (
      "run.googleapis.com/Job",
      #"{"spec":{"template":{"spec":{"template":{"spec":{"serviceAccountName":"a@p.iam.gserviceaccount.com","containers":[{"image":"i"},{"image":"j"}]}}}}}}"#
    ),
    (
      "run.googleapis.com/Job",
      #"{"template":{"template":{"serviceAccount":"a@p.iam.gserviceaccount.com","containers":[{"image":"i"}]}}}"#
    ),
    (
      "run.googleapis.com/Service",
      #"{"spec":{"template":{"spec":{"serviceAccountName":"a@p.iam.gserviceaccount.com","containers":[{"image":"i"}]}}}}"#
    ),
    ("run.googleapis.com/Service", #"{"template":{"serviceAccount":"a@b","containers":[{"image":"i"}]}}"#),
    ("cloudfunctions.googleapis.com/CloudFunction", #"{"serviceAccountEmail":"a@b"}"#),
    ("cloudfunctions.googleapis.com/Function", #"{"serviceConfig":{"serviceAccountEmail":"a@b"}}"#),
    ("compute.googleapis.com/Instance", #"{"serviceAccounts":[{"email":"a@b"},{"email":"c@d"}]}"#),
    (
      "cloudscheduler.googleapis.com/Job",
      #"{"httpTarget":{"oauthToken":{"serviceAccountEmail":"a@b"},"oidcToken":{"serviceAccountEmail":"c@d"}}}"#
    ),
    ("workflows.googleapis.com/Workflow", #"{"serviceAccount":"projects/p/serviceAccounts/a@b"}"#),
    ("cloudbuild.googleapis.com/BuildTrigger", #"{"serviceAccount":"projects/p/serviceAccounts/a@b"}"#),
    ("iam.googleapis.com/ServiceAccount", #"{"email":"a@b","uniqueId":"1"}"#),
    ("cloudresourcemanager.googleapis.com/Project", #"{"projectId":"p"}"#),
  ]

  @Test("what a resource runs as is told with its place where it is none, and the rest is read", arguments: data)
  func resources(_ type: String, _ data: String) throws {
    let head = #"{"name":"//x/projects/p/y/z","assetType":"\#(type)","ancestors":["projects/1"],"resource":{"data":"#
    func read(_ text: String) throws -> (resource: GoogleResource, said: [String]) {
      var estate = Estate()
      var found: [GoogleResource] = []
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { if case .resource(let one) = $0 { found.append(one) } }.read(
        &values, file: "test", into: &estate)
      #expect(estate.hasGaps == estate.notEvaluated.contains { $0.hasPrefix("a part of ") })
      return (try #require(found.first), estate.notEvaluated.filter { $0.hasPrefix("a part of ") })
    }
    let (whole, said) = try read("\(head)\(data)}}")
    #expect(said.isEmpty)
    #expect(!whole.accounts.isEmpty || whole.otherName != nil)
    var tree = Tree(source: Array(data.utf8))
    try JSONReader.parse(&tree, in: 0..<data.utf8.count)
    // An item of a list is something.
    let lists = Set(Self.nodes(tree).flatMap { tree.children($0.id) })
    for (id, key) in Self.nodes(tree) + [(Tree.root, "data")] {
      let place = head.utf8.count + tree.range(id).lowerBound + 1
      for (kind, word) in Self.words where kind != tree.kind(id) {
        var bytes = Array(data.utf8)
        bytes.replaceSubrange(tree.range(id), with: Array(word.utf8))
        let (_, said) = try read("\(head)\(String(decoding: bytes, as: UTF8.self))}}")
        #expect(
          said.count == 1 && said[0].hasPrefix("a part of '//x/projects/p/y/z' at test:1:\(place): "),
          "'\(key)' is \(word): \(said)")
      }
      var bytes = Array(data.utf8)
      bytes.replaceSubrange(tree.range(id), with: Array("null".utf8))
      #expect(try read("\(head)\(String(decoding: bytes, as: UTF8.self))}}").said.isEmpty || lists.contains(id))
    }
  }

  @Test("of a resource with several containers each image counts, and an odd one leaves the others")
  func containers() throws {
    let data = Self.data[0].data.replacing(#"{"image":"i"}"#, with: #"{"image":[]}"#)
    let text = #"{"name":"//run.googleapis.com/x","assetType":"run.googleapis.com/Job","resource":{"data":\#(data)}}"#
    var estate = Estate()
    var found: [GoogleResource] = []
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { if case .resource(let one) = $0 { found.append(one) } }.read(
      &values, file: "test", into: &estate)
    #expect(found.first?.images == ["j"] && found.first?.accounts == ["a@p.iam.gserviceaccount.com"])
    #expect(estate.hasGaps)
  }
}
