import JobsCore

/// Ways to set a value in a document, the best first. Whether one says what it should is for `EditProof` to judge, since
/// comments, blank lines and aliases leave many ways to be wrong.
struct KeyEdit {
  let tree: Tree
  let bytes: [UInt8]
  let isJSON: Bool
  /// The keys of the mapping at a path, in the order in which the format lists them.
  let order: (_ path: ArraySlice<ManifestPath.Step>) -> [String]

  /// - Throws: a refusal where the value lies behind an alias, or the path leads nowhere.
  func candidates(_ path: ManifestPath, _ value: ManifestValue, note: String? = nil) throws(EditRefusal) -> [TextSplice]
  {
    var at = Tree.root
    for (depth, step) in path.steps.enumerated() {
      let rest = path.steps[(depth + 1)...]
      switch step {
      case .index(let index):
        guard tree.kind(at) == .sequence, let next = Array(tree.children(at)).dropFirst(index).first else {
          throw EditRefusal("there is no '\(ManifestPath(Array(path.steps[...depth])))'")
        }
        at = next
      case .key(let key):
        if tree.kind(at) == .sequence {
          throw EditRefusal(
            "'\(path.parent)' is a list in this file", hint: "change it in an editor; only single values can be set")
        }
        guard tree.kind(at) == .mapping else { return [] }
        guard let entry = tree.entries(at).first(where: { tree.string($0.key) == key && !tree.isAliased($0.key) })
        else {
          let value = ManifestValue.mapping([]).setting(rest, to: value)
          return insertions(key, value, into: at, path.steps[..<depth], note)
        }
        guard !tree.isAliased(entry.value) else {
          throw EditRefusal(
            "'\(ManifestPath(Array(path.steps[...depth])))' is an alias, and the anchor serves others too",
            hint: "write the value out in its place first")
        }
        // A scalar or nothing gives way to a mapping.
        if rest.isEmpty || tree.kind(entry.value).isScalar {
          return replacements(
            of: entry, by: ManifestValue.null.setting(rest, to: value), isFlow: tree.style(at) == .flow)
        }
        at = entry.value
      }
    }
    return [TextSplice(range: tree.range(at), text: inline(.flow).text(value, old: tree.style(at)))]
  }

  private func inline(_ place: InlineValue.Place) -> InlineValue { InlineValue(place: isJSON ? .json : place) }

  // MARK: Replacing

  private func replacements(
    of entry: (key: Tree.ID, value: Tree.ID), by value: ManifestValue, isFlow: Bool
  ) -> [TextSplice] {
    let range = tree.range(entry.value)
    let writer = inline(isFlow ? .flow : .block)
    if tree.kind(entry.value).isScalar {
      let text = writer.text(value, old: tree.style(entry.value))
      // Where nothing stood, the colon needs a blank behind it.
      let isTight = range.isEmpty && range.lowerBound > 0 && bytes[range.lowerBound - 1] != 32
      return [TextSplice(range: range, text: isTight ? " \(text)" : text)]
    }
    if tree.style(entry.value) == .flow { return [TextSplice(range: range, text: writer.text(value))] }
    // A block list begins on a line of its own.
    guard let end = leafEnd(entry.value) else { return [] }
    let from = tree.range(entry.key).upperBound
    guard !bytes[from..<end].contains(UInt8(ascii: "#")) else { return [] }
    return [TextSplice(range: from..<end, text: ": \(writer.text(value))")]
  }

  // MARK: Inserting

  private func insertions(
    _ key: String, _ value: ManifestValue, into mapping: Tree.ID, _ path: ArraySlice<ManifestPath.Step>,
    _ note: String?
  ) -> [TextSplice] {
    let own = tree.entries(mapping).filter { !tree.isAliased($0.key) }
    if tree.style(mapping) == .flow { return [flowInsertion(key, value, into: mapping, own)] }
    guard let column = own.first.flatMap({ column(of: $0.key) }) else { return [] }
    let text = block(key, value, indent: column, note)
    return places(for: key, among: own, order(path)).map { at in
      // A last line without a break stays the last without one.
      at > 0 && bytes[at - 1] != 10
        ? TextSplice(range: at..<at, text: "\n" + text.dropLast()) : TextSplice(range: at..<at, text: text)
    }
  }

  /// Ends of lines behind which a key may come: that of the key that the format lists before it, then any other.
  private func places(for key: String, among own: [(key: Tree.ID, value: Tree.ID)], _ order: [String]) -> [Int] {
    let rank = order.firstIndex(of: key) ?? order.count
    let before = own.filter { (order.firstIndex(of: tree.string($0.key)) ?? order.count) < rank }
    let preferred = before.max { a, b in
      (order.firstIndex(of: tree.string(a.key)) ?? 0) < (order.firstIndex(of: tree.string(b.key)) ?? 0)
    }
    let all = [preferred ?? own.last].compactMap { $0 } + own.reversed()
    return all.map { bytes.lineEnd(of: leafEnd($0.value) ?? tree.range($0.key).upperBound) }
  }

  private func block(_ key: String, _ value: ManifestValue, indent: Int, _ note: String?) -> String {
    let margin = String(repeating: " ", count: indent)
    if case .mapping(let entries) = value, !entries.isEmpty {
      return "\(margin)\(inline(.block).key(key)):\n"
        + entries.map { block($0.key, $0.value, indent: indent + 2, nil) }.joined()
    }
    return "\(margin)\(inline(.block).entry(key, value))\(note.map { "  # \($0)" } ?? "")\n"
  }

  private func flowInsertion(
    _ key: String, _ value: ManifestValue, into mapping: Tree.ID, _ own: [(key: Tree.ID, value: Tree.ID)]
  ) -> TextSplice {
    let text = inline(.flow).entry(key, value)
    guard let last = own.last else {
      let at = tree.range(mapping).lowerBound + 1
      return TextSplice(range: at..<at, text: text)
    }
    let at = max(tree.range(last.value).upperBound, tree.range(last.key).upperBound)
    // Keys that stand on lines of their own go on so.
    let start = tree.range(last.key).lowerBound
    let margin = bytes[bytes.lineStart(of: start)..<start]
    let isOnOwnLine = margin.allSatisfy { $0 == 32 || $0 == 9 } && bytes.lineStart(of: start) > 0
    let gap = isOnOwnLine ? "\n\(String(decoding: margin, as: UTF8.self))" : " "
    return TextSplice(range: at..<at, text: ",\(gap)\(text)")
  }

  // MARK: Places

  /// The column of a key of a block mapping; nil where more than blanks and dashes stands before it.
  private func column(of key: Tree.ID) -> Int? {
    let start = tree.range(key).lowerBound
    let line = bytes.lineStart(of: start)
    return bytes[line..<start].allSatisfy { $0 == 32 || $0 == UInt8(ascii: "-") } ? start - line : nil
  }

  /// Where the text of a value ends; a block collection itself ends where the next begins. nil behind an alias.
  private func leafEnd(_ id: Tree.ID) -> Int? {
    guard !tree.isAliased(id) else { return nil }
    if tree.kind(id).isScalar || tree.style(id) == .flow { return tree.range(id).upperBound }
    if tree.kind(id) == .sequence {
      return Array(tree.children(id)).last.flatMap { leafEnd($0) }
    }
    guard let last = Array(tree.entries(id)).last else { return nil }
    return tree.isAliased(last.key) ? nil : leafEnd(last.value).map { max($0, tree.range(last.key).upperBound) }
  }
}
