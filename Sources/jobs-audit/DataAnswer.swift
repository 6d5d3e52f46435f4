import JobsAudit
import JobsCore
import JobsManifest

/// What the data say of a word.
enum DataAnswer {
  case action(ServiceAction, of: ActionService)
  case role(String, permissions: [String])
  case permission(String, roles: [String])

  /// - Throws: a usage failure for what the data do not have.
  static func look(_ word: String, in data: AuditData) throws(Failure) -> [DataAnswer] {
    if word.hasPrefix("roles/") { return [try role(word, RoleCatalog(data.roles))] }
    if word.contains(":") { return try actions(word, data.actions) }
    if word.contains(".") { return [try permission(word, RoleCatalog(data.roles))] }
    guard let service = data.actions.service(word) else {
      let near = Spelling.nearest(word.lowercased(), of: data.actions.pack.prefixes)
      throw .usage(
        "the data of \(data.actions.pack.date) have no service '\(Terminal.visible(word))'",
        hint: near.map { "'\($0)' may be meant" } ?? "a service is what stands before the colon of its actions: 's3'")
    }
    return service.actions.map { .action($0, of: service) }
  }

  private static func actions(_ word: String, _ catalog: ActionCatalog) throws(Failure) -> [DataAnswer] {
    let expansion = catalog.expand(word)
    let found = expansion.services.flatMap { service in
      expansion.actions.filter { $0.name.hasPrefix("\(service.prefix):") }.map {
        DataAnswer.action($0.action, of: service)
      }
    }
    guard !found.isEmpty else {
      let name = word.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
      let near = expansion.services.first.flatMap { service in
        Spelling.nearest(name, of: service.actions.map(\.name)).map { "'\(service.prefix):\($0)' may be meant" }
      }
      throw .usage(
        "the data of \(catalog.pack.date) have no action '\(Terminal.visible(word))'",
        hint: near ?? "'jobs-audit data show SERVICE' lists the actions of a service")
    }
    return found
  }

  private static func role(_ word: String, _ roles: RoleCatalog) throws(Failure) -> DataAnswer {
    guard roles.isKnown(word) else {
      throw .usage(
        "the data know no permission of '\(Terminal.visible(word))' to take identities over",
        hint: "'gcloud iam roles describe' tells what it holds")
    }
    return .role(word, permissions: roles.permissions(of: word).sorted())
  }

  private static func permission(_ word: String, _ roles: RoleCatalog) throws(Failure) -> DataAnswer {
    guard roles.known.contains(word) else {
      let near = Spelling.nearest(word, of: roles.known)
      throw .usage(
        "the data do not say which roles hold '\(Terminal.visible(word))'",
        hint: near.map { "'\($0)' may be meant" } ?? "they have the permissions by which identities are taken over")
    }
    return .permission(word, roles: roles.holders(of: word))
  }
}
