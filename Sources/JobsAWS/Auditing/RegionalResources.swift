import JobsCloud
import JobsCore

/// Looks in one region for what runs there, and for functions, secrets, repositories and topics, whose policies say who else may use
/// them.
struct RegionalResources: Sendable {
  /// What there is, kind by kind, and what could not be listed.
  struct Found: Sendable {
    var reads: [[AccessRead]] = []
    var gaps: [String] = []
  }

  private let session: AWSSession
  private let region: String

  init(_ session: AWSSession, _ region: String) {
    self.session = session
    self.region = region
  }

  private enum Kind: String, CaseIterable {
    case functions
    case taskDefinitions = "task definitions"
    case jobDefinitions = "job definitions"
    case schedules, secrets, repositories, topics
  }

  /// Lists all kinds at once. A region that lets nobody in, as one that the account does not use, is a gap as any other.
  func find() async -> Found {
    let listed = await withTaskGroup(of: (Int, Result<[[AccessRead]], CloudFailure>).self) { group in
      for (at, kind) in Kind.allCases.enumerated() {
        group.addTask {
          do throws(CloudFailure) { return (at, .success(try await list(kind))) } catch { return (at, .failure(error)) }
        }
      }
      var listed: [Result<[[AccessRead]], CloudFailure>] = Kind.allCases.map { _ in .success([]) }
      for await (at, result) in group { listed[at] = result }
      return listed
    }
    var found = Found()
    for (kind, result) in zip(Kind.allCases, listed) {
      switch result {
      case .success(let reads): found.reads += reads
      case .failure(let failure): found.gaps.append("the \(kind.rawValue) in \(region): \(failure.fault.why)")
      }
    }
    // One word for a region of which nothing can be read.
    if found.reads.isEmpty, case .failure(let failure)? = listed.first {
      found.gaps = ["what runs in \(region), its secrets, repositories and topics: \(failure.fault.why)"]
    }
    return found
  }

  /// - Returns: what is read alike, list by list.
  private func list(_ kind: Kind) async throws(CloudFailure) -> [[AccessRead]] {
    func read(_ what: String, _ name: String, _ body: @escaping @Sendable () async throws -> [UInt8]?) -> AccessRead {
      AccessRead("the policy of \(what) '\(name)' in \(region)") { [try await body()].compactMap { $0 } }
    }
    switch kind {
    case .functions:
      let lambda = Lambda(try session.auditClient(.lambda, region))
      let pages = try await lambda.pages()
      return [
        [AccessRead("the functions in \(region)") { pages.map(\.audited) }],
        pages.flatMap(\.names).map { name in read("function", name) { try await lambda.policy(of: name) } },
      ]
    case .taskDefinitions:
      let ecs = ECS(try session.auditClient(.ecs, region))
      return [
        try await ecs.families().map { family in
          AccessRead("task definition '\(family)' in \(region)") { [try await ecs.audited(family: family)] }
        }
      ]
    case .jobDefinitions:
      let pages = try await Batch(try session.auditClient(.batch, region)).auditedDefinitions()
      return [[AccessRead("the job definitions in \(region)") { pages }]]
    case .schedules:
      let scheduler = Scheduler(try session.auditClient(.scheduler, region))
      return [
        try await scheduler.list().map(\.name).map { name in
          AccessRead("schedule '\(name.group)/\(name.name)' in \(region)") {
            try await scheduler.schedule(name.name, in: name.group).map { [WorkloadShape.bytes($0)] } ?? []
          }
        }
      ]
    case .secrets:
      let secrets = SecretsManager(try session.auditClient(.secrets, region))
      return [try await secrets.list().map { arn in read("secret", arn) { try await secrets.policy(of: arn) } }]
    case .repositories:
      let ecr = ECR(try session.auditClient(.ecr, region))
      return [try await ecr.list().map { one in read("repository", one.name) { try await ecr.policy(of: one) } }]
    case .topics:
      let sns = SNS(try session.auditClient(.sns, region))
      return [try await sns.list().map { arn in read("topic", arn) { try await sns.policy(of: arn) } }]
    }
  }
}
