import CLibYAML
package import JobsCore

/// Reads YAML documents into trees by libyaml's event API.
///
/// A fault ends one document: reading goes on at the next line that begins with `---`. libyaml accepts duplicate keys and
/// any depth, and counts places in code points; all three are seen to here.
package struct YAMLReader: ~Copyable {
  /// One document, or what could be read of it.
  package struct Document: Sendable {
    package var tree: Tree
    /// Faults in source order.
    package var problems: [ReadingProblem]
    /// Whether the tree is a whole document.
    package var isComplete: Bool
  }

  private let source: [UInt8]
  private let limits: ReadingLimits
  private let isASCII: Bool
  /// Bytes of a byte order mark, which libyaml does not count.
  private let base: Int

  /// - Parameter source: UTF-8, checked by `SourceText`.
  package init(_ source: [UInt8], limits: ReadingLimits) {
    self.source = source
    self.limits = limits
    isASCII = source.withUnsafeBufferPointer { UTF8Check.isASCII($0) }
    base = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Hands every document that holds something to `body`, in order, until it returns false.
  package func read(_ body: (borrowing Document) -> Bool) {
    var from = base
    var count = 0
    var builder = TreeBuilder(source: source, limits: limits, isASCII: isASCII)
    while from < source.count {
      guard let restart = readRun(from: from, &builder, &count, body) else { return }
      from = restart
    }
  }

  /// Reads documents from `from`; returns where to begin again after a fault, nil at the end.
  private func readRun(
    from: Int, _ builder: inout TreeBuilder, _ count: inout Int, _ body: (borrowing Document) -> Bool
  ) -> Int? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    return source.withUnsafeBufferPointer { bytes -> Int? in
      yaml_parser_set_input_string(parser, bytes.baseAddress! + from, bytes.count - from)
      builder.begin(at: from)
      var event = yaml_event_t()
      while true {
        guard yaml_parser_parse(parser, &event) == 1 else {
          let offset = builder.syntaxError(parser.pointee)
          return finish(&builder, &count, body) ? nextDocument(after: offset, startedAt: from) : nil
        }
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_STREAM_END_EVENT: return nil
        case YAML_DOCUMENT_END_EVENT:
          guard finish(&builder, &count, body) else { return nil }
        default:
          if let offset = builder.take(event) {
            return finish(&builder, &count, body) ? nextDocument(after: offset, startedAt: from) : nil
          }
        }
      }
    }
  }

  /// Hands a document on; false if no more are wanted or allowed.
  private func finish(
    _ builder: inout TreeBuilder, _ count: inout Int, _ body: (borrowing Document) -> Bool
  ) -> Bool {
    guard var document = builder.finish() else { return true }
    count += 1
    let tooMany = count > limits.documents
    if tooMany {
      document.problems = [
        ReadingProblem(
          TooManyDocuments.info, "the file has more than \(limits.documents) documents", at: base..<base,
          hint: "split the file")
      ]
      document.isComplete = false
    }
    let goOn = body(document)
    builder.reuse(&document)
    return goOn && !tooMany
  }

  /// Where the next document begins: a line with `---` behind `offset`, or at it, since a fault is often found only there.
  ///
  /// - Parameter start: where the reading began that failed; it never begins there again.
  private func nextDocument(after offset: Int, startedAt start: Int) -> Int? {
    source.withUnsafeBufferPointer { bytes in
      var i = offset
      if i > start, Self.beginsDocument(bytes, at: i) { return i }
      while i < bytes.count {
        while i < bytes.count, bytes[i] != 10, bytes[i] != 13 { i += 1 }
        while i < bytes.count, bytes[i] == 10 || bytes[i] == 13 { i += 1 }
        if Self.beginsDocument(bytes, at: i) { return i }
      }
      return nil
    }
  }

  /// Whether `---` stands at the beginning of a line, followed by a blank or a line break.
  private static func beginsDocument(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    guard i + 3 <= bytes.count, bytes[i] == 45, bytes[i + 1] == 45, bytes[i + 2] == 45 else { return false }
    guard i == 0 || bytes[i - 1] == 10 || bytes[i - 1] == 13 else { return false }
    return i + 3 == bytes.count || [9, 10, 13, 32].contains(bytes[i + 3])
  }
}
