/// Which statements of an account speak of which actions, and of whom: so that only those are asked who might be allowed.
package final class ActionReach {
  private let account: AWSAccount
  private let policies: [PolicySet]
  private let contexts: [RequestContext]
  private var named: [String: [Int]] = [:]
  private var targets: [String: Targets] = [:]

  /// Whom an action of the identities might reach.
  private struct Targets {
    /// Identities whose statement has wildcards, variables or `NotResource`, and may reach any identity or policy.
    var wide: Set<Int> = []
    /// Identities that name a resource, by its ARN.
    var named: [String: [Int]] = [:]
    /// The same, by identity.
    var names: [Int: Set<String>] = [:]
  }

  init(_ account: AWSAccount, _ policies: [PolicySet], _ contexts: [RequestContext]) {
    self.account = account
    self.policies = policies
    self.contexts = contexts
  }

  /// Identities with a statement that allows an action somewhere, in the order of the account.
  func identities(naming action: String) -> [Int] {
    if let known = named[action] { return known }
    let asked = Glob(action, foldsCase: true)
    let found = policies.indices.filter { index in
      policies[index].identity.contains { policy in
        policy.document.statements.contains { $0.effect == .allow && $0.selects(action: asked) }
      }
    }
    named[action] = found
    return found
  }

  /// Identities that might be allowed an action on any resource of IAM, in the order of the account.
  func wide(for action: String) -> [Int] { (targets[action] ?? index(action)).wide.sorted() }

  /// The others that might be allowed an action on a resource of IAM, such as a role: they name it.
  func identities(naming action: String, on arn: String) -> [Int] {
    (targets[action] ?? index(action)).named[arn] ?? []
  }

  /// The resources of IAM that an identity names for an action; nil where it uses wildcards.
  func resources(of identity: Int, for action: String) -> Set<String>? {
    let known = targets[action] ?? index(action)
    return known.wide.contains(identity) ? nil : known.names[identity] ?? []
  }

  private func index(_ action: String) -> Targets {
    let asked = Glob(action, foldsCase: true)
    let family = ResourcePattern("arn:*:iam::*:*")
    var found = Targets()
    for identity in identities(naming: action) {
      var isWide = false
      var names: Set<String> = []
      for policy in policies[identity].identity {
        for statement in policy.document.statements where statement.effect == .allow && statement.selects(action: asked)
        {
          guard let resources = statement.resources, !resources.isInverted else {
            isWide = true
            continue
          }
          for item in resources.items {
            guard let pattern = item.resource(contexts[identity]), pattern.meets(family) else { continue }
            // `${*}` is a character, and is written otherwise than it reads.
            if pattern.isLiteral, !item.written.utf8.contains(UInt8(ascii: "$")) {
              names.insert(item.written)
            } else {
              isWide = true
            }
          }
        }
      }
      if isWide {
        found.wide.insert(identity)
      } else if !names.isEmpty {
        found.names[identity] = names
        for name in names { found.named[name, default: []].append(identity) }
      }
    }
    targets[action] = found
    return found
  }
}
