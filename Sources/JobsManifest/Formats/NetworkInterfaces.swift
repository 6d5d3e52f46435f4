import JobsCore

/// The annotation `run.googleapis.com/network-interfaces`: JSON text, a list of one interface (run.v2.json, revision
/// 20261031, NetworkInterface).
package enum NetworkInterfaces {
  /// Fills in what the text says; false where it is no such JSON.
  @discardableResult
  package static func read(_ text: String, into network: inout Network) -> Bool {
    guard let tree = try? parse(text), tree.kind(Tree.root) == .sequence, tree.count(Tree.root) == 1,
      let interface = tree.firstChild(Tree.root), tree.kind(interface) == .mapping
    else { return false }
    network.network = tree.text(interface, "network")
    network.subnetwork = tree.text(interface, "subnetwork")
    network.tags = tree.texts(tree.value(interface, "tags"))
    return network.network != nil || network.subnetwork != nil
  }

  private static func parse(_ text: String) throws(JSONReader.SyntaxError) -> Tree {
    var tree = Tree(source: Array(text.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    return tree
  }
}
