import TestSupport
import Testing

private let audit = Tool("jobs-audit")

@Suite("jobs-audit recommend")
struct JobsAuditRecommendTests {
  private let folder = ToolFolder()
  private static let account = "report@acme-prod.iam.gserviceaccount.com"

  init() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod:
          gcp: {project: acme-prod, regions: [europe-west1]}
          aws: {account: "111122223333", region: eu-west-1}

      """, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report, tenant: acme}
      spec:
        target: gcp.run
        schedule: "30 2 * * *"
        image: europe-west1-docker.pkg.dev/acme-prod/jobs/report:1
        secrets: {DB_PASSWORD: "db-password:latest"}
        identity: \(Self.account)

      """, to: "jobs/report.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: thumbs, tenant: acme}
      spec:
        target: aws.lambda
        image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/thumbs:1
        identity: arn:aws:iam::111122223333:role/thumbs

      """, to: "jobs/thumbs.yaml")
    let project = "//cloudresourcemanager.googleapis.com/projects/acme-prod"
    folder.write(
      #"{"name":"\#(project)","assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":["projects/7"],"iamPolicy":{"bindings":[{"role":"roles/editor","members":["serviceAccount:\#(Self.account)"]}]}}"#,
      to: "assets.ndjson")
    let trust =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#
    let wide =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:*","s3:GetObject","s3:PutObject"],"Resource":"*"}]}"#
    folder.write(
      #"{"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[{"Path":"/","RoleName":"thumbs","RoleId":"AROAEXAMPLE1","Arn":"arn:aws:iam::111122223333:role/thumbs","AssumeRolePolicyDocument":\#(trust),"RolePolicyList":[{"PolicyName":"own","PolicyDocument":\#(wide)}],"AttachedManagedPolicies":[],"InstanceProfileList":[]}],"Policies":[]}"#,
      to: "account.json")
    folder.write(
      #"{"Records":[{"eventVersion":"1.08","eventTime":"2026-11-20T03:00:00Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","eventID":"e1","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/thumbs/x","accountId":"111122223333","sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/thumbs"}}}}]}"#,
      to: "trail.json")
  }

  @Test("needs are told without policies, and that nobody knows what is had, or what programs call")
  func alone() {
    let found = audit.run(["recommend", "jobs", "-e", "prod"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    let needs = found.records("access-need")
    #expect(
      needs.first
        == #"{"type":"access-need","v":1,"jobs":["acme/prod/report"],"identity":"\#(Self.account)","purpose":"runtime","grants":["roles/secretmanager.secretAccessor"],"permissions":["secretmanager.versions.access"],"resource":"//secretmanager.googleapis.com/projects/acme-prod/secrets/db-password","conditions":[],"why":"it reads the secret 'db-password'","state":"unknown","by":[],"missing":[]}"#
    )
    let purposes = needs.map { $0.split(separator: #""purpose":""#)[1].prefix { $0 != "\"" } }
    #expect(purposes.count { $0 != "deployer" } == 4)
    #expect(
      needs.contains {
        $0.contains(
          #""identity":"","purpose":"deployer","grants":["roles/run.admin"],"permissions":["run.jobs.create","#)
      }, "\(needs)")
    #expect(
      needs.contains {
        $0.contains(#""grants":["iam:PassRole"],"permissions":[],"resource":"arn:aws:iam::111122223333:role/thumbs""#)
          && $0.contains(#""conditions":[{"key":"iam:PassedToService","value":"lambda.amazonaws.com"}]"#)
      }, "\(needs)")
    #expect(found.stderr.contains("not judged: what the programs call: it is not in the manifests"))
    #expect(found.stderr.contains("not judged: what the jobs' identities have"))
  }

  @Test("what is had, missing and beyond need, of both clouds, from records in a pipe")
  func judged() {
    let found = Tool.shell(
      "jobs-validate -e prod jobs | jobs-audit recommend - --iam assets.ndjson --iam account.json", in: folder)
    #expect(found.status == 1, "\(found.stderr)")
    #expect(found.records("job").count == 2, "records are handed on")
    let needs = found.records("access-need")
    let states = needs.filter { !$0.contains(#""purpose":"deployer""#) }.map {
      $0.contains(#""state":"has""#) ? "has" : "missing"
    }
    #expect(states == ["missing", "has", "has", "has"], "\(found.stdout)")
    let findings = found.records("finding")
    #expect(findings.count { $0.contains(#""code":"RC101""#) } == 1)
    #expect(findings.count { $0.contains(#""code":"RC102""#) } == 2, "\(findings)")
    #expect(findings.allSatisfy { $0.contains(#""job":"acme/prod/"#) })
    #expect(findings.first?.contains(#""file":"jobs/report.yaml","line":"#) == true, "\(findings)")
    let one = audit.run(
      ["recommend", "jobs", "-e", "prod", "--job", "thumbs", "--iam", "account.json", "--fail-on", "high"], in: folder)
    #expect(one.status == 0, "\(one.stderr)")
    #expect(one.records("access-need").allSatisfy { $0.contains(#"["acme/prod/thumbs"]"#) })
  }

  @Test("what a log shows to be used counts as needed")
  func used() {
    let arguments = ["recommend", "jobs", "-e", "prod", "--job", "acme/prod/thumbs", "--iam", "account.json"]
    let without = audit.run(arguments, in: folder)
    #expect(without.records("finding").first?.contains("'s3:GetObject'") == false, "logs come first by name")
    let found = audit.run(arguments + ["--access", "trail.json"], in: folder)
    #expect(
      found.records("access-need").first { $0.contains(#""purpose":"used""#) }?.contains(
        #""purpose":"used","grants":["s3:GetObject"],"permissions":[],"resource":"","conditions":[],"why":"it was used once, last at 2026-11-20T03:00:00Z""#
      )
        == true, "\(found.stdout)")
    #expect(found.records("finding").first?.contains(#"\"s3:GetObject\""#) == true, "\(found.stdout)")
    #expect(!found.stderr.contains("what the programs call"))
  }

  @Test("what deploying needs is set against what whoever deploys has, in both clouds")
  func deployer() {
    let project = "//cloudresourcemanager.googleapis.com/projects/acme-prod"
    folder.write(
      #"{"name":"\#(project)","assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":["projects/7","organizations/1"],"iamPolicy":{"bindings":[{"role":"roles/run.admin","members":["serviceAccount:ci@acme-prod.iam.gserviceaccount.com"]}]}}"#,
      to: "ci.ndjson")
    let words = ["recommend", "jobs", "-e", "prod", "--iam", "ci.ndjson", "--iam", "account.json"]
    let found = audit.run(
      words + [
        "--deployer", "ci@acme-prod.iam.gserviceaccount.com", "--deployer", "arn:aws:iam::111122223333:role/deploy",
      ], in: folder)
    #expect(found.status == 1, "\(found.stderr)")
    let needs = found.records("access-need").filter { $0.contains(#""purpose":"deployer""#) }
    #expect(needs.contains { $0.contains("roles/run.admin") && $0.contains(#""state":"has""#) }, "\(needs)")
    #expect(needs.contains { $0.contains("roles/cloudscheduler.admin") && $0.contains(#""state":"missing""#) })
    let findings = found.records("finding")
    #expect(
      findings.contains {
        $0.contains(#""code":"RC101""#)
          && $0.contains(#""hint":"grant the role, or a custom role with cloudscheduler.jobs.create, "#)
          && $0.contains("gcloud projects add-iam-policy-binding acme-prod")
      }, "\(findings)")
    #expect(
      findings.contains {
        $0.contains(
          "'arn:aws:iam::111122223333:role/deploy', who is to deploy or to start jobs, is not in account 111122223333")
      }, "\(findings)")
    let foreign = audit.run(words + ["--deployer", "arn:aws:iam::999988887777:role/ci"], in: folder)
    #expect(
      foreign.stderr.contains(
        "not judged: what 'arn:aws:iam::999988887777:role/ci' needs: no job is deployed where it is"))
    #expect(
      foreign.records("access-need").contains {
        $0.contains(#""identity":"","purpose":"deployer","grants":["iam:PassRole"]"#)
      })
    let human = audit.run(words + ["--job", "thumbs", "-o", "human"], in: folder)
    #expect(
      human.stdout.contains("\nwhoever deploys to AWS\n  unknown   cloudwatch:DescribeAlarms, "), "\(human.stdout)")
    #expect(human.stdout.contains("role/thumbs, iam:PassedToService lambda.amazonaws.com\n"), "\(human.stdout)")
    #expect(
      human.stdout.contains("\n  hint: say who that is by --deployer to see what they have of it\n\n"),
      "\(human.stdout)")
  }

  @Test("of jobs on ECS and Batch is told what their manifests tell, and what they do not")
  func containers() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: crunch, tenant: acme, annotations: {jobs/cluster: main}}
      spec:
        target: aws.ecs
        image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/crunch:1
        identity: arn:aws:iam::111122223333:role/thumbs

      """, to: "more/crunch.yaml")
    let found = audit.run(["recommend", "more", "-e", "prod", "--iam", "account.json"], in: folder)
    #expect(found.status == 1, "\(found.stderr)")
    let needs = found.records("access-need")
    #expect(
      needs.contains { $0.contains(#""identity":"","purpose":"execution","grants":["ecr:GetAuthorizationToken"]"#) })
    #expect(
      needs.contains {
        $0.contains(#""purpose":"operator","grants":["iam:PassRole"]"#) && $0.contains("ecs-tasks.amazonaws.com")
      }, "\(needs)")
    // What the role has beside nothing that is known to be needed.
    #expect(found.records("finding").contains { $0.contains("RC103") && $0.contains("role/thumbs") }, "\(found.stdout)")
    #expect(found.stderr.contains("not judged: which execution role 'acme/prod/crunch' has"), "\(found.stderr)")
    folder.write((folder.text(of: "more/crunch.yaml") ?? "").replacing("crunch", with: "munch"), to: "more/munch.yaml")
    let one = audit.run(["recommend", "more", "-e", "prod", "--job", "munch"], in: folder)
    #expect(one.records("access-need").allSatisfy { $0.contains(#""jobs":["acme/prod/munch"]"#) }, "\(one.stdout)")
    #expect(!one.records("access-need").isEmpty)
    let named = audit.run(
      [
        "recommend", "more", "-e", "prod", "--iam", "account.json", "--operator",
        "arn:aws:iam::111122223333:role/thumbs",
      ],
      in: folder)
    #expect(
      named.records("finding").contains {
        $0.contains("'arn:aws:iam::111122223333:role/thumbs' may not 'ecs:RunTask'") && $0.contains("RC101")
      }, "\(named.stdout)")
  }

  @Test(
    "with what whoever starts a job is told to need, and nothing else, it is started, followed and cancelled",
    .enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func operating() throws {
    let world = try #require(CloudRunWorld(beside: ["iam", "cloudresourcemanager"]))
    let told = audit.run(["recommend", "jobs", "-e", "prod", "--operator", "user:ann@acme.example"], in: world.folder)
    let permissions = Set(
      told.records("access-need").filter { $0.contains(#""purpose":"operator""#) }.flatMap { record in
        record.split(separator: #""permissions":["#)[1].prefix { $0 != "]" }.split { "\",".contains($0) }.map(
          String.init)
      })
    #expect(permissions.contains("run.jobs.runWithOverrides"), "\(told.stderr)")
    let reply = LoopbackClient(world.double.port("iam")).send(
      "POST", "/v1/permissions:queryTestablePermissions",
      ["Authorization: Bearer \(world.double.token())", "Content-Type: application/json"],
      body: #"{"fullResourceName":"//cloudresourcemanager.googleapis.com/projects/acme-prod","pageSize":1000}"#)
    var others: [String] = []
    var count = 0
    while let name = reply.text("permissions.\(count).name") {
      if !permissions.contains(name) { others.append("\"\(name)\"") }
      count += 1
    }
    #expect(others.contains("\"run.jobs.update\"") && count > others.count)
    try #require(world.double.set(#"{"denied":[\#(others.joined(separator: ","))]}"#))
    #expect(world.double.outcome(#"{"result":"failed","exitCode":3,"lines":["one"]}"#))
    let run = world.run(["now", "report", "jobs", "-e", "prod", "--set-env", "A=b"])
    #expect(run.status == 3 && run.stderr.contains("one"), "\(run.stderr)")
    #expect(world.double.outcome(#"{"result":"running"}"#))
    let begun = world.run(["now", "report", "jobs", "-e", "prod", "--detach"])
    #expect(begun.status == 0, "\(begun.stderr)")
    let cancel = world.run(["cancel", "report"])
    #expect(cancel.status == 0 && cancel.stdout.contains(#""state":"cancelled""#), "\(cancel.stdout) \(cancel.stderr)")
  }

  @Test("for people it is a list by identity, and a table in Markdown")
  func words() {
    let arguments = ["recommend", "jobs", "-e", "prod", "--iam", "assets.ndjson", "-o"]
    let human = audit.run(arguments + ["human"], in: folder)
    #expect(
      human.stdout.hasPrefix(
        "\(Self.account)\n  missing   roles/secretmanager.secretAccessor on //secretmanager.googleapis.com/projects/acme-prod/secrets/db-password\n"
      ), "\(human.stdout)")
    #expect(human.stdout.contains("\n    run:  gcloud run jobs add-iam-policy-binding report "), "\(human.stdout)")
    let markdown = audit.run(arguments + ["markdown"], in: folder)
    #expect(markdown.stdout.hasPrefix("### What jobs need\n\n| Identity | State |"), "\(markdown.stdout)")
    #expect(markdown.stdout.contains("### Findings of jobs-audit"))
    let array = audit.run(arguments + ["json"], in: folder)
    #expect(array.stdout.hasPrefix("["))
    let head = Tool.shell("jobs-audit recommend jobs -e prod | head -n 1", in: folder)
    #expect(head.status == 0, "a reader that goes away is a quiet end")
  }

  @Test(
    "wrong use is 2, and what cannot be told is a gap",
    arguments: [
      (["--job", "reprot"], "hint: 'report' may be meant"), (["--iam", "none.json"], "cannot read 'none.json'"),
      (["--access", "assets.ndjson"], "neither an event of CloudTrail nor"), (["--iam", "trail.json"], "hint: "),
      (["--deployer", "ann@acme.example"], "hint: write 'user:ann@acme.example'"),
      (["--iam", "-", "--access", "-"], "standard input is named for --iam and for --access, and can be read once"),
      (["--operator", "ann@acme.example"], "--operator 'ann@acme.example' is no identity"),
      (["--deployer", "allUsers"], "is no identity"), (["--deployer", "user:ann"], "is nobody who could do that"),
      (["--deployer", "domain:acme.example"], "is nobody who could do that"),
      (["--deployer", "arn:aws:sts::111122223333:assumed-role/x/y"], "it is a session: name its role"),
    ])
  func wrong(arguments: [String], words: String) {
    let found = audit.run(["recommend", "jobs", "-e", "prod"] + arguments, in: folder)
    #expect(found.status == 2)
    #expect(found.stderr.contains(words), "\(found.stderr)")
  }

  @Test("a job whose place is not known is a gap, and one of a host is not judged")
  func gaps() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: local}\nspec: {command: [/bin/true]}\n", to: "host/local.yaml")
    let host = audit.run(["recommend", "host", "-e", "prod"], in: folder)
    #expect(host.status == 0, "\(host.stderr)")
    #expect(host.stderr.contains("not judged: what '-/prod/local' needs"), "\(host.stderr)")
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments: {prod: {aws: {region: eu-west-1}}}\n",
      to: "jobs.yaml")
    let lost = audit.run(["recommend", "jobs/thumbs.yaml", "-e", "prod"], in: folder)
    #expect(lost.status == 4, "\(lost.stderr)")
    #expect(lost.stderr.contains("its account is not known"), "\(lost.stderr)")
  }
}
