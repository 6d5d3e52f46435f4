import JobsCloud
import JobsCore

/// Looks in one region for functions, secrets, repositories and topics, whose policies say who else may use them.
struct RegionalPolicies: Sendable {
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

  private enum Kind: String, CaseIterable { case functions, secrets, repositories, topics }

  /// Lists all kinds at once. A region that lets nobody in, as one that the account does not use, is a gap as any other.
  func find() async -> Found {
    let listed = await withTaskGroup(of: (Int, Result<[AccessRead], CloudFailure>).self) { group in
      for (at, kind) in Kind.allCases.enumerated() {
        group.addTask {
          do throws(CloudFailure) { return (at, .success(try await list(kind))) } catch { return (at, .failure(error)) }
        }
      }
      var listed: [Result<[AccessRead], CloudFailure>] = Kind.allCases.map { _ in .success([]) }
      for await (at, result) in group { listed[at] = result }
      return listed
    }
    var found = Found()
    for (kind, result) in zip(Kind.allCases, listed) {
      switch result {
      case .success(let reads): found.reads.append(reads)
      case .failure(let failure): found.gaps.append("the \(kind.rawValue) in \(region): \(failure.fault.why)")
      }
    }
    // One word for a region of which nothing can be read.
    if found.reads.isEmpty, case .failure(let failure)? = listed.first {
      found.gaps = ["functions, secrets, repositories and topics in \(region): \(failure.fault.why)"]
    }
    return found
  }

  private func list(_ kind: Kind) async throws(CloudFailure) -> [AccessRead] {
    func read(_ what: String, _ name: String, _ body: @escaping @Sendable () async throws -> [UInt8]?) -> AccessRead {
      AccessRead("the policy of \(what) '\(name)' in \(region)", body)
    }
    switch kind {
    case .functions:
      let lambda = Lambda(try session.auditClient(.lambda, region))
      return try await lambda.list().map { function in
        read("function", function.name) { try await lambda.policy(of: function.name) }
      }
    case .secrets:
      let secrets = SecretsManager(try session.auditClient(.secrets, region))
      return try await secrets.list().map { arn in read("secret", arn) { try await secrets.policy(of: arn) } }
    case .repositories:
      let ecr = ECR(try session.auditClient(.ecr, region))
      return try await ecr.list().map { one in read("repository", one.name) { try await ecr.policy(of: one) } }
    case .topics:
      let sns = SNS(try session.auditClient(.sns, region))
      return try await sns.list().map { arn in read("topic", arn) { try await sns.policy(of: arn) } }
    }
  }
}
