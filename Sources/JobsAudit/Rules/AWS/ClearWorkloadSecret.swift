/// AI147.
enum ClearWorkloadSecret: WorkloadRule {
  static let rule = AuditRule(
    "AI147", "clear-workload-secret", .high, "What runs has a secret in clear among its variables or arguments.",
    page: """
      Everybody who may describe it has the secret, and so has every older revision that still stands. Put it into Secrets
      Manager or Parameter Store, name it in 'secrets', or have the program read it; make a new one, since this one is known, and
      deregister the revisions that hold it.
      """,
    source: "AWS Security Hub User Guide, \"Amazon ECS controls\", ECS.8 (2026-11-22)", mending: WorkloadRules.mending)

  static func check(_ family: WorkloadFamily, _ context: WorkloadContext) -> Finding? {
    let meant = family.revisions.filter { $0.containers.contains { !$0.clear.isEmpty || $0.hasSecretArgument } }
    guard let first = meant.first else { return nil }
    let names = Set(first.containers.flatMap(\.clear)).sorted()
    let isArgument = first.containers.contains(where: \.hasSecretArgument)
    let argument = first.kind == .schedule ? "its input" : "its arguments"
    let places = (names.isEmpty ? [] : [FewNames.quoted(names)]) + (isArgument ? [argument] : [])
    return family.finding(
      rule, meant, "has a secret in clear in \(places.joined(separator: " and "))",
      hint: "put it into a secret manager, and make a new one", detail: names.joined(separator: " "))
  }
}
