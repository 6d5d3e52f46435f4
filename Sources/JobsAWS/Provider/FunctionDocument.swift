import JobsCore
import JobsDeploy

/// A function between the API's documents and the fields of a resource. Pure.
enum FunctionDocument {
  static let image = "Code.ImageUri"
  static let architectures = "Architectures"
  /// Not of the API: the alias, where it stands for a version that is like the function.
  static let alias = "Alias"

  private static let layout = FieldLayout()

  /// What jobs do not set, with what Lambda has for it where nobody does (the model of Lambda in botocore 1.44.5,
  /// docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html, 2026-11).
  private static let defaults: [(path: String, value: Resource.Value)] = [
    ("Description", ""), ("TracingConfig.Mode", "PassThrough"), ("EphemeralStorage.Size", Resource.Value(512)),
    ("KMSKeyArn", ""), ("VpcConfig.SubnetIds", Resource.Value([String]())),
    ("VpcConfig.SecurityGroupIds", Resource.Value([String]())), ("DeadLetterConfig.TargetArn", ""),
  ]

  // MARK: Reading

  /// The fields of a function as `GetFunction` answers, without its alias, and what is hidden of them.
  static func fields(_ function: Lambda.Function) -> (fields: [Resource.Field], hidden: [LiveResource.Hidden]) {
    let tree = function.tree
    guard let configuration = tree.value(Tree.root, "Configuration") else { return ([], []) }
    var fields: [Resource.Field] = []
    var hidden: [LiveResource.Hidden] = []
    func add(_ path: String, _ value: Resource.Value?) {
      if let value { fields.append(Resource.Field(path, value)) }
    }
    add(image, tree.words(Tree.root, "Code", "ImageUri").map { Resource.Value($0) })
    add(
      architectures,
      tree.value(configuration, "Architectures").flatMap { Resource.Value(tree, $0) } ?? Resource.Value(["x86_64"]))
    for key in ["Role", "Timeout", "MemorySize"] {
      add(key, tree.value(configuration, key: key).flatMap { Resource.Value(tree, $0) })
    }
    if let settings = tree.value(configuration, path: "ImageConfigResponse", "ImageConfig") {
      for key in ["EntryPoint", "Command", "WorkingDirectory"] {
        guard let node = tree.value(settings, key: key), tree.count(node) > 0 else { continue }
        add("ImageConfig.\(key)", Resource.Value(tree, node))
      }
    }
    if let variables = tree.value(configuration, path: "Environment", "Variables") {
      for entry in tree.entries(variables) {
        add(
          FieldLayout.path("Environment.Variables", key: tree.string(entry.key)), Resource.Value(tree, entry.value))
      }
    }
    let rest = layout.fields(tree, configuration)
    for (path, usual) in defaults {
      guard let value = rest[path] else { continue }
      if value == usual {
        hidden.append(LiveResource.Hidden(path: path, value: value, reason: "the server's default"))
      } else {
        add(path, value)
      }
    }
    for key in ["CodeSha256", "Version", "LastModified", "RevisionId"] {
      guard let value = tree.value(configuration, key: key).flatMap({ Resource.Value(tree, $0) }) else { continue }
      hidden.append(LiveResource.Hidden(path: key, value: value, reason: "set by the server"))
    }
    return (fields, hidden)
  }

  /// A function with its alias as a resource.
  ///
  /// - Parameter live: what the alias stands for; nil where there is none.
  static func resource(
    _ function: Lambda.Function, live: Lambda.Function?, id: String, in place: LambdaPlace
  ) -> LiveResource? {
    guard let mark = OwnerMark(tags: function.tags) else { return nil }
    var (fields, hidden) = fields(function)
    let role = place.roleName(arn: fields["Role"]?.text)
    if let live {
      let isCurrent = Set(self.fields(live).fields) == Set(fields)
      fields.append(Resource.Field(alias, isCurrent ? LambdaPlace.alias : "another state"))
      hidden.append(
        LiveResource.Hidden(path: "\(alias).Version", value: Resource.Value(live.version), reason: "set by the server"))
    }
    fields += mark.fields
    return LiveResource(
      id: id, owner: mark.owner, fields: fields, appliedDigest: mark.appliedDigest,
      version: "revision:\(function.revision):\(live?.version ?? "-"):\(fields.digest):\(mark.digest)", hidden: hidden,
      dependencies: role.map { [place.id(.role, $0)] } ?? [], quarantined: mark.quarantined)
  }

  // MARK: Writing

  /// Whether a field is set by `UpdateFunctionCode`.
  static func isOfCode(_ path: String) -> Bool { path == image || path == architectures }

  /// Whether a field is set by `UpdateFunctionConfiguration`.
  static func isOfSettings(_ path: String) -> Bool { !isOfCode(path) && path != alias && path != OwnerMark.field }

  /// The document of `CreateFunction`.
  static func creation(_ fields: [Resource.Field], name: String, tags: [String: String]) throws(Failure) -> [UInt8] {
    var head = [Resource.Field("FunctionName", name), Resource.Field("PackageType", "Image")]
    for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
      head.append(Resource.Field(FieldLayout.path("Tags", key: key), value))
    }
    return try layout.json(head + fields.filter { isOfCode($0.name) || isOfSettings($0.name) })
  }

  /// The documents that a change needs; nil for what stays.
  static func update(
    _ change: Change, over live: [Resource.Field]
  ) throws(Failure) -> (configuration: [UInt8]?, code: [UInt8]?) {
    let result = change.result(over: live)
    let paths = Set(change.fields.map(\.path))
    var code: [UInt8]?
    if paths.contains(where: isOfCode) {
      var fields: [Resource.Field] = []
      if let value = result[image] { fields.append(Resource.Field("ImageUri", value)) }
      if let value = result[architectures] { fields.append(Resource.Field(architectures, value)) }
      code = try layout.json(fields)
    }
    guard paths.contains(where: isOfSettings) else { return (nil, code) }
    var fields = result.filter { isOfSettings($0.name) }
    // What goes has to be said, each in its own way.
    for field in change.fields where field.desired == nil {
      if let usual = defaults.first(where: { $0.path == field.path }) {
        fields.append(Resource.Field(usual.path, usual.value))
      } else if field.path == "ImageConfig.WorkingDirectory" {
        fields.append(Resource.Field(field.path, ""))
      } else if field.path.hasPrefix("ImageConfig.") {
        fields.append(Resource.Field(field.path, Resource.Value([String]())))
      }
    }
    if !fields.contains(where: { $0.name.hasPrefix("Environment.Variables") }) {
      fields.append(Resource.Field("Environment.Variables", .emptyObject))
    }
    return (try layout.json(fields), code)
  }
}
