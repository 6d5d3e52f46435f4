import JobsCore

/// JSON Schemas (draft 2020-12) of the formats for editors, made from the same shapes that the checks use.
package enum JSONSchema {
  /// The schema of a format, indented by two; nil for a crontab, which is no YAML.
  package static func text(_ format: Format) -> [UInt8]? {
    guard let shape = format.shape else { return nil }
    var json = JSONWriter()
    json.beginObject()
    json.key("$schema")
    json.value("https://json-schema.org/draft/2020-12/schema")
    json.member("title", format.title)
    write(shape, doc: nil, to: &json)
    json.endObject()
    return JSONIndent.indented(json.bytes) + [10]
  }

  /// Writes the keywords of a shape into the object that is open.
  private static func write(_ shape: Shape, doc: String?, to json: inout JSONWriter) {
    json.optional("description", doc)
    switch shape {
    case .any: break
    case .keys(let keys):
      json.type("object")
      json.key("properties")
      json.beginObject()
      for field in keys.all {
        json.key(field.name)
        json.beginObject()
        if field.isNullable { writeNullable(field, to: &json) } else { write(field.shape, doc: field.doc, to: &json) }
        if field.deprecated != nil {
          json.member("deprecated", true)
        }
        json.endObject()
      }
      json.endObject()
      let required = keys.all.filter(\.isRequired)
      if !required.isEmpty {
        json.key("required")
        json.beginArray()
        for field in required { json.value(field.text) }
        json.endArray()
      }
      json.member("additionalProperties", false)
    case .dictionary(let value):
      json.type("object")
      json.key("additionalProperties")
      json.object { write(value, doc: nil, to: &$0) }
    case .list(let element):
      json.type("array")
      json.key("items")
      json.object { write(element, doc: nil, to: &$0) }
    case .either(let shapes):
      json.key("anyOf")
      json.beginArray()
      for one in shapes { json.object { write(one, doc: nil, to: &$0) } }
      json.endArray()
    case .scalar(let scalar): write(scalar, to: &json)
    }
  }

  private static func writeNullable(_ field: Shape.Field, to json: inout JSONWriter) {
    json.member("description", field.doc)
    json.key("anyOf")
    json.beginArray()
    json.object { write(field.shape, doc: nil, to: &$0) }
    json.object { $0.type("null") }
    json.endArray()
  }

  private static func write(_ scalar: Shape.Scalar, to json: inout JSONWriter) {
    switch scalar {
    case .string: json.type("string")
    case .text: json.types("string", "number")
    case .bool: json.types("boolean", reference: true)
    case .int(let range, _):
      // A reference to a variable may stand for any scalar.
      json.types("integer", reference: true)
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
    case .word(let words):
      json.key("anyOf")
      json.beginArray()
      json.object {
        $0.key("enum")
        $0.beginArray()
        for word in words { $0.value(word) }
        $0.endArray()
      }
      json.object {
        $0.type("string")
        $0.member("pattern", "\\$\\{")
      }
      json.endArray()
    case .duration, .bytes, .cpu: json.types("string", "number")
    }
  }
}

extension JSONWriter {
  fileprivate mutating func type(_ name: StaticString) {
    member("type", "\(name)")
  }

  fileprivate mutating func types(_ names: String..., reference: Bool = false) {
    key("type")
    beginArray()
    for name in names + (reference ? ["string"] : []) { value(name) }
    endArray()
  }
}
