import TestSupport
import Testing

private let audit = Tool("jobs-audit")

@Suite("jobs-audit iam")
struct JobsAuditIAMTests {
  private let folder = ToolFolder()

  private static let open =
    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*"}]}"#
  private static let narrow =
    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}"#
  private static let viewer = #"{"bindings":[{"role":"roles/viewer","members":["group:g@a.example"]}],"etag":"x"}"#

  @Test("findings are records with verdict, place, remedies, controls and fingerprint, and the status is 1")
  func records() {
    folder.write(Self.open, to: "trust.json")
    let found = audit.run(["iam", "trust.json"], in: folder)
    #expect(found.status == 1, "\(found.stderr)")
    let record = found.records("finding").first ?? ""
    #expect(
      record.hasPrefix(
        #"{"type":"finding","v":1,"code":"AI106","severity":"critical","verdict":"proven","message":"#), "\(record)")
    #expect(record.contains(#""controls":[["cis-aws","7.0","2.21"]],"fingerprint":""#))
    #expect(record.contains(#""file":"trust.json","line":1,"column":38,"#))
    #expect(found.records("coverage").first?.contains(#""read":{"aws-document":1}"#) == true)
    #expect(found.records("end").first?.contains(#""ok":false"#) == true)
    #expect(found.stderr.contains("findings: 1 critical"))
  }

  @Test("nothing found is 0, and says in what")
  func nothing() {
    folder.write(Self.narrow, to: "policy.json")
    let found = audit.run(["iam", "policy.json", "-o", "human"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    #expect(found.stdout.contains("judged: 1 aws-document; data as of "))
    #expect(found.stdout.contains("no findings in what was judged"))
  }

  @Test(
    "a policy of an account that cannot be read is named with its place, and the status is 4 and never 0"
  )
  func unread() {
    func user(_ name: String, _ document: String) -> String {
      #"{"UserName":"\#(name)","UserId":"AIDA","Arn":"arn:aws:iam::111122223333:user/\#(name)","UserPolicyList":[{"PolicyName":"own","PolicyDocument":\#(document)}]}"#
    }
    let odd =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","When":"now"}]}"#
    folder.write(
      "{\"UserDetailList\":[\(user("ann", Self.narrow)),\n\(user("bob", odd))]}", to: "account.json"
    )
    for command in [["iam"], ["paths", "--privileged"]] {
      let found = audit.run(command + ["account.json", "-o", "ndjson"], in: folder)
      #expect(found.status == 4, "\(found.stdout)\(found.stderr)")
      let coverage = found.records("coverage").first ?? ""
      #expect(
        coverage.contains(
          "the policy 'arn:aws:iam::111122223333:user/bob own' at account.json:2:"), "\(coverage)")
      #expect(coverage.contains("a statement has no key 'When'"))
    }
  }

  @Test(
    "the threshold decides the status alone",
    arguments: [("critical", 1), ("never", 0), ("info", 1)])
  func threshold(level: String, status: Int32) {
    folder.write(Self.open, to: "trust.json")
    let found = audit.run(["iam", "trust.json", "--fail-on", level], in: folder)
    #expect(found.status == status)
    #expect(found.records("finding").count == 1)
  }

  @Test(
    "an input that is not known is 2 with its place, and never no findings",
    arguments: [
      ("{}", "line 1, column 1: this is nothing that is known"), ("", "is empty"), ("[]", "is empty"),
      (
        "{\"Statement\": [\n{\"Effect\": \"Allow\"}]}",
        "line 2, column 1: a statement has neither 'Action' nor 'NotAction'"
      ),
      ("{\"RoleDetailList\": [", "is no JSON: line 1, column 21"),
      ("key: value\n", "is no JSON: line 1, column 1"),
      (#"{"findings":[]}"#, "an object with 'findings'"),
    ])
  func unknown(text: String, words: String) {
    folder.write(text, to: "input.json")
    let found = audit.run(["iam", "input.json"], in: folder)
    #expect(found.status == 2)
    #expect(found.stdout.isEmpty)
    #expect(found.stderr.contains(words), "\(found.stderr)")
  }

  @Test("of several inputs each that fails is named, the others are judged, and the status is 4 or 1")
  func several() {
    folder.write(Self.narrow, to: "policy.json")
    folder.write("{}", to: "other.json")
    let partly = audit.run(["iam", "policy.json", "other.json"], in: folder)
    #expect(partly.status == 4, "\(partly.stderr)")
    #expect(partly.stderr.contains("cannot use 'other.json'"))
    #expect(partly.records("coverage").first?.contains("1 input that could not be used") == true)
    folder.write(Self.open, to: "trust.json")
    #expect(audit.run(["iam", "trust.json", "other.json"], in: folder).status == 1)
    #expect(audit.run(["iam", "other.json", "missing.json"], in: folder).status == 2)
  }

  @Test("standard input is read, and a policy of Google is named by an option")
  func standardInput() {
    folder.write(Self.viewer, to: "policy.json")
    let found = Tool.shell("jobs-audit iam --resource projects/p --fail-on low < policy.json", in: folder)
    #expect(found.status == 1, "\(found.stderr)")
    let record = found.records("finding").first ?? ""
    #expect(record.contains(#""resource":"//cloudresourcemanager.googleapis.com/projects/p""#))
    #expect(
      record.contains(
        #""do":"gcloud projects remove-iam-policy-binding p --member=group:g@a.example --role=roles/viewer --condition=None","undo":"gcloud projects add-iam-policy-binding p "#
      ), "\(record)")
  }

  @Test("a custom role that nobody described is a gap, until it is described")
  func gap() {
    folder.write(
      #"{"bindings":[{"role":"projects/p/roles/mine","members":["user:a@b.example"]}],"etag":"x"}"#, to: "policy.json")
    let found = audit.run(["iam", "policy.json", "--resource", "projects/p"], in: folder)
    #expect(found.status == 4, "\(found.stderr)")
    #expect(found.stderr.contains("not judged: what a custom role holds: 'projects/p/roles/mine'"))
    folder.write(#"{"name":"projects/p/roles/mine","includedPermissions":["run.jobs.run"]}"#, to: "role.json")
    #expect(audit.run(["iam", "policy.json", "role.json", "--resource", "projects/p"], in: folder).status == 0)
  }

  @Test("a time to come is judged by --as-of")
  func asOf() {
    let condition = #""condition":{"title":"t","expression":"request.time < timestamp('2030-01-01T00:00:00Z')"}"#
    folder.write(
      #"{"bindings":[{"role":"roles/logging.viewer","members":["user:a@gmail.com"],\#(condition)}],"version":3}"#,
      to: "policy.json")
    let arguments = ["iam", "policy.json", "--resource", "projects/p", "--as-of"]
    let now = audit.run(arguments + ["2027-01-01T00:00:00Z"], in: folder)
    #expect(now.records("finding").map { $0.contains("GI103") } == [true])
    let later = audit.run(arguments + ["2031-01-01T00:00:00Z"], in: folder)
    #expect(later.records("finding").map { $0.contains("GI113") } == [true])
    #expect(audit.run(arguments + ["soon"], in: folder).status == 2)
  }

  @Test(
    "at the very instant of its end a grant is over, and a nanosecond before it is not",
    arguments: [
      ("request.time < timestamp('2030-01-01T00:00:00Z')", "2029-12-31T23:59:59.999999999Z", true),
      ("request.time < timestamp('2030-01-01T00:00:00Z')", "2030-01-01T00:00:00Z", false),
      ("request.time < timestamp('2030-01-01T00:00:00Z')", "2030-01-01T00:00:01Z", false),
      ("request.time <= timestamp('2030-01-01T00:00:00Z')", "2030-01-01T01:00:00+01:00", true),
      ("request.time <= timestamp('2030-01-01T00:00:00Z')", "2030-01-01T00:00:00.000000001Z", false),
      (
        "request.time.getHours('Europe/Berlin') >= 9 && request.time.getHours('Europe/Berlin') < 17",
        "2030-07-01T07:00:00Z", true
      ),
      (
        "request.time.getHours('Europe/Berlin') >= 9 && request.time.getHours('Europe/Berlin') < 17",
        "2030-07-01T06:59:59Z", false
      ),
    ])
  func ends(condition: String, time: String, isStanding: Bool) {
    folder.write(
      """
      {"name":"//cloudresourcemanager.googleapis.com/projects/p","assetType":"cloudresourcemanager.googleapis.com/Project",\
      "ancestors":["projects/1","organizations/2"],"iamPolicy":{"version":3,"bindings":[{"role":"roles/owner",\
      "members":["user:a@gmail.com"],"condition":{"title":"t","expression":"\(condition)"}}]}}
      """, to: "asset.json")
    let rules = audit.run(["iam", "asset.json", "--as-of", time], in: folder)
    #expect(rules.records("finding").contains { $0.contains("GI103") } == isStanding, "\(rules.stdout)")
    let isEnding = condition.contains("timestamp")
    #expect(rules.stdout.contains("until 2030-01-01T00:00:00Z") == isEnding, "\(rules.stdout)")
    #expect(rules.stdout.contains("had 'roles/owner' until") == (isEnding && !isStanding), "\(rules.stdout)")
    let paths = audit.run(["paths", "asset.json", "--to", "projects/p", "--as-of", time], in: folder)
    #expect(paths.records("finding").count == (isStanding ? 1 : 0), "\(paths.stdout)")
  }

  @Test("a grant for the hours of an office is there at night, unless a time is asked about")
  func officeHours() {
    // By one of these two it is not the hour, whenever the test runs.
    let conditions = ["request.time.getHours('Europe/Berlin') < 12", "request.time.getHours('Europe/Berlin') >= 12"]
    for condition in conditions {
      folder.write(
        """
        {"name":"//cloudresourcemanager.googleapis.com/projects/p",\
        "assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":["projects/1","organizations/2"],\
        "iamPolicy":{"version":3,"bindings":[{"role":"roles/resourcemanager.projectIamAdmin",\
        "members":["user:a@gmail.com"],"condition":{"title":"t","expression":"\(condition)"}}]}}
        """, to: "asset.json")
      let rules = audit.run(["iam", "asset.json"], in: folder)
      #expect(rules.records("finding").contains { $0.contains("GI103") }, "\(rules.stdout)")
      let paths = audit.run(["paths", "asset.json", "--to", "projects/p"], in: folder)
      #expect(paths.records("finding").map { $0.contains(#""verdict":"possible""#) } == [true], "\(paths.stdout)")
      #expect(paths.stdout.contains("'getHours'"), "\(paths.stdout)")
      let review = audit.run(["review", "open", "r\(condition.count)", "asset.json"], in: folder)
      #expect(review.status == 0, "\(review.stderr)")
      let items = folder.text(of: "r\(condition.count)/items.json") ?? ""
      #expect(items.contains("getHours") && !items.contains("expired"), "\(items)")
    }
  }

  @Test("CSV takes no formula, Markdown no mark-up, and SARIF has rules, levels and fingerprints")
  func reports() {
    let policy = #"{"bindings":[{"role":"roles/viewer","members":["user:a;=cmd|x@gmail.com"]}],"version":3}"#
    folder.write(policy, to: "p.json")
    folder.write(policy, to: "p;=1.json")
    let csv = audit.run(["iam", "p;=1.json", "-o", "csv", "--resource", "projects/p;=1+1"], in: folder)
    #expect(csv.stdout.hasPrefix("severity,code,verdict,message,"))
    // In the message, and in the columns of principal, resource and file.
    for words in [
      "'user:a;'=cmd|x@gmail.com'", ",user:a;'=cmd|x@gmail.com,", "/projects/p;'=1+1,", ",p;'=1.json,",
    ] { #expect(csv.stdout.contains(words), "\(words): \(csv.stdout)") }
    #expect(!csv.stdout.contains(";=") && csv.stdout.contains("GI103"), "\(csv.stdout)")
    let markdown = audit.run(["iam", "p.json", "-o", "markdown", "--resource", "projects/p"], in: folder)
    #expect(markdown.stdout.contains(#"cmd\|x"#), "\(markdown.stdout)")
    let sarif = audit.run(["iam", "p.json", "-o", "sarif", "--resource", "projects/p"], in: folder)
    #expect(sarif.stdout.contains(#""version":"2.1.0""#) && sarif.stdout.contains(#""ruleId":"GI103""#))
    #expect(sarif.stdout.contains(#""primaryLocationLineHash""#))
    #expect(sarif.stdout.contains(#""cis-gcp-5.0-1.2""#))
  }

  @Test("quiet says nothing, and a reader that goes away is a quiet end")
  func quiet() {
    folder.write(Self.open, to: "trust.json")
    #expect(audit.run(["iam", "-q", "trust.json"], in: folder).stderr.isEmpty)
    let closed = Tool.shell("jobs-audit iam -q trust.json | true; echo done", in: folder)
    #expect(closed.stdout == "done\n" && closed.stderr.isEmpty, "\(closed.stderr)")
  }

  @Test("a rule has its page, and an unknown one is 2")
  func rules() {
    let page = audit.run(["rules", "ai108", "-o", "human"], in: folder)
    #expect(page.stdout.hasPrefix("AI108 wide-oidc-subject (high)\n"), "\(page.stdout)")
    #expect(audit.run(["rules"], in: folder).records("rule").count > 25)
    #expect(audit.run(["rules", "XX1"], in: folder).status == 2)
  }
}

@Suite("jobs-audit paths")
struct JobsAuditPathsTests {
  private let folder = ToolFolder()

  /// A user who may write policies for himself, and a role of no power.
  private static let account =
    #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"arn:aws:iam::111122223333:user/eve","UserPolicyList":[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":{"Sid":"Self","Effect":"Allow","Action":"iam:PutUserPolicy","Resource":"*"}}}]}],"RoleDetailList":[{"RoleName":"idle","RoleId":"AROAIDLE","Arn":"arn:aws:iam::111122223333:role/idle","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}}]}"#

  @Test("a session is judged by what it begins with, beside its role or user, and has to be one of the input")
  func sessions() {
    folder.write(Self.account, to: "account.json")
    let statement = #"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#
    folder.write(#"{"Version":"2012-10-17","Statement":[\#(statement)]}"#, to: "session.json")
    let words = ["iam", "account.json", "-o", "ndjson", "--fail-on", "never", "--session-policy"]
    let limited = audit.run(words + ["idle=session.json"], in: folder)
    #expect(limited.status == 0 && !limited.stdout.contains("AI116"), "\(limited.stderr)")
    #expect(limited.stdout.contains(#""aws-session-policy":1"#) && !limited.stdout.contains("session policies"))
    #expect(audit.run(Array(words.dropLast()), in: folder).stdout.contains("give it by --session-policy"))
    let federated = audit.run(words + ["eve=session.json"], in: folder)
    #expect(federated.status == 0 && federated.stdout.contains(#""aws-session-policy":1"#), "\(federated.stderr)")
    for (value, message) in [
      ("idle", "idle"), ("nobody=session.json", "not exactly one role or user"),
      ("idle=account.json", "as a session policy"), ("idle=none", "cannot read 'none'"),
      ("idle=arn:aws:iam::aws:policy/X", "is not in the input"),
    ] {
      let found = audit.run(words + [value], in: folder)
      #expect(found.status == 2 && found.stdout.isEmpty && found.stderr.contains(message), "\(value): \(found.stderr)")
    }
  }

  @Test("who comes to rule the account is told with the path, as records and as a tree")
  func privileged() {
    folder.write(Self.account, to: "account.json")
    let found = audit.run(["paths", "account.json", "--privileged"], in: folder)
    #expect(found.status == 1, "\(found.stderr)")
    #expect(
      found.records("finding").first?.contains(
        #""path":[{"from":"arn:aws:iam::111122223333:user/eve","to":"administrator of account 111122223333","by":"iam-007 iam:PutUserPolicy","policy":"arn:aws:iam::111122223333:user/eve own","statement":"'Self'"}]"#
      ) == true, "\(found.stdout)")
    let human = audit.run(["paths", "account.json", "--privileged", "-o", "human"], in: folder)
    #expect(human.stdout.contains("└─ administrator of account 111122223333"), "\(human.stdout)")
  }

  @Test("policies, resources and denials of an organisation of Google are one graph, which end where they say")
  func google() {
    let manager = "//cloudresourcemanager.googleapis.com/projects/acme"
    let eve = "user:eve@acme.example"
    folder.write(
      #"{"name":"\#(manager)","ancestors":["projects/1","organizations/1"],"assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"version":3,"bindings":[{"role":"roles/run.developer","members":["\#(eve)"],"condition":{"title":"t","expression":"request.time < timestamp('2030-01-01T00:00:00Z')"}}]}}"#,
      to: "policies.ndjson")
    folder.write(
      #"{"name":"//run.googleapis.com/projects/acme/locations/r/jobs/nightly","ancestors":["projects/1","organizations/1"],"assetType":"run.googleapis.com/Job","resource":{"data":{"template":{"template":{"serviceAccount":"report@acme.iam.gserviceaccount.com"}}}}}"#,
      to: "resources.ndjson")
    folder.write(
      #"{"kind":"DenyPolicy","name":"policies/cloudresourcemanager.googleapis.com%2Forganizations%2F1/denypolicies/no","rules":[{"denyRule":{"deniedPrincipals":["principal://goog/subject/eve@acme.example"],"deniedPermissions":["run.googleapis.com/*"]}}]}"#,
      to: "deny.json")
    let to = ["--to", "report@acme.iam.gserviceaccount.com"]
    let open = audit.run(["paths", "policies.ndjson", "resources.ndjson"] + to, in: folder)
    #expect(open.status == 1, "\(open.stderr)")
    #expect(
      open.records("finding").first?.contains(#""by":"run.jobs.runWithOverrides of //run"#) == true, "\(open.stdout)")
    #expect(open.stderr.contains("not judged: policies of 'organizations/1', which are inherited"))
    let later = audit.run(
      ["paths", "policies.ndjson", "resources.ndjson", "--as-of", "2031-01-01T00:00:00Z"] + to, in: folder)
    #expect(later.status == 0, "\(later.stdout)")
    let denied = audit.run(["paths", "policies.ndjson", "resources.ndjson", "deny.json"] + to, in: folder)
    #expect(denied.status == 0, "\(denied.stdout)")
    folder.write(
      #"{"kind":"DenyPolicy","name":"policies/cloudresourcemanager.googleapis.com%2Forganizations%2F1/denypolicies/no"}"#,
      to: "list.json")
    let listed = audit.run(
      ["paths", "policies.ndjson", "resources.ndjson", "list.json", "--fail-on", "never"] + to, in: folder)
    #expect(listed.status == 4 && listed.stderr.contains("add 'gcloud iam policies get"), "\(listed.stderr)")
    #expect(audit.run(["paths", "policies.ndjson", "--to", "other"], in: folder).status == 2)
  }

  @Test("where nobody comes is 0; a name that is not there, no goal, and no account are 2")
  func nowhere() {
    folder.write(Self.account, to: "account.json")
    #expect(audit.run(["paths", "account.json", "--to", "idle"], in: folder).status == 0)
    #expect(audit.run(["paths", "account.json", "--to", "nobody"], in: folder).status == 2)
    #expect(audit.run(["paths", "account.json", "--to", "idle", "--from", "nobody"], in: folder).status == 2)
    #expect(audit.run(["paths", "account.json"], in: folder).status == 2)
    let alone = #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
    folder.write(alone, to: "policy.json")
    #expect(audit.run(["paths", "policy.json", "--privileged"], in: folder).status == 2)
  }
}

@Suite("jobs-audit what-if, diff and baselines")
struct JobsAuditChangeTests {
  private let folder = ToolFolder()

  /// A project on which a group has a role, and an account whom somebody may act as.
  private static func organization(_ role: String, _ user: String) -> String {
    let above = #""ancestors":["projects/1","organizations/1"]"#
    let project =
      #"{"name":"//cloudresourcemanager.googleapis.com/projects/acme",\#(above),"assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"bindings":[{"role":"\#(role)","members":["group:dev@acme.example"]},{"role":"roles/owner","members":["serviceAccount:chief@acme.iam.gserviceaccount.com"]}]}}"#
    return project + "\n"
      + #"{"name":"//iam.googleapis.com/projects/acme/serviceAccounts/chief@acme.iam.gserviceaccount.com",\#(above),"assetType":"iam.googleapis.com/ServiceAccount","iamPolicy":{"bindings":[{"role":"roles/iam.serviceAccountUser","members":["\#(user)"]}]}}"#
  }

  private static let quiet = organization("roles/logging.viewer", "group:dev@acme.example")
  private static let loud = organization("roles/run.developer", "group:dev@acme.example")

  @Test("a grant is taken away in thought: what ends, what remains, who loses what; one that is not there is 2")
  func whatIf() {
    folder.write(Self.loud, to: "now.ndjson")
    let ended = audit.run(["what-if", "now.ndjson", "--remove", "roles/run.developer of projects/acme"], in: folder)
    #expect(ended.status == 0, "\(ended.stderr)")
    #expect(
      ended.records("what-if").first
        == #"{"type":"what-if","v":1,"removed":["roles/run.developer of 'projects/acme'"],"ended":["group:dev@acme.example"],"remaining":[],"lost":[{"principal":"group:dev@acme.example","what":"roles/run.developer","policy":"projects/acme"}]}"#,
      "\(ended.stdout)")
    let kept = audit.run(
      [
        "what-if", "now.ndjson", "-o", "human", "--remove",
        "roles/owner of projects/acme for serviceAccount:chief@acme.iam.gserviceaccount.com", "--to",
        "chief@acme.iam.gserviceaccount.com",
      ], in: folder)
    #expect(kept.status == 1 && kept.stdout.contains("remains: 'group:dev@acme.example' can reach"), "\(kept.stdout)")
    #expect(audit.run(["what-if", "now.ndjson", "--remove", "roles/x of projects/acme"], in: folder).status == 2)
    #expect(audit.run(["what-if", "now.ndjson", "--remove", "nonsense"], in: folder).status == 2)
    #expect(audit.run(["what-if", "now.ndjson"], in: folder).status == 2)
  }

  @Test("a diff tells what became reachable first, judges what is new alone, and counts what is gone")
  func diff() {
    folder.write(Self.quiet, to: "old/a.ndjson")
    folder.write(Self.loud, to: "new/a.ndjson")
    let found = audit.run(["diff", "old", "new"], in: folder)
    #expect(found.status == 1, "\(found.stderr)")
    #expect(found.records("finding").map { $0.contains(#""code":"AP101""#) } == [true], "\(found.stdout)")
    #expect(
      found.stderr.contains("1 newly reachable, 0 other new findings, 0 gone; 1 new grant, 1 gone"), "\(found.stderr)")
    let granted =
      #"{"type":"new-grant","v":1,"principal":"group:dev@acme.example","grant":"roles/run.developer","resource":"#
    #expect(found.records("new-grant").map { $0.hasPrefix(granted) } == [true], "\(found.stdout)")
    let back = audit.run(["diff", "new", "old"], in: folder)
    #expect(
      back.status == 0 && back.stderr.contains("0 newly reachable, 0 other new findings, 1 gone; 1 new grant, 1 gone"),
      "\(back.stderr)")
    let same = audit.run(["diff", "new", "new"], in: folder)
    #expect(same.records("finding").isEmpty && same.records("new-grant").isEmpty, "\(same.stdout)")
    folder.write(Self.quiet.replacing("group:dev@acme.example\"]},", with: "allUsers\"]},"), to: "public.ndjson")
    let opened = audit.run(["diff", "old", "public.ndjson"], in: folder)
    #expect(opened.records("finding").map { $0.contains(#""code":"GI102""#) } == [true], "\(opened.stdout)")
    #expect(audit.run(["diff", "old", "missing"], in: folder).status == 2)
    #expect(audit.run(["diff", "old", "new", "--to", "nobody"], in: folder).status == 2)
    folder.write("", to: "empty/.hidden")
    #expect(audit.run(["diff", "empty", "new"], in: folder).status == 2)
  }

  @Test("what a baseline holds is counted, and neither shown nor judged; an empty one is 2")
  func baselines() {
    folder.write(Self.loud, to: "now.ndjson")
    folder.write(audit.run(["paths", "now.ndjson", "--privileged", "-q"], in: folder).stdout, to: "known.ndjson")
    let again = audit.run(["paths", "now.ndjson", "--privileged", "--baseline", "known.ndjson"], in: folder)
    #expect(again.status == 0 && again.records("finding").isEmpty, "\(again.stdout)")
    #expect(again.stderr.contains("not judged: 1 finding of the baseline"), "\(again.stderr)")
    #expect(audit.run(["iam", "now.ndjson", "--baseline", "known.ndjson"], in: folder).status == 1, "others are new")
    folder.write("", to: "empty.ndjson")
    #expect(audit.run(["iam", "now.ndjson", "--baseline", "empty.ndjson"], in: folder).status == 2)
    #expect(audit.run(["iam", "now.ndjson", "--baseline", "missing"], in: folder).status == 2)
  }

  @Test("SARIF has a result for each rule and resource, with a flow for each path")
  func sarif() {
    folder.write(
      Self.loud.replacing("\"group:dev@acme.example\"", with: "\"group:dev@acme.example\",\"user:eve@acme.example\""),
      to: "now.ndjson")
    folder.write(
      audit.run(["paths", "now.ndjson", "--privileged", "-o", "sarif", "-q"], in: folder).stdout, to: "found.sarif")
    let read = Tool.shell(
      #"jq -r '.runs[0] | (.results | length), (.results[0] | .ruleId, (.relatedLocations | length), (.codeFlows | length), ([.codeFlows[].threadFlows[].locations[].location.physicalLocation.artifactLocation.uri] | unique[]), .codeFlows[0].threadFlows[0].locations[1].location.message.text), (.tool.driver.rules[] | select(.id == "AP101") | .properties["security-severity"])' found.sarif"#,
      in: folder)
    #expect(
      read.stdout == """
        1
        AP101
        1
        2
        now.ndjson
        reaches 'serviceAccount:chief@acme.iam.gserviceaccount.com' by iam.serviceAccounts.actAs + run.jobs.create + \
        run.jobs.run, roles/iam.serviceAccountUser of \
        //iam.googleapis.com/projects/acme/serviceAccounts/chief@acme.iam.gserviceaccount.com; roles/run.developer of \
        projects/acme
        8.0

        """, "\(read.stdout)\(read.stderr)")
  }
}

@Suite("jobs-audit manifests")
struct JobsAuditManifestsTests {
  private let folder = ToolFolder()

  private static let manifest = """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: nightly}
    spec:
      target: gcp.run
      image: europe-docker.pkg.dev/acme/jobs/report:1.4.2
      identity: report@acme.iam.gserviceaccount.com

    """
  private static let project =
    "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments:\n  prod: {gcp: {project: acme, regions: [europe-west1]}}\n"
  private static let owner =
    #"{"name":"//cloudresourcemanager.googleapis.com/projects/acme","ancestors":["projects/1"],"assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"bindings":[{"role":"roles/owner","members":["serviceAccount:report@acme.iam.gserviceaccount.com"]}]}}"#

  @Test("manifests and records of jobs are judged alike, joined with policies, and handed on")
  func joined() {
    folder.write(Self.manifest, to: "jobs/nightly.yaml")
    folder.write(Self.project, to: "jobs.yaml")
    folder.write(Self.owner, to: "iam.ndjson")
    let alone = audit.run(["manifests", "jobs", "-e", "prod"], in: folder)
    #expect(alone.status == 1, "\(alone.stderr)")
    #expect(
      alone.records("finding").map { String($0.dropFirst(32).prefix(5)) } == ["JA104", "JA105"], "\(alone.stdout)")
    #expect(alone.stderr.contains("not judged: what the jobs' identities may do"))
    let piped = Tool.shell(
      "jobs-validate -e prod jobs | jobs-audit manifests --iam iam.ndjson --fail-on critical", in: folder)
    #expect(piped.status == 1, "\(piped.stderr)")
    #expect(piped.records("job").count == 1, "\(piped.stdout)")
    #expect(
      piped.records("finding").contains { $0.contains(#""code":"JA103","severity":"critical""#) }, "\(piped.stdout)")
    #expect(piped.records("end").first?.contains(#""ok":false"#) == true)
    let dev = audit.run(["manifests", "jobs", "-e", "prod", "--protected", "live"], in: folder)
    #expect(dev.status == 0 && dev.records("finding").isEmpty, "\(dev.stdout)")
    #expect(audit.run(["manifests", "jobs", "-e", "prod", "--iam", "missing"], in: folder).status == 2)
    #expect(audit.run(["manifests", "missing"], in: folder).status == 2)
    #expect(dev.stderr.contains("not judged: what a protected environment asks in 'live': no job is in it"))
    let twice = Tool.shell("cat iam.ndjson | jobs-audit manifests jobs -e prod --iam - --images -", in: folder)
    #expect(twice.status == 2)
    #expect(twice.stderr.contains("standard input is named for --iam and for --images, and can be read once"))
    let none = Tool.shell("cat iam.ndjson | jobs-audit manifests -e prod --iam -", in: folder)
    #expect(none.status == 2 && none.stderr.contains("standard input is what --iam reads, and so not the manifests"))
    let without = audit.run(["manifests", "jobs"], in: folder)
    #expect(without.stderr.contains("none is chosen; choose one with --env"), "\(without.stderr)")
  }

  @Test("roles of AWS are joined with their account, those that are made for functions too")
  func joinedOnAWS() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments:\n  prod: {aws: {account: \"111122223333\", region: eu-west-1}}\npolicy: {audit: {environments: {prod: {cmek: true}}}}\n",
      to: "jobs.yaml")
    for (name, target, identity) in [
      ("fn", "aws.lambda", nil), ("task", "aws.ecs", "admin"), ("batch", "aws.batch", "elsewhere"),
      ("quiet", "aws.batch", "quiet"),
    ] as [(String, String, String?)] {
      folder.write(
        """
        apiVersion: jobs/v1
        kind: Job
        metadata: {name: \(name)}
        spec:
          target: \(target)
          image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/a@sha256:\(String(repeating: "0a", count: 32))
          \(identity.map { "identity: arn:aws:iam::111122223333:role/\($0)" } ?? "")

        """, to: "jobs/\(name).yaml")
    }
    func role(_ name: String, _ path: String, _ action: String) -> String {
      #"{"Path":"\#(path)","RoleName":"\#(name)","RoleId":"AROAEXAMPLE\#(name.count)","Arn":"arn:aws:iam::111122223333:role\#(path)\#(name)","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]},"RolePolicyList":[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"\#(action)","Resource":"*"}]}}],"AttachedManagedPolicies":[],"InstanceProfileList":[]}"#
    }
    let roles = [
      role("prod-fn-eu-west-1-run", "/jobs/", "iam:PutRolePolicy"), role("admin", "/", "*"),
      role("quiet", "/", "s3:GetObject"),
    ]
    folder.write(
      #"{"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[\#(roles.joined(separator: ","))],"Policies":[]}"#,
      to: "account.json")
    let found = audit.run(["manifests", "jobs", "-e", "prod", "--iam", "account.json"], in: folder)
    let powerful = found.records("finding").filter { $0.contains(#""code":"JA103""#) }
    #expect(powerful.count == 2, "\(found.stdout)\(found.stderr)")
    #expect(powerful.contains { $0.contains("role/admin', who has all rights") }, "\(powerful)")
    #expect(powerful.contains { $0.contains("role/jobs/prod-fn-eu-west-1-run', who can reach") }, "\(powerful)")
    #expect(found.records("finding").contains { $0.contains(#""code":"JA133""#) && $0.contains("-/prod/fn") })
    #expect(
      found.stderr.contains(
        "not judged: what 'arn:aws:iam::111122223333:role/elsewhere' may do: the input of --iam does not tell all of it"
      ),
      "\(found.stderr)")
    #expect(!found.stderr.contains("role/quiet' may do"), "\(found.stderr)")
    #expect(found.stderr.contains("by which key '-/prod/batch', '-/prod/quiet' are encrypted"), "\(found.stderr)")
  }
}

@Suite("jobs-audit log")
struct JobsAuditLogTests {
  private let folder = ToolFolder()

  /// Three acts of jobs-run on a crontab of its own.
  private func act() {
    for name in ["a", "b", "c"] {
      folder.write("{\"name\": \"\(name)\", \"schedule\": \"0 9 * * *\", \"command\": \"true\"}", to: "\(name).json")
    }
    for name in ["a", "b", "c"] {
      let done = Tool.shell("jobs-run disable \(name) --state state \(name).json", in: folder)
      #expect(done.status == 0, "\(done.stderr)")
    }
  }

  private func verify(_ more: [String] = []) -> (status: Int32, words: String) {
    let found = audit.run(["log", "verify", "--state", "state"] + more, in: folder)
    return (found.status, found.stderr + found.stdout)
  }

  @Test("a log that is whole is whole; one that was edited, cut or moved is not, and the line is named")
  func chain() throws {
    act()
    #expect(verify().status == 0, "\(verify().words)")
    let text = try #require(folder.text(of: "state/audit.log"))
    let lines = text.split(separator: "\n").map(String.init)
    try #require(lines.count == 3)
    func broken(_ lines: [String], _ words: String, _ more: [String] = []) {
      folder.write(lines.joined(separator: "\n") + "\n", to: "state/audit.log")
      let found = verify(more)
      #expect(found.status == 1 && found.words.contains(words), "\(found.words)")
    }
    broken([lines[0], lines[1].replacing("disable", with: "enables"), lines[2]], "line 2 was changed")
    broken([lines[0], lines[2]], "line 2 does not follow the line before: record 2 is missing")
    broken([lines[1], lines[0], lines[2]], "line 1 does not follow")
    let head = try #require(lines[2].split(separator: "\"").dropLast().last.map(String.init))
    folder.write(lines.prefix(2).joined(separator: "\n") + "\n", to: "state/audit.log")
    #expect(verify().status == 1 && verify().words.contains("line 3 should be there: record 3 is cut off"))
    // Against somebody who changes the mark as well stands a head that was kept elsewhere.
    folder.write("", to: "state/audit.head")
    #expect(verify().status == 0)
    #expect(verify(["--head", head]).status == 1)
    #expect(verify(["--head", "abc"]).status == 2)
    folder.write(text, to: "state/audit.log")
    #expect(verify(["--head", String(head.dropFirst("sha256:".count)).uppercased()]).status == 0)
    // One that was moved away is checked as it is, and one that is not there is not whole.
    folder.write(lines.joined(separator: "\n"), to: "old.log")
    let old = audit.run(["log", "verify", "old.log"], in: folder)
    #expect(old.status == 0 && old.records("audit-chain").first?.contains(#""records":3"#) == true)
    #expect(audit.run(["log", "verify", "nothing.log"], in: folder).status == 2)
  }

  @Test("acts are shown, chosen, and written out byte for byte")
  func showing() throws {
    act()
    let all = audit.run(["log", "show", "--state", "state"], in: folder)
    #expect(all.status == 0 && all.records("audit").count == 3, "\(all.stderr)")
    #expect(audit.run(["log", "show", "--state", "state", "--action", "apply"], in: folder).records("audit").isEmpty)
    #expect(
      audit.run(["log", "show", "--state", "state", "--tool", "jobs-run"], in: folder).records("audit").count == 3)
    let human = audit.run(["log", "show", "--state", "state", "-o", "human"], in: folder)
    #expect(human.stdout.contains("disable"), "\(human.stdout)")
    #expect(audit.run(["log", "export", "--state", "state"], in: folder).stdout == folder.text(of: "state/audit.log"))
    folder.write(
      (folder.text(of: "state/audit.log") ?? "").replacing("disable", with: "enables"), to: "state/audit.log")
    let refused = audit.run(["log", "export", "--state", "state"], in: folder)
    #expect(refused.status == 1 && refused.stdout.isEmpty)
    let broken = audit.run(["log", "export", "--state", "state", "--broken"], in: folder)
    #expect(broken.stdout == folder.text(of: "state/audit.log"))
  }

  @Test("acts are chosen by their time, to the millisecond, and by who did them, before sudo too")
  func choosing() throws {
    act()
    let more = audit.run(
      ["review", "open", "q", "p.json", "--state", "state", "--resource", "projects/p"], in: folder,
      environment: ["SUDO_USER": "ada"])
    #expect(more.status == 2, "there is no input yet")
    folder.write(#"{"bindings":[{"role":"roles/viewer","members":["user:a@b.example"]}],"version":1}"#, to: "p.json")
    let opened = audit.run(
      ["review", "open", "q", "p.json", "--state", "state", "--resource", "projects/p"], in: folder,
      environment: ["SUDO_USER": "ada"])
    #expect(opened.status == 0, "\(opened.stderr)")
    let all = audit.run(["log", "show", "--state", "state"], in: folder).records("audit")
    try #require(all.count == 4)
    let times = try all.map { record in
      String(try #require(record.firstRange(of: #""time":""#).map { record[$0.upperBound...].prefix { $0 != "\"" } }))
    }
    func shown(_ arguments: String...) -> [String] {
      audit.run(["log", "show", "--state", "state"] + arguments, in: folder).records("audit")
    }
    try #require(Set(times).count == 4)
    #expect(shown("--since", times[1]) == Array(all[1...]))
    #expect(shown("--until", times[1]) == Array(all[..<1]))
    #expect(shown("--since", times[1], "--until", times[2]) == [all[1]])
    #expect(shown("--user", "ada") == [all[3]])
    let user = try #require(all[3].firstRange(of: #""user":""#).map { all[3][$0.upperBound...].prefix { $0 != "\"" } })
    #expect(shown("--user", String(user)) == all && shown("--user", "nobody-else").isEmpty)
    #expect(audit.run(["log", "show", "--state", "state", "--since", "soon"], in: folder).status == 2)
    // What is shown of a log that does not hold is told.
    folder.write(
      (folder.text(of: "state/audit.log") ?? "").replacing("disable", with: "enables"), to: "state/audit.log")
    let broken = audit.run(["log", "show", "--state", "state"], in: folder)
    #expect(
      broken.status == 1 && broken.stderr.contains("the log is not whole: line 1 was changed"), "\(broken.stderr)")
  }

  @Test("no log is 2, since none would look whole")
  func missing() {
    let found = verify()
    #expect(found.status == 2 && found.words.contains("there is no audit log"), "\(found.words)")
    folder.write("", to: "state/audit.log")
    #expect(verify().status == 2 && verify().words.contains("nothing stands in the audit log"))
  }

  @Test("whatever stands in the place of a log, nobody hears that it is whole")
  func strangers() {
    act()
    let log = folder.text(of: "state/audit.log") ?? ""
    folder.write(log.replacing("\n", with: "\r\n"), to: "crlf.log")
    folder.write(String(repeating: "x", count: 3 << 20) + "\n", to: "long.log")
    folder.write(#"{"type":"job","v":1,"id":"-/-/a"}"# + "\n", to: "job.ndjson")
    for (name, text) in [("empty.log", ""), ("blank.log", "\n\n"), ("nul.log", "\0\0"), ("prose.txt", "Dear Ada,\n")] {
      folder.write(text, to: name)
    }
    #expect(
      Tool.shell("mkdir dir; ln -s gone lost.log; ln -s loop.log loop.log; mkfifo pipe.log", in: folder).status == 0)
    let cases: [(file: String, status: Int32, words: String)] = [
      ("empty.log", 2, "nothing stands in 'empty.log'"), ("pipe.log", 2, "nothing stands in 'pipe.log'"),
      ("blank.log", 2, "'blank.log' is no audit log: line 1 is empty"),
      ("nul.log", 2, "'nul.log' is no audit log: line 1"),
      ("prose.txt", 2, "'prose.txt' is no audit log: line 1 is no record"),
      ("long.log", 2, "'long.log' is no audit log: line 1 is no record"),
      ("job.ndjson", 2, "'job.ndjson' is no audit log: line 1 is no audit record"),
      ("crlf.log", 2, "'crlf.log' is no audit log: line 1 is no audit record"), ("dir", 2, "'dir' is a folder"),
      ("lost.log", 2, "there is no file 'lost.log'"), ("loop.log", 2, "cannot read 'loop.log': too many levels"),
      ("empty.log/x", 2, "cannot read 'empty.log/x': not a directory"),
    ]
    for (file, status, words) in cases {
      for verb in [["verify"], ["show", "-o", "human"], ["export"], ["export", "--broken"]] {
        let found = audit.run(["log"] + verb + [file], in: folder)
        #expect(
          found.status == status && found.stderr.contains(words), "\(verb) \(file): \(found.status) \(found.stderr)")
        #expect(found.stdout.isEmpty, "\(verb) \(file)")
      }
    }
    #expect(Tool.shell("mv state/audit.log real.log; mkdir state/audit.log", in: folder).status == 0)
    #expect(verify().status == 2 && verify().words.contains("is a folder"))
    #expect(Tool.shell("rmdir state/audit.log; ln -s ../real.log state/audit.log", in: folder).status == 0)
    #expect(verify().status == 0, "a link to the log is read")
  }

  @Test("a log that whoever asks may not read is 3, and a mark that is none is told")
  func unreadable() {
    act()
    let user = "setpriv --reuid=65534 --regid=65534 --clear-groups -- jobs-audit"
    #expect(Tool.shell("chmod 755 . && chmod 644 state/audit.log && chmod 700 state", in: folder).status == 0)
    if Tool.shell("\(user) --version", in: folder).status == 0 {
      for verb in ["verify", "show", "export"] {
        let found = Tool.shell("\(user) log \(verb) state/audit.log", in: folder)
        #expect(found.status == 2 && found.stderr.contains("permission denied"), "\(verb): \(found.stderr)")
      }
      #expect(Tool.shell("chmod 755 state && chmod 600 state/audit.log", in: folder).status == 0)
      for verb in ["verify", "show", "export", "export --broken"] {
        let found = Tool.shell("\(user) log \(verb) --state state", in: folder)
        #expect(found.status == 3 && found.stderr.contains("permission denied"), "\(verb): \(found.stderr)")
        #expect(found.stdout.isEmpty)
      }
    }
    #expect(!verify().words.contains("audit.head"))
    for command in [
      ": > state/audit.head", "echo x > state/audit.head", "rm state/audit.head", "mkdir state/audit.head",
    ] {
      #expect(Tool.shell(command, in: folder).status == 0)
      #expect(verify().status == 0 && verify().words.contains("'audit.head' beside it is missing, or no mark"))
      #expect(!verify(["-q"]).words.contains("audit.head"))
    }
  }

  @Test("a log that was removed is not whole, and the next one begins with what was there")
  func removed() {
    act()
    for command in ["rm state/audit.log", ": > state/audit.log"] {
      #expect(Tool.shell(command, in: folder).status == 0)
      #expect(verify().status == 1 && verify().words.contains("line 1 should be there: records 1 to 3 are cut off"))
    }
    act()
    let begun = audit.run(["log", "show", "--state", "state", "--action", "begin"], in: folder).records("audit")
    #expect(verify().status == 0 && begun.count == 1 && begun[0].contains(#""records":"3""#), "\(begun)")
  }
}
