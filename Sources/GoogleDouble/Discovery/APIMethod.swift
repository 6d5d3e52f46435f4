import JobsCore

/// A method of an API, as its discovery document describes it.
struct APIMethod: Sendable {
  struct Parameter: Sendable {
    let schema: Schema
    let isRepeated: Bool
    let isRequired: Bool
  }

  /// `run.projects.locations.jobs.create`.
  let id: String
  let verb: String
  let template: PathTemplate
  /// Those of the query.
  let parameters: [String: Parameter]
  /// The schema of the body; nil for none.
  let request: String?
  let response: String?
  /// The document that it stands in.
  let document: DiscoveryDocument

  /// `run.projects.locations.jobs` of `run.projects.locations.jobs.create`.
  var collection: String { String(id[..<(id.lastIndex(of: ".") ?? id.endIndex)]) }

  /// `create` of `run.projects.locations.jobs.create`.
  var action: String { String(id[id.index(after: id.lastIndex(of: ".") ?? id.startIndex)...]) }

  /// Whether the answer is an operation that takes its time.
  var isLongRunning: Bool { response == "Operation" || response == "GoogleLongrunningOperation" }
}

extension APIMethod {
  init?(_ tree: Tree, _ id: Tree.ID, in document: DiscoveryDocument) {
    func text(_ key: StaticString) -> String? { tree.value(id, key).map(tree.string) }
    guard let name = text("id"), let verb = text("httpMethod"), let path = text("path") else { return nil }
    var patterns: [String: String] = [:]
    var parameters: [String: Parameter] = [:]
    if let all = tree.value(id, "parameters") {
      for entry in tree.entries(all) {
        let key = tree.string(entry.key)
        let parameter = entry.value
        if let place = tree.value(parameter, "location"), tree.equals(place, "path") {
          patterns[key] = tree.value(parameter, "pattern").map(tree.string)
        } else {
          parameters[key] = Parameter(tree, parameter)
        }
      }
    }
    self.init(
      id: name, verb: verb, template: PathTemplate(document.servicePath + path, patterns: patterns),
      parameters: parameters, request: tree.value(id, path: "request", "$ref").map(tree.string),
      response: tree.value(id, path: "response", "$ref").map(tree.string), document: document)
  }
}

extension APIMethod.Parameter {
  init(_ tree: Tree, _ id: Tree.ID) {
    func flag(_ key: StaticString) -> Bool { tree.value(id, key).flatMap(tree.bool) ?? false }
    self.init(schema: Schema(tree, id), isRepeated: flag("repeated"), isRequired: flag("required"))
  }
}
