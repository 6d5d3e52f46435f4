/// What is within what in an organisation of Google, and what each thing is called.
///
/// Exports name a project by its id in one place and by its number in another; both are the same thing here.
struct ResourceTree {
  struct Entry {
    /// As messages and findings name it.
    var name: String
    var assetType: String?
    /// Itself, then what it is within, from the nearest up.
    var chain: [Int]
    /// As a condition's `resource.name` may have it; empty where that is not known.
    var conditionNames: [String]
  }

  private(set) var entries: [Entry] = []
  private var ids: [String: Int] = [:]
  /// Numbers of projects by their ids, both as `projects/…`.
  private var numbers: [String: String] = [:]
  private var projectIDs: [String: String] = [:]
  private var parents: [String: String] = [:]
  /// Addresses of service accounts by the full names that have a number instead.
  private var addresses: [String: String] = [:]

  init(_ estate: GoogleEstate) {
    for policy in estate.policies { learn(policy.resource, policy.level == .project, policy.ancestors) }
    for resource in estate.resources {
      let isProject = resource.assetType == "cloudresourcemanager.googleapis.com/Project"
      learn(resource.name, isProject, resource.ancestors)
      guard let other = resource.otherName else { continue }
      if isProject, let number = resource.ancestors.first { alias(other, number) }
      if resource.assetType == "iam.googleapis.com/ServiceAccount" { addresses[resource.name] = other }
    }
  }

  private mutating func learn(_ name: String, _ isProject: Bool, _ ancestors: [String]) {
    for (child, parent) in zip(ancestors, ancestors.dropFirst()) { parents[child] = parent }
    guard let nearest = ancestors.first, nearest.hasPrefix("projects/"), let project = Self.project(in: name) else {
      return
    }
    alias(project, nearest)
  }

  private mutating func alias(_ id: String, _ number: String) {
    guard id != number else { return }
    numbers[id] = number
    projectIDs[number] = id
  }

  /// `projects/p` of a name that has it.
  private static func project(in name: String) -> String? {
    let parts = name.split(separator: "/")
    guard let at = parts.firstIndex(of: "projects"), at + 1 < parts.count else { return nil }
    return "projects/\(parts[at + 1])"
  }

  private static let manager = "//cloudresourcemanager.googleapis.com/"

  // MARK: Looking up

  /// The entry of a full name, or of a container such as `projects/p`.
  mutating func enter(_ name: String, type: String? = nil, ancestors: [String] = []) -> Int {
    let short = name.hasPrefix(Self.manager) ? String(name.dropFirst(Self.manager.count)) : name
    if Self.isContainer(short) { return container(short) }
    if let address = address(name) { return account(address, ancestors: ancestors) }
    let project = Self.project(in: name)
    let key = key(name, project)
    if let known = ids[key] {
      if entries[known].assetType == nil { entries[known].assetType = type }
      return known
    }
    let above = (ancestors.first ?? project).map { container($0) }
    return add(key, name: name, type: type, above: above, conditionNames: conditionNames(name, project, type))
  }

  /// The entry of a service account by its address.
  mutating func account(_ address: String, ancestors: [String] = []) -> Int {
    let key = "serviceAccount:\(address)"
    if let known = ids[key] { return known }
    let home = (ancestors.first ?? GoogleMember(key).homeProjectName).map { container($0) }
    return add(key, name: key, type: "iam.googleapis.com/ServiceAccount", above: home, conditionNames: [])
  }

  /// The entry of a full name or a container; nil where there is none.
  func find(_ name: String) -> Int? {
    let short = name.hasPrefix(Self.manager) ? String(name.dropFirst(Self.manager.count)) : name
    if Self.isContainer(short) { return ids[numbers[short] ?? short] }
    if let address = address(name) { return ids["serviceAccount:\(address)"] }
    return ids[key(name, Self.project(in: name))]
  }

  /// Whether a name is that of a project, a folder or an organisation.
  static func isContainer(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return parts.count == 2 && ["projects", "folders", "organizations"].contains(parts[0])
  }

  func isContainer(_ id: Int) -> Bool { Self.isContainer(entries[id].name) }

  /// Whether one thing is another, or is within it.
  func holds(_ id: Int, within other: Int) -> Bool { entries[id].chain.contains(other) }

  private func address(_ name: String) -> String? {
    if let known = addresses[name] { return known }
    guard let at = name.firstRange(of: "/serviceAccounts/") else { return nil }
    let last = name[at.upperBound...]
    return last.contains("@") ? String(last) : nil
  }

  private func key(_ name: String, _ project: String?) -> String {
    guard let project, let number = numbers[project] else { return name }
    return name.replacing("/\(project)/", with: "/\(number)/")
  }

  private mutating func container(_ short: String) -> Int {
    let key = numbers[short] ?? short
    if let known = ids[key] { return known }
    var missing = [key]
    // An input may have a circle of folders: it is cut where it closes.
    while let last = missing.last, let parent = parents[last], ids[parent] == nil, !missing.contains(parent) {
      missing.append(parent)
    }
    for name in missing.reversed() {
      let above = parents[name].flatMap { ids[$0] }
      _ = add(name, name: projectIDs[name] ?? name, type: nil, above: above, conditionNames: [])
    }
    return ids[key] ?? 0
  }

  private mutating func add(_ key: String, name: String, type: String?, above: Int?, conditionNames: [String]) -> Int {
    let chain = above.map { entries[$0].chain } ?? []
    let id = entries.count
    ids[key] = id
    entries.append(Entry(name: name, assetType: type, chain: [id] + chain, conditionNames: conditionNames))
    return id
  }

  /// With the project's id and with its number: which of them a service passes on is its own affair.
  private func conditionNames(_ name: String, _ project: String?, _ type: String?) -> [String] {
    guard let project, name.hasPrefix("//") else { return [] }
    let number = numbers[project] ?? project
    guard let id = projectIDs[number] else { return [] }
    let path = name.dropFirst(2).drop { $0 != "/" }.dropFirst()
    let names = [number, id].map { path.replacing(project, with: $0, maxReplacements: 1) }.map { String($0) }
    guard type == "secretmanager.googleapis.com/Secret" else { return names }
    // What is read is a version, and nobody knows here which.
    return names.flatMap { ["\($0)/versions/1", "\($0)/versions/2"] }
  }
}
