package import JobsCore
package import JobsDeploy

extension GoogleProjectProvider {
  package func preflight(_ changes: [Change]) async throws(Failure) -> [Missing] {
    var needs = GoogleNeeds()
    var routes: Set<String> = []
    for change in changes {
      guard let id = GoogleID(change.id, in: place) else { continue }
      needs.add(change, id, change.result(over: []))
      if id.kind == .channel, change.action == .create, let name = ChannelName(id.name) { routes.insert(name.route) }
    }
    needs.supply(routes: routes)
    return await inquiry.missing(for: needs)
  }

  /// The addresses of the accounts that a plan makes.
  static func made(by plan: [Change], inProject project: String) -> Set<String> {
    let prefix = GoogleID(.account, "").text(inProject: project)
    return Set(
      plan.filter { $0.action == .create && $0.id.hasPrefix(prefix) }.map {
        ServiceAccountName(String($0.id.dropFirst(prefix.count)), project: project).email
      })
  }
}
