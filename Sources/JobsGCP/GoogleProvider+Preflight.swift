import JobsCloud
package import JobsCore
package import JobsDeploy

extension GoogleProvider {
  package func preflight(_ changes: [Change]) async throws(Failure) -> [Missing] {
    try await preflight(changes, in: changes)
  }

  package func preflight(_ changes: [Change], in plan: [Change]) async throws(Failure) -> [Missing] {
    var needs = GoogleNeeds()
    for change in changes {
      guard let id = GoogleID(change.id, in: place) else { continue }
      needs.add(change, id, change.result(over: try await unchanged(by: change, id)))
    }
    needs.supply(GoogleProjectProvider.made(by: plan, inProject: place.account))
    return await GoogleInquiry(
      place: place, access: access, secrets: secrets, images: images, monitoring: monitoring,
      repositories: repositories, usage: usage
    ).missing(for: needs)
  }

  /// The fields that a resource has and keeps, where a change is of a part of what it calls for.
  private func unchanged(by change: Change, _ id: GoogleID) async throws(Failure) -> [Resource.Field] {
    guard change.action == .update, id.kind == .run, change.fields.contains(where: { $0.path.hasSuffix("version") })
    else { return [] }
    do throws(CloudFailure) {
      guard let live = try await runs.job(id.name) else { return [] }
      return ResourceShape.cloudRunJob.read(live).fields
    } catch {
      throw error.failure
    }
  }
}
