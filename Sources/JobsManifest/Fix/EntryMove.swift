import JobsCore

/// Patches that move, rename or remove whole entries of block mappings, with their comments and layout.
enum EntryMove {
  /// The mapping at a path; a list on the way has to have one element. nil if there is no such mapping.
  static func destination(_ path: [String], in tree: Tree, root: Tree.ID) -> Tree.ID? {
    var at = root
    for key in path {
      guard let next = tree.value(at, key: key) else { return nil }
      at = next
      if tree.kind(at) == .sequence {
        guard tree.count(at) == 1, let only = tree.firstChild(at) else { return nil }
        at = only
      }
    }
    return tree.kind(at) == .mapping ? at : nil
  }

  /// The patch that moves entries to the mapping at `path`, whose missing parents are made; nil where no certain one exists.
  ///
  /// - Parameter renaming: the new name of the one entry that is moved.
  static func fix(
    _ keys: [Tree.ID], from mapping: Tree.ID?, to path: [String], renaming name: String? = nil, _ findings: Findings
  ) -> Diagnostic.Fix? {
    let tree = findings.tree
    let source = findings.source
    var parts: [(range: Range<Int>, indent: Int, text: String)] = []
    for key in keys {
      guard let value = tree.value(ofKey: key, from: findings.root), !tree.isAliased(key),
        let lines = entryLines(key, value, findings), let indent = indent(of: key, findings)
      else { return nil }
      var text = String(decoding: source.bytes[lines], as: UTF8.self)
      if let name, let range = text.firstRange(ofText: tree.string(key)) { text.replaceSubrange(range, with: name) }
      parts.append((lines, indent, text))
    }
    // The deepest mapping on the way that exists.
    var depth = path.count
    while depth > 0, destination(Array(path[..<depth]), in: tree, root: findings.root) == nil { depth -= 1 }
    let parentPath = Array(path[..<depth])
    guard let parent = destination(parentPath, in: tree, root: findings.root), tree.style(parent) == .block else {
      return nil
    }
    let missing = Array(path[depth...])
    // A key on the way that exists but is no mapping, or several containers, leave no certain place.
    if let first = missing.first, tree.value(parent, key: first) != nil { return nil }
    if missing.isEmpty, keys.contains(where: { tree.value(parent, key: name ?? tree.string($0)) != nil }) { return nil }
    if missing.contains("containers") { return nil }
    guard let anchor = tree.entries(parent).first(where: { _ in true }), let column = indent(of: anchor.key, findings)
    else {
      return nil
    }
    let step = 2
    var text = ""
    for (level, key) in missing.enumerated() {
      text += String(repeating: " ", count: column + level * step) + key + ":\n"
    }
    let target = column + missing.count * step
    for part in parts { text += reindented(part.text, from: part.indent, to: target) }
    let staying = tree.entries(parent).filter { entry in !keys.contains(entry.key) }
    let insertion: Int
    if let last = staying.last, let lines = entryLines(last.key, last.value, findings) ?? tailLines(last, findings) {
      insertion = lines.upperBound
      if insertion > 0, source.bytes[insertion - 1] != 10 { text = "\n" + text }
    } else {
      insertion = parts[0].range.lowerBound
    }
    guard !parts.contains(where: { $0.range.lowerBound < insertion && insertion < $0.range.upperBound }) else {
      return nil
    }
    let edits = parts.map { findings.edit($0.range, "") } + [findings.edit(insertion..<insertion, text)]
    // An insertion right before a removal comes first, so that no edit lies over another.
    let order = { (edit: Diagnostic.Edit) in (edit.bytes.lowerBound, edit.bytes.upperBound) }
    return Diagnostic.Fix(safe: false, edits: edits.sorted { order($0) < order($1) })
  }

  /// The patch that removes an entry with its lines.
  static func removal(of entry: (key: Tree.ID, value: Tree.ID), _ findings: Findings) -> Diagnostic.Fix? {
    guard !findings.tree.isAliased(entry.key), let lines = entryLines(entry.key, entry.value, findings) else {
      return nil
    }
    return Diagnostic.Fix(safe: false, edits: [findings.edit(lines, "")])
  }

  /// Columns before a key, if nothing but white space stands there.
  private static func indent(of key: Tree.ID, _ findings: Findings) -> Int? {
    let bytes = findings.source.bytes
    let start = findings.tree.range(key).lowerBound
    var i = start
    while i > 0, bytes[i - 1] != 10, bytes[i - 1] != 13 { i -= 1 }
    return bytes[i..<start].allSatisfy { $0 == 32 || $0 == 45 } ? start - i : nil
  }

  /// The lines of an entry and of the comments right above it; nil if the lines hold anything else.
  private static func entryLines(_ key: Tree.ID, _ value: Tree.ID, _ findings: Findings) -> Range<Int>? {
    let bytes = findings.source.bytes
    let start = findings.tree.range(key).lowerBound
    var from = start
    while from > 0, bytes[from - 1] != 10 { from -= 1 }
    guard bytes[from..<start].allSatisfy({ $0 == 32 }) else { return nil }
    let indent = start - from
    while let above = lineAbove(from, bytes), bytes[above].drop(while: { $0 == 32 }).first == UInt8(ascii: "#"),
      bytes[above].prefix(while: { $0 == 32 }).count == indent
    {
      from = above.lowerBound
    }
    return from..<endOfLine(findings.tree.range(value).upperBound, bytes)
  }

  /// The lines up to the end of an entry that begins behind a dash.
  private static func tailLines(_ entry: (key: Tree.ID, value: Tree.ID), _ findings: Findings) -> Range<Int>? {
    let end = endOfLine(findings.tree.range(entry.value).upperBound, findings.source.bytes)
    return end..<end
  }

  private static func endOfLine(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var end = offset
    if end > 0, bytes[end - 1] == 10 { return end }
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return min(end + 1, bytes.count)
  }

  private static func lineAbove(_ start: Int, _ bytes: [UInt8]) -> Range<Int>? {
    guard start > 0 else { return nil }
    var from = start - 1
    while from > 0, bytes[from - 1] != 10 { from -= 1 }
    return from..<start - 1
  }

  private static func reindented(_ text: String, from old: Int, to new: Int) -> String {
    var result = ""
    // By scalars, since CRLF is one character; whoever makes the patch writes the file's own line breaks.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.last == "\r" ? $0.dropLast() : $0
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      let spaces = line.prefix { $0 == " " }.count
      if spaces == line.count {
        result += "\n"
      } else {
        result += String(repeating: " ", count: max(0, spaces - old + new)) + String(line.dropFirst(spaces)) + "\n"
      }
    }
    return result
  }
}
