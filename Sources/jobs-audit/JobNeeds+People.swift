import JobsAWS
import JobsAudit
import JobsCore
import JobsDeploy
import JobsGCP
import JobsManifest

/// What those need who deploy jobs, and start them by hand.
extension JobNeeds {
  /// Those who were named in a cloud; otherwise the usual one, or nobody by name.
  func named(_ all: [NamedIdentity], onAWS isAWS: Bool, or usual: String? = nil) -> [String] {
    let named = all.filter { $0.isOfAWS == isAWS }.map(\.identity)
    return named.isEmpty ? [usual ?? ""] : named
  }

  mutating func add(
    _ rights: [LeastRole], _ job: Job, of identities: [String], _ purpose: AccessNeed.Purpose, _ isAsked: Bool
  ) {
    for identity in identities {
      for right in rights {
        add(
          AccessNeed(
            jobs: [job.id], identity: identity, purpose: purpose,
            right: .role(right.role, sufficient: right.sufficientRoles, permissions: right.permissions),
            resource: right.resource, why: right.purpose, at: Self.place(of: job)), of: job, isAsked)
      }
    }
  }

  /// Whoever starts a job on AWS by hand.
  mutating func addOperator(
    of job: Job, _ account: String, _ region: String, _ isAsked: Bool
  ) throws(ExpansionRefusal) {
    let rights = try AWSOperatorRights(of: job, account: account, region: region).rights
    for identity in named(operators, onAWS: true) where Self.isOf(account, identity) {
      for right in rights { add(right.statement, job, identity, .operating, isAsked) { _ in right.purpose } }
    }
  }

  /// Whoever deploys a job to AWS.
  ///
  /// - Parameter own: what the job takes beside what all of its environment do.
  mutating func addDeployer(
    of job: Job, _ account: String, _ region: String, own: [JobsAWS.PolicyDocument.Statement], _ isAsked: Bool
  ) throws(ExpansionRefusal) {
    guard let env = job.env else {
      throw ExpansionRefusal("its environment is not known", hint: "choose one with --env")
    }
    let environment = project?.environment(named: env)
    let usual = environment?.awsRole.map { DeployAccess.roleARN($0, account: account, region: region) }
    for identity in named(deployers, onAWS: true, or: usual) where Self.isOf(account, identity) {
      let rights: EnvironmentRights
      do throws(Failure) {
        rights = try EnvironmentRights(
          account: account, region: region, deployer: identity.isEmpty ? nil : identity, environment: env,
          tenant: job.tenant, boundary: environment?.awsBoundary, retention: job.around.value.retention)
      } catch {
        throw ExpansionRefusal(error.message, hint: error.hint ?? "")
      }
      for statement in rights.statements + own {
        add(statement, job, identity, .deployer, isAsked) { _ in Self.purpose(ofDeploying: statement) }
      }
    }
  }

  /// Nobody of one account deploys to another, or starts runs there, but by a role of it.
  private static func isOf(_ account: String, _ identity: String) -> Bool {
    ARN(identity).map { $0.account == account } ?? true
  }

  /// What a statement is for, of whoever deploys.
  private static func purpose(ofDeploying statement: JobsAWS.PolicyDocument.Statement) -> String {
    let action = statement.actions.first ?? ""
    switch action.split(separator: ":").first ?? "" {
    case _ where statement.resources == ["*"]: return "they look at what there is"
    case "lambda" where action == "lambda:InvokeFunction":
      return "they try what they deployed, where 'verify.run' asks for it"
    case "lambda": return "they make and change functions"
    case "iam" where action == "iam:PassRole": return "they hand the roles of jobs to what runs and starts them"
    case "iam" where statement.actions.contains("iam:SimulatePrincipalPolicy"):
      return "they ask what they may do, before they do it"
    case "iam": return "they make and change the roles of jobs"
    case "scheduler": return "they make and change schedules"
    case "cloudwatch": return "they make and change alarms"
    case "ecr" where statement.actions.contains("ecr:PutLifecyclePolicy"): return "they say what becomes of old images"
    case "ecr": return "they see that images are there"
    case "sns": return "they see that topics of alarms are there"
    default: return "they see that secrets are there"
    }
  }
}
