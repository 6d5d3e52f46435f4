import JobsCore
package import JobsManifest

/// A rule over one job, with what is known of the others and of its identity.
protocol ManifestRule: SendableMetatype {
  static var rule: AuditRule { get }
  static func check(_ job: Job, _ context: ManifestContext) -> Finding?
}

/// What rules over jobs have to know beside the job.
package struct ManifestContext: Sendable {
  /// Environments whose jobs are judged more strictly.
  package var protected: Set<String>
  /// Those of them that somebody named for just these jobs, in the order in which they were.
  package var named: [String] = []
  /// Names of jobs by the identity that they share, each once.
  package var users: [String: [String]]
  /// What jobs that name no identity run as, by their ids: roles that are made with them, or that their definitions name.
  package var made: [String: String] = [:]
  /// A path from an identity to all rights, or the identity's own, where the input tells of one.
  package var powers: [String: Finding]
  /// What the organisation asks; nil where nobody said so.
  package var organisation: AuditPolicy?

  /// Identities of which the input tells all that they may do; nil where it tells of nobody.
  package var known: Set<String>?
  /// What scanners found in images.
  package var images: [ImageReport] = []

  /// What is judged more strictly where nobody says what is.
  package static let usuallyProtected: Set<String> = ["prod"]

  package init(
    _ jobs: [Job], protected: Set<String>, powers: [String: Finding] = [:], organisation: AuditPolicy? = nil
  ) {
    self.protected = protected
    self.powers = powers
    self.organisation = organisation
    users = [:]
    for job in jobs {
      guard let identity = job.identity, !job.runsOnHost else { continue }
      let name = "\(job.tenant ?? "-")/\(job.name)"
      if users[identity]?.contains(name) != true { users[identity, default: []].append(name) }
    }
  }

  /// What the organisation asks of the job's environment.
  func asked(of job: Job) -> AuditPolicy.Environment? { organisation?.environment(job.env) }

  /// As whom a job runs, as far as anybody knows; nil for one on a host, where that is a user.
  func identity(of job: Job) -> String? { job.runsOnHost ? nil : job.identity ?? made[job.id] }

  /// All as whom jobs run.
  package func identities(of jobs: [Job]) -> [String] { Set(jobs.compactMap { identity(of: $0) }).sorted() }

  func isProtected(_ job: Job) -> Bool { job.env.map(protected.contains) ?? false }
}

extension Job {
  var runsOnHost: Bool { target.kind == .host || target.kind == .local }

  /// What it runs, in one text.
  var commandText: String { (run.command + run.args).joined(separator: " ") }

  /// A finding about it, at its place.
  func finding(
    _ rule: AuditRule, _ message: String, severity: FindingSeverity? = nil, hint: String, detail: String = ""
  ) -> Finding {
    let place = origin.map {
      Location(file: $0.file, line: $0.line, column: $0.column, endLine: $0.line, endColumn: $0.column)
    }
    var finding = Finding(
      rule, "job '\(name)' \(message)", resource: id, principal: identity, severity: severity, hint: hint,
      // A job has a record for each region.
      detail: "\(target.region ?? "") \(detail)", at: place ?? .start(of: "-"))
    finding.job = id
    return finding
  }
}
