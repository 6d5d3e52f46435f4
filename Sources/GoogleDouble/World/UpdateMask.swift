/// Which fields an update is about.
struct UpdateMask: Sendable {
  /// nil for all of them.
  private let paths: [[String]]?

  /// - Parameters:
  ///   - text: `*`, nothing, or a list of paths in camelCase or snake_case.
  ///   - schema: of the resource.
  /// - Throws: for a path that the resource does not have.
  init(_ text: String?, _ schema: String, _ document: DiscoveryDocument) throws(APIError) {
    guard let text, !text.isEmpty, text != "*" else {
      paths = nil
      return
    }
    var paths: [[String]] = []
    for word in text.split(separator: ",") {
      guard let path = Self.path(word, .reference(schema), document) else {
        throw .invalid("The field mask has the path '\(word)', which the resource does not have.", field: "update_mask")
      }
      paths.append(path)
    }
    self.paths = paths
  }

  /// A path in the names of the schema; nil for one that leads nowhere.
  private static func path(_ word: Substring, _ schema: Schema, _ document: DiscoveryDocument) -> [String]? {
    var schema = schema
    var path: [String] = []
    for part in word.split(separator: ".", omittingEmptySubsequences: false) {
      switch document.resolved(schema) {
      case .message(let message):
        guard let (name, property) = message.property(String(part)) else { return nil }
        path.append(name)
        schema = property.schema
      case .map(let element):
        path.append(String(part))
        schema = element
      default: return nil
      }
    }
    return path
  }

  /// The resource after an update.
  ///
  /// - Parameters:
  ///   - old: as it is.
  ///   - new: as it was sent, without what only the server sets.
  ///   - kept: top-level fields that an update of everything does not touch.
  func apply(to old: JSONValue, _ new: JSONValue, keeping kept: (String) -> Bool) -> JSONValue {
    var result = old
    guard let paths else {
      for entry in old.object?.entries ?? [] where !kept(entry.key) { result[entry.key] = new[entry.key] }
      for entry in new.object?.entries ?? [] where !kept(entry.key) { result[entry.key] = entry.value }
      return result
    }
    for path in paths where !kept(path[0]) { Self.copy(path[...], from: new, to: &result) }
    return result
  }

  private static func copy(_ path: ArraySlice<String>, from new: JSONValue?, to old: inout JSONValue) {
    guard let first = path.first else { return }
    if path.count == 1 {
      old[first] = new?[first]
      return
    }
    var child = old[first] ?? .object(JSONObject())
    copy(path.dropFirst(), from: new?[first], to: &child)
    old[first] = child == .object(JSONObject()) ? nil : child
  }

  /// Whether the mask names a field, or stands for all of them.
  func covers(_ field: String) -> Bool { paths?.contains { $0[0] == field } ?? true }

  /// The paths that are named; empty where all fields are meant.
  var names: [String] { paths?.map { $0.joined(separator: ".") } ?? [] }
}
