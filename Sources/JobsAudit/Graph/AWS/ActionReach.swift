/// Which statements of an account speak of which actions, and of whom: so that only those are asked who might be allowed.
package final class ActionReach {
  private let account: AWSAccount
  private let policies: [PolicySet]
  private let contexts: [RequestContext]
  private var named: [String: [Int]] = [:]
  private var targets: [String: Targets] = [:]

  /// Whom an action of the identities might reach.
  private struct Targets {
    /// Identities whose statement has wildcards, variables or `NotResource`, and may reach anything that the action is about.
    var wide: Set<Int> = []
    /// Those of them whose resources depend on who asks, or are all but some.
    var always: Set<Int> = []
    /// The others by what they wrote, so that each pattern is tried once.
    var patterns: [String: (pattern: ResourcePattern, identities: [Int])] = [:]
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

  /// Identities that might be allowed an action on any resource that it is about, in the order of the account.
  func wide(for action: String) -> [Int] { (targets[action] ?? index(action)).wide.sorted() }

  /// The others that might be allowed an action on a resource, such as a role: they name it.
  func identities(naming action: String, on arn: String) -> [Int] {
    (targets[action] ?? index(action)).named[arn] ?? []
  }

  /// All that might be allowed an action on a resource, in the order of the account.
  func identities(reaching arn: String, by action: String) -> [Int] {
    let known = targets[action] ?? index(action)
    let resource = ResourcePattern(literal: arn)
    var found = known.always.union(known.named[arn] ?? [])
    for (pattern, identities) in known.patterns.values where pattern.meets(resource) { found.formUnion(identities) }
    return found.sorted()
  }

  /// The resources that an identity names for an action; nil where it uses wildcards.
  func resources(of identity: Int, for action: String) -> Set<String>? {
    let known = targets[action] ?? index(action)
    return known.wide.contains(identity) ? nil : known.names[identity] ?? []
  }

  private func index(_ action: String) -> Targets {
    let asked = Glob(action, foldsCase: true)
    // Those of STS are about roles and users as well.
    let service = action.prefix { $0 != ":" }
    let family = ResourcePattern(["iam", "sts"].contains(service) ? "arn:*:iam::*:*" : "arn:*:\(service):*:*:*")
    var found = Targets()
    for identity in identities(naming: action) {
      var isWide = false
      var names: Set<String> = []
      for policy in policies[identity].identity {
        for statement in policy.document.statements where statement.effect == .allow && statement.selects(action: asked)
        {
          guard let resources = statement.resources, !resources.isInverted else {
            isWide = true
            found.always.insert(identity)
            continue
          }
          for item in resources.items {
            guard let pattern = item.resource(contexts[identity]), pattern.meets(family) else { continue }
            // `${*}` is a character, and is written otherwise than it reads.
            if pattern.isLiteral, !item.written.utf8.contains(UInt8(ascii: "$")) {
              names.insert(item.written)
            } else {
              isWide = true
              if item.hasVariables {
                found.always.insert(identity)
              } else {
                found.patterns[item.written, default: (pattern, [])].identities.append(identity)
              }
            }
          }
        }
      }
      if isWide {
        found.wide.insert(identity)
        for name in names {
          found.patterns[name, default: (ResourcePattern(literal: name), [])].identities.append(identity)
        }
      } else if !names.isEmpty {
        found.names[identity] = names
        for name in names { found.named[name, default: []].append(identity) }
      }
    }
    targets[action] = found
    return found
  }
}
