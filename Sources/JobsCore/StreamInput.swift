/// A sealed stream as a tool reads it: `end` records are consumed and kept for the tool's own.
package struct StreamInput {
  private var reader: RecordReader
  /// The `end` records, byte for byte, in order.
  package private(set) var seals: [[UInt8]] = []
  /// Whether every `end` says `ok`.
  package private(set) var isOK = true
  /// Whether the last record was an `end`; a stream that broke off is not sealed.
  package private(set) var isSealed = false
  /// Records that were not `end`.
  package private(set) var count = 0
  /// The environments that `job` records named.
  package private(set) var environments: Set<String> = []
  /// Whether a `job` record names no environment.
  private var lacksEnvironment = false
  /// Those of which none was chosen where the jobs were read, as the `end` records say, or those before them.
  private var openEnvironments: [String] = []

  package init(_ reader: RecordReader) { self.reader = reader }

  /// The next record that is not `end`; false at the end of the stream.
  package mutating func next(into record: inout Record) throws(Failure) -> Bool {
    while try reader.next(into: &record) {
      guard record.type == "end" else {
        isSealed = false
        count += 1
        if record.type == "job" {
          if let environment = record.string("env") {
            environments.insert(environment)
          } else {
            lacksEnvironment = true
          }
        }
        return true
      }
      isSealed = true
      seals.append(record.bytes)
      addOpenEnvironments(of: Tree.root, record.tree)
      if record.tree.value(Tree.root, "ok").flatMap(record.tree.bool) != true { isOK = false }
    }
    return false
  }

  private mutating func addOpenEnvironments(of end: Tree.ID, _ tree: Tree) {
    if let list = tree.value(end, "environments") {
      for name in tree.children(list).map(tree.string) where !openEnvironments.contains(name) {
        openEnvironments.append(name)
      }
    }
    if let upstream = tree.value(end, "upstream") {
      for seal in tree.children(upstream) { addOpenEnvironments(of: seal, tree) }
    }
  }

  /// Refuses a stream on which an acting tool must not act; call it when `next` has returned false and before the first act.
  ///
  /// - Parameters:
  ///   - allowIncomplete: accept a stream without its `end`.
  ///   - allowFailed: accept an `end` that is not ok.
  package func checkForActing(allowIncomplete: Bool, allowFailed: Bool) throws(Failure) {
    if !isSealed && !allowIncomplete {
      throw .usage(
        count == 0
          ? "the stream is empty: not even its 'end' record came"
          : "the stream has no 'end' record: it may have broken off",
        hint: "keep 'end' in a filter (select(.type!=\"job\" or …)), use -l to select, or pass --allow-incomplete")
    }
    if !isOK && !allowFailed {
      throw .usage(
        "the stream's 'end' is not ok: a tool upstream found errors, and nothing was done",
        hint: "mend what it reported, or pass --allow-failed")
    }
    if lacksEnvironment, !openEnvironments.isEmpty {
      throw .usage(
        "the project has environments, and none was chosen where its jobs were read",
        hint: "add --env with one of \(openEnvironments.joined(separator: ", ")) to 'jobs-validate'")
    }
  }
}
