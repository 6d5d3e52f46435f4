import JobsDeploy
import JobsManifest

/// Whose retention of which repository: `acme-prod/europe-west1/jobs/prod`.
struct RetentionName: Hashable {
  var project: String
  var location: String
  var repository: String
  /// The environment whose jobs use its images; others may keep images of the same repository beside it.
  var env: String

  /// nil for a retention of another registry.
  init?(_ retention: ImageRetention, env: String) {
    guard case .artifacts(let location, let project, let name) = retention.registry else { return nil }
    self.project = project
    self.location = location
    repository = name
    self.env = env
  }

  /// nil for any other text.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 4, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    (project, location, repository, env) = (parts[0], parts[1], parts[2], parts[3])
  }

  var text: String { "\(project)/\(location)/\(repository)/\(env)" }

  /// The repository as the service names it.
  var path: String { "projects/\(project)/locations/\(location)/repositories/\(repository)" }

  var owner: String { Resource.owner(ofAllJobsIn: env) }
}
