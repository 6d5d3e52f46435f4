import JobsCore

/// Grants that manifests ask for, held against the policies as they pass.
package struct DesiredState: Sendable {
  private var grants: [String: [DesiredGrant]] = [:]
  /// Resources whose whole policy is asked for.
  private var whole: Set<String> = []
  /// Resources whose policy was read.
  private var met: Set<String> = []
  /// Full names of projects by number, by their full names by id.
  private var numbers: [String: String] = [:]
  package private(set) var findings: [Finding] = []

  package var isEmpty: Bool { grants.isEmpty && whole.isEmpty }

  mutating func add(_ items: [DesiredGrant], wholeOf resource: String? = nil) {
    for grant in items { grants[grant.resource, default: []].append(grant) }
    if let resource { whole.insert(resource) }
  }

  /// Takes a project's number, which exports name it by.
  mutating func alias(_ id: String, number: String) { numbers[Self.manager + number] = Self.manager + id }

  /// Holds the whole policy of a resource against what is asked for.
  mutating func compare(_ policy: AllowPolicy) {
    guard !isEmpty else { return }
    let name = numbers[policy.resource] ?? policy.resource
    guard grants[name] != nil || whole.contains(name), met.insert(name).inserted else { return }
    let wanted = grants[name] ?? []
    for grant in wanted where !policy.bindings.contains(where: { Self.stands(grant, in: $0) }) {
      findings.append(MissingGrant.finding(grant, policy))
    }
    guard whole.contains(name) else { return }
    for binding in policy.bindings {
      let extra = binding.members.filter { member in
        member.kind != .deleted && !member.isServiceAgent
          && !wanted.contains { Self.stands($0, role: binding.role, member, binding.condition?.expression ?? "") }
      }
      if !extra.isEmpty { findings.append(UndeclaredGrant.finding(binding, extra, policy)) }
    }
  }

  /// Resources that manifests speak of and whose policy was not read.
  package var unmet: [String] { Set(grants.keys).union(whole).subtracting(met).sorted() }

  private static func stands(_ grant: DesiredGrant, in binding: GoogleBinding) -> Bool {
    binding.members.contains { stands(grant, role: binding.role, $0, binding.condition?.expression ?? "") }
  }

  private static func stands(_ grant: DesiredGrant, role: String, _ member: GoogleMember, _ condition: String) -> Bool {
    // Google writes addresses in small letters.
    grant.role == role && grant.condition == condition && grant.member.lowercased() == member.text.lowercased()
  }

  private static let manager = "//cloudresourcemanager.googleapis.com/"
}
