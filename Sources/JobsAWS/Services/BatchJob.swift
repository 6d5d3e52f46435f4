package import JobsCore

/// A job of AWS Batch: one run of a job definition, or an array of runs.
package struct BatchJob: Hashable, Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case submitted = "SUBMITTED"
    case pending = "PENDING"
    case runnable = "RUNNABLE"
    case starting = "STARTING"
    case running = "RUNNING"
    case succeeded = "SUCCEEDED"
    case failed = "FAILED"
  }

  package var name: AWSExecutionName
  /// As it was called where it was submitted.
  package var jobName: String
  /// The ARN of its definition; empty where a list does not tell.
  package var definition: String
  package var status: Status
  package var statusReason: String?
  package var created: Instant?
  package var started: Instant?
  package var stopped: Instant?
  package var exitCode: Int?
  /// Why its container ended, where that is more than a status.
  package var containerReason: String?
  package var isTerminated: Bool
  /// The jobs of an array; nil for a job alone.
  package var size: Int?
  /// How many of an array stand where.
  package var counts: [Status: Int]
  package var log: ContainerLog?
  package var logStream: String?
  /// Our own id of the run, where we started it.
  package var mark: String?

  /// - Parameter node: an element of `jobs`, or of `jobSummaryList`, which has less.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let name = tree.words(node, "jobArn").flatMap({ AWSExecutionName($0) }), name.service == .batch,
      let status = tree.words(node, "status").flatMap(Status.init)
    else { return nil }
    self.name = name
    self.status = status
    jobName = tree.words(node, "jobName") ?? ""
    definition = tree.words(node, "jobDefinition") ?? ""
    statusReason = tree.words(node, "statusReason")
    created = tree.instant(milliseconds: node, "createdAt")
    started = tree.instant(milliseconds: node, "startedAt")
    stopped = tree.instant(milliseconds: node, "stoppedAt")
    isTerminated = ["isTerminated", "isCancelled"].contains { key in
      tree.value(node, key: key).flatMap { tree.bool($0) } ?? false
    }
    let array = tree.value(node, "arrayProperties")
    size = array.flatMap { tree.number($0, "size") }
    var counts: [Status: Int] = [:]
    if let summary = array.flatMap({ tree.value($0, "statusSummary") }), tree.kind(summary) == .mapping {
      for status in Status.allCases { counts[status] = tree.number(summary, status.rawValue) }
    }
    self.counts = counts
    guard let container = tree.value(node, "container"), tree.kind(container) == .mapping else { return }
    exitCode = tree.number(container, "exitCode")
    containerReason = tree.words(container, "reason")
    log = ContainerLog(tree, tree.value(container, "logConfiguration"))
    logStream = tree.words(container, "logStreamName")
    mark = tree.elements(container, "environment").first { tree.words($0, "name") == Self.markVariable }.flatMap {
      tree.words($0, "value")
    }
  }

  package var isOver: Bool { status == .succeeded || status == .failed }

  /// Where jobs write that say nothing else (docs.aws.amazon.com/batch/latest/userguide/using_awslogs.html, 2026-11).
  static let usualLogGroup = "/aws/batch/job"

  package var logGroup: String { log?.group ?? Self.usualLogGroup }

  /// The variable in which a run finds our id of it.
  package static let markVariable = "JOBS_EXECUTION"
}
