extension AccountGraph {
  /// Those of an account who might go some way to whomever, and whom a search has not met yet: who is met goes, so that they are not
  /// gone through again for each identity that the search comes to.
  package struct Memory {
    private var open: [String: [Int]] = [:]

    /// Who is left of some.
    ///
    /// - Parameters:
    ///   - key: what they are called: a way has its number.
    ///   - all: with whom it begins.
    ///   - isOpen: whether somebody is still wanted. Who once is not never is again.
    mutating func left(_ key: String, of all: () -> [Int], where isOpen: (Int) -> Bool) -> [Int] {
      let left = (open[key] ?? all()).filter(isOpen)
      open[key] = left
      return left
    }

    /// Who of another account might ask for a role.
    mutating func asking(_ reach: ActionReach, for arn: String, where isOpen: (Int) -> Bool) -> [Int] {
      let wide = left("across", of: { reach.wide(for: "sts:AssumeRole") }, where: isOpen)
      return (wide + reach.identities(naming: "sts:AssumeRole", on: arn)).sorted()
    }
  }

  package func memory() -> Memory { Memory() }

  /// Those who might go a way to whomever, by what they are allowed anywhere.
  struct Climbers {
    /// In the order of the account.
    var all: [Int] = []
    /// Those of them whose own policies leave nothing open.
    var sure: Set<Int> = []
  }

  /// Those who might go a way wherever it leads: it does not depend on the target.
  func climbers(_ way: EscalationWay) -> Climbers {
    if let known = climbing[way.id] { return known }
    var found = Climbers()
    let open =
      way.reach == .run
      ? runners(of: way).filter { !reachesKnownAlone($0, way) } : reach.wide(for: way.actions[0])
    for identity in open {
      let decisions = way.actions.map { action in
        action == "iam:PassRole"
          ? decide(identity, action, on: Self.anyOfIAM, service: way.service)
          : holders(of: action)[identity] ?? Decision(.implicitlyDenied)
      }
      guard decisions.allSatisfy(\.mayBe) else { continue }
      found.all.append(identity)
      // By what may run as a role, and is not in the input, a way is never proven.
      if way.reach != .run, decisions.allSatisfy({ $0.outcome == .allowed }) { found.sure.insert(identity) }
    }
    climbing[way.id] = found
    return found
  }

  private static let anyOfIAM = ResourcePattern("arn:*:iam:*:*:*")
}
