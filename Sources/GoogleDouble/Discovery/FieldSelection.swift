/// The part of an answer that `fields` asks for: `jobs(name,etag),nextPageToken`, `items/id`.
struct FieldSelection {
  /// The fields below each field; empty for all of them.
  private indirect enum Node {
    case all
    case fields([String: Node])
  }

  private let root: Node

  init(_ text: String) throws(APIError) {
    var rest = Array(text.utf8)[...]
    guard let fields = Self.list(&rest), rest.isEmpty else {
      throw .invalid("Invalid field selection \(text)", field: "fields")
    }
    root = .fields(fields)
  }

  private static func list(_ rest: inout ArraySlice<UInt8>) -> [String: Node]? {
    var fields: [String: Node] = [:]
    while true {
      guard let (name, node) = path(&rest) else { return nil }
      fields[name] = merged(fields[name], node)
      guard rest.first == UInt8(ascii: ",") else { return fields }
      rest.removeFirst()
    }
  }

  private static func path(_ rest: inout ArraySlice<UInt8>) -> (String, Node)? {
    let name = rest.prefix { !"/,()".utf8.contains($0) }
    guard !name.isEmpty else { return nil }
    rest = rest[name.endIndex...]
    let text = String(decoding: name, as: UTF8.self)
    switch rest.first {
    case UInt8(ascii: "/"):
      rest.removeFirst()
      guard let (child, node) = path(&rest) else { return nil }
      return (text, .fields([child: node]))
    case UInt8(ascii: "("):
      rest.removeFirst()
      guard let fields = list(&rest), rest.first == UInt8(ascii: ")") else { return nil }
      rest.removeFirst()
      return (text, .fields(fields))
    default: return (text, .all)
    }
  }

  private static func merged(_ a: Node?, _ b: Node) -> Node {
    guard case .fields(let x) = a, case .fields(let y) = b else { return a == nil ? b : .all }
    return .fields(x.merging(y) { merged($0, $1) })
  }

  func apply(to value: JSONValue) -> JSONValue { Self.select(value, root) }

  private static func select(_ value: JSONValue, _ node: Node) -> JSONValue {
    guard case .fields(let fields) = node else { return value }
    switch value {
    case .list(let list): return .list(list.map { select($0, node) })
    case .object(let object):
      var kept = JSONObject()
      for entry in object.entries {
        if let child = fields[entry.key] ?? fields["*"] { kept[entry.key] = select(entry.value, child) }
      }
      return .object(kept)
    default: return value
    }
  }
}
