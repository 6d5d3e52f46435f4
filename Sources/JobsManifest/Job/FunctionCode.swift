import JobsCore

/// The code of a function that runs without an image: what is packed, and how it is started.
package struct FunctionCode: RareValue {
  /// A folder or a `.zip` file, from the folder of the manifest.
  package var path: String?
  /// What the code is written for: `python3.13`.
  package var runtime: String?
  /// What is called in it: `main.handler`.
  package var handler: String?

  package init() {}

  /// Reads the value of `code` in a manifest, or in a record.
  init(_ tree: Tree, _ node: Tree.ID) {
    self.init()
    path = tree.text(node, "path")
    runtime = tree.text(node, "runtime")
    handler = tree.text(node, "handler")
  }

  /// Writes it into a record.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.optional("path", path)
    json.optional("runtime", runtime)
    json.optional("handler", handler)
    json.endObject()
  }

  /// As a manifest has it.
  var entries: [ManifestValue.Entry] {
    var entries: [ManifestValue.Entry] = []
    entries.add("path", path)
    entries.add("runtime", runtime)
    entries.add("handler", handler)
    return entries
  }

  /// What is not said here, as `other` has it.
  mutating func fill(from other: FunctionCode) {
    path = path ?? other.path
    runtime = runtime ?? other.runtime
    handler = handler ?? other.handler
  }
}

extension Job {
  /// Where the code lies as seen from here: its path from the folder of the manifest; nil for a job without code.
  package var codePath: String? {
    guard let path = run.code.value.path else { return nil }
    guard let file = origin?.file, let slash = file.lastIndex(of: "/") else { return path }
    return "\(file[...slash])\(path)"
  }
}
