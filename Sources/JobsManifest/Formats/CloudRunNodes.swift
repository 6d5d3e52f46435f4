package import JobsCore

/// The places of a Cloud Run job; one that is missing is nil.
package struct CloudRunNodes: Sendable {
  /// `metadata`
  package var metadata: Tree.ID?
  /// `metadata.annotations`
  package var jobAnnotations: Tree.ID?
  /// `metadata.labels`
  package var jobLabels: Tree.ID?
  /// `spec.template.metadata.annotations`
  package var executionAnnotations: Tree.ID?
  /// `spec.template.metadata.labels`
  package var executionLabels: Tree.ID?
  /// `spec.template.spec`
  package var execution: Tree.ID?
  /// `spec.template.spec.template.spec`
  package var task: Tree.ID?
  package var containers: [Tree.ID] = []
  package var volumes: [Tree.ID] = []

  init(_ tree: Tree, _ root: Tree.ID) {
    metadata = tree.value(root, "metadata")
    jobAnnotations = metadata.flatMap { tree.value($0, "annotations") }
    jobLabels = metadata.flatMap { tree.value($0, "labels") }
    let template = tree.value(root, path: "spec", "template")
    executionAnnotations = template.flatMap { tree.value($0, path: "metadata", "annotations") }
    executionLabels = template.flatMap { tree.value($0, path: "metadata", "labels") }
    execution = template.flatMap { tree.value($0, "spec") }
    task = execution.flatMap { tree.value($0, path: "template", "spec") }
    containers = task.flatMap { tree.value($0, "containers") }.map { Array(tree.children($0)) } ?? []
    volumes = task.flatMap { tree.value($0, "volumes") }.map { Array(tree.children($0)) } ?? []
  }

  // MARK: What no job has a word for

  static let unmodelledTaskKeys: [StaticString] = ["volumes", "nodeSelector", "sandboxes"]
  static let unmodelledContainerKeys: [StaticString] = [
    "volumeMounts", "ports", "startupProbe", "livenessProbe", "readinessProbe", "sandboxLauncher", "dependsOn",
    "envFrom",
  ]

  /// The keys that are there and find no place in a job, each once.
  func unmodelled(_ tree: Tree) -> [String] {
    var found: [String] = []
    if containers.count > 1 { found.append("containers[1]") }
    if executionLabels.map({ tree.count($0) > 0 }) == true { found.append("template.metadata.labels") }
    if let execution, tree.value(execution, "delayExecution") != nil { found.append("delayExecution") }
    if let task { found += Self.unmodelledTaskKeys.filter { tree.value(task, $0) != nil }.map(\.description) }
    if let main = containers.first {
      found += Self.unmodelledContainerKeys.filter { tree.value(main, $0) != nil }.map(\.description)
      if tree.value(main, path: "resources", "startupCpuBoost") != nil { found.append("startupCpuBoost") }
    }
    return found
  }
}
