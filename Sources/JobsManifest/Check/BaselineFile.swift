package import JobsCore

/// The file of a baseline: JSON, sorted, so that it can be reviewed and merged.
package enum BaselineFile {
  /// The text of a baseline of these findings, which ends on `expires`, a day as `2027-03-31`.
  package static func text(_ diagnostics: [Diagnostic], expires: String) -> [UInt8] {
    let keys = Set(diagnostics.map { Baseline.key(of: $0) }).sorted {
      ($0.file, $0.path, $0.code, $0.valueHash) < ($1.file, $1.path, $1.code, $1.valueHash)
    }
    var json = JSONWriter()
    var text = Array("{\"version\":1,\"findings\":[".utf8)
    for (at, key) in keys.enumerated() {
      json.removeAll()
      json.beginObject()
      json.member("code", key.code)
      json.member("file", key.file)
      json.member("path", key.path)
      json.member("hash", String(key.valueHash, radix: 16))
      json.member("expires", expires)
      json.endObject()
      text += at == 0 ? "\n".utf8 : ",\n".utf8
      text += json.bytes
    }
    return text + "\n]}\n".utf8
  }

  /// Reads a baseline.
  ///
  /// - Throws: a failure of kind `usage` for a file that is no baseline.
  package static func read(_ bytes: [UInt8], path: String) throws(Failure) -> Baseline {
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count)
    } catch {
      let place = LineIndex(bytes).position(of: error.offset)
      throw .usage(
        "'\(path)' is no baseline: line \(place.line), column \(place.column): \(error.message)", hint: remedy)
    }
    guard tree.kind(Tree.root) == .mapping, tree.number(Tree.root, "version") == 1,
      let findings = tree.value(Tree.root, "findings")
    else {
      throw .usage("'\(path)' is no baseline: 'version' and 'findings' are missing", hint: remedy)
    }
    var baseline = Baseline()
    for entry in tree.children(findings) {
      guard let code = tree.text(entry, "code"), let file = tree.text(entry, "file"),
        let place = tree.text(entry, "path"),
        let hash = tree.text(entry, "hash").flatMap({ UInt64($0, radix: 16) }),
        let expires = tree.text(entry, "expires")
      else {
        throw .usage("'\(path)' is no baseline: an entry has not code, file, path, hash and expires", hint: remedy)
      }
      baseline.entries[Baseline.Key(code: code, file: file, path: place, valueHash: hash)] = expires
    }
    return baseline
  }

  private static let remedy = "write it anew by 'jobs-validate --write-baseline FILE'"
}
