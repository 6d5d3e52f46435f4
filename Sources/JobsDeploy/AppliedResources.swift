package import JobsCore

/// What was applied last, by the ids of the resources: the note from which drift is told field by field.
///
/// It is a help and no authority: a provider's mark on the resource itself says whether the note still holds.
package struct AppliedResources: Sendable, Equatable {
  package private(set) var fields: [String: [Resource.Field]] = [:]

  package init() {}

  package subscript(id: String) -> [Resource.Field]? {
    get { fields[id] }
    set { fields[id] = newValue }
  }

  /// Larger notes are refused, in bytes.
  package static let limit = 256 << 20

  // MARK: The file

  /// NDJSON, one `applied` object a resource, in byte order of the ids.
  package var bytes: [UInt8] {
    var json = JSONWriter()
    for (id, fields) in fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      json.beginRecord("applied")
      json.member("id", id)
      json.key("fields")
      fields.write(to: &json)
      json.endObject()
      json.newline()
    }
    return json.bytes
  }

  /// - Parameter name: what messages call the file.
  /// - Throws: a usage failure for anything that `bytes` does not write.
  package init(_ bytes: [UInt8], name: String) throws(Failure) {
    var reader = RecordReader(bytes: bytes, name: name)
    var record = Record()
    while try reader.next(into: &record) {
      guard record.type == "applied", let id = record.string("id"), self.fields[id] == nil,
        let fields = [Resource.Field](record.tree, record.tree.value(Tree.root, "fields"))
      else {
        throw .usage(
          "\(name) is no note of what was applied: line \(reader.line)",
          hint: "move it aside: the next 'apply' writes it anew")
      }
      self.fields[id] = fields
    }
  }
}
