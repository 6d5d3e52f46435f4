extension Diagnostic {
  /// Writes the `diagnostic` record.
  ///
  /// Byte offsets and the value's hash are not part of it. An edit or a related place names its file; an edit only where
  /// that is another one than the diagnostic's.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("diagnostic")
    json.member("code", code)
    json.member("severity", severity.rawValue)
    json.member("message", message)
    json.member("file", location.file)
    location.writePlace(to: &json)
    json.member("path", path)
    json.optional("job", job)
    json.member("envs", environments)
    json.optional("hint", hint)
    fix?.write(to: &json, file: location.file)
    json.key("related")
    json.beginArray()
    for place in related { place.write(to: &json) }
    json.endArray()
    json.optional("source", source)
    json.endObject()
  }

  /// Reads a `diagnostic` record; nil if it lacks a code, severity, message, file, line or column of the right type.
  ///
  /// What else is missing has its default: the end is the start, and there are no environments, fixes or related places.
  /// The byte ranges of edits come back empty.
  package init?(_ tree: Tree, _ record: Tree.ID = Tree.root) {
    guard !tree.isEmpty, let code = tree.text(record, "code"),
      let severity = tree.text(record, "severity").flatMap(Severity.init), let message = tree.text(record, "message"),
      let file = tree.text(record, "file"), let location = Location(tree, record, file: file)
    else { return nil }
    self.init(
      code: code, severity: severity, message: message, location: location, path: tree.text(record, "path") ?? "",
      job: tree.text(record, "job"), hint: tree.text(record, "hint"), source: tree.text(record, "source"))
    if let list = tree.value(record, "envs") {
      environments = tree.children(list).filter { tree.kind($0) == .string }.map(tree.string)
    }
    if let id = tree.value(record, "fix") { fix = Fix(tree, id, file: file) }
    if let list = tree.value(record, "related") { related = tree.children(list).compactMap { Related(tree, $0) } }
  }
}

extension Diagnostic.Fix {
  fileprivate func write(to json: inout JSONWriter, file: String) {
    json.key("fix")
    json.beginObject()
    json.member("safe", safe)
    json.key("edits")
    json.beginArray()
    for edit in edits {
      json.beginObject()
      if edit.location.file != file { json.optional("file", edit.location.file) }
      edit.location.writePlace(to: &json)
      json.member("text", edit.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  /// Nil if any edit is not whole: half of a patch is none.
  fileprivate init?(_ tree: Tree, _ id: Tree.ID, file: String) {
    guard let list = tree.value(id, "edits"), let safe = tree.value(id, "safe").flatMap(tree.bool) else { return nil }
    var edits: [Diagnostic.Edit] = []
    for edit in tree.children(list) {
      guard let text = tree.text(edit, "text"),
        let location = Location(tree, edit, file: tree.text(edit, "file") ?? file)
      else { return nil }
      edits.append(Diagnostic.Edit(location: location, bytes: 0..<0, text: text))
    }
    self.init(safe: safe, edits: edits)
  }
}

extension Diagnostic.Related {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("message", message)
    json.member("file", location.file)
    location.writePlace(to: &json)
    json.endObject()
  }

  fileprivate init?(_ tree: Tree, _ id: Tree.ID) {
    guard let message = tree.text(id, "message"), let file = tree.text(id, "file"),
      let location = Location(tree, id, file: file)
    else { return nil }
    self.init(message: message, location: location)
  }
}

extension Location {
  fileprivate func writePlace(to json: inout JSONWriter) {
    json.member("line", line)
    json.member("column", column)
    json.member("endLine", endLine)
    json.member("endColumn", endColumn)
  }

  fileprivate init?(_ tree: Tree, _ id: Tree.ID, file: String) {
    guard let line = tree.value(id, "line").flatMap(tree.int), let column = tree.value(id, "column").flatMap(tree.int)
    else { return nil }
    self.init(
      file: file, line: line, column: column, endLine: tree.value(id, "endLine").flatMap(tree.int) ?? line,
      endColumn: tree.value(id, "endColumn").flatMap(tree.int) ?? column)
  }
}

extension Tree {
  /// The text of a key's value, if that is a string.
  fileprivate func text(_ id: ID, _ key: StaticString) -> String? {
    guard let found = value(id, key), kind(found) == .string else { return nil }
    return string(found)
  }
}
