/// The last record of a stream: who wrote it, whether all is well, and what came from above.
package struct EndRecord {
  package var tool: String
  /// Whether everything upstream was ok, no input failed, no error stands and the tool's own gate held.
  package var ok: Bool
  /// Environments of a project of which none was chosen where its jobs were read: whoever acts asks for one.
  package var environments: [String] = []
  /// Changes of manifests that were met where only the world was looked at.
  package var pending: Int?
  /// SHA-256 of all before, where the stream is a file that has to be whole.
  package var digest: String?
  /// Records that the tool wrote.
  package var counts = RecordCounts()
  /// The `end` records that the tool consumed, byte for byte.
  package var upstream: [[UInt8]]

  package init(tool: String, ok: Bool, upstream: [[UInt8]] = []) {
    self.tool = tool
    self.ok = ok
    self.upstream = upstream
  }

  package func write(to json: inout JSONWriter) {
    json.beginRecord("end")
    json.member("tool", tool)
    json.member("version", version)
    json.member("ok", ok)
    if !environments.isEmpty {
      json.member("environments", environments)
    }
    json.optional("pending", pending)
    json.optional("digest", digest)
    json.key("counts")
    json.beginObject()
    for entry in counts.entries {
      json.key(entry.type)
      json.value(entry.count)
    }
    json.endObject()
    json.key("upstream")
    json.beginArray()
    for seal in upstream { json.raw(seal) }
    json.endArray()
    json.endObject()
  }
}
