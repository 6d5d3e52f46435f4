import JobsDeploy

/// What a Cloud Run job has to have beside itself so that it can run: read from its fields, wanted or live.
struct RunAccess: Hashable {
  /// As whom it runs, by its address; nil for the default account of the project.
  var identity: String?
  /// The secrets of its own project that it reads, each once, in byte order.
  var secrets: [String]

  /// - Parameter fields: those of `GoogleCloudRunV2Job`.
  init(_ fields: [Resource.Field], project: String) {
    identity = fields["template.template.serviceAccount"]?.text
    let own = "projects/\(project)/secrets/"
    var names: Set<String> = []
    for field in fields
    where field.name.hasSuffix(".secretKeyRef.secret") || field.name.hasSuffix(".secret.secret") {
      let text = field.value.text
      let name = text.hasPrefix(own) ? String(text.dropFirst(own.count)) : text
      if !name.contains("/") { names.insert(name) }
    }
    secrets = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The rights that it needs; none where it runs as the default account, whose name has a number that no manifest has.
  var grants: [Grant] {
    guard let identity else { return [] }
    return secrets.map { Grant(.accessor, on: $0, to: identity) }
  }

  /// The ids of what it cannot be without.
  func dependencies(inProject project: String) -> [String] {
    let account = identity.flatMap { ServiceAccountName(email: $0, in: project) }
    return (account.map { [GoogleID(.account, $0.id).text(inProject: project)] } ?? [])
      + grants.map { $0.id.text(inProject: project) }
  }
}
