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

  /// What is there and finds no place in a job, each key once.
  func unmodelled(_ tree: Tree) -> [(key: String, site: Tree.ID)] {
    var found: [(key: String, site: Tree.ID)] = []
    func add(_ key: String, _ site: Tree.ID?) {
      if let site { found.append((key, site)) }
    }
    if containers.count > 1 { add("containers[1]", containers[1]) }
    add("template.metadata.labels", executionLabels.flatMap { tree.count($0) > 0 ? $0 : nil })
    add("delayExecution", execution.flatMap { tree.value($0, "delayExecution") })
    if let task { for key in Self.unmodelledTaskKeys { add(key.description, tree.value(task, key)) } }
    if let main = containers.first {
      for key in Self.unmodelledContainerKeys { add(key.description, tree.value(main, key)) }
      add("startupCpuBoost", tree.value(main, path: "resources", "startupCpuBoost"))
    }
    return found
  }
}
