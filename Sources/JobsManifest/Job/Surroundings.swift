import JobsCore

/// What the project says of a job's world in a cloud: who is told by the routes of its alerts, and what becomes of images
/// in the repository of its own. No part of the job's digest.
package struct Surroundings: RareValue {
  /// Those that the job's alerts name, in the order of the project file.
  package var routes: [AlertRoute] = []
  /// Those of the repositories that the job's image is in.
  package var retention: [ImageRetention] = []

  package init() {}

  /// Reads the keys of a job record.
  init(_ tree: Tree, _ root: Tree.ID) {
    if let all = tree.value(root, "routes") {
      routes = tree.entries(all).map { AlertRoute(tree.string($0.key), tree, $0.value) }
    }
    for node in tree.value(root, "retention").map(tree.children).map(Array.init) ?? [] {
      if let one = ImageRetention(record: tree, node) { retention.append(one) }
    }
  }

  /// Writes the keys of a job record.
  func write(to json: inout JSONWriter) {
    if !routes.isEmpty {
      json.object("routes") { json in
        for route in routes {
          json.key(route.name)
          route.write(to: &json)
        }
      }
    }
    if !retention.isEmpty {
      json.array("retention") { json in for one in retention { one.write(to: &json) } }
    }
  }
}
