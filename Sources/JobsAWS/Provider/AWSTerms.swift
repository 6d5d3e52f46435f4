package import JobsCore
import JobsDeploy
package import JobsManifest

/// Which of the things that are there run a job on AWS. Annotations of its manifest say it, in which variables stand for what
/// differs from one environment to another.
package struct AWSTerms: Hashable, Sendable {
  /// Of ECS.
  package var cluster = "default"
  /// Of AWS Batch; nil where none is named.
  package var queue: String?
  /// The task definition or the job definition: a name, which stands for its newest revision, `NAME:REVISION`, or an ARN.
  package var definition = ""
  package var subnets: [String] = []
  package var securityGroups: [String] = []
  package var hasPublicAddress = false

  package init() {}

  package enum Key: String, CaseIterable, Sendable {
    case cluster = "jobs/cluster"
    case taskDefinition = "jobs/task-definition"
    case subnets = "jobs/subnets"
    case securityGroups = "jobs/security-groups"
    case publicAddress = "jobs/public-address"
    case queue = "jobs/queue"
    case jobDefinition = "jobs/job-definition"
  }

  /// - Throws: a usage failure for an annotation that says nothing useful.
  package init(_ job: Job) throws(Failure) {
    let say = { (key: Key) in job.annotations[key.rawValue].flatMap { $0.isEmpty ? nil : $0 } }
    cluster = say(.cluster) ?? "default"
    queue = say(.queue)
    definition = say(job.target.kind == .batch ? .jobDefinition : .taskDefinition) ?? Self.name(of: job)
    subnets = Self.words(say(.subnets))
    securityGroups = Self.words(say(.securityGroups))
    switch say(.publicAddress) {
    case nil, "false": hasPublicAddress = false
    case "true": hasPublicAddress = true
    case let other?:
      throw .usage(
        "the annotation '\(Key.publicAddress.rawValue)' is '\(Terminal.visible(other))'",
        hint: "write 'true' or 'false'")
    }
  }

  /// - Throws: a refusal for an annotation that says nothing useful.
  static func refusing(_ job: Job) throws(ExpansionRefusal) -> AWSTerms {
    do throws(Failure) {
      return try AWSTerms(job)
    } catch {
      throw ExpansionRefusal(error.message, hint: error.hint ?? "")
    }
  }

  /// What AWS calls a job where nothing else is said; a name in Lambda is the shortest.
  package static func name(of job: Job) -> String {
    job.nameInAWS(limit: job.target.kind == .lambda ? LambdaPlace.limit : 128)
  }

  private static func words(_ text: String?) -> [String] {
    (text ?? "").split { $0 == "," || $0 == " " }.map(String.init)
  }
}
