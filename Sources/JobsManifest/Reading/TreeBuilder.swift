import CLibYAML
import Glibc
import JobsCore

/// Turns libyaml's events into a `Tree`: kinds, places in bytes, aliases, merge keys, and what libyaml lets pass.
struct TreeBuilder {
  private struct Frame {
    var id: Tree.ID
    var last: Tree.ID?
    var isMapping: Bool
    var hasMerge = false
    /// Whether the last child is a key that waits for its value.
    var atValue = false
  }

  private let source: [UInt8]
  private let limits: ReadingLimits
  private let isASCII: Bool
  private var tree: Tree
  private var problems: [ReadingProblem] = []
  private var stack: [Frame] = []
  private var anchors: [String: (id: Tree.ID, range: Range<Int>)] = [:]
  private var isComplete = true
  private var deadline: Double = 0
  private var events = 0
  /// The byte offset of libyaml's index 0, and a place that is known in both counts.
  private var origin = 0
  private var knownIndex = 0
  private var knownByte = 0

  init(source: [UInt8], limits: ReadingLimits, isASCII: Bool) {
    self.source = source
    self.limits = limits
    self.isASCII = isASCII
    tree = Tree(source: source)
  }

  /// Begins a run of documents whose first byte is at `offset`.
  mutating func begin(at offset: Int) {
    origin = offset
    knownIndex = 0
    knownByte = offset
  }

  /// Takes the arena's memory back after a document was used.
  mutating func reuse(_ document: inout YAMLReader.Document) {
    swap(&tree, &document.tree)
    tree.removeNodes()
  }

  /// The document so far, nil if nothing stood in it.
  mutating func finish() -> YAMLReader.Document? {
    defer {
      problems.removeAll()
      stack.removeAll(keepingCapacity: true)
      anchors.removeAll(keepingCapacity: true)
      isComplete = true
      events = 0
    }
    guard !problems.isEmpty || (!tree.isEmpty && tree.kind(Tree.root) != .null) else {
      tree.removeNodes()
      return nil
    }
    var document = YAMLReader.Document(tree: Tree(source: source), problems: problems, isComplete: isComplete)
    swap(&document.tree, &tree)
    return document
  }

