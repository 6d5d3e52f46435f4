import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

/// Where findings go: into the stream as they are met, or kept for a report that needs them all.
final class FindingSink {
  let sink: RecordSink
  private let options: OutputOptions
  private let environment: [String: String]
  private let baseline: Baseline?
  private var knownCount = 0
  private var kept: [Finding] = []
  private(set) var counts: [FindingSeverity: Int] = [:]
  private(set) var worst: FindingSeverity?

  init(_ options: OutputOptions, baseline: String?, _ environment: [String: String]) throws(Failure) {
    self.baseline = try baseline.map { name throws(Failure) in try Baseline(file: name) }
    self.options = options
    self.environment = environment
    sink = try RecordSink(
      tool: "jobs-audit", options, environment, hasRows: true, reports: [.markdown, .html, .sarif, .ocsf])
  }

  func add(_ finding: Finding) {
    if baseline?.holds(finding) == true {
      knownCount += 1
      return
    }
    counts[finding.severity, default: 0] += 1
    worst = max(worst ?? .info, finding.severity)
    switch sink.format {
    case .ndjson, .json: sink.emit("finding") { finding.write(to: &$0) }
    default: kept.append(finding)
    }
  }

  /// Shows what was kept, and what was not judged.
  func show(_ coverage: Coverage) {
    kept.sort(by: Finding.inOrder)
    var coverage = coverage
    if knownCount > 0 {
      coverage.notEvaluated.append("\(knownCount) \(knownCount == 1 ? "finding" : "findings") of the baseline")
    }
    sink.emit("coverage") { coverage.write(to: &$0) }
    switch sink.format {
    case .human:
      let terminal = options.terminal(STDOUT_FILENO, environment)
      sink.output.write(FindingReport(findings: kept, coverage: coverage).text(terminal))
    case .markdown: sink.output.write(FindingReport(findings: kept, coverage: coverage).markdown)
    case .csv: sink.output.write(FindingReport(findings: kept, coverage: coverage).csv)
    case .html: sink.output.write(FindingReport(findings: kept, coverage: coverage).html)
    case .ocsf: sink.output.write(FindingReport(findings: kept, coverage: coverage).ocsf(at: Instant.now()))
    case .sarif:
      let report = SARIFReport(tool: "jobs-audit", rules: RuleCatalog.all.map(\.reportRule), excerpts: .none)
      let groups = FindingGroup.all(of: kept)
      var flows: [String: [ReportFlow]] = [:]
      for group in groups { flows[group.key] = group.flows }
      sink.output.write(report.bytes(groups.map(\.diagnostic)) { flows[FindingGroup.key($0.code, $0.path)] ?? [] })
    default: break
    }
    guard !sink.isHuman else { return }
    if !options.quiet {
      Entry.say("jobs-audit", countWords, level: worst == nil ? "note" : "warning")
      for words in coverage.notEvaluated { Entry.say("jobs-audit", "not judged: \(words)", level: "note") }
    }
  }

  /// `2 high, 1 low`.
  private var countWords: String {
    let parts = FindingSeverity.allCases.reversed().compactMap { severity in
      counts[severity].map { "\($0) \(severity.rawValue)" }
    }
    return parts.isEmpty ? "no findings in what was judged" : "findings: \(parts.joined(separator: ", "))"
  }
}
