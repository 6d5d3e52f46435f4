import JobsCommand
import JobsCore
import JobsManifest
import JobsReport

/// Rules as JSON, as `rules` and `explain` give them.
struct RuleRecords {
  private let rules: [RuleInfo]

  init(_ rules: [RuleInfo]) { self.rules = rules }

  /// The bytes in a format; nil for people, who get a table or a page.
  ///
  /// - Throws: a failure of kind `usage` for a format of findings.
  func bytes(_ format: OutputFormat) throws(Failure) -> [UInt8]? {
    switch format {
    case .auto, .human: return nil
    case .ndjson: return lines
    case .json:
      var report = JSONReport()
      report.add(lines: lines)
      report.finish()
      return report.take()
    default: throw RuleForms.refusal(of: format)
    }
  }

  private var lines: [UInt8] { rules.flatMap { Self.record($0) + [10] } }

  private static func record(_ info: RuleInfo) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in [
      ("code", info.code), ("name", info.name), ("group", info.group.rawValue), ("severity", info.severity.rawValue),
      ("fix", info.fix.rawValue), ("summary", info.summary), ("page", info.page),
    ] {
      json.key(key)
      json.value(value)
    }
    json.optional("source", info.source)
    json.endObject()
    return json.bytes
  }
}
