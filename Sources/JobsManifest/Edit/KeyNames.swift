import JobsCore

/// The keys of a format by the names that people use: a whole path, or a short name such as `schedule` or `labels.team`.
enum KeyNames {
  struct Place {
    var path: ManifestPath
    var shape: Shape
    var isNullable: Bool
    /// What the value becomes before it is written.
    var convert: @Sendable (String) -> String = { $0 }
  }

  /// - Throws: a refusal with the nearest known key.
  static func place(of name: String, in format: Format) throws(EditRefusal) -> Place {
    guard let typed = ManifestPath(parsing: name), case .key(let first)? = typed.steps.first, let shape = format.shape
    else {
      throw EditRefusal(
        "'\(Terminal.visible(name))' is no key", hint: "write a path such as spec.retry.attempts, or a short name")
    }
    if format == .cloudrun, let place = cloudRun(typed, shape) { return place }
    for prefix in [[], ["spec"], ["metadata"]] as [[String]] {
      let steps = prefix.map { ManifestPath.Step.key($0) } + typed.steps
      guard prefix.isEmpty || format != .jobfile, let parent = shape.at(steps.prefix(prefix.count)),
        parent.child(aliases[format]?[first] ?? first) != nil
      else { continue }
      var path = ManifestPath(steps)
      if let known = aliases[format]?[first] { path.steps[prefix.count] = .key(known) }
      return try place(path, shape)
    }
    let known = fields(shape) + fields(shape.child("spec")) + fields(shape.child("metadata"))
    throw unknown(first, of: known)
  }

  /// Short names that are not the key's own.
  private static let aliases: [Format: [String: String]] = [.jobfile: ["workingDir": "working_directory"]]

  private static func place(_ path: ManifestPath, _ shape: Shape) throws(EditRefusal) -> Place {
    var at = shape
    var isNullable = false
    for step in path.steps {
      switch step {
      case .index:
        guard let element = at.element else {
          throw EditRefusal("'\(path)' leads into something that is no list", hint: nil)
        }
        at = element
      case .key(let key):
        guard let next = at.child(key) else {
          let known = fields(at)
          guard !known.isEmpty else {
            throw EditRefusal("there is no key below '\(path.parent)'", hint: "set '\(path.parent)' itself")
          }
          throw unknown(key, of: known)
        }
        isNullable = at.field(key)?.isNullable ?? false
        at = next
      }
    }
    if ["apiVersion", "kind"].contains(path.description) {
      throw EditRefusal("'\(path)' says what the file is", hint: "to change the format, use 'jobs-validate convert'")
    }
    return Place(path: path, shape: at, isNullable: isNullable)
  }

  private static func unknown(_ key: String, of known: [String]) -> EditRefusal {
    EditRefusal(
      "unknown key '\(Terminal.visible(key))'",
      hint: Spelling.nearest(key, of: known).map { "did you mean '\($0)'?" }
        ?? "known are \(known.prefix(40).joined(separator: ", "))")
  }

  private static func fields(_ shape: Shape?) -> [String] { shape?.fields.map(\.text) ?? [] }

  // MARK: Cloud Run

  private static let task = "spec.template.spec.template.spec"

  /// Where Cloud Run keeps what other formats call so.
  private static let cloudRunPaths: [String: String] = [
    "timeout": "\(task).timeoutSeconds", "retries": "\(task).maxRetries", "identity": "\(task).serviceAccountName",
    "image": "\(task).containers[0].image", "command": "\(task).containers[0].command",
    "args": "\(task).containers[0].args", "workingDir": "\(task).containers[0].workingDir",
    "cpu": "\(task).containers[0].resources.limits.cpu", "memory": "\(task).containers[0].resources.limits.memory",
    "tasks": "spec.template.spec.taskCount", "parallelism": "spec.template.spec.parallelism",
  ]

  private static func cloudRun(_ typed: ManifestPath, _ shape: Shape) -> Place? {
    guard typed.steps.count == 1, case .key(let name) = typed.steps[0] else { return nil }
    if ["schedule", "timezone", "tenant"].contains(name) {
      return Place(
        path: ManifestPath(keys: "metadata", "annotations", "jobs/\(name)"), shape: .string, isNullable: false)
    }
    guard let path = cloudRunPaths[name].flatMap({ ManifestPath(parsing: $0) }), var place = try? place(path, shape)
    else { return nil }
    if name == "timeout" { place.convert = { text in Quantity.seconds(text).map { String($0) } ?? text } }
    return place
  }
}

extension ManifestPath {
  /// The path without its last step.
  var parent: ManifestPath { ManifestPath(Array(steps.dropLast())) }
}

extension Shape {
  /// The keys that may stand here; none where they are the user's choice.
  var fields: [Field] {
    switch self {
    case .keys(let keys): keys.all
    case .either(let shapes): shapes.flatMap(\.fields)
    case .dictionary, .list, .scalar, .any: []
    }
  }

  func field(_ key: String) -> Field? { fields.first { $0.text == key } }

  /// The shape of a list's elements.
  var element: Shape? {
    switch self {
    case .list(let element): element
    case .either(let shapes): shapes.lazy.compactMap(\.element).first
    case .any: .any
    case .keys, .dictionary, .scalar: nil
    }
  }

  /// The shape at a path of known keys.
  func at(_ steps: some Sequence<ManifestPath.Step>) -> Shape? {
    var at = self
    for step in steps {
      let next = if case .key(let key) = step { at.child(key) } else { at.element }
      guard let next else { return nil }
      at = next
    }
    return at
  }
}
