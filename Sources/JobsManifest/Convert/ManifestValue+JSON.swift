import JobsCore

extension ManifestValue {
  /// Indented JSON with a line break at its end.
  var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return JSONIndent.indented(writer.bytes) + [10]
  }

  private func write(to json: inout JSONWriter) {
    switch self {
    case .text(let text): json.value(text)
    case .int(let number): json.value(number)
    case .bool(let flag): json.value(flag)
    case .null: json.null()
    case .number(let text): json.raw(text.utf8)
    case .list(let values):
      json.beginArray()
      for value in values { value.write(to: &json) }
      json.endArray()
    case .mapping(let entries):
      json.beginObject()
      for entry in entries {
        json.key(entry.key)
        entry.value.write(to: &json)
      }
      json.endObject()
    }
  }
}
