import JobsCore

/// Reads what a sender delivers: the envelope of a push subscription of Pub/Sub
/// (cloud.google.com/pubsub/docs/push, 2026-11), or a CloudEvent 1.0 in JSON, one or a batch
/// (github.com/cloudevents/spec, v1.0.2, json-format.md).
package enum EventReader {
  /// The most bytes that are read: a message of Pub/Sub has up to 10 MB, and a third more in base64.
  package static let limit = 16 << 20
  /// The most events of a batch.
  package static let mostEvents = 1000
  /// The most bytes of what is no data, and the most attributes (Pub/Sub takes 100).
  static let longestText = 65_536
  static let mostAttributes = 100

  /// - Throws: for what is no JSON, for a shape that is not known, and for values beyond the limits.
  package static func read(_ bytes: [UInt8]) throws(EventFault) -> [IncomingEvent] {
    guard bytes.count <= limit else { throw EventFault("it is longer than \(limit >> 20) MiB") }
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 64)
    } catch {
      throw EventFault("it is no JSON: \(error.message)")
    }
    let root = Tree.root
    switch tree.kind(root) {
    case .sequence:
      let nodes = Array(tree.children(root))
      guard !nodes.isEmpty else { throw EventFault("it is a batch without an event") }
      guard nodes.count <= mostEvents else { throw EventFault("a batch has at most \(mostEvents) events") }
      var events: [IncomingEvent] = []
      for (number, node) in nodes.enumerated() {
        do throws(EventFault) {
          events.append(try CloudEvent.read(tree, node))
        } catch {
          throw EventFault("event \(number + 1) of the batch: \(error.message)")
        }
      }
      return events
    case .mapping:
      if tree.value(root, "specversion") != nil { return [try CloudEvent.read(tree, root)] }
      if tree.value(root, "message") != nil { return [try PushEnvelope.read(tree, root)] }
      throw EventFault("it is neither an envelope of Pub/Sub ('message') nor a CloudEvent ('specversion')")
    default: throw EventFault("it is no JSON object")
    }
  }

  /// Refuses a key that comes twice, since readers differ in which of them counts.
  static func checkKeys(_ tree: Tree, _ node: Tree.ID, _ what: String) throws(EventFault) {
    guard tree.kind(node) == .mapping else { throw EventFault("\(what) is no JSON object") }
    var seen: Set<String> = []
    for entry in tree.entries(node) where !seen.insert(tree.string(entry.key)).inserted {
      throw EventFault("\(what) has a key twice")
    }
  }

  /// A text that a variable can hold; nil where there is none.
  static func text(_ tree: Tree, _ node: Tree.ID, _ key: String) throws(EventFault) -> String? {
    guard let value = tree.value(node, key: key) else { return nil }
    guard tree.kind(value) == .string else { throw EventFault("'\(key)' is no text") }
    let text = tree.string(value)
    try check(text, key)
    return text
  }

  static func check(_ text: String, _ key: String) throws(EventFault) {
    guard text.utf8.count <= longestText else { throw EventFault("'\(key)' is longer than \(longestText >> 10) KiB") }
    guard !text.utf8.contains(0) else { throw EventFault("'\(key)' has a NUL byte in it") }
  }

  /// A text that has to be there, and not empty.
  static func required(_ tree: Tree, _ node: Tree.ID, _ key: String) throws(EventFault) -> String {
    guard let text = try text(tree, node, key), !text.isEmpty else { throw EventFault("'\(key)' is missing") }
    return text
  }

  static func base64(_ text: String, _ key: String) throws(EventFault) -> [UInt8] {
    guard let bytes = Base64.decode(text) else { throw EventFault("'\(key)' is no base64") }
    return bytes
  }
}