  /// Takes one event; returns the byte offset at which the document had to be given up.
  mutating func take(_ event: yaml_event_t) -> Int? {
    events += 1
    if events & 1023 == 1, let offset = checkClock(event) { return offset }
    switch event.type {
    case YAML_SCALAR_EVENT: return add(scalar(event), anchor: event.data.scalar.anchor, at: event.start_mark)
    case YAML_ALIAS_EVENT: return alias(event)
    case YAML_SEQUENCE_START_EVENT:
      return open(
        .sequence, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block, event,
        anchor: event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT:
      return open(
        .mapping, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block, event,
        anchor: event.data.mapping_start.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return close(event)
    default: return nil
    }
  }

  // MARK: Places

  private mutating func byte(_ mark: yaml_mark_t) -> Int {
    let index = Int(mark.index)
    if isASCII { return min(origin + index, source.count) }
    source.withUnsafeBufferPointer { bytes in
      while knownIndex > index, knownByte > origin {
        knownByte -= 1
        while knownByte > origin, bytes[knownByte] & 0xC0 == 0x80 { knownByte -= 1 }
        knownIndex -= 1
      }
      while knownIndex < index, knownByte < bytes.count {
        knownByte += 1
        while knownByte < bytes.count, bytes[knownByte] & 0xC0 == 0x80 { knownByte += 1 }
        knownIndex += 1
      }
    }
    return knownByte
  }

  // MARK: Nodes

  private mutating func scalar(_ event: yaml_event_t) -> Tree.ID {
    let data = event.data.scalar
    let text = UnsafeBufferPointer(start: data.value, count: data.length)
    let begin = byte(event.start_mark)
    var end = byte(event.end_mark)
    let start = data.anchor == nil && data.tag == nil ? begin : afterProperties(begin..<end)
    let style: Tree.Style
    switch data.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: style = .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: style = .double
    case YAML_LITERAL_SCALAR_STYLE: style = .literal
    case YAML_FOLDED_SCALAR_STYLE: style = .folded
    default: style = .plain
    }
    if style == .literal || style == .folded {
      while end > start, source[end - 1] == 10 || source[end - 1] == 13 || source[end - 1] == 32 { end -= 1 }
    }
    let kind = kind(of: text, style, data, place: begin..<end)
    let inset = style == .single || style == .double ? 1 : 0
    let isVerbatim =
      end - start - 2 * inset == text.count && style != .literal && style != .folded
      && source.withUnsafeBufferPointer { memcmp($0.baseAddress! + start + inset, data.value, text.count) == 0 }
    return isVerbatim
      ? tree.addVerbatim(kind, style, place: start..<end, text: start + inset..<end - inset)
      : tree.addScalar(kind, style, place: start..<end, text: text)
  }

  /// Where a scalar begins behind its anchor and tag, so that an edit in its place keeps both.
  private func afterProperties(_ place: Range<Int>) -> Int {
    var at = place.lowerBound
    while at < place.upperBound, source[at] == UInt8(ascii: "&") || source[at] == UInt8(ascii: "!") {
      while at < place.upperBound, source[at] > 32 { at += 1 }
      while at < place.upperBound, source[at] <= 32 { at += 1 }
    }
    return at
  }

  private mutating func kind(
    of text: UnsafeBufferPointer<UInt8>, _ style: Tree.Style,
    _ data: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar,
    place: Range<Int>
  ) -> Tree.Kind {
    guard let tag = data.tag else { return style == .plain ? CoreSchema.kind(of: text) : .string }
    let name = String(cString: tag)
    switch name {
    case "tag:yaml.org,2002:str", "!": return .string
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null":
      let kind = CoreSchema.kind(of: text)
      if name.hasSuffix(":\(kind)") || (name.hasSuffix(":float") && kind == .int) { return kind }
      problems.append(
        ReadingProblem(
          UnknownTag.info, "'\(String(decoding: text, as: UTF8.self))' is not of the type that its tag names",
          at: place,
          hint: "leave the tag out"))
      return .string
    default:
      problems.append(
        ReadingProblem(
          UnknownTag.info, "tag '\(name)' is unknown here", at: place,
          hint: "leave the tag out; the value is read as text"))
      return .string
    }
  }

  /// Links a node to what stands open; returns an offset where the document has to be given up.
  private mutating func add(
    _ id: Tree.ID, anchor: UnsafeMutablePointer<yaml_char_t>? = nil, at mark: yaml_mark_t = yaml_mark_t()
  ) -> Int? {
    if let anchor {
      define(String(cString: UnsafeRawPointer(anchor).assumingMemoryBound(to: CChar.self)), id, at: byte(mark))
    }
    guard tree.nodeCount <= limits.nodes else { return tooManyNodes(tree.range(id)) }
    guard !stack.isEmpty else { return nil }
    let top = stack.count - 1
    tree.append(id, to: stack[top].id, after: stack[top].last)
    if stack[top].isMapping {
      let isKey = !stack[top].atValue
      if isKey {
        if tree.style(id) == .plain, tree.equals(id, "<<") { stack[top].hasMerge = true }
      }
      stack[top].atValue = isKey
    }
    stack[top].last = id
    return nil
  }

  private mutating func open(
    _ kind: Tree.Kind, _ style: Tree.Style, _ event: yaml_event_t, anchor: UnsafeMutablePointer<yaml_char_t>?
  ) -> Int? {
    let start = byte(event.start_mark)
    guard stack.count < limits.depth else {
      return tooDeep(start..<min(start + 1, source.count))
    }
    let id = tree.addCollection(kind, style, start: start)
    if let offset = add(id, anchor: anchor, at: event.start_mark) { return offset }
    stack.append(Frame(id: id, last: nil, isMapping: kind == .mapping))
    return nil
  }

  private mutating func close(_ event: yaml_event_t) -> Int? {
    guard let frame = stack.popLast() else { return nil }
    let isFlow = tree.style(frame.id) == .flow
    // A block's end mark lies at the next token, over comments and blank lines: its last child ends it.
    let end = isFlow ? byte(event.end_mark) : frame.last.map { tree.range($0).upperBound } ?? byte(event.end_mark)
    tree.close(frame.id, end: max(end, tree.range(frame.id).lowerBound))
    guard frame.isMapping else { return nil }
    if let offset = checkKeys(frame.id) { return offset }
    return frame.hasMerge ? merge(into: frame.id) : nil
  }

  // MARK: Keys

  private mutating func checkKeys(_ mapping: Tree.ID) -> Int? {
    var seen: [Tree.ID] = []
    let count = tree.count(mapping)
    guard count > 0 else { return nil }
    var names: [[UInt8]: Tree.ID] = [:]
    seen.reserveCapacity(min(count, 16))
    for entry in tree.entries(mapping) {
      guard tree.kind(entry.key).isScalar else {
        problems.append(
          ReadingProblem(
            ComplexKey.info, "a key is \(tree.kind(entry.key).words)", at: tree.range(entry.key),
            hint: "keys are plain words; were braces of a template left unquoted?"))
        continue
      }
      var first: Tree.ID?
      if count <= 16 {
        first = seen.first { tree.equals($0, entry.key) }
        seen.append(entry.key)
      } else {
        let name = tree.withText(entry.key) { Array($0) }
        first = names[name]
        names[name] = first ?? entry.key
      }
      if let first, !tree.equals(first, "<<") {
        var problem = ReadingProblem(
          DuplicateKey.info, "key '\(Terminal.visible(tree.string(entry.key)))' stands twice in one mapping",
          at: tree.range(entry.key), hint: "keep one of the two; readers disagree on which counts")
        problem.related = [("first here", tree.range(first))]
        problems.append(problem)
      }
    }
    return nil
  }

  /// Expands `<<`: entries of the mappings it names that the mapping has not itself (YAML 1.1, merge key).
  private mutating func merge(into mapping: Tree.ID) -> Int? {
    let entries = Array(tree.entries(mapping))
    var known = Set(entries.map { tree.withText($0.key) { Array($0) } })
    var last = entries.last?.value
    for entry in entries where tree.equals(entry.key, "<<") && tree.style(entry.key) == .plain {
      let sources =
        switch tree.kind(entry.value) {
        case .mapping: [entry.value]
        case .sequence: Array(tree.children(entry.value))
        default: [entry.value]
        }
      for from in sources {
        guard tree.kind(from) == .mapping else {
          problems.append(
            ReadingProblem(
              MergeKey.info, "'<<' can merge mappings only, not \(tree.kind(from).words)", at: tree.range(from),
              hint: "name an anchor of a mapping: '<<: *name'"))
          continue
        }
        for other in Array(tree.entries(from)) {
          guard known.insert(tree.withText(other.key) { Array($0) }).inserted else { continue }
          guard let key = tree.copy(other.key, limit: limits.nodes),
            let value = tree.copy(other.value, limit: limits.nodes)
          else { return tooManyNodes(tree.range(entry.key)) }
          tree.append(key, to: mapping, after: last)
          tree.append(value, to: mapping, after: key)
          last = value
        }
      }
    }
    tree.removeEntries(mapping) { tree, key in tree.equals(key, "<<") && tree.style(key) == .plain }
    return nil
  }

  // MARK: Anchors

  private mutating func define(_ name: String, _ id: Tree.ID, at start: Int) {
    let sign = source[start...].firstIndex(of: UInt8(ascii: "&")) ?? start
    let place = sign..<min(sign + 1 + name.utf8.count, source.count)
    if let earlier = anchors[name] {
      var problem = ReadingProblem(
        DuplicateAnchor.info, "anchor '\(Terminal.visible(name))' is defined twice", at: place,
        hint: "give the second one a name of its own; aliases after it mean the second")
      problem.related = [("first here", earlier.range)]
      problems.append(problem)
    }
    anchors[name] = (id, place)
  }

  private mutating func alias(_ event: yaml_event_t) -> Int? {
    let place = byte(event.start_mark)..<byte(event.end_mark)
    let name =
      event.data.alias.anchor.map { String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? ""
    guard let anchor = anchors[name] else {
      return giveUp(
        ReadingProblem(
          UnknownAnchor.info, "alias '*\(Terminal.visible(name))' names no anchor above it", at: place,
          hint: "quote the text if it is not meant as an alias"))
    }
    guard !stack.contains(where: { $0.id == anchor.id }) else {
      return giveUp(
        ReadingProblem(
          UnknownAnchor.info, "alias '*\(Terminal.visible(name))' stands inside its own anchor", at: place,
          hint: "move the anchor to a node that does not hold the alias"))
    }
    guard stack.count + height(of: anchor.id) <= limits.depth else { return tooDeep(place) }
    guard let copy = tree.copy(anchor.id, limit: limits.nodes) else { return tooManyNodes(place) }
    return add(copy)
  }

  /// Collections inside one another below and with a node, at most the limit.
  private func height(of id: Tree.ID) -> Int {
    guard !tree.kind(id).isScalar else { return 0 }
    var below = 0
    for child in tree.children(id) { below = max(below, height(of: child)) }
    for entry in tree.entries(id) { below = max(below, height(of: entry.key), height(of: entry.value)) }
    return below + 1
  }

  // MARK: Giving up

  private mutating func tooDeep(_ place: Range<Int>) -> Int {
    giveUp(
      ReadingProblem(
        TooDeep.info, "nested more than \(limits.depth) deep", at: place,
        hint: "no manifest needs this; is it generated by a broken template?"))
  }

  private mutating func tooManyNodes(_ place: Range<Int>) -> Int {
    giveUp(
      ReadingProblem(
        TooManyNodes.info, "the document has more than \(limits.nodes) nodes after its aliases are expanded", at: place,
        hint: "write repeated parts out in fewer places; is this an alias bomb?"))
  }

  private mutating func checkClock(_ event: yaml_event_t) -> Int? {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let seconds = Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    if events == 1 { deadline = seconds + limits.seconds }
    guard seconds > deadline else { return nil }
    let place = byte(event.start_mark)
    return giveUp(
      ReadingProblem(
        TooSlow.info, "reading the document took more than \(Int(limits.seconds)) s", at: place..<place,
        hint: "split the document"))
  }

  private mutating func giveUp(_ problem: ReadingProblem) -> Int {
    problems.append(problem)
    isComplete = false
    return problem.range.lowerBound
  }

  /// Notes libyaml's error and returns its byte offset.
  mutating func syntaxError(_ parser: yaml_parser_t) -> Int {
    var mark = parser.problem_mark
    if parser.error == YAML_READER_ERROR {
      mark.index = parser.problem_offset
    }
    let offset = min(byte(mark), source.count)
    let words = parser.problem.map { String(cString: $0) } ?? "the YAML is malformed"
    let context = parser.context.map { String(cString: $0) }
    let end = offset < source.count && source[offset] != 10 ? offset + 1 : offset
    guard offset >= source.count || source[offset] != 9 else {
      return giveUp(
        ReadingProblem(
          TabIndent.info, "a tab stands where YAML wants spaces", at: offset..<end,
          hint: "indent with spaces; YAML forbids tabs there"))
    }
    var problem = ReadingProblem(
      YAMLSyntax.info, context.map { "\($0): \(words)" } ?? words, at: offset..<end, hint: hint(for: words))
    if context != nil, parser.context_mark.index > 0, parser.context_mark.line != mark.line {
      let start = byte(parser.context_mark)
      problem.related = [("this began here", start..<min(start + 1, source.count))]
    }
    return giveUp(problem)
  }

  private func hint(for words: String) -> String? {
    switch words {
    case "mapping values are not allowed in this context": "quote the value if it holds ': ', or mend the indentation"
    case "did not find expected key": "mend the indentation; keys of one mapping stand in one column"
    case "could not find expected ':'": "a key needs ': ' after it, or the value above is not closed"
    case "found character that cannot start any token": "quote the value"
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": "close the bracket or add a comma"
    default: nil
    }
  }
}
