import JobsAudit
import JobsCore
import JobsDeploy
import JobsManifest
import Testing

@testable import JobsAWS

@Suite struct LambdaRightsTests {
  private static func rights(_ change: (inout Job) -> Void = { _ in }) throws -> LambdaRights {
    try LambdaRights(of: .onLambda(change), account: "111122223333", region: "eu-west-1")
  }

  @Test func `a function needs to write its log and read its secrets, and its caller to call it`() throws {
    let rights = try Self.rights { $0.run.secrets = [Pair("A", "db-password")] }
    #expect(rights.role == "arn:aws:iam::111122223333:role/jobs/acme-prod-report-eu-west-1-run")
    #expect(
      rights.statements.map(\.actions) == [
        ["logs:CreateLogGroup"], ["logs:CreateLogStream", "logs:PutLogEvents"], ["secretsmanager:GetSecretValue"],
      ])
    #expect(
      rights.statements.last?.resources == [
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-password-??????"
      ])
    #expect(rights.caller == "arn:aws:iam::111122223333:role/jobs/acme-prod-report-eu-west-1-call")
    #expect(
      rights.callerStatements == [
        .init(
          actions: ["lambda:InvokeFunction"],
          resources: ["arn:aws:lambda:eu-west-1:111122223333:function:acme-prod-report:live"])
      ])
  }

  /// What we grant ourselves, held against what AWS says of its actions.
  @Test func `what deploying grants names actions that there are, on resources on which they act`() throws {
    let place = LambdaPlace(account: "111122223333", region: "eu-west-1")
    let repository = try GitHubRepository("acme/jobs")
    let deploying = try DeployAccess(
      account: place.account, region: place.region, role: "jobs-deploy", repository: repository, environment: "prod",
      tenant: "acme", project: "acme-jobs")
    let secret = "\(place.secretARN("db"))-??????"
    for json in [
      place.executionPolicy("acme-prod-report", secrets: [secret]).json, place.invokerPolicy("acme-prod-report").json,
      deploying.permissions.json,
    ] {
      var estate = Estate()
      var values = ValueReader(bytes: json, name: "'policy'")
      try EstateReader { _ in }.read(&values, file: "policy", into: &estate)
      let found = estate.singles.flatMap { AccountRules.check($0.account) }
      #expect(estate.singles.count == 1)
      #expect(found.filter { ["AI112", "AI115"].contains($0.rule.code) }.map(\.message) == [])
    }
  }

  @Test func `roles that the job names are those, and what nothing starts has no caller`() throws {
    let role = "arn:aws:iam::111122223333:role/app"
    #expect(try Self.rights { $0.identity = role }.role == role)
    #expect(try Self.rights { $0.annotations = [Pair("jobs/invoker", role)] }.caller == role)
    #expect(try Self.rights { $0.schedules = [] }.caller == nil)
    #expect(try Self.rights { $0.enabled = false }.caller == nil)
    #expect(throws: ExpansionRefusal.self) { try Self.rights { $0.annotations = [Pair("jobs/invoker", "somebody")] } }
    #expect(throws: ExpansionRefusal.self) { try Self.rights { $0.run.secrets = [Pair("A", "a b")] } }
  }
}
