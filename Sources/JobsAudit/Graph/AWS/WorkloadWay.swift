/// How somebody has a workload that stands do what they want, and so acts as its role, which nobody passes anew but where the
/// service asks for that (Service Authorization Reference with its dependent actions, read 2026-11-22).
struct WorkloadWay {
  let kind: AWSWorkload.Kind
  /// Its number in the table of known ways; empty where it is none of them.
  let id: String
  /// What is done to the workload.
  let actions: [String]
  /// Whether the roles of the workload have to be passed to its service as well.
  var passesRoles = false
  /// Of what kind the other resource is that the first action is about as well, as ARNs begin it.
  var besides: String?

  static let all = [
    WorkloadWay(kind: .function, id: "lambda-003", actions: ["lambda:UpdateFunctionCode"]),
    // Whoever starts a run says what its container is to do, and whoever sets a schedule says what is called.
    WorkloadWay(kind: .taskDefinition, id: "", actions: ["ecs:RunTask"], passesRoles: true),
    WorkloadWay(kind: .jobDefinition, id: "", actions: ["batch:SubmitJob"], besides: "job-queue/"),
    WorkloadWay(kind: .schedule, id: "", actions: ["scheduler:UpdateSchedule"], passesRoles: true),
    WorkloadWay(kind: .project, id: "codebuild-002", actions: ["codebuild:StartBuild"]),
    WorkloadWay(kind: .project, id: "codebuild-003", actions: ["codebuild:StartBuildBatch"]),
  ]

  /// As a step names it, with the workload.
  func words(_ workload: AWSWorkload) -> String {
    let all = (passesRoles ? ["iam:PassRole"] : []) + actions
    return "\(id.isEmpty ? "" : "\(id) ")\(all.joined(separator: " + ")) of \(workload.resource)"
  }
}
