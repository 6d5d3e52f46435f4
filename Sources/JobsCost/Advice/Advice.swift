package import JobsCore
import JobsManifest

/// A change that makes a job cheaper, and that nothing stands against.
package struct Advice: Sendable {
  /// A change of a file: whole lines.
  package struct Edit: Sendable, Equatable {
    package var file: String
    /// 1-based; the text stands in place of the lines from `line` up to, not including, `endLine`.
    package var line: Int
    package var endLine: Int
    package var text: String

    /// What makes one text of another; nil where they are the same.
    package init?(file: String, from old: [UInt8], to new: [UInt8]) {
      guard old != new else { return nil }
      let (before, after) = (Self.lines(old), Self.lines(new))
      var start = 0
      while start < before.count, start < after.count, before[start] == after[start] { start += 1 }
      var end = 0
      while end < before.count - start, end < after.count - start,
        before[before.count - 1 - end] == after[after.count - 1 - end]
      { end += 1 }
      self.file = file
      line = start + 1
      endLine = before.count - end + 1
      text = String(decoding: after[start..<after.count - end].joined(), as: UTF8.self)
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
      var lines: [ArraySlice<UInt8>] = []
      var from = 0
      while from < bytes.count {
        let end = bytes[from...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
        lines.append(bytes[from..<end])
        from = end
      }
      return lines
    }
  }

  package var job: String
  package var region: String?
  package var code: String
  package var message: String
  /// A month, in the currency of prices.
  package var saving: Decimal
  package var edits: [Edit]
  /// The same for `patch -p1`; empty where there are none.
  package var patch: String

  package init(
    job: String, region: String?, code: String, message: String, saving: Decimal, edits: [Edit], patch: String
  ) {
    self.job = job
    self.region = region
    self.code = code
    self.message = message
    self.saving = saving
    self.edits = edits
    self.patch = patch
  }

  /// Writes the advice record of jobs-records(7), without a line break.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("advice")
    json.member("job", job)
    json.optional("region", region)
    json.member("code", code)
    json.member("message", message)
    json.member("saving", saving.description)
    json.member("currency", PriceBook.currency)
    json.key("edits")
    json.beginArray()
    for edit in edits {
      json.beginObject()
      json.member("file", edit.file)
      json.member("line", edit.line)
      json.member("endLine", edit.endLine)
      json.member("text", edit.text)
      json.endObject()
    }
    json.endArray()
    if !patch.isEmpty { json.member("patch", patch) }
    json.endObject()
  }
}
