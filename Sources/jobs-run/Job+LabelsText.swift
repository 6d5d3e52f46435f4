import JobsCore
import JobsManifest

extension Job {
  /// The labels as a JSON object, as runs keep them; nil for none.
  var labelsText: String? {
    guard !labels.isEmpty else { return nil }
    var json = JSONWriter()
    json.beginObject()
    for pair in labels {
      json.key(pair.name)
      json.value(pair.value)
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
