/// The stream that a tool writes: records counted by type, closed by one `end`.
package final class StreamOutput {
  private let output: Output
  private var counts = RecordCounts()
  private var writer = JSONWriter()

  package init(_ output: Output) { self.output = output }

  /// Whether the reader has gone, so that more work is for nobody.
  package var isClosed: Bool { output.isClosed }

  /// Passes a record on, byte for byte.
  package func pass(_ record: Record) {
    output.write(record.tree.source)
    output.write(CollectionOfOne(10))
    counts.add(record.type)
  }

  /// Writes lines that were made elsewhere.
  ///
  /// - Parameter count: the records in `lines`, all of one type.
  package func write(lines: [UInt8], type: String, count: Int) {
    guard count > 0 else { return }
    output.write(lines)
    counts.add(type, count)
  }

  /// Writes one record of the tool's own.
  package func emit(_ type: String, _ body: (inout JSONWriter) -> Void) {
    writer.removeAll()
    body(&writer)
    writer.newline()
    output.write(writer.bytes)
    counts.add(type)
  }

  /// Writes the `end` record and flushes.
  package func seal(_ end: EndRecord) throws(Failure) {
    writer.removeAll()
    var end = end
    end.counts = counts
    end.write(to: &writer)
    writer.newline()
    output.write(writer.bytes)
    try output.flush()
  }
}
