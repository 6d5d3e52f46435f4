import JobsCloud
import JobsCore

/// A mapping of a JSON file that holds credentials. Its messages name the file and its keys, never a value.
struct CredentialFile: Sendable {
  /// As messages show it.
  let path: String
  private let tree: Tree
  private let node: Tree.ID

  /// Bytes; real ones have a few thousand.
  static let sizeLimit = 256 << 10

  /// Reads a file.
  ///
  /// - Returns: nil where there is none.
  /// - Throws: a world failure where it cannot be read, a usage failure where it is no JSON object.
  init?(path: String) throws(Failure) {
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: Self.sizeLimit)
    } catch {
      switch error {
      case .system(let code) where code == Self.missing: return nil
      case .system(let code): throw .world("cannot read credentials from '\(path)': \(systemMessage(code))")
      case .notAFile(let what): throw .world("cannot read credentials from '\(path)': it is \(what)")
      case .tooLarge: throw .usage("'\(path)' is too large to be a file of credentials", hint: Self.anew)
      }
    }
    try self.init(path: path, bytes)
  }

  /// ENOENT.
  private static let missing: Int32 = 2

  private static let anew = "make it anew, or name another file"

  init(path: String, _ bytes: [UInt8]) throws(Failure) {
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 16)
    } catch {
      throw .usage("the credentials in '\(path)' are no JSON: \(error.message)", hint: Self.anew)
    }
    guard tree.kind(Tree.root) == .mapping else {
      throw .usage("the credentials in '\(path)' are no JSON object", hint: Self.anew)
    }
    self.init(path: path, tree, Tree.root)
  }

  private init(path: String, _ tree: Tree, _ node: Tree.ID) {
    self.path = path
    self.tree = tree
    self.node = node
  }

  // MARK: Values

  /// The text of a key, if it has one that is not empty.
  func text(_ key: StaticString) throws(Failure) -> String? {
    guard let id = tree.value(node, key), tree.kind(id) != .null else { return nil }
    guard tree.kind(id) == .string else { throw unusable("'\(key)' is no text") }
    let text = tree.string(id)
    return text.isEmpty ? nil : text
  }

  func required(_ key: StaticString) throws(Failure) -> String {
    guard let text = try text(key) else { throw unusable("'\(key)' is missing") }
    return text
  }

  /// The address of a key, to which secrets may be sent.
  func address(_ key: StaticString) throws(Failure) -> WebAddress {
    let text = try required(key)
    guard let address = try? WebAddress(text), address.isPrivate else {
      throw unusable("'\(key)' is no address with 'https://'")
    }
    return address
  }

  func integer(_ key: StaticString) throws(Failure) -> Int? {
    guard let id = tree.value(node, key), tree.kind(id) != .null else { return nil }
    guard let value = tree.int(id) else { throw unusable("'\(key)' is no integer") }
    return value
  }

  func mapping(_ key: StaticString) throws(Failure) -> CredentialFile? {
    guard let id = tree.value(node, key), tree.kind(id) != .null else { return nil }
    guard tree.kind(id) == .mapping else { throw unusable("'\(key)' is no JSON object") }
    return CredentialFile(path: path, tree, id)
  }

  func texts(_ key: StaticString) throws(Failure) -> [String] {
    guard let id = tree.value(node, key), tree.kind(id) != .null else { return [] }
    guard tree.kind(id) == .sequence, tree.children(id).allSatisfy({ tree.kind($0) == .string }) else {
      throw unusable("'\(key)' is no list of texts")
    }
    return tree.children(id).map(tree.string)
  }

  /// Every pair, if all values are texts.
  func pairs() throws(Failure) -> [(name: String, value: String)] {
    guard tree.entries(node).allSatisfy({ tree.kind($0.value) == .string }) else {
      throw unusable("a value is no text")
    }
    return tree.entries(node).map { (tree.string($0.key), tree.string($0.value)) }
  }

  func has(_ key: StaticString) -> Bool { tree.value(node, key).map { tree.kind($0) != .null } ?? false }

  func unusable(_ why: String, hint: String = anew) -> Failure {
    .usage("the credentials in '\(path)' cannot be used: \(why)", hint: hint)
  }
}
