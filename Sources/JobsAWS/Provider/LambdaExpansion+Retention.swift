import JobsCore
import JobsDeploy
import JobsManifest

extension LambdaExpansion {
  /// What the registry keeps of the images of the job's repository, alike for all jobs of the environment.
  func retentions() throws(ExpansionRefusal) -> [Resource] {
    var resources: [Resource] = []
    for retention in job.around.value.retention {
      guard let repository = ECRRepository(retention.repository) else { continue }
      guard repository == job.run.image.flatMap(ECRImage.init)?.repository else {
        throw ExpansionRefusal(
          "'\(Terminal.visible(retention.repository))' is not the repository of its image, and ECR keeps rules of one alone",
          hint: "write the repository's whole name under 'images' of the retention")
      }
      guard repository.account == place.account, repository.region == place.region else {
        throw ExpansionRefusal(
          "the images of '\(Terminal.visible(retention.repository))' are kept in account '\(repository.account)' and region "
            + "'\(repository.region)', and not where it is deployed",
          hint: "declare their 'retention' in the environment that is there")
      }
      let excluded = [
        ("olderThan", retention.olderThanSeconds != nil, "ECR would delete the newest images too"),
        ("dryRun", retention.isDryRun, "ECR deletes, and says nothing before"),
      ]
      if let (key, _, reason) = excluded.first(where: \.1) {
        throw ExpansionRefusal(
          "'\(key)' cannot be kept for the images of '\(Terminal.visible(retention.repository))': \(reason)",
          hint: "take it away; 'keep' alone has the newest stay and all others go")
      }
      resources.append(
        Resource(
          id: place.id(.retention, place.retention(repository, job.env)), job: Resource.owner(ofAllJobsIn: job.env),
          fields: retention.untaggedSeconds.map { LifecycleDocument.fields(untaggedDays: $0 / 86_400) }
            ?? LifecycleDocument.fields(newest: retention.keep, keepTags: retention.keptTags), isShareable: true))
    }
    return resources
  }
}
