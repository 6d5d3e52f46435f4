import TestSupport
import Testing

private let audit = Tool("jobs-audit")

/// What `jobs-audit` makes of what runs in AWS, as files tell it.
@Suite("jobs-audit and what runs in AWS")
struct JobsAuditWorkloadTests {
  private let folder = ToolFolder()
  private static let home = "111122223333"
  private static let secret = "s3cr3tPassw0rd"

  private static func document(_ statement: String) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statement)]}"#
  }

  private static func role(_ name: String, trusts service: String, _ statement: String) -> String {
    let trust = document(#"{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"\#(service)"}}"#)
    return
      #"{"RoleName":"\#(name)","RoleId":"AROA\#(name)","Arn":"arn:aws:iam::\#(home):role/\#(name)","AssumeRolePolicyDocument":\#(trust),"RolePolicyList":[{"PolicyName":"own","PolicyDocument":\#(document(statement))}]}"#
  }

  private static func function(_ name: String, role: String) -> String {
    #"{"FunctionName":"\#(name)","FunctionArn":"arn:aws:lambda:eu-west-1:\#(home):function:\#(name)","Role":"arn:aws:iam::\#(home):role/\#(role)","Version":"$LATEST"}"#
  }

  init() {
    let all = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#
    let code =
      #"{"Effect":"Allow","Action":"lambda:UpdateFunctionCode","Resource":"arn:aws:lambda:eu-west-1:111122223333:function:f"}"#
    let logs = #"{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}"#
    folder.write(
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"arn:aws:iam::\#(Self.home):user/eve","UserPolicyList":[{"PolicyName":"own","PolicyDocument":\#(Self.document(code))}]}],"RoleDetailList":["#
        + [
          Self.role("chief", trusts: "lambda.amazonaws.com", all),
          Self.role("tasks", trusts: "ecs-tasks.amazonaws.com", all),
          Self.role("begin", trusts: "ecs-tasks.amazonaws.com", logs),
        ].joined(separator: ",") + "]}", to: "account.json")
    folder.write(#"{"Functions":[\#(Self.function("f", role: "chief"))]}"#, to: "functions.json")
    folder.write(
      #"{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:eu-west-1:\#(Self.home):task-definition/acme-prod-crunch:4","status":"ACTIVE","family":"acme-prod-crunch","revision":4,"taskRoleArn":"arn:aws:iam::\#(Self.home):role/tasks","executionRoleArn":"arn:aws:iam::\#(Self.home):role/begin","requiresCompatibilities":["FARGATE"],"containerDefinitions":[{"name":"main","image":"x:1","privileged":true,"environment":[{"name":"DB_PASSWORD","value":"\#(Self.secret)"}],"secrets":[{"name":"KEY","valueFrom":"/crunch/key"}],"logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/crunch"}}}]}}"#,
      to: "task.json")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments: {prod: {aws: {account: "\(Self.home)", region: eu-west-1}}}

      """, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: crunch, tenant: acme}
      spec:
        target: aws.ecs
        image: \(Self.home).dkr.ecr.eu-west-1.amazonaws.com/crunch:1

      """, to: "jobs/crunch.yaml")
  }

  private func codes(_ run: ToolRun) -> [String] {
    run.records("finding").compactMap { record in
      record.split(separator: #""code":""#).dropFirst().first.map { String($0.prefix(5)) }
    }
  }

  @Test("what stands is judged, in every output, and no secret is shown")
  func rules() {
    let words = ["iam", "account.json", "functions.json", "task.json", "--no-policy"]
    let found = audit.run(words + ["-o", "ndjson"], in: folder)
    #expect(found.status == 1)
    #expect(
      codes(found).filter { $0.hasPrefix("AI14") }.sorted() == ["AI141", "AI141", "AI145", "AI146", "AI147"],
      "\(found.stdout)\(found.stderr)")
    #expect(found.stdout.contains(#""resource":"arn:aws:ecs:eu-west-1:111122223333:task-definition/acme-prod-crunch""#))
    for format in ["human", "json", "sarif", "csv", "markdown", "html", "ocsf", "github"] {
      let run = audit.run(words + ["-o", format], in: folder)
      #expect(!(run.stdout + run.stderr).contains(Self.secret), "\(format)")
      if format != "github" { #expect(run.stdout.contains("AI147"), "\(format) \(run.stderr)") }
    }
    // A part that cannot be read is a gap, and a whole that cannot be is none of the input.
    let odd = Self.function("g", role: "chief").replacing("\"Role\"", with: "\"role\"")
    folder.write("{\"Functions\":[\(Self.function("f", role: "none")),\n\(odd)]}", to: "odd.json")
    let partly = audit.run(["iam", "odd.json", "-o", "ndjson", "--no-policy"], in: folder)
    #expect(partly.status == 4 && partly.stdout.contains("function:g' at odd.json:2:"))
    folder.write("{\"Functions\":[\(odd)]}", to: "odd.json")
    let refused = audit.run(["iam", "odd.json", "-o", "ndjson", "--no-policy"], in: folder)
    #expect(
      refused.status == 2 && refused.stdout.isEmpty && refused.stderr.contains("line 1, column "), "\(refused.stderr)")
    folder.write(#"{"taskDefinitionArns":["arn:aws:ecs:eu-west-1:1:task-definition/t:1"]}"#, to: "names.json")
    let names = audit.run(["iam", "names.json", "--no-policy"], in: folder)
    #expect(
      names.status == 4 && names.stderr.contains("add what 'aws ecs describe-task-definition' says"), "\(names.stderr)")
  }

  @Test("a path through the code of a function is possible without it, and proven with it")
  func paths() {
    func path(_ more: String...) -> ToolRun {
      audit.run(
        ["paths", "account.json", "--no-policy", "-o", "ndjson", "--from", "eve", "--fail-on", "never"] + more,
        in: folder)
    }
    let alone = path("--privileged")
    #expect(alone.stdout.contains("a function that runs as 'chief'"), "\(alone.stdout)\(alone.stderr)")
    let proven = path("functions.json", "--privileged")
    #expect(proven.records("finding").count == 1 && proven.stdout.contains(#""verdict":"proven""#), "\(proven.stdout)")
    #expect(
      proven.stdout.contains(
        #""by":"lambda-003 lambda:UpdateFunctionCode of arn:aws:lambda:eu-west-1:111122223333:function:f""#))
    folder.write(Self.function("f", role: "other"), to: "functions.json")
    let other = path("functions.json", "--privileged")
    #expect(other.status == 0 && other.records("finding").isEmpty, "\(other.stdout)")
    let goal = path("functions.json", "--to", "f")
    #expect(
      goal.stdout.contains(#""to":"arn:aws:lambda:eu-west-1:111122223333:function:f""#), "\(goal.stdout)\(goal.stderr)")
    let none = path("task.json", "--to", "acme-prod-crunch:5")
    #expect(none.status == 2 && none.stderr.contains("the input does not hold 'eve' and 'acme-prod-crunch:5'"))
    let task = path("task.json", "--to", "acme-prod-crunch")
    #expect(
      task.stdout.contains(
        "iam:PassRole + ecs:RunTask of arn:aws:ecs:eu-west-1:111122223333:task-definition/acme-prod-crunch:4"),
      "the chief may, and without the functions eve may become the chief")
  }

  @Test("of a definition are taken what its job needs, and as whom it runs")
  func jobs() {
    let words = ["recommend", "jobs", "-e", "prod", "-o", "ndjson", "--no-policy", "--iam", "account.json"]
    let found = audit.run(words + ["--iam", "task.json"], in: folder)
    let needs = found.records("access-need")
    let begin = #""identity":"arn:aws:iam::111122223333:role/begin","purpose":"execution""#
    #expect(
      needs.contains { $0.contains(begin) && $0.contains("log-group:/ecs/crunch:*") && $0.contains(#""state":"has""#) },
      "\(found.stdout)\(found.stderr)")
    #expect(
      needs.contains { $0.contains(begin) && $0.contains("parameter/crunch/key") && $0.contains(#""state":"missing""#) }
    )
    #expect(!found.stderr.contains("which execution role") && !found.stderr.contains("as whom 'acme/prod/crunch' runs"))
    #expect(found.records("finding").contains { $0.contains("RC103") && $0.contains("role/tasks") }, "\(found.stdout)")
    let without = audit.run(words, in: folder)
    #expect(without.stderr.contains("which execution role 'acme/prod/crunch' has"), "\(without.stderr)")
    let manifests = ["manifests", "jobs", "-e", "prod", "-o", "ndjson", "--no-policy", "--iam", "account.json"]
    let judged = audit.run(manifests + ["--iam", "task.json"], in: folder)
    #expect(codes(judged).contains("JA103") && judged.stdout.contains("role/tasks"), "\(judged.stdout)\(judged.stderr)")
    let nameless = audit.run(manifests, in: folder)
    #expect(!codes(nameless).contains("JA103") && nameless.stderr.contains("on ECS: the definition says"))
  }

  @Test("a file that is named to limit what is judged is used whole, or nothing is judged")
  func limits() {
    let odd = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","When":"now"}]}"#
    let good = Self.document(#"{"Effect":"Allow","Action":"*","Resource":"*"}"#)
    for (option, name) in [("--scp", ""), ("--session-policy", "chief=")] {
      for text in [odd, "\(good)\n\(odd)", "{}", "", "[1]", "no JSON"] {
        folder.write(text, to: "limit.json")
        for verb in [["iam"], ["paths", "--privileged"]] {
          let run = audit.run(verb + ["account.json", option, "\(name)limit.json", "--no-policy"], in: folder)
          #expect(
            run.status == 2 && run.stdout.isEmpty && run.stderr.contains("limit.json"),
            "\(option) \(text) \(run.stderr)")
        }
      }
      folder.write("\(good)\n\(odd)", to: "limit.json")
      let run = audit.run(["iam", "account.json", option, "\(name)limit.json", "--no-policy"], in: folder)
      #expect(run.stderr.contains("line 2, column ") && run.stderr.contains("'When'"), "\(run.stderr)")
    }
  }
}
