import JobsAWS
import JobsAudit
import JobsCore
import JobsDeploy
import JobsGCP
import JobsManifest

/// What the identities of jobs need, taken from what deploying these jobs grants.
struct JobNeeds {
  /// Somebody who needs something.
  struct Who: Hashable {
    /// Empty where nobody is named.
    var identity: String
    var isOfAWS: Bool

    init(_ need: AccessNeed) { self.init(need.identity, isOfAWS: need.permissions.isEmpty) }

    init(_ identity: String, isOfAWS: Bool) {
      self.identity = identity
      self.isOfAWS = isOfAWS
    }
  }

  /// Accounts of AWS that the input tells of.
  let accounts: [String]
  /// Those who were named.
  let deployers: [Deployer]
  /// That of the jobs, as far as anybody knows.
  let project: ProjectFile?
  /// Those of the jobs that are asked for, in the order of the input.
  private(set) var identities: [Who] = []
  private(set) var gaps: [String] = []
  private(set) var remarks: [String] = []
  private var needs: [Who: [AccessNeed]] = [:]
  private var users: [Who: [String]] = [:]

  init(accounts: [String], deployers: [Deployer], project: ProjectFile?) {
    self.accounts = accounts
    self.deployers = deployers
    self.project = project
  }

  /// What an identity needs for all its jobs.
  func of(_ who: Who) -> [AccessNeed] { AccessNeed.merged(needs[who] ?? []) }

  /// The ids of its jobs.
  func jobs(of who: Who) -> [String] { users[who] ?? [] }

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
      meet(Who(identity, isOfAWS: false), job, isAsked)
    } else if isAsked {
      remarks.append("what '\(job.id)' has: it names no 'identity', and runs as the default account of its project")
    }
    if let caller = rights.caller { meet(Who(caller, isOfAWS: false), job, isAsked) }
    for right in rights.rights {
      add(
        AccessNeed(
          jobs: [job.id], identity: right.account, purpose: right.isOfCaller ? .invoker : .runtime,
          right: .role(right.role, sufficient: right.sufficientRoles, permissions: [right.permission]),
          resource: right.resource, why: right.purpose, at: Self.place(of: job)))
    }
    try addGoogleDeployer(of: job, isAsked)
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
    meet(Who(rights.role, isOfAWS: true), job, isAsked)
    add(rights.statements, job, rights.role, .runtime)
    if let caller = rights.caller {
      meet(Who(caller, isOfAWS: true), job, isAsked)
      add(rights.callerStatements, job, caller, .invoker)
    }
    try addAWSDeployer(of: job, account, region, own: rights.deployerStatements, isAsked)
  }

  mutating func add(_ need: AccessNeed) { needs[Who(need), default: []].append(need) }

  mutating func add(
    _ statements: [JobsAWS.PolicyDocument.Statement], _ job: Job, _ role: String, _ purpose: AccessNeed.Purpose
  ) {
    for statement in statements {
      for resource in statement.resources {
        let service = statement.actions.first?.split(separator: ":").first ?? ""
        let why =
          switch service {
          case _ where purpose == .deployer: Self.purpose(ofDeploying: statement)
          case "logs": "it writes its log"
          case "secretsmanager": "it reads the secret '\(Self.secret(resource))'"
          default: "its schedules start it"
          }
        add(
          AccessNeed(
            jobs: [job.id], identity: role, purpose: purpose, right: .actions(statement.actions), resource: resource,
            conditions: statement.equal.map { AccessNeed.Condition($0.key, $0.value) }, why: why,
            at: Self.place(of: job)))
      }
    }
  }

  /// The name of a secret, without what stands for the end of its ARN.
  private static func secret(_ arn: String) -> String {
    let name = arn.split(separator: ":").last.map(String.init) ?? arn
    return name.hasSuffix("-??????") ? String(name.dropLast("-??????".count)) : name
  }

  static func place(of job: Job) -> Location {
    guard let origin = job.origin else { return .start(of: job.id) }
    return Location(
      file: origin.file, line: origin.line, column: origin.column, endLine: origin.line, endColumn: origin.column)
  }

  mutating func meet(_ who: Who, _ job: Job, _ isAsked: Bool) {
    if users[who]?.contains(job.id) != true { users[who, default: []].append(job.id) }
    if isAsked, !identities.contains(who) { identities.append(who) }
  }
}
