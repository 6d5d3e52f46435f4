import JobsCore
import JobsDeploy
import JobsManifest
import Testing

@testable import JobsAWS

@Suite struct AWSNeedsTests {
  private static let place = LambdaPlace(account: "111122223333", region: "eu-west-1")

  private static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "report")
    job.target = Target(kind: .lambda, region: "eu-west-1")
    job.run.image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/jobs/report:7"
    job.run.secrets = [Pair("DB", "db:AWSPREVIOUS")]
    job.alerts = [Alert(when: "failed", route: "oncall")]
    job.schedules = [Schedule(cron: "30 2 * * *")]
    change(&job)
    return job
  }

  /// What a change of everything that a job needs calls for.
  private static func needs(
    _ action: Change.Action, of job: Job = job(), only paths: [String]? = nil, needsGroup: Bool = false
  ) throws -> AWSNeeds {
    var needs = AWSNeeds(in: place)
    for resource in try LambdaExpansion(job, in: place).expansion().resources {
      let (kind, name) = try #require(place.resource(resource.id))
      let fields = resource.fields.filter { paths?.contains($0.name) ?? true }
      guard paths == nil || !fields.isEmpty else { continue }
      let change = Change(
        id: resource.id, job: job.id, action: action,
        fields: fields.map {
          Change.Field(
            path: $0.name, applied: nil, live: action == .create ? nil : "old",
            desired: action == .delete ? nil : $0.value, kind: .change)
        }, precondition: "")
      needs.add(change, kind, name, action == .delete ? [] : resource.fields, needsGroup: needsGroup)
    }
    return needs
  }

  /// Actions, each with the end of what it is needed on.
  private static func lines(_ needs: AWSNeeds) -> [String] {
    needs.permissions.map { permission in
      let end = permission.resource.split(separator: ":").last ?? ""
      return "\(permission.action) \(end)\(permission.passedTo.map { " \($0)" } ?? "")"
    }.sorted()
  }

  @Test func `what is created calls for exactly what the calls need`() throws {
    let needs = try Self.needs(.create, needsGroup: true)
    #expect(
      Self.lines(needs) == [
        "cloudwatch:DescribeAlarms jobs-report-failed", "cloudwatch:PutMetricAlarm jobs-report-failed",
        "iam:CreateRole role/jobs/report-eu-west-1-call", "iam:CreateRole role/jobs/report-eu-west-1-run",
        "iam:GetRole role/jobs/report-eu-west-1-call", "iam:GetRole role/jobs/report-eu-west-1-run",
        "iam:PassRole role/jobs/report-eu-west-1-call scheduler.amazonaws.com",
        "iam:PassRole role/jobs/report-eu-west-1-run lambda.amazonaws.com",
        "iam:PutRolePolicy role/jobs/report-eu-west-1-call", "iam:PutRolePolicy role/jobs/report-eu-west-1-run",
        "iam:TagRole role/jobs/report-eu-west-1-call", "iam:TagRole role/jobs/report-eu-west-1-run",
        "lambda:CreateAlias report", "lambda:CreateFunction report", "lambda:GetFunction report",
        "lambda:GetFunctionConfiguration report", "lambda:PublishVersion report", "lambda:TagResource report",
        "lambda:UpdateAlias report", "scheduler:CreateSchedule schedule/jobs/report",
        "scheduler:CreateScheduleGroup schedule-group/jobs", "scheduler:GetSchedule schedule/jobs/report",
        "scheduler:GetScheduleGroup schedule-group/jobs", "scheduler:TagResource schedule-group/jobs",
      ])
    #expect(needs.images.map(\.repository.name) == ["jobs/report"] && needs.roles.isEmpty)
    #expect(needs.topics == ["arn:aws:sns:eu-west-1:111122223333:oncall"])
    #expect(needs.secrets.map(\.secret.id) == ["db"] && needs.secrets.first?.secret.version == .stage("AWSPREVIOUS"))
    #expect(
      needs.statements["arn:aws:iam::111122223333:role/jobs/report-eu-west-1-run"]?.contains("secret:db-??????") == true
    )
    #expect(try Self.needs(.create).permissions.contains { $0.action == "scheduler:CreateScheduleGroup" } == false)
  }

  @Test func `a change of a part calls for no more than that`() throws {
    #expect(
      Self.lines(try Self.needs(.update, only: ["MemorySize"])) == [
        "iam:PassRole role/jobs/report-eu-west-1-run lambda.amazonaws.com", "lambda:GetFunction report",
        "lambda:GetFunctionConfiguration report", "lambda:PublishVersion report", "lambda:TagResource report",
        "lambda:UpdateAlias report", "lambda:UpdateFunctionConfiguration report",
      ])
    let image = try Self.needs(.update, only: ["Code.ImageUri"])
    #expect(image.permissions.contains { $0.action == "lambda:UpdateFunctionCode" })
    #expect(!image.permissions.contains { ["iam:PassRole", "lambda:UpdateFunctionConfiguration"].contains($0.action) })
    #expect(try Self.needs(.update, only: ["MemorySize"]).images.isEmpty)
    #expect(
      Self.lines(try Self.needs(.update, only: ["State"])) == [
        "iam:PassRole role/jobs/report-eu-west-1-call scheduler.amazonaws.com",
        "scheduler:GetSchedule schedule/jobs/report", "scheduler:UpdateSchedule schedule/jobs/report",
      ])
    #expect(
      Self.lines(try Self.needs(.update, only: ["Trust.Statement"])).contains(
        "iam:UpdateAssumeRolePolicy role/jobs/report-eu-west-1-run"))
  }

  @Test func `what is deleted calls for its deletion, and for nothing to be there`() throws {
    let needs = try Self.needs(.delete)
    #expect(
      needs.permissions.map(\.action).filter { $0.contains("Delete") }.sorted() == [
        "cloudwatch:DeleteAlarms", "iam:DeleteRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DeleteRolePolicy",
        "lambda:DeleteFunction", "scheduler:DeleteSchedule",
      ])
    #expect(needs.secrets.isEmpty && needs.images.isEmpty && needs.topics.isEmpty && needs.roles.isEmpty)
    #expect(!needs.permissions.contains { $0.action == "iam:PassRole" })
  }

  @Test func `what goes out of use and comes back is tagged and untagged`() throws {
    for (action, desired, more) in [
      (Change.Action.quarantine, Resource.Value("2026-11-21"), [] as [String]),
      (.update, nil, ["lambda:UntagResource"]),
    ] {
      var needs = AWSNeeds(in: Self.place)
      let change = Change(
        id: "", job: "", action: action,
        fields: [Change.Field(path: "quarantined", applied: nil, live: nil, desired: desired, kind: .change)],
        precondition: "")
      needs.add(change, .function, "f", [], needsGroup: false)
      #expect(
        needs.permissions.map(\.action).sorted() == (["lambda:GetFunction", "lambda:TagResource"] + more).sorted())
    }
  }

  @Test func `a role of others has to be there, one of another account cannot be asked about`() throws {
    let role = "arn:aws:iam::111122223333:role/report"
    #expect(try Self.needs(.create, of: Self.job { $0.identity = role }).roles == [role])
    #expect(try Self.needs(.create, of: Self.job { $0.identity = "arn:aws:iam::444455556666:role/x" }).roles.isEmpty)
    let image = "444455556666.dkr.ecr.eu-west-1.amazonaws.com/report:1"
    #expect(try Self.needs(.create, of: Self.job { $0.run.image = image }).images.isEmpty)
  }

  @Test func `each question asks the same of all that it is about`() throws {
    let questions = try Self.needs(.create).questions
    let asked = questions.flatMap { question in
      question.actions.flatMap { action in question.resources.map { "\(action) \($0) \(question.passedTo ?? "")" } }
    }
    #expect(asked.count == (try Self.needs(.create)).permissions.count && Set(asked).count == asked.count)
    #expect(questions.contains { $0.actions.contains("iam:CreateRole") && $0.resources.count == 2 })
  }

  @Test func `what is missing is said with the statement that grants it`() {
    let question = IAM.Question(actions: ["iam:PassRole"], resources: ["r1", "r2"], passedTo: "lambda.amazonaws.com")
    let verdict = { (resource: String, decision: IAM.Verdict.Decision, unknown: [String]) in
      IAM.Verdict(action: "iam:PassRole", resource: resource, decision: decision, unknown: unknown)
    }
    let both = AWSNeeds.missing([verdict("r2", .notAllowed, []), verdict("r1", .notAllowed, [])], of: question)
    #expect(
      both == [
        Missing(
          "permission 'iam:PassRole' is missing on 'r1' and 1 more",
          hint:
            #"grant this identity {"Effect":"Allow","Action":"iam:PassRole","Resource":["r1","r2"],"Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}}"#
        )
      ])
    #expect(AWSNeeds.missing([verdict("r1", .allowed, [])], of: question).isEmpty)
    for (decision, hint) in [
      (IAM.Verdict.Decision.denied, "a policy denies it"), (.outOfBounds, "the permissions boundary"),
      (.outOfOrganization, "a policy of the organization"),
    ] {
      #expect(AWSNeeds.missing([verdict("r1", decision, [])], of: question).first?.hint?.hasPrefix(hint) == true)
    }
    let open = AWSNeeds.missing([verdict("r1", .notAllowed, ["aws:RequestedRegion"])], of: question)
    #expect(open.first?.isCertain == false && open.first?.message.contains("aws:RequestedRegion") == true)
  }

  @Test(arguments: [
    ("arn:aws:iam::111122223333:root", AWSPrincipal.root),
    ("arn:aws:iam::111122223333:user/ops/ci", .user("arn:aws:iam::111122223333:user/ops/ci")),
    ("arn:aws:sts::111122223333:assumed-role/deploy/ci-7", .role("deploy")),
    ("arn:aws:sts::111122223333:federated-user/x", .other), ("arn:aws:sts::123456789012:user/moto", .other),
    ("x", .other),
    ("arn:aws:sts::111122223333:assumed-role/deploy", .other),
  ]) func `who calls is known by the ARN`(arn: String, principal: AWSPrincipal) {
    #expect(AWSPrincipal(arn) == principal)
  }
}
