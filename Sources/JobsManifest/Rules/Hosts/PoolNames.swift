import JobsCore

extension JobContext {
  /// The names under `pools`, with the pool that each takes from.
  var poolNames: [(name: String, site: Tree.ID)] {
    guard let pools = hostValue("pools") else { return [] }
    let sites = tree.kind(pools) == .sequence ? Array(tree.children(pools)) : tree.entries(pools).map(\.key)
    return sites.compactMap { site in text(site).map { ($0, site) } }
  }
}
