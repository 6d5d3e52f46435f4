/// Where a job runs.
package struct Target: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case local
    case host
    case cloudRun = "gcp.run"
    case lambda = "aws.lambda"
    case ecs = "aws.ecs"
    case batch = "aws.batch"
  }

  package var kind: Kind
  /// The Google Cloud project.
  package var project: String?
  package var region: String?
  /// The AWS account.
  package var account: String?

  package init(kind: Kind, project: String? = nil, region: String? = nil, account: String? = nil) {
    self.kind = kind
    self.project = project
    self.region = region
    self.account = account
  }
}
