import JobsCloud
import JobsCore

/// Policies of resources: read, changed, and written with the etag that was read, so that nobody's change is lost (discovery
/// documents run.v2, revision 20261031, secretmanager.v1, revision 20261021, pubsub.v1, revision 20261027,
/// cloudresourcemanager.v3, revision 20261107, and iam.v1, revision 20261023).
struct PolicyService: Sendable {
  private let client: GoogleClient
  private let turns = PolicyTurns()

  init(_ client: GoogleClient) { self.client = client }

  /// A resource that has a policy.
  struct Target: Sendable, Hashable {
    /// In words: `job 'nightly' of 'acme-prod' in 'europe-west1'`.
    let words: String
    let api: GoogleAPI
    /// With the version of the API.
    let path: String

    static func project(_ name: String) -> Target {
      Target(words: "project '\(name)'", api: .resources, path: "v3/projects/\(name)")
    }

    /// - Parameter name: `projects/acme-prod`, `folders/123` or `organizations/123`.
    static func container(_ name: String) -> Target {
      Target(words: "'\(Terminal.visible(name))'", api: .resources, path: "v3/\(name)")
    }

    static func account(_ email: String) -> Target {
      Target(
        words: "service account '\(Terminal.visible(email))'", api: .iam, path: "v1/projects/-/serviceAccounts/\(email)"
      )
    }

    static func job(_ name: String, project: String, region: String) -> Target {
      Target(
        words: "job '\(Terminal.visible(name))' of '\(project)' in '\(region)'", api: .run,
        path: "v2/projects/\(project)/locations/\(region)/jobs/\(name)")
    }

    static func secret(_ name: String, project: String) -> Target {
      Target(
        words: "secret '\(Terminal.visible(name))' of '\(project)'", api: .secrets,
        path: "v1/projects/\(project)/secrets/\(name)")
    }

    static func topic(_ name: String, project: String) -> Target {
      Target(
        words: "topic '\(Terminal.visible(name))' of '\(project)'", api: .pubsub,
        path: "v1/projects/\(project)/topics/\(name)")
    }
  }

  /// nil where there is no such resource.
  func policy(of target: Target) async throws(CloudFailure) -> AccessPolicy? {
    do throws(CloudFailure) {
      return try await read(target)
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// Grants a role, and returns once the policy has it.
  ///
  /// - Returns: false where it was granted already, and nothing was written.
  func grant(_ role: String, to member: String, on target: Target) async throws(CloudFailure) -> Bool {
    try await change(target, "grant '\(role)' on \(target.words)") { policy in
      policy.grants([role], to: member) ? nil : policy.adding(role, to: member)
    }
  }

  /// Takes a role away, and returns once the policy has it no more, or is gone with its resource.
  func revoke(_ role: String, from member: String, on target: Target) async throws(CloudFailure) {
    do throws(CloudFailure) {
      _ = try await change(target, "take '\(role)' away on \(target.words)") { policy in
        policy.grants([role], to: member) ? policy.removing(role, from: member) : nil
      }
    } catch  where error.cause == .notFound {
      return
    }
  }

  private func read(_ target: Target) async throws(CloudFailure) -> AccessPolicy {
    AccessPolicy(try await document(of: target))
  }

  /// A `Policy` as the service has it.
  func document(of target: Target) async throws(CloudFailure) -> Tree {
    let words = "read the policy of \(target.words)"
    let path = "\(target.path):getIamPolicy"
    // Resource Manager has it by POST with its options in the body, IAM with them in the query.
    let options = [(name: "options.requestedPolicyVersion", value: "\(AccessPolicy.version)")]
    switch target.api {
    case .resources:
      let body = Array(#"{"options":{"requestedPolicyVersion":\#(AccessPolicy.version)}}"#.utf8)
      return try await client.call(words, .post, target.api, path, body: body, isQuestion: true)
    case .iam: return try await client.call(words, .post, target.api, path, query: options, isQuestion: true)
    default: return try await client.call(words, .get, target.api, path, query: options)
    }
  }

  /// Reads, changes and writes, again and again as long as others write in between.
  ///
  /// - Parameter edit: the body that is written; nil where nothing is to be.
  /// - Returns: whether something was written.
  private func change(
    _ target: Target, _ words: String, _ edit: (AccessPolicy) -> [UInt8]?
  ) async throws(CloudFailure) -> Bool {
    await turns.begin(target.path)
    do throws(CloudFailure) {
      let isWritten = try await changeInTurn(target, words, edit)
      await turns.end(target.path)
      return isWritten
    } catch {
      await turns.end(target.path)
      throw error
    }
  }

  private func changeInTurn(
    _ target: Target, _ words: String, _ edit: (AccessPolicy) -> [UInt8]?
  ) async throws(CloudFailure) -> Bool {
    let (clock, retry, budget) = (client.client.clock, client.client.retry, client.client.budget)
    let start = clock.uptime()
    var attempt = 0
    while true {
      let policy = try await read(target)
      guard let body = edit(policy) else { return attempt > 0 }
      guard policy.etag != nil else {
        throw CloudFailure(
          words, CloudFault(.strangeAnswer, why: "its policy has no etag, and would be written over blindly"))
      }
      attempt += 1
      do throws(CloudFailure) {
        _ = try await client.call(
          words, .post, target.api, "\(target.path):setIamPolicy", body: body, isIdempotent: true)
        return true
      } catch  where error.cause == .changedMeanwhile || error.mayBeDone {
        // Somebody wrote meanwhile, or this very call did and its answer was lost: the policy tells.
        var generator = clock.generator
        let delay = CallDelay(isUndone: true)
        guard
          let wait = retry.wait(after: attempt, delay, past: clock.uptime() - start, using: &generator),
          budget.pay(isThrottled: false) != nil, (try? await clock.sleep(wait)) != nil
        else { throw error }
      }
    }
  }
}
