import JobsCloud
import JobsCore

/// Where the token of somebody else comes from: the `credential_source` of an `external_account`.
enum SubjectTokenSource: Sendable {
  /// How it stands in a file or answer.
  enum Format: Sendable, Hashable {
    case text
    /// Under this key of a JSON object.
    case json(key: String)
  }

  case file(path: String, Format)
  case address(WebAddress, [HTTPField], Format)
  case program(SubjectTokenProgram)
  case aws(AWSIdentity)

  init(_ file: CredentialFile) throws(Failure) {
    let kinds = ["file", "url", "executable", "environment_id", "certificate"] as [StaticString]
    let named = kinds.filter { file.has($0) }.map { "\($0)" }
    // That of AWS may name an address besides, where its host has its keys.
    switch named == ["url", "environment_id"] ? ["environment_id"] : named {
    case ["file"]: self = .file(path: try file.required("file"), try Self.format(file))
    case ["url"]:
      let text = try file.required("url")
      // Those of machines' own metadata servers are 'http://'; what they answer goes to nobody else.
      guard let address = try? WebAddress(text) else { throw file.unusable("'url' is no address of the web") }
      let fields = try file.mapping("headers")?.pairs().map { HTTPField($0.name, $0.value) } ?? []
      self = .address(address, fields, try Self.format(file))
    case ["executable"]:
      guard let program = try file.mapping("executable") else { throw file.unusable("'executable' is missing") }
      self = .program(try SubjectTokenProgram(program))
    case ["environment_id"]: self = .aws(try AWSIdentity(file))
    case ["certificate"]:
      throw file.unusable(
        "they want a client certificate, which is not supported",
        hint: "use a credential file with 'file', 'url' or 'executable'")
    default:
      throw file.unusable(
        "'credential_source' names \(named.isEmpty ? "no source" : "more than one source")",
        hint: "it has one of 'file', 'url', 'executable' and 'environment_id'")
    }
  }

  private static func format(_ file: CredentialFile) throws(Failure) -> Format {
    guard let format = try file.mapping("format") else { return .text }
    switch try format.text("type") {
    case nil, "text": return .text
    case "json": return .json(key: try format.required("subject_token_field_name"))
    default: throw file.unusable("the type of 'format' is neither text nor json")
    }
  }

  /// Finds the token in what a file or server gave.
  static func token(in bytes: [UInt8], _ format: Format) -> Secret? {
    switch format {
    case .text:
      guard bytes.allSatisfy({ $0 < 127 }) else { return nil }
      let words = bytes.split { $0 <= 32 }
      return words.count == 1 ? Secret(String(decoding: words[0], as: UTF8.self)) : nil
    case .json(let key):
      var tree = Tree(source: bytes)
      guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, !tree.isEmpty,
        let value = tree.value(Tree.root, key: key), tree.kind(value) == .string, tree.count(value) > 0
      else { return nil }
      return Secret(tree.string(value))
    }
  }
}
