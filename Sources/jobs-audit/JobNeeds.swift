import JobsAudit
import JobsCore
import JobsDeploy
import JobsManifest

/// What is needed for jobs, by whom: taken from what deploying them grants, and from what is called for them.
struct JobNeeds {
  /// Somebody who needs something.
  struct Who: Hashable {
    /// Empty where nobody is named.
    var identity: String
    var isOfAWS: Bool
    /// What it needs something for, where nobody is named.
    var purpose: AccessNeed.Purpose?

    init(_ need: AccessNeed) {
      self.init(need.identity, isOfAWS: need.permissions.isEmpty, purpose: need.identity.isEmpty ? need.purpose : nil)
    }

    init(_ identity: String, isOfAWS: Bool, purpose: AccessNeed.Purpose? = nil) {
      self.identity = identity
      self.isOfAWS = isOfAWS
      self.purpose = purpose
    }
  }

  /// Accounts of AWS that the input tells of.
  let accounts: [String]
  /// What the input tells to run in AWS.
  let workloads: AWSWorkloads
  /// Those who were named to deploy.
  let deployers: [NamedIdentity]
  /// Those who were named to start runs by hand.
  let operators: [NamedIdentity]
  /// That of the jobs, as far as anybody knows.
  let project: ProjectFile?
  /// Those of the jobs that are asked for, in the order of the input.
  private(set) var identities: [Who] = []
  /// What could not be told, and ought to have been.
  private(set) var gaps: [String] = []
  /// What is not told here at all.
  private(set) var remarks: [String] = []
  private var needs: [Who: [AccessNeed]] = [:]
  private var users: [Who: [String]] = [:]

  init(
    accounts: [String], workloads: AWSWorkloads, deployers: [NamedIdentity], operators: [NamedIdentity],
    project: ProjectFile?
  ) {
    self.accounts = accounts
    self.workloads = workloads
    self.deployers = deployers
    self.operators = operators
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
      case .ecs, .batch: try addContainers(job, isAsked)
      case .host, .local:
        remark("what '\(job.id)' needs: it runs on a host, where no cloud grants it anything", isAsked)
      }
    } catch {
      if isAsked { gaps.append("what '\(job.id)' needs: \(error.message)") }
    }
  }

  /// Those who were named and have nothing to do with the jobs that are asked for, a sentence each.
  var idle: [String] {
    func idle(_ named: [NamedIdentity], _ act: String) -> [String] {
      named.filter { !identities.contains(Who($0.identity, isOfAWS: $0.isOfAWS)) }.map {
        "what '\($0.identity)' needs: no job \(act) where it is"
      }
    }
    return idle(deployers, "is deployed") + idle(operators, "is started")
  }

  mutating func remark(_ words: String, _ isAsked: Bool) {
    if isAsked, !remarks.contains(words) { remarks.append(words) }
  }

  mutating func meet(_ who: Who, _ job: Job, _ isAsked: Bool) {
    if users[who]?.contains(job.id) != true { users[who, default: []].append(job.id) }
    if isAsked, !identities.contains(who) { identities.append(who) }
  }

  /// Adds a need of somebody, who is told of where that is asked for.
  mutating func add(_ need: AccessNeed, of job: Job, _ isAsked: Bool) {
    // Whoever has no name shares nothing.
    guard isAsked || !need.identity.isEmpty else { return }
    let who = Who(need)
    meet(who, job, isAsked)
    needs[who, default: []].append(need)
  }

  static func place(of job: Job) -> Location {
    guard let origin = job.origin else { return .start(of: job.id) }
    return Location(
      file: origin.file, line: origin.line, column: origin.column, endLine: origin.line, endColumn: origin.column)
  }
}
