import JobsCore

/// What a version of an API is made of, from Google's discovery document of it.
final class DiscoveryDocument: Sendable {
  /// `run`.
  let name: String
  let version: String
  let servicePath: String
  let schemas: [String: Schema]
  /// Where the API has endpoints; empty where it is said of none.
  let locations: Set<String>
  /// Parameters of the query that every method takes.
  let parameters: [String: APIMethod.Parameter]

  /// Documents have up to 5 MB.
  private static let largest = 32 << 20

  /// - Returns: the document, and the methods in it.
  static func read(_ path: String) throws(Failure) -> (document: DiscoveryDocument, methods: [APIMethod]) {
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: largest)
    } catch {
      throw .world(
        "cannot read the discovery document '\(path)': \(words(error))",
        hint: "'.ci/setup google' installs them, and --documents names their folder")
    }
    var tree = Tree(source: bytes, reserving: bytes.count / 20)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count)
    } catch {
      throw .world("the discovery document '\(path)' is no JSON: \(error.message), at byte \(error.offset)")
    }
    guard let document = DiscoveryDocument(tree) else {
      throw .world("'\(path)' is no discovery document: it has no name, version and schemas")
    }
    var methods: [APIMethod] = []
    document.collect(tree, Tree.root, into: &methods)
    return (document, methods)
  }

  private static func words(_ error: FileBytes.ReadError) -> String {
    switch error {
    case .system(let code): systemMessage(code)
    case .notAFile(let what): "it is \(what)"
    case .tooLarge(let bytes, let limit): "it has \(bytes) bytes, and \(limit) are read at most"
    }
  }

  private init?(_ tree: Tree) {
    func text(_ key: StaticString) -> String? { tree.value(Tree.root, key).map(tree.string) }
    guard let name = text("name"), let version = text("version"), let schemas = tree.value(Tree.root, "schemas") else {
      return nil
    }
    self.name = name
    self.version = version
    servicePath = text("servicePath") ?? ""
    var all: [String: Schema] = [:]
    for entry in tree.entries(schemas) { all[tree.string(entry.key)] = Schema(tree, entry.value) }
    self.schemas = all
    var locations: Set<String> = []
    if let endpoints = tree.value(Tree.root, "endpoints") {
      for endpoint in tree.children(endpoints) {
        if let location = tree.value(endpoint, "location") { locations.insert(tree.string(location)) }
      }
    }
    self.locations = locations
    var parameters: [String: APIMethod.Parameter] = [:]
    if let common = tree.value(Tree.root, "parameters") {
      for entry in tree.entries(common) { parameters[tree.string(entry.key)] = .init(tree, entry.value) }
    }
    self.parameters = parameters
  }

  private func collect(_ tree: Tree, _ id: Tree.ID, into methods: inout [APIMethod]) {
    if let own = tree.value(id, "methods") {
      for entry in tree.entries(own) {
        if let method = APIMethod(tree, entry.value, in: self) { methods.append(method) }
      }
    }
    if let resources = tree.value(id, "resources") {
      for entry in tree.entries(resources) { collect(tree, entry.value, into: &methods) }
    }
  }

  /// A schema with its references followed.
  func resolved(_ schema: Schema) -> Schema {
    var schema = schema
    while case .reference(let name) = schema { schema = schemas[name] ?? .any }
    return schema
  }

  /// The fields of a schema that is an object.
  func message(_ name: String?) -> Schema.Message? {
    guard let name, case .message(let message) = resolved(.reference(name)) else { return nil }
    return message
  }
}
