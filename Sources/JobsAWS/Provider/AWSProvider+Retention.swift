import JobsCloud
package import JobsCore
package import JobsDeploy

/// What registries keep of images. Repositories bear no mark of ours, and so are looked at one by one.
extension AWSProvider {
  package func survey(heeding focus: Survey.Focus) async throws(Failure) -> Survey {
    var survey = try await survey()
    for id in focus.wanted.union(focus.noted).sorted() {
      guard let (kind, name) = region.resource(id), kind == .retention else { continue }
      do throws(CloudFailure) {
        if let live = try await retention(name) { survey.owned.append(live) }
      } catch {
        guard case .missingPermission = error.cause else { throw error.failure }
        survey.unknown.append(Survey.Unknown(id: id, reason: error.fault.why, hint: error.fault.hint))
      }
    }
    return survey
  }

  /// The rules of an environment in the policy of a repository; nil where there are none, or no such repository.
  func retention(_ name: String) async throws(CloudFailure) -> LiveResource? {
    guard let (repository, owner) = region.retention(name) else { return nil }
    do throws(CloudFailure) {
      return try await images.lifecycle(of: repository).flatMap {
        LifecycleDocument.resource($0, id: region.id(.retention, name), owner: owner)
      }
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// Why rules cannot be written as they are to be.
  func missing(retention name: String, _ fields: [Resource.Field]) async throws(CloudFailure) -> [Missing] {
    guard let (repository, owner) = region.retention(name) else { return [] }
    let policy: [UInt8]?
    do throws(CloudFailure) {
      policy = try await images.lifecycle(of: repository)
    } catch  where error.cause == .notFound {
      guard !fields.isEmpty else { return [] }
      return [
        Missing(
          "there is no repository '\(repository.name)', whose images are to be kept",
          hint: "aws ecr create-repository --region \(region.region) --repository-name \(repository.name)")
      ]
    }
    do throws(Failure) {
      _ = try LifecycleDocument.policy(policy, of: owner, with: fields, OwnerMark(owner: owner, fields))
      return []
    } catch {
      return [Missing("in repository '\(repository.name)' \(error.message)", hint: error.hint)]
    }
  }
}
