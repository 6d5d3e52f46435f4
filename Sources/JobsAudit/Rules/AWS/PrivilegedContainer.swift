/// AI145.
enum PrivilegedContainer: WorkloadRule {
  static let rule = AuditRule(
    "AI145", "privileged-container", .high, "A container has its host, and so all that runs there.",
    page: """
      A privileged container, one with a capability such as SYS_ADMIN, and one that sees the host's processes can leave its
      borders, read the credentials of every task on the host and become the host's role. Take it away; where a program needs
      one thing of it, add that capability alone, on hosts that run nothing else.
      """,
    source: "AWS Security Hub User Guide, \"Amazon ECS controls\", ECS.3 and ECS.4 (2026-11-22)",
    mending: WorkloadRules.mending)

  static func check(_ family: WorkloadFamily, _ context: WorkloadContext) -> Finding? {
    let meant = family.revisions.filter { $0.containers.contains { !$0.powers.isEmpty } }
    guard let container = meant.first?.containers.first(where: { !$0.powers.isEmpty }) else { return nil }
    let name = container.name.isEmpty ? "a container" : "a container, '\(container.name)',"
    return family.finding(
      rule, meant, "has \(name) that \(container.powers.joined(separator: " and "))",
      hint: "take away what gives it the host", detail: container.name)
  }
}
