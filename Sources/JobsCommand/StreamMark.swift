import JobsCore

/// Tells a record stream from a manifest by its first line.
package enum StreamMark {
  package static func isStream(_ bytes: [UInt8]) -> Bool {
    let end = bytes.firstIndex(of: 10) ?? bytes.count
    guard bytes.first == UInt8(ascii: "{"), end < RecordReader.lineLimit else { return false }
    var tree = Tree(source: Array(bytes[..<end]))
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<end)
    } catch {
      // A stream that is broken in its first line is still no manifest.
      return bytes.starts(with: "{\"type\":\"".utf8)
    }
    guard tree.kind(Tree.root) == .mapping, let type = tree.value(Tree.root, "type"), tree.kind(type) == .string else {
      return false
    }
    return tree.value(Tree.root, "v").map { tree.kind($0) == .int } ?? false
  }
}
