import JobsCore

/// Reads what AWS tells of what it runs: answers of `aws ecs describe-task-definition`, `aws batch describe-job-definitions`,
/// `aws lambda list-functions`, `get-function` and `get-function-configuration`, `aws scheduler get-schedule`, and
/// `aws codebuild batch-get-projects`.
///
/// Source: the models of the services in botocore 1.43.106, 2026-11.
enum WorkloadReader {
  /// What a value tells.
  struct Found {
    var kind: AWSWorkload.Kind
    var workloads: [AWSWorkload] = []
    /// Those that can be run no more, or only by who already runs them.
    var retired = 0
    /// Whether a list names them alone.
    var isOfNames = false
    /// The value says that more follow.
    var isTruncated = false
    /// What is not judged, a sentence each.
    var gaps: [String] = []
    /// Keys that nobody here knows, each once: what they mean is not judged.
    var unknownKeys: [String] = []
    var unread = UnreadParts()
  }

  /// By which key a value holds what.
  private static let lists: [(key: String, kind: AWSWorkload.Kind, isOfNames: Bool)] = [
    ("taskDefinition", .taskDefinition, false), ("jobDefinitions", .jobDefinition, false),
    ("Functions", .function, false), ("projects", .project, false),
    ("taskDefinitionArns", .taskDefinition, true), ("families", .taskDefinition, true), ("Schedules", .schedule, true),
  ]

  /// Beside the list in an answer.
  private static let beside: Set<String> = [
    "tags", "nextToken", "NextMarker", "NextToken", "projectsNotFound", "ResponseMetadata",
  ]

  static func recognises(_ tree: Tree) -> Bool { list(in: tree) != nil || single(in: tree) != nil }

  private static func list(in tree: Tree) -> (key: String, kind: AWSWorkload.Kind, isOfNames: Bool)? {
    lists.first { list in
      guard let node = tree.value(Tree.root, key: list.key) else { return false }
      // Others have keys of these names, with other things behind them.
      return list.kind != .project || tree.value(Tree.root, "projectsNotFound") != nil
        || tree.kind(node) == .sequence
          && tree.firstChild(node).map { tree.value($0, "serviceRole") != nil } != false
    }
  }

  /// An answer that is one workload itself, or has it as `Configuration`.
  private static func single(in tree: Tree) -> (kind: AWSWorkload.Kind, node: Tree.ID)? {
    let root = Tree.root
    if tree.value(root, "FunctionArn") != nil, tree.value(root, "FunctionName") != nil { return (.function, root) }
    if let node = tree.value(root, "Configuration"),
      tree.value(node, "FunctionArn") != nil || tree.value(root, "Code") != nil
    {
      return (.function, node)
    }
    let isSchedule = tree.value(root, "Target") != nil && tree.value(root, "ScheduleExpression") != nil
    return isSchedule ? (.schedule, root) : nil
  }

  /// - Throws: an error within a workload where the value holds no other.
  static func read(_ value: ValueReader.Value, file: String) throws(ShapeError) -> Found {
    let tree = value.tree
    if let (kind, node) = single(in: tree) {
      var reader = WorkloadItemReader(value, file: file, kind)
      if node != Tree.root {
        try ObjectFields(tree, "an answer with a function").checkKeys([
          "Configuration", "Code", "Tags", "TagsError", "Concurrency", "ResponseMetadata",
        ])
      }
      do throws(ShapeError) { try reader.read(node) } catch { throw error.within(reader.title(of: node, 1)) }
      return reader.found
    }
    guard let (key, kind, isOfNames) = list(in: tree) else {
      throw ShapeError(offset: 0, message: "this holds nothing that runs")
    }
    let answer = try ObjectFields(tree, "the answer")
    try answer.checkKeys(beside.union([key]))
    var reader = WorkloadItemReader(value, file: file, kind)
    for token in ["nextToken", "NextMarker", "NextToken"] {
      if try answer.text(token).map({ !$0.isEmpty }) == true { reader.found.isTruncated = true }
    }
    guard !isOfNames else {
      reader.found.isOfNames = try !items(answer, key).isEmpty
      return reader.found
    }
    var faults: [ShapeError] = []
    let all = try items(answer, key)
    for (at, node) in all.enumerated() {
      do throws(ShapeError) {
        try reader.read(node)
      } catch {
        let title = reader.title(of: node, at + 1)
        faults.append(error.within(title))
        reader.found.unread.add(title, in: file, at: { value.position(of: error) }, error)
      }
    }
    if let first = faults.first, faults.count == all.count { throw first }
    return reader.found
  }

  private static func items(_ answer: ObjectFields, _ key: String) throws(ShapeError) -> [Tree.ID] {
    let tree = answer.tree
    guard let node = tree.value(answer.id, key: key) else { return [] }
    if key == "taskDefinition" { return [node] }
    guard tree.kind(node) == .sequence else {
      throw ShapeError(
        offset: tree.range(node).lowerBound,
        message: "'\(key)' is \(tree.kind(node).words), not \(Tree.Kind.sequence.words)")
    }
    return Array(tree.children(node))
  }
}
