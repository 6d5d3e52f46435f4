import JobsCloud
import JobsCore

/// AWS Organizations: which accounts there are, and which policies hold for one. All but which organisation it is can be asked from
/// the management account, and from accounts that the organisation let ask, alone.
///
/// Source: the service's model of API version 2016-11-28 in botocore 1.44.5, 2026-11.
struct Organizations: Sendable {
  private let client: AWSClient

  init(_ client: AWSClient) { self.client = client }

  /// The region of the service in a partition, whatever the region of the account's resources (endpoints.json of botocore
  /// 1.44.5, 2026-11).
  static func region(of partition: AWSPartition) -> String {
    partition.id == "aws-cn" ? "cn-northwest-1" : partition.globalRegion
  }

  /// What limits an account, as policies of the organisation.
  enum PolicyType: String, Sendable, CaseIterable {
    case service = "SERVICE_CONTROL_POLICY"
    case resource = "RESOURCE_CONTROL_POLICY"
  }

  /// A policy at its place.
  struct Policy: Sendable, Hashable {
    var id: String
    var name: String
    /// The JSON of its document.
    var content: String
  }

  /// An organisation.
  struct Organization: Sendable, Hashable {
    /// `o-a1b2c3d4e5`.
    var id: String
    /// The account that pays for it, for which its policies do not hold.
    var management: String
  }

  /// The organisation that the caller is in; nil for none.
  func organization() async throws(CloudFailure) -> Organization? {
    let words = "read which organisation the account is in"
    do throws(CloudFailure) {
      let tree = try await ask(words, "DescribeOrganization") { _ in }
      guard let id = tree.words(Tree.root, "Organization", "Id"),
        let management = tree.words(Tree.root, "Organization", "MasterAccountId")
      else { throw client.strange(words, "its reply names no organisation") }
      return Organization(id: id, management: management)
    } catch  where error.fault.code == "AWSOrganizationsNotInUseException" {
      return nil
    }
  }

  /// An account as it is listed.
  struct Account: Sendable, Hashable {
    var id: String
    var arn: String
  }

  /// All accounts of the organisation.
  func accounts() async throws(CloudFailure) -> [Account] {
    let words = "list the accounts of the organisation"
    var accounts: [Account] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await ask(words, "ListAccounts") { $0.optional("NextToken", token) }
      for item in tree.elements(Tree.root, "Accounts") {
        guard let id = tree.words(item, "Id"), let arn = tree.words(item, "Arn") else {
          throw client.strange(words, "its reply has an account without a number")
        }
        accounts.append(Account(id: id, arn: arn))
      }
      return tree.words(Tree.root, "NextToken")
    }
    return accounts
  }

  /// The root, the units and the account itself, from the root down.
  func ancestry(of account: String) async throws(CloudFailure) -> [String] {
    let words = "read in which units account '\(account)' is"
    var path = [account]
    // Units stand in units five deep (Organizations, "Quotas", 2026-11); more is no organisation.
    for _ in 0..<12 {
      let child = path[0]
      let tree = try await ask(words, "ListParents") { $0.member("ChildId", child) }
      guard let parent = tree.elements(Tree.root, "Parents").first, let id = tree.words(parent, "Id") else {
        throw client.strange(words, "its reply has no parent of '\(child)'")
      }
      path.insert(id, at: 0)
      if tree.words(parent, "Type") == "ROOT" { return path }
    }
    throw client.strange(words, "its units have no root")
  }

  /// The policies of a type that are attached to one of those.
  func policies(_ type: PolicyType, of target: String) async throws(CloudFailure) -> [Policy] {
    let words = "list the policies of '\(target)'"
    var found: [(id: String, name: String)] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await ask(words, "ListPoliciesForTarget") { json in
        json.member("TargetId", target)
        json.member("Filter", type.rawValue)
        json.optional("NextToken", token)
      }
      for policy in tree.elements(Tree.root, "Policies") {
        guard let id = tree.words(policy, "Id") else { continue }
        found.append((id, tree.words(policy, "Name") ?? id))
      }
      return tree.words(Tree.root, "NextToken")
    }
    var policies: [Policy] = []
    for policy in found {
      let words = "read the policy '\(policy.name)' of the organisation"
      let tree = try await ask(words, "DescribePolicy") { $0.member("PolicyId", policy.id) }
      guard let content = tree.words(Tree.root, "Policy", "Content") else {
        throw client.strange(words, "its reply has no document")
      }
      policies.append(Policy(id: policy.id, name: policy.name, content: content))
    }
    return policies
  }

  private func ask(
    _ words: String, _ action: String, _ write: (inout JSONWriter) -> Void
  ) async throws(CloudFailure) -> Tree {
    try await client.send(words, target: "AWSOrganizationsV20161128.\(action)", write)
  }
}
