import JobsCore

/// JSON: an error lies in the text, what is read survives being written, and a stream's records are its lines.
func fuzzJSON(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  Property.inTime(bytes: count) {
    checkText(bytes)
    checkStream(bytes)
  }
  return 0
}

private func checkText(_ bytes: [UInt8]) {
  var tree = Tree(source: bytes)
  do throws(JSONReader.SyntaxError) {
    try JSONReader.parse(&tree, in: 0..<bytes.count)
  } catch {
    return Property.hold((0...bytes.count).contains(error.offset), "an error lies in the text", "\(error)")
  }
  Property.holds(tree)
  Property.survivesJSON(tree)
}

private func checkStream(_ bytes: [UInt8]) {
  var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    .filter { !$0.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 } }[...]
  var reader = RecordReader(bytes: bytes, name: "a stream", lineLimit: 4096)
  var record = Record()
  var last = 0
  do throws(Failure) {
    while try reader.next(into: &record) {
      Property.hold(reader.line > last, "lines are counted upwards")
      last = reader.line
      Property.hold(record.bytes == lines.popFirst(), "a record is its line, byte for byte")
      Property.hold(record.tree.kind(Tree.root) == .mapping, "a record is an object")
    }
    Property.hold(lines.isEmpty, "every line is a record or an error", "\(lines.count) are left")
  } catch {
    Property.hold(error.kind == .usage, "a line that is no record is unusable input", error.message)
    Property.hold(!lines.isEmpty, "an error is an error of a line")
  }
}
