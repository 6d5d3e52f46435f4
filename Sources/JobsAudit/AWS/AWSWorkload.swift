package import JobsCore

/// What stands in AWS to run a program as a role, or to start one: whatever manifests say.
package struct AWSWorkload: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case function
    case taskDefinition = "task definition"
    case jobDefinition = "job definition"
    case schedule
    /// Of CodeBuild.
    case project = "build project"

    /// What takes the role.
    package var service: String {
      switch self {
      case .function: "lambda.amazonaws.com"
      case .taskDefinition, .jobDefinition: "ecs-tasks.amazonaws.com"
      case .schedule: "scheduler.amazonaws.com"
      case .project: "codebuild.amazonaws.com"
      }
    }

    /// By what command of the cloud one is told of, whole.
    var describing: String {
      switch self {
      case .function: "aws lambda list-functions"
      case .taskDefinition: "aws ecs describe-task-definition"
      case .jobDefinition: "aws batch describe-job-definitions"
      case .schedule: "aws scheduler get-schedule"
      case .project: "aws codebuild batch-get-projects"
      }
    }

    /// As counts name it.
    var counted: String { "aws-\(rawValue.replacing(" ", with: "-"))" }
  }

  package let kind: Kind
  /// Of a definition with its revision, of a version of a function with its number.
  package let arn: ARN
  /// Of definitions without the revision, of schedules with the group.
  package let name: String
  /// ARNs of the roles that its programs, or its calls, are made as: mostly one.
  package var roles: [String] = []
  /// ARNs of the roles with which the service begins it.
  package var executionRoles: [String] = []
  package var containers: [WorkloadContainer] = []
  /// Whether it may run on machines of the account, whose own role a program without one gets.
  package var mayRunOnInstances = false
  /// A published version of a function, which nobody changes any more.
  package var isFixed = false
  package let location: Location

  init(_ kind: Kind, _ arn: ARN, name: String, at location: Location) {
    self.kind = kind
    self.arn = arn
    self.name = name
    self.location = location
  }

  /// The ARN of all its revisions, or versions.
  package var family: String {
    switch kind {
    case .function: arn.text.split(separator: ":").prefix(7).joined(separator: ":")
    case .taskDefinition, .jobDefinition: arn.text.split(separator: ":").prefix(6).joined(separator: ":")
    case .schedule, .project: arn.text
    }
  }

  /// What requests name that change or start it: a function has its code without its versions.
  var resource: String { kind == .function ? family : arn.text }

  /// Of definitions and versions; zero for what has none.
  package var revision: Int { arn.text == family ? 0 : arn.text.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

  /// Whether a user means it by a name: `report`, `report:7`, or an ARN with the revision or without.
  package func isNamed(_ text: String) -> Bool {
    text == arn.text || text == family || text == name || revision > 0 && text == "\(name):\(revision)"
      || kind == .schedule && text == arn.name
  }
}
