import JobsCore

/// The text of one job in its file, and what can be changed about it. Pure: bytes in, bytes out.
///
/// Every change is proven: the file is read again, and has to say what was asked for and nothing else. All bytes but
/// those of the change stay as they are, comments and line breaks among them.
struct JobText: Sendable {
  let bytes: [UInt8]
  let format: Format
  let path: String
  let documents: FileDocuments
  let number: Int

  /// - Parameters:
  ///   - bytes: of the whole file.
  ///   - origin: where the job was read.
  /// - Throws: a refusal where no job stands there (any more), and for a crontab, which is no document.
  init(_ bytes: [UInt8], at origin: Origin) throws(EditRefusal) {
    guard let format = Format(rawValue: origin.format), format != .project, format != .crontab else {
      throw EditRefusal("jobs of the format '\(Terminal.visible(origin.format))' cannot be changed")
    }
    documents = FileDocuments(bytes, path: origin.file)
    guard let number = documents.index(atLine: origin.line, column: origin.column) else {
      throw EditRefusal(
        "there is no job at '\(Terminal.visible(origin.file)):\(origin.line)' any more",
        hint: "the file changed meanwhile; run it again")
    }
    self.bytes = bytes
    self.format = format
    self.number = number
    path = origin.file
  }

  /// The same job in another version of the file.
  init(_ bytes: [UInt8], like other: JobText) {
    self.bytes = bytes
    format = other.format
    path = other.path
    number = other.number
    documents = FileDocuments(bytes, path: path)
  }

  var tree: Tree { documents.trees[number] }

  /// A key as people name it, as the path at which the format has it.
  func path(of name: String) throws(EditRefusal) -> ManifestPath {
    try KeyNames.place(of: name, in: format).path
  }

  /// The file with a value set; the same bytes where it stands there already.
  ///
  /// - Parameters:
  ///   - name: a path, or a short name such as `schedule`.
  ///   - text: as on a command line.
  func setting(_ name: String, to text: String) throws(EditRefusal) -> [UInt8] {
    let place = try KeyNames.place(of: name, in: format)
    let old = node(at: place.path)
    let value = try FieldValue.value(
      place.convert(text), place.shape, isNullable: place.isNullable, name: name, old: old.map { tree.kind($0) })
    return try setting(place.path, to: value)
  }

  /// - Parameter note: a comment behind a key that is new.
  func setting(_ path: ManifestPath, to value: ManifestValue, note: String? = nil) throws(EditRefusal) -> [UInt8] {
    if let old = node(at: path), ManifestValue(tree, old).ordered == value.ordered { return bytes }
    let edit = KeyEdit(tree: tree, bytes: bytes, isJSON: documents.isJSON) { [format] path in
      format.shape?.at(path)?.fields.map(\.text) ?? []
    }
    return try proof { $0.setting(path.steps[...], to: value) }
      .choose(try edit.candidates(path, value, note: note), of: bytes, place: path.description)
  }

  /// What holds if the job says something else.
  func proof(_ change: (ManifestValue) -> ManifestValue) -> EditProof {
    var wanted = documents.values
    wanted[number] = change(wanted[number]).ordered
    return EditProof(path: path, wanted: wanted)
  }

  /// The value at a path; nil where there is none.
  func node(at path: ManifestPath) -> Tree.ID? {
    var at = Tree.root
    for step in path.steps {
      let next: Tree.ID? =
        switch step {
        case .key(let key): tree.value(at, key: key)
        case .index(let index): Array(tree.children(at)).dropFirst(index).first
        }
      guard let next else { return nil }
      at = next
    }
    return at
  }

  /// The environments whose overlay says something of its own at a path of `spec`, so that the value does not count there.
  func overlays(over path: ManifestPath) -> [String] {
    guard format == .jobs, path.steps.first == .key("spec"), path.steps.count > 1,
      let all = node(at: ManifestPath(keys: "spec", "environments"))
    else { return [] }
    return tree.entries(all).filter { entry in
      var at = entry.value
      for step in path.steps.dropFirst() {
        guard case .key(let key) = step, tree.kind(at) == .mapping else { return tree.kind(at) != .mapping }
        guard let next = tree.value(at, key: key) else { return false }
        at = next
      }
      return true
    }.map { tree.string($0.key) }
  }
}
