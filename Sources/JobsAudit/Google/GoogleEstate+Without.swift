extension GoogleEstate {
  /// The organisation as it would be without some bindings, or without a member in them.
  func without(_ statements: Set<StatementReference>) -> GoogleEstate {
    let policies = Set(statements.map(\.policy))
    var estate = self
    for index in estate.policies.indices where policies.contains(estate.policies[index].shortName) {
      for at in estate.policies[index].bindings.indices {
        let binding = estate.policies[index].bindings[at]
        let gone = statements.filter {
          $0.policy == estate.policies[index].shortName && $0.statement == binding.statement
        }
        guard !gone.isEmpty else { continue }
        let isWhole = gone.contains { $0.member == nil }
        estate.policies[index].bindings[at].members.removeAll { member in
          isWhole || gone.contains { $0.member == member.text }
        }
      }
    }
    return estate
  }

  /// Who loses something if a binding goes, or a member of it.
  func holders(of statement: StatementReference) -> [(member: String, role: String)] {
    policies.filter { $0.shortName == statement.policy }.flatMap(\.bindings)
      .filter { $0.statement == statement.statement }.flatMap { binding in
        binding.members.filter { statement.member == nil || $0.text == statement.member }.map {
          ($0.text, binding.role)
        }
      }
  }
}
