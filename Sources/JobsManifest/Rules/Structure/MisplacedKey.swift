import JobsCore

/// A key that the format knows, at another level.
package enum MisplacedKey: Rule {
  package static let info = RuleInfo(
    "ST102", "misplaced-key", .structure, .error, fix: .unsafe, summary: "a right key at the wrong level",
    page: """
      A Cloud Run job has its settings three levels deep: the job, the execution (spec.template.spec) and the task
      (spec.template.spec.template.spec). The most frequent fault of real manifests is a right key one level too high.
      Keys that belong to one place are reported together, with the patch that moves them.
      """,
    source: "run.v1.json of Google's discovery documents, revision 20261031",
    bad: .init(
      .cloudrun,
      """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            ⟦maxRetries⟧: 2
            template:
              spec:
                containers:
                  - image: europe-docker.pkg.dev/acme/jobs/report:1.4.2

      """),
    good: .init(.cloudrun, ExampleText.cloudRun(task: "          maxRetries: 2\n")))

  /// The one place where the key belongs, if there is just one and the value would fit there.
  static func home(of name: String, from path: [String], value: Tree.Kind, in format: Format) -> Home? {
    let homes = (Self.homes[format]?[name] ?? []).filter { $0.shape.accepts(value) }
    guard homes.count == 1, homes[0].path != path else { return nil }
    return homes[0]
  }

  /// The key of another level that a misspelt one was most likely meant to be.
  static func misspelled(
    _ name: String, from path: [String], value: Tree.Kind, in format: Format
  ) -> (name: String, path: [String])? {
    guard name.utf8.count > 5, let known = homes[format], let meant = Spelling.nearest(name, of: known.keys.sorted()),
      let home = home(of: meant, from: path, value: value, in: format)
    else { return nil }
    return (meant, home.path)
  }

  typealias Home = (path: [String], shape: Shape)

  private static let homes: [Format: [String: [Home]]] = {
    var all: [Format: [String: [Home]]] = [:]
    for format in [Format.jobs, .cloudrun, .crontopus] {
      guard let shape = format.shape else { continue }
      var found: [String: [Home]] = [:]
      collect(shape, [], &found)
      all[format] = found
    }
    return all
  }()

  private static func collect(_ shape: Shape, _ path: [String], _ found: inout [String: [Home]]) {
    switch shape {
    case .keys(let keys):
      for field in keys.all {
        found[field.text, default: []].append((path, field.shape))
        collect(field.shape, path + [field.text], &found)
      }
    case .list(let element): collect(element, path, &found)
    case .either(let shapes): for shape in shapes { collect(shape, path, &found) }
    case .dictionary, .scalar, .any: return
    }
  }

  static func report(_ all: [StructureCheck.Misplacement], _ format: Format, _ findings: inout Findings) {
    for one in all {
      let tree = findings.tree
      let names = one.keys.map { "'\(tree.string($0))'" }
      let place = one.destination.joined(separator: ".")
      let listed = names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " and " + names.last!
      let destination = EntryMove.destination(one.destination, in: tree, root: findings.root)
      findings.report(
        info, "\(names.count == 1 ? "key \(listed) belongs" : "keys \(listed) belong") in '\(place)'", at: one.keys[0],
        hint: "move \(names.count == 1 ? "it" : "them") to '\(place)'",
        fix: EntryMove.fix(one.keys, from: one.mapping, to: one.destination, findings),
        related: one.keys.dropFirst().map { ("and this key", $0) }
          + (destination.map { [("belongs in here", $0)] } ?? []))
    }
  }
}
