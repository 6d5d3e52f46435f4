import JobsCore

/// `spec.environments.NAME` of our own format, merged over `spec`: mappings key by key, null removes, all else replaces.
enum EnvironmentOverlay {
  /// Changes the tree into what holds in the environment; without one the overlays are only taken away.
  static func apply(_ tree: inout Tree, _ root: Tree.ID, environment: String?) {
    guard let spec = tree.value(root, "spec"), tree.kind(spec) == .mapping, let all = tree.value(spec, "environments")
    else { return }
    let overlay = environment.flatMap { tree.value(all, key: $0) }
    tree.removeEntries(spec) { $0.equals($1, "environments") }
    if let overlay, tree.kind(overlay) == .mapping { merge(overlay, over: spec, &tree) }
  }

  private static func merge(_ overlay: Tree.ID, over base: Tree.ID, _ tree: inout Tree) {
    var merged = Array(tree.entries(base))
    for (key, value) in Array(tree.entries(overlay)) {
      let at = merged.firstIndex { tree.equals($0.key, key) }
      if tree.kind(value) == .null {
        if let at { merged.remove(at: at) }
      } else if let at, tree.kind(value) == .mapping, tree.kind(merged[at].value) == .mapping {
        merge(value, over: merged[at].value, &tree)
      } else if let at {
        merged[at] = (key, value)
      } else {
        merged.append((key, value))
      }
    }
    tree.relink(base, merged)
  }
}
