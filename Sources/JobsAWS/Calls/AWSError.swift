import JobsCloud
import JobsCore

/// What a service of AWS says when it does not do what it was asked for, in any of its protocols.
///
/// Source: smithy.io/2.0/aws/protocols: aws-json-1.1, rest-json-1, aws-query, 2026-11.
struct AWSError: Sendable, Hashable {
  /// Such as `AccessDeniedException`, without namespace and address; empty where nothing says it.
  var code: String
  /// As the service writes it; may hold anything.
  var message: String

  init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  /// Reads a response that is no success; what cannot be read has no code.
  init(_ response: HTTPResponse) {
    self.init(code: "", message: "")
    let first = response.body.first { $0 > 32 }
    if first == UInt8(ascii: "<") { readXML(response.body) } else { readJSON(response.body) }
    if let type = response.value("x-amzn-errortype") { code = Self.bare(type) }
  }

  private mutating func readJSON(_ bytes: [UInt8]) {
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 32)) != nil else { return }
    for entry in tree.entries(Tree.root) where tree.kind(entry.value) == .string {
      switch tree.string(entry.key) {
      case "__type": code = Self.bare(tree.string(entry.value))
      case "code", "Code": if code.isEmpty { code = Self.bare(tree.string(entry.value)) }
      case "message", "Message", "errorMessage": message = tree.string(entry.value)
      default: break
      }
    }
  }

  private mutating func readXML(_ bytes: [UInt8]) {
    guard let root = try? XMLElement(bytes) else { return }
    let error = root["Error"] ?? root["Errors", "Error"] ?? root
    code = error.text("Code") ?? ""
    message = error.text("Message") ?? ""
  }

  /// `com.amazonaws.lambda#TooManyRequestsException:http://…` without what stands round the name.
  private static func bare(_ type: String) -> String {
    let name = type.prefix { $0 != ":" }
    return String(name.split(separator: "#").last ?? name)
  }
}
