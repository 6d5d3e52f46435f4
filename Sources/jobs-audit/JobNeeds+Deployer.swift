import JobsAWS
import JobsAudit
import JobsCore
import JobsDeploy
import JobsGCP
import JobsManifest

extension JobNeeds {
  /// Whoever deploys to a cloud; nobody by name where none was named.
  private func deployers(onAWS isAWS: Bool, or usual: String? = nil) -> [String] {
    let named = deployers.filter { $0.isOfAWS == isAWS }.map(\.identity)
    return named.isEmpty ? [usual ?? ""] : named
  }

  mutating func addGoogleDeployer(of job: Job, _ isAsked: Bool) throws(ExpansionRefusal) {
    let rights = try DeployerRights(of: job).rights
    for identity in deployers(onAWS: false) {
      meet(Who(identity, isOfAWS: false), job, isAsked)
      for right in rights {
        add(
          AccessNeed(
            jobs: [job.id], identity: identity, purpose: .deployer,
            right: .role(right.role, sufficient: right.sufficientRoles, permissions: right.permissions),
            resource: right.resource, why: right.purpose, at: Self.place(of: job)))
      }
    }
  }

  /// - Parameter own: what the job takes beside what all of its environment do.
  mutating func addAWSDeployer(
    of job: Job, _ account: String, _ region: String, own: [JobsAWS.PolicyDocument.Statement], _ isAsked: Bool
  ) throws(ExpansionRefusal) {
    guard let env = job.env else {
      throw ExpansionRefusal("its environment is not known", hint: "choose one with --env")
    }
    let environment = project?.environment(named: env)
    let usual = environment?.awsRole.map { DeployAccess.roleARN($0, account: account, region: region) }
    for identity in deployers(onAWS: true, or: usual) {
      // Accounts do not deploy to each other.
      if let arn = ARN(identity), arn.account != account { continue }
      let rights: EnvironmentRights
      do throws(Failure) {
        rights = try EnvironmentRights(
          account: account, region: region, deployer: identity.isEmpty ? nil : identity, environment: env,
          tenant: job.tenant, boundary: environment?.awsBoundary, retention: job.around.value.retention)
      } catch {
        throw ExpansionRefusal(error.message, hint: error.hint ?? "")
      }
      meet(Who(identity, isOfAWS: true), job, isAsked)
      add(rights.statements + own, job, identity, .deployer)
    }
  }

  /// What a statement is for, of whoever deploys.
  static func purpose(ofDeploying statement: JobsAWS.PolicyDocument.Statement) -> String {
    let action = statement.actions.first ?? ""
    switch action.split(separator: ":").first ?? "" {
    case _ where statement.resources == ["*"]: return "it looks at what there is"
    case "lambda" where action == "lambda:InvokeFunction":
      return "it tries what it deployed, where 'verify.run' asks for it"
    case "lambda": return "it makes and changes functions"
    case "iam" where action == "iam:PassRole": return "it hands the roles of jobs to what runs and starts them"
    case "iam" where statement.actions.contains("iam:SimulatePrincipalPolicy"):
      return "it asks what it may do, before it does it"
    case "iam": return "it makes and changes the roles of jobs"
    case "scheduler": return "it makes and changes schedules"
    case "cloudwatch": return "it makes and changes alarms"
    case "ecr" where statement.actions.contains("ecr:PutLifecyclePolicy"): return "it says what becomes of old images"
    case "ecr": return "it sees that images are there"
    case "sns": return "it sees that topics of alarms are there"
    default: return "it sees that secrets are there"
    }
  }
}
