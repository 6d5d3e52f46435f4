import JobsCore
import JobsManifest
import JobsReport

extension CheckSinks {
  /// A report of everything, in one of the formats.
  func bytes(of format: ReportFormat, ok: Bool) -> [UInt8] {
    let sorted = (all + (received?.diagnostics ?? [])).sorted(by: Diagnostic.inSourceOrder)
    switch format {
    case .human:
      let report = HumanReport(terminal: .plain, excerpts: excerpts)
      return Array((sorted.map { report.text(of: $0) }.joined() + report.summary(counts) + remainder).utf8)
    case .ndjson: return lines + end(ok: ok)
    case .json:
      var report = JSONReport()
      report.add(lines: lines + end(ok: ok))
      report.finish()
      return report.take()
    case .sarif:
      return SARIFReport(tool: "jobs-validate", rules: Self.rules, excerpts: excerpts).bytes(sorted, ok: ok)
    case .github: return GitHubReport().bytes(sorted, counts)
    case .junit:
      let threshold: Diagnostic.Severity = failOn == .info ? .info : failOn == .warning ? .warning : .error
      return JUnitReport(tool: "jobs-validate", failingFrom: threshold).bytes(checked, sorted)
    }
  }

  private func end(ok: Bool) -> [UInt8] {
    var json = JSONWriter()
    var end = EndRecord(tool: "jobs-validate", ok: ok, upstream: upstream)
    end.environments = openEnvironments
    end.counts = RecordCounts(of: lines)
    end.write(to: &json)
    json.newline()
    return json.bytes
  }

  private static var rules: [ReportRule] {
    RuleCatalog.all.map { rule in
      let info = rule.info
      return ReportRule(
        code: info.code, name: info.name, summary: info.summary, page: info.page, severity: info.severity,
        tags: [info.group.rawValue])
    }
  }
}
