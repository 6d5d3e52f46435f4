import JobsCore
import JobsDeploy

/// A function between the API's documents and the fields of a resource. Pure.
enum FunctionDocument {
  static let image = "Code.ImageUri"
  /// Not of the API: the digest of what was packed (`CodePackage.digest`), or what Lambda says of code that bears no note
  /// of it.
  static let content = "Code.Content"
  static let architectures = "Architectures"
  static let description = "Description"
  static let layers = "Layers"
  /// Not of the API: the alias, where it stands for a version that is like the function.
  static let alias = "Alias"

  private static let layout = FieldLayout()

  /// What jobs do not set, with what Lambda has for it where nobody does (the model of Lambda in botocore 1.44.5,
  /// docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html, 2026-11).
  private static let defaults: [(path: String, value: Resource.Value)] = [
    (description, ""), (layers, Resource.Value([String]())), ("TracingConfig.Mode", "PassThrough"),
    ("EphemeralStorage.Size", Resource.Value(512)),
    ("KMSKeyArn", ""), ("VpcConfig.SubnetIds", Resource.Value([String]())),
    ("VpcConfig.SecurityGroupIds", Resource.Value([String]())), ("DeadLetterConfig.TargetArn", ""),
  ]

  // MARK: Reading

  /// The fields of a function as `GetFunction` answers, without its alias, and what is hidden of them.
  ///
  /// - Parameter note: what was packed into which archive.
  static func fields(
    _ function: Lambda.Function, _ note: CodeNote? = nil
  ) -> (fields: [Resource.Field], hidden: [LiveResource.Hidden]) {
    let tree = function.tree
    guard let configuration = tree.value(Tree.root, "Configuration") else { return ([], []) }
    var fields: [Resource.Field] = []
    var hidden: [LiveResource.Hidden] = []
    func add(_ path: String, _ value: Resource.Value?) {
      if let value { fields.append(Resource.Field(path, value)) }
    }
    if function.isOfArchive {
      add(content, Resource.Value(CodeNote.content(of: function.codeSha256, note)))
      for key in ["Runtime", "Handler"] { add(key, tree.words(configuration, key).map { Resource.Value($0) }) }
    } else {
      add(image, tree.words(Tree.root, "Code", "ImageUri").map { Resource.Value($0) })
    }
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
    let used =
      tree.value(configuration, key: layers).map { tree.children($0).compactMap { tree.words($0, "Arn") } } ?? []
    if !used.isEmpty { add(layers, Resource.Value(used)) }
    let rest = layout.fields(tree, configuration)
    for (path, usual) in defaults where path != layers {
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

  /// A function with its alias as a resource; nil for one that is not ours.
  ///
  /// - Parameter live: what the alias stands for; nil where there is none.
  static func resource(
    _ function: Lambda.Function, live: Lambda.Function?, id: String, in place: LambdaPlace
  ) -> LiveResource? {
    guard let mark = OwnerMark(tags: function.tags) else { return nil }
    var resource = foreign(function, live: live, id: id, in: place)
    resource.owner = mark.owner
    resource.fields += mark.fields
    resource.appliedDigest = mark.appliedDigest
    resource.quarantined = mark.quarantined
    resource.version = version(function, live, resource.fields, mark.digest)
    return resource
  }

  /// A function that others made, as the resource that it would be.
  static func foreign(
    _ function: Lambda.Function, live: Lambda.Function?, id: String, in place: LambdaPlace
  ) -> LiveResource {
    let note = CodeNote(tags: function.tags)
    var (fields, hidden) = fields(function, note)
    let role = place.roleName(arn: fields["Role"]?.text)
    if let live {
      // A description says nothing of what runs.
      func running(_ fields: [Resource.Field]) -> Set<Resource.Field> { Set(fields.filter { $0.name != description }) }
      let isCurrent = running(self.fields(live, note).fields) == running(fields)
      fields.append(Resource.Field(alias, isCurrent ? LambdaPlace.alias : "another state"))
      hidden.append(
        LiveResource.Hidden(path: "\(alias).Version", value: Resource.Value(live.version), reason: "set by the server"))
    }
    return LiveResource(
      id: id, owner: "", fields: fields, appliedDigest: nil, version: version(function, live, fields, "-"),
      hidden: hidden, dependencies: role.map { [place.id(.role, $0)] } ?? [])
  }

  private static func version(
    _ function: Lambda.Function, _ live: Lambda.Function?, _ fields: [Resource.Field], _ mark: String
  ) -> String {
    "revision:\(function.revision):\(live?.version ?? "-"):\(fields.digest):\(mark)"
  }

  /// The document that sets a description alone.
  static func described(_ text: String) throws(Failure) -> [UInt8] {
    try layout.json([Resource.Field(description, text)])
  }

  // MARK: Writing

  /// Whether a field is set by `UpdateFunctionCode`.
  static func isOfCode(_ path: String) -> Bool { path == image || path == content || path == architectures }

  /// Whether a field is set by `UpdateFunctionConfiguration`.
  static func isOfSettings(_ path: String) -> Bool { !isOfCode(path) && path != alias && path != OwnerMark.field }

  /// The document of `CreateFunction`.
  ///
  /// - Parameter archive: the code, of a function without an image.
  static func creation(
    _ fields: [Resource.Field], name: String, tags: [String: String], archive: [UInt8]? = nil
  ) throws(Failure) -> [UInt8] {
    var head = [
      Resource.Field("FunctionName", name), Resource.Field("PackageType", archive == nil ? "Image" : "Zip"),
    ]
    if let archive { head.append(Resource.Field("Code.ZipFile", Base64.encode(archive))) }
    for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
      head.append(Resource.Field(FieldLayout.path("Tags", key: key), value))
    }
    let own = fields.filter { (isOfCode($0.name) || isOfSettings($0.name)) && $0.name != content }
    return try layout.json(head + own)
  }

  /// The documents that a change needs; nil for what stays.
  ///
  /// - Parameter archive: the code, where it is another than what is there.
  static func update(
    _ change: Change, over live: [Resource.Field], archive: [UInt8]? = nil
  ) throws(Failure) -> (configuration: [UInt8]?, code: [UInt8]?) {
    let result = change.result(over: live)
    let paths = Set(change.fields.map(\.path))
    var code: [UInt8]?
    let isOfArchive = result[content] != nil
    if isOfArchive ? archive != nil || paths.contains(architectures) : paths.contains(where: isOfCode) {
      var fields: [Resource.Field] = []
      if let archive { fields.append(Resource.Field("ZipFile", Base64.encode(archive))) }
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
