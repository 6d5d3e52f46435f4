import JobsCore

/// Tells what a document is by its content. Two marks suffice: what comes close is diagnosed, not skipped.
package enum Recognition {
  package enum Outcome: Sendable {
    case format(Format)
    /// Not a job, and nothing near one.
    case other
    /// A Kubernetes Job or CronJob.
    case kubernetes
    /// Bindings or a policy that jobs-audit reads.
    case bindings
    /// Near a job; the diagnostic was written.
    case near
  }

  /// Kinds of Kubernetes' core group, which share `apiVersion: v1` with Crontopus.
  private static let coreKinds: Set<String> = [
    "Binding", "ComponentStatus", "ConfigMap", "Endpoints", "Event", "LimitRange", "List", "Namespace", "Node",
    "PersistentVolume", "PersistentVolumeClaim", "Pod", "PodTemplate", "ReplicationController", "ResourceQuota",
    "Secret",
    "Service", "ServiceAccount",
  ]

  /// What Cloud Run keeps besides jobs under their version (FactSource.runV1).
  private static let runKinds: Set<String> = ["Execution", "Task", "WorkerPool"]

  private static let versions: [String: Format] = [
    "jobs/v1": .jobs, "v1": .crontopus, "run.googleapis.com/v1": .cloudrun,
  ]

  package static func outcome(_ findings: inout Findings, isJSON: Bool) -> Outcome {
    let tree = findings.tree
    let root = findings.root
    guard tree.kind(root) == .mapping else { return .other }
    let versionID = tree.value(root, "apiVersion")
    let kindID = tree.value(root, "kind")
    let kind = kindID.flatMap { tree.text($0) }
    guard let versionID, let version = tree.text(versionID) else {
      if kind == "Job" || kind == "Project", let guess = versionless(tree, root) {
        findings.report(
          WrongAPIVersion.info, "key 'apiVersion' is missing", at: kindID ?? root,
          hint: "add 'apiVersion: \(guess)' at the top")
        return .near
      }
      return isJSON && isJobFile(tree, root) ? .format(.jobfile) : .other
    }
    if version.hasPrefix("iam.cnrm.cloud.google.com/") { return .bindings }
    if version.hasPrefix("batch/"), kind == "Job" || kind == "CronJob" { return .kubernetes }
    if let format = versions[version] {
      if kind == "Job" { return .format(format) }
      if format == .jobs, kind == "Project" { return .format(.project) }
      if format == .jobs, kind == "Policy" || kind == "Framework" { return .bindings }
      if format == .crontopus, kind.map({ coreKinds.contains($0) }) ?? true { return .other }
      if format == .cloudrun, kind.map({ runKinds.contains($0) }) ?? false { return .other }
      if format == .crontopus, Spelling.nearest(kind ?? "", of: ["Job"]) == nil { return .other }
      WrongKind.report(kindID, kind, version, format, &findings)
      return .near
    }
    guard kind == "Job" else { return .other }
    WrongAPIVersion.report(versionID, version, versionless(tree, root), &findings)
    return .near
  }

  /// The version that the rest of the document speaks of.
  private static func versionless(_ tree: Tree, _ root: Tree.ID) -> String? {
    if tree.value(root, "environments") != nil || tree.text(root, "kind") == "Project" { return "jobs/v1" }
    guard let spec = tree.value(root, "spec"), tree.kind(spec) == .mapping else { return nil }
    if tree.value(spec, "template") != nil { return "run.googleapis.com/v1" }
    return tree.value(spec, "command") != nil || tree.value(spec, "image") != nil || tree.value(spec, "schedule") != nil
      ? "jobs/v1" : nil
  }

  private static func isJobFile(_ tree: Tree, _ root: Tree.ID) -> Bool {
    let marks = ["schedule", "working_directory", "enabled"].count { tree.value(root, key: $0) != nil }
    let hasName = tree.value(root, "name") != nil
    if tree.value(root, "command") != nil { return marks > 0 || hasName }
    if marks > 1 { return true }
    // A name and five fields of cron: nothing else has both, so the command was forgotten.
    if hasName, let schedule = tree.text(root, "schedule"), schedule.split(separator: " ").count == 5 { return true }
    // One slip of the pen in 'command', beside a schedule and a name.
    return hasName && tree.value(root, "schedule") != nil
      && tree.entries(root).contains { Spelling.nearest(tree.string($0.key), of: ["command"]) != nil }
  }
}
