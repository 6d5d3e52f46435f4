import JobsCore
import JobsManifest

extension Job {
  /// Whether its `events` have a topic of Pub/Sub, by its name or its whole one.
  func listens(to topic: String) -> Bool {
    events.contains { event in
      let bytes = Array(event.json.utf8)
      var tree = Tree(source: bytes)
      guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, !tree.isEmpty,
        let named = tree.value(Tree.root, "pubsub").map(tree.string)
      else { return false }
      return named.split(separator: "/").last.map(String.init) == topic
    }
  }
}
