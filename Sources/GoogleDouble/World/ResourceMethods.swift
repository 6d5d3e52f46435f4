/// What all resources have in common.
struct ResourceMethods {
  private let kind: ResourceKind

  init(_ kind: ResourceKind) { self.kind = kind }

  // MARK: Create

  func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let parent = call.path["parent"] ?? call.target
    try requireParent(parent, call, world)
    let collection = "\(parent)/\(ResourceName.id(of: call.method.collection.replacingDots))"
    let id = try newID(collection, call, &world)
    guard kind.isID(id) else {
      throw .invalid("The id '\(id)' is not valid.", field: kind.idParameter.map(FieldName.snake) ?? "name")
    }
    return try create("\(collection)/\(id)", call, &world)
  }

  private func create(_ name: String, _ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    guard world.stores[call.service]?[name] == nil else { throw .exists(name) }
    var value: JSONValue = ["name": .string(name)]
    for entry in call.body.object?.entries ?? [] where entry.key != "name" { value[entry.key] = entry.value }
    if case .none = kind.concurrency {} else { value["etag"] = .string(world.etag()) }
    try kind.create(&value, &world, call)
    if !call.flag("validateOnly") { world.store(call.service, name, Resource(value)) }
    return answer(value, call, &world)
  }

  /// The id of a new resource, from the query or from the name in the body.
  private func newID(_ collection: String, _ call: APICall, _ world: inout World) throws(APIError) -> String {
    if kind.makesIDs { return String(10_000_000_000_000_000_000 - UInt64(world.nextSerial())) }
    if let parameter = kind.idParameter {
      guard let id = call.query(parameter), !id.isEmpty else {
        throw .invalid("The parameter '\(parameter)' is missing.", field: FieldName.snake(parameter))
      }
      return id
    }
    guard let name = call.body["name"]?.string, !name.isEmpty else { return String(world.nextSerial()) }
    guard ResourceName.collection(of: name) == collection else {
      throw .invalid("The name '\(name)' is not in '\(collection)'.", field: "name")
    }
    return ResourceName.id(of: name)
  }

  /// A resource in another one wants that.
  private func requireParent(_ parent: String, _ call: APICall, _ world: World) throws(APIError) {
    let above = call.method.collection.lastIndex(of: ".").map { String(call.method.collection[..<$0]) } ?? ""
    guard Methods.kinds[above] != nil, !parent.contains("/-/"), !parent.hasSuffix("/-") else { return }
    _ = try world.resource(call.service, parent)
  }

  // MARK: Read

  func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    kind.read?(call.target, &world, call)
    return try world.resource(call.service, call.target).value
  }

  func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let parent = call.path["parent"] ?? call.target
    try requireParent(parent, call, world)
    guard (call.query("orderBy") ?? "").isEmpty else { throw .unimplemented("\(call.method.id) with 'orderBy'") }
    let filter = try call.query("filter").map { text throws(APIError) in
      try LogFilter(text, takesProtoNames: true)
    }
    let collection = "\(parent)/\(ResourceName.id(of: call.method.collection.replacingDots))"
    var names = world.stores[call.service]?.names(in: collection) ?? []
    if let filter { names = names.filter { filter.matches(world.stores[call.service]?[$0]?.value ?? .null) } }
    let list = ListPage(call, pages: kind.pages, world.settings)
    return try list.answer(names) { name in
      kind.read?(name, &world, call)
      return world.stores[call.service]?[name]?.value ?? .null
    }
  }

  // MARK: Update

  func update(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = call.target
    guard let resource = world.stores[call.service]?[name] else {
      guard call.flag("allowMissing") else { throw .notFound(name) }
      return try create(name, call, &world)
    }
    let old = resource.value
    try check(etag: call.body["etag"]?.string, of: old, call)
    let document = call.method.document
    let schema = call.method.request ?? ""
    let mask = try UpdateMask(call.query("updateMask"), schema, document)
    let message = document.message(schema)
    for field in kind.immutable where mask.covers(field) {
      if let new = call.body[field], let before = old[field], new != before {
        throw .invalid("The field '\(field)' cannot be changed.", field: FieldName.snake(field))
      }
    }
    var value = mask.apply(to: old, call.body) { field in
      field == "name" || field == "etag" || kind.immutable.contains(field) || kind.sticky.contains(field)
        || message?.properties[field]?.isOutputOnly ?? true
    }
    try kind.update(&value, old, &world, call)
    if case .none = kind.concurrency {} else { value["etag"] = .string(world.etag()) }
    if !call.flag("validateOnly") { world.update(call.service, name) { $0.value = value } }
    return answer(value, call, &world)
  }

  // MARK: Delete

  func delete(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = call.target
    guard let resource = world.stores[call.service]?[name] else {
      if call.flag("allowMissing") { return answer([:], call, &world) }
      throw .notFound(name)
    }
    try check(etag: call.query("etag"), of: resource.value, call)
    try kind.delete(name, &world, call)
    if !call.flag("validateOnly") { world.remove(call.service, name) }
    return answer(call.method.isLongRunning ? resource.value : [:], call, &world)
  }

  private func check(etag: String?, of value: JSONValue, _ call: APICall) throws(APIError) {
    guard let etag, !etag.isEmpty, let current = value["etag"]?.string, etag != current else { return }
    switch kind.concurrency {
    case .none: return
    case .aborted:
      throw APIError(.aborted, "The etag of '\(call.target)' is '\(current)', and '\(etag)' was sent: it has changed.")
    case .failedPrecondition:
      throw APIError(.failedPrecondition, "The etag '\(etag)' does not match that of '\(call.target)'.")
    }
  }

  /// The resource, or the operation that makes it so.
  private func answer(_ value: JSONValue, _ call: APICall, _ world: inout World) -> JSONValue {
    guard call.method.isLongRunning else { return value }
    return OperationMethods.start(value, type: kind.type, metadata: kind.metadata, call, &world)
  }
}

extension String {
  /// The id of a collection as a path, so that its last part can be taken.
  fileprivate var replacingDots: String { String(map { $0 == "." ? "/" : $0 }) }
}
