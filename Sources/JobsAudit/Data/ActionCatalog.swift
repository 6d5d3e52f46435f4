import Synchronization

/// Looks actions of policies up in a pack, and keeps what was read of it: policies name few services again and again.
package final class ActionCatalog: Sendable {
  package let pack: ActionPack
  private let services = Mutex<[String: ActionService?]>([:])
  private let expansions = Mutex<[String: ActionExpansion]>([:])
  /// More texts than policies of one account have; what comes behind is worked out each time.
  private static let limit = 20_000

  package init(_ pack: ActionPack) { self.pack = pack }

  /// The data of this build.
  package static let shipped = ActionCatalog(.shipped)

  /// The service with a prefix, however that is written; nil where there is none.
  package func service(_ prefix: some StringProtocol) -> ActionService? {
    let prefix = prefix.lowercased()
    if let known = services.withLock({ $0[prefix] }) { return known }
    let found = pack.service(prefix)
    services.withLock { $0[prefix] = found }
    return found
  }

  /// What an action of a policy stands for, as it is written there: `s3:GetObject`, `s3:Get*`, `*:List*`.
  package func expand(_ text: String) -> ActionExpansion {
    if let known = expansions.withLock({ $0[text] }) { return known }
    let found = expanding(text)
    expansions.withLock { known in if known.count < Self.limit { known[text] = found } }
    return found
  }

  private func expanding(_ text: String) -> ActionExpansion {
    let parts = text.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return ActionExpansion(services: []) }
    let prefixes =
      parts[0].contains { $0 == "*" || $0 == "?" }
      ? pack.prefixes.filter { Glob(parts[0]).covers(Glob(literal: $0)) } : [String(parts[0])]
    var expansion = ActionExpansion(services: prefixes.compactMap { service($0) })
    guard parts[1].contains(where: { $0 == "*" || $0 == "?" }) else {
      for service in expansion.services { service.action(String(parts[1])).map { expansion.add($0, of: service) } }
      return expansion
    }
    let pattern = Glob(parts[1])
    for service in expansion.services {
      for action in service.actions where pattern.covers(Glob(literal: action.key)) {
        expansion.add(action, of: service)
      }
    }
    return expansion
  }
}

/// What an action of a policy stands for.
package struct ActionExpansion: Sendable {
  /// The services that it names; none that is not known.
  package let services: [ActionService]
  /// As policies name them: `s3:GetObject`.
  package private(set) var actions: [(name: String, action: ServiceAction)] = []
  package private(set) var levels: Set<AccessLevel> = []
  /// Whether one of them takes no resource.
  package private(set) var hasUnbound = false
  /// Of one service what they act on, each once.
  package private(set) var types: [ResourceType] = []
  private var seenTypes: Set<String> = []

  init(services: [ActionService]) { self.services = services }

  mutating func add(_ action: ServiceAction, of service: ActionService) {
    actions.append(("\(service.prefix):\(action.name)", action))
    levels.insert(action.level)
    if action.types.isEmpty { hasUnbound = true }
    for number in action.types where seenTypes.insert("\(service.prefix) \(number)").inserted {
      types.append(service.types[number])
    }
  }
}
