import JobsAWS
import JobsAudit
import JobsCore
import JobsDeploy
import JobsGCP
import JobsManifest

/// What the identities of jobs need, taken from what deploying these jobs grants.
struct JobNeeds {
  /// Accounts of AWS that the input tells of.
  let accounts: [String]
  /// Those of the jobs that are asked for, in the order of the input.
  private(set) var identities: [String] = []
  private(set) var gaps: [String] = []
  private(set) var remarks: [String] = []
  private var needs: [String: [AccessNeed]] = [:]
  private var users: [String: [String]] = [:]

  init(accounts: [String]) { self.accounts = accounts }

  /// What an identity needs for all its jobs.
  func of(_ identity: String) -> [AccessNeed] { AccessNeed.merged(needs[identity] ?? []) }

  /// The ids of its jobs.
  func jobs(of identity: String) -> [String] { users[identity] ?? [] }

  /// - Parameter isAsked: whether its identities are to be told of; those that it shares count for all their jobs.
  mutating func add(_ job: Job, isAsked: Bool) {
    do throws(ExpansionRefusal) {
      switch job.target.kind {
      case .cloudRun: try addCloudRun(job, isAsked)
      case .lambda: try addLambda(job, isAsked)
      default:
        if isAsked {
          remarks.append("what '\(job.id)' needs: jobs of '\(job.target.kind.rawValue)' are granted nothing")
        }
      }
    } catch {
      if isAsked { gaps.append("what '\(job.id)' needs: \(error.message)") }
    }
  }

  private mutating func addCloudRun(_ job: Job, _ isAsked: Bool) throws(ExpansionRefusal) {
    let rights = try JobRights(of: job)
    if let identity = rights.identity {
      meet(identity, job, isAsked)
    } else if isAsked {
      remarks.append("what '\(job.id)' has: it names no 'identity', and runs as the default account of its project")
    }
    if let caller = rights.caller { meet(caller, job, isAsked) }
    for right in rights.rights {
      needs[right.account, default: []].append(
        AccessNeed(
          jobs: [job.id], identity: right.account, purpose: right.isOfCaller ? .invoker : .runtime,
          right: .role(right.role, sufficient: right.sufficientRoles, permission: right.permission),
          resource: right.resource, why: right.purpose, at: Self.place(of: job)))
    }
  }

  private mutating func addLambda(_ job: Job, _ isAsked: Bool) throws(ExpansionRefusal) {
    guard let account = job.target.account ?? (accounts.count == 1 ? accounts[0] : nil) else {
      throw ExpansionRefusal(
        "its account is not known", hint: "write 'account' under 'aws' of the environment in jobs.yaml")
    }
    guard let region = job.target.region else {
      throw ExpansionRefusal("its region is not known", hint: "choose an environment that has one with --env")
    }
    let rights = try LambdaRights(of: job, account: account, region: region)
    meet(rights.role, job, isAsked)
    add(rights.statements, job, rights.role, .runtime)
    guard let caller = rights.caller else { return }
    meet(caller, job, isAsked)
    add(rights.callerStatements, job, caller, .invoker)
  }

  private mutating func add(
    _ statements: [LambdaRights.Statement], _ job: Job, _ role: String, _ purpose: AccessNeed.Purpose
  ) {
    for statement in statements {
      for resource in statement.resources {
        let service = statement.actions.first?.split(separator: ":").first ?? ""
        let why =
          switch service {
          case "logs": "it writes its log"
          case "secretsmanager": "it reads the secret '\(Self.secret(resource))'"
          default: "its schedules start it"
          }
        needs[role, default: []].append(
          AccessNeed(
            jobs: [job.id], identity: role, purpose: purpose, right: .actions(statement.actions), resource: resource,
            why: why, at: Self.place(of: job)))
      }
    }
  }

  /// The name of a secret, without what stands for the end of its ARN.
  private static func secret(_ arn: String) -> String {
    let name = arn.split(separator: ":").last.map(String.init) ?? arn
    return name.hasSuffix("-??????") ? String(name.dropLast("-??????".count)) : name
  }

  private static func place(of job: Job) -> Location {
    guard let origin = job.origin else { return .start(of: job.id) }
    return Location(
      file: origin.file, line: origin.line, column: origin.column, endLine: origin.line, endColumn: origin.column)
  }

  private mutating func meet(_ identity: String, _ job: Job, _ isAsked: Bool) {
    if users[identity]?.contains(job.id) != true { users[identity, default: []].append(job.id) }
    if isAsked, !identities.contains(identity) { identities.append(identity) }
  }
}
