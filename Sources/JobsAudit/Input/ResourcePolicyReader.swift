import JobsCore

/// Reads answers of AWS that hold the policy of a resource as a text: of functions, secrets, repositories, topics, queues, buckets
/// and keys. What resource it is of stands in the answer, or in the statements, or is said by the user.
struct ResourcePolicyReader {
  /// Where a shape has its policy, and what names the resource.
  private struct Shape {
    var policy: Tree.ID?
    var arn: String?
  }

  static func recognises(_ tree: Tree) -> Bool { shape(of: tree) != nil }

  private static func shape(of tree: Tree) -> Shape? {
    func text(_ keys: String...) -> String? {
      var node = Tree.root
      for key in keys {
        guard let next = tree.value(node, key: key) else { return nil }
        node = next
      }
      return tree.kind(node) == .string ? tree.string(node) : nil
    }
    // ecr get-repository-policy
    if let policy = tree.value(Tree.root, "policyText") { return Shape(policy: policy, arn: text("repositoryArn")) }
    // secretsmanager get-resource-policy, without the policy where there is none
    if let arn = text("ARN"), text("Name") != nil, arn.contains(":secretsmanager:") {
      return Shape(policy: tree.value(Tree.root, "ResourcePolicy"), arn: arn)
    }
    if let attributes = tree.value(Tree.root, "Attributes"), tree.kind(attributes) == .mapping {
      // sns get-topic-attributes, sqs get-queue-attributes
      let arn = text("Attributes", "TopicArn") ?? text("Attributes", "QueueArn")
      guard arn != nil || tree.value(attributes, "Policy") != nil else { return nil }
      return Shape(policy: tree.value(attributes, "Policy"), arn: arn)
    }
    // lambda get-policy, s3api get-bucket-policy, kms get-key-policy, dynamodb get-resource-policy
    if let policy = tree.value(Tree.root, "Policy"), tree.kind(policy) == .string {
      return Shape(policy: policy, arn: nil)
    }
    return nil
  }

  /// - Parameter subject: the ARN of the resource, where a user says so.
  /// - Returns: nil for an answer that says that there is no policy.
  static func read(
    _ value: ValueReader.Value, file: String, subject: String?
  ) throws(ShapeError) -> (policy: ResourcePolicy?, isNamed: Bool) {
    let tree = value.tree
    guard let shape = shape(of: tree) else {
      throw ShapeError(offset: 0, message: "this holds no policy of a resource")
    }
    let answer = try ObjectFields(tree, "the answer")
    for key in ["repositoryArn", "ARN", "Name"] { _ = try answer.text(key) }
    let attributes = try answer.object("Attributes", "'Attributes'")
    for key in ["TopicArn", "QueueArn"] { _ = try attributes?.text(key) }
    guard let node = shape.policy else { return (nil, true) }
    var places = PlaceCounter(tree.source, line: value.line, column: value.column)
    let place = places.location(of: tree.range(node).lowerBound, in: file)
    guard tree.kind(node) == .string else {
      throw ShapeError(
        offset: tree.range(node).lowerBound, message: "the policy of a resource is \(tree.kind(node).words), not a text"
      )
    }
    let document = try EmbeddedPolicy.text(tree, node, .resource, location: place)
    let arn = shape.arn ?? subject.flatMap { ARN($0) == nil ? nil : $0 } ?? named(in: document)
    return (ResourcePolicy(resource: arn ?? file, document: document, location: place), arn != nil)
  }

  /// The one resource that all statements are about; nil for none, or several.
  private static func named(in document: PolicyDocument) -> String? {
    var found: Set<String> = []
    for statement in document.statements {
      for item in statement.resources?.items ?? [] {
        guard ARN(item.written) != nil else { return nil }
        // The objects of a bucket, the aliases and versions of a function.
        var name = item.written
        if name.contains(":s3:::") { name = name.split(separator: "/").first.map(String.init) ?? name }
        if name.contains(":lambda:") { name = name.split(separator: ":").prefix(7).joined(separator: ":") }
        found.insert(name)
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
