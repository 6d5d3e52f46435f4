extension GoogleEstate {
  /// What takes bindings away, or a member out of them; none where one of them has no command, since less than all of them end
  /// nothing.
  func remedies(without statements: [StatementReference], file: String) -> [Finding.Remedy] {
    var remedies: [Finding.Remedy] = []
    for (number, reference) in statements.enumerated() {
      let found = policies.lazy.filter { $0.shortName == reference.policy }.compactMap { policy in
        policy.bindings.first { $0.statement == reference.statement }.map { (policy, $0) }
      }.first
      guard let (policy, binding) = found else { return [] }
      let members = binding.members.filter { reference.member == nil || $0.text == reference.member }
      let taking = GoogleRemedy.removing([(binding, members)], from: policy, file: "\(file)-\(number + 1)")
      guard !taking.isEmpty else { return [] }
      remedies += taking
    }
    return remedies
  }
}
