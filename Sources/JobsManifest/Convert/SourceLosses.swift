import JobsCore

/// What a manifest says that no job record carries, so that no conversion can.
package enum SourceLosses {
  /// Keys of a Cloud Run job that the job model has no place for.
  private static let cloudRunKeys = Set(
    (CloudRunNodes.unmodelledTaskKeys + CloudRunNodes.unmodelledContainerKeys).map(\.description)
      + ["startupCpuBoost", "delayExecution", "generateName"])

  /// Each loss with the job's name, in source order.
  ///
  /// - Parameter isForOneEnvironment: whether the overlays of `environments` were merged.
  package static func find(in bytes: [UInt8], limits: ReadingLimits, isForOneEnvironment: Bool) -> [(
    name: String, loss: ConversionLoss
  )] {
    var losses: [(name: String, loss: ConversionLoss)] = []
    YAMLReader(bytes, limits: limits).read { document in
      let tree = document.tree
      guard document.isComplete, !tree.isEmpty, tree.kind(Tree.root) == .mapping else { return true }
      let name = tree.value(Tree.root, path: "metadata", "name").flatMap { tree.text($0) } ?? "-"
      let version = tree.text(Tree.root, "apiVersion")
      if version == "jobs/v1", !isForOneEnvironment, tree.value(Tree.root, path: "spec", "environments") != nil {
        losses.append((name, ConversionLoss(field: "environments", reason: "is left out: convert for one by --env")))
      }
      guard version == "run.googleapis.com/v1", let spec = tree.value(Tree.root, "spec") else { return true }
      for key in unmodelled(tree, spec) {
        losses.append((name, ConversionLoss(field: key, reason: "is not carried over")))
      }
      let count = CloudRunNodes(tree, Tree.root).containers.count
      if count > 1 {
        losses.append(
          (
            name,
            ConversionLoss(
              field: "containers", reason: "has \(count) of them, and only the first is kept, with the resources of all"
            )
          ))
      }
      return true
    }
    return losses
  }

  private static func unmodelled(_ tree: Tree, _ id: Tree.ID) -> [String] {
    var found: [String] = []
    func visit(_ id: Tree.ID) {
      switch tree.kind(id) {
      case .mapping:
        for entry in tree.entries(id) {
          let key = tree.string(entry.key)
          if cloudRunKeys.contains(key) {
            if !found.contains(key) { found.append(key) }
          } else {
            visit(entry.value)
          }
        }
      case .sequence: for child in tree.children(id) { visit(child) }
      default: return
      }
    }
    visit(id)
    return found
  }
}
