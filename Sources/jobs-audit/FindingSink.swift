import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

/// Where findings go: into the stream as they are met, or kept for a report that needs them all.
final class FindingSink {
  let sink: RecordSink
  /// What findings are shown on.
  private let terminal: Terminal
  private let isQuiet: Bool
  private let baseline: Baseline?
  private let gate: PolicyGate?
  private var knownCount = 0
  private var accepted: [(finding: Finding, suppression: Suppression)] = []
  private var kept: [Finding] = []
  private var counts = SeverityCounts()
  /// What jobs need, which reports tell before the findings.
  private var needs: [JudgedNeed] = []
  /// What is granted that was not, which reports tell behind the findings.
  private var grants: [GrantLine] = []

  /// - Parameter gate: what an organisation's policy makes of findings; nil where there is none.
  init(
    _ options: OutputOptions<some OutputForms>, baseline: String?, gate: PolicyGate? = nil,
    _ environment: [String: String]
  ) throws(Failure) {
    self.gate = gate
    self.baseline = try baseline.map { name throws(Failure) in try Baseline(file: name) }
    terminal = options.terminal(STDOUT_FILENO, environment)
    isQuiet = options.quiet
    sink = try RecordSink(tool: "jobs-audit", options, environment)
  }

  func add(_ need: JudgedNeed) {
    sink.emit("access-need") { need.write(to: &$0) }
    needs.append(need)
  }

  func add(_ grant: GrantLine) {
    sink.emit("new-grant") { grant.write(to: &$0) }
    grants.append(grant)
  }

  func add(_ finding: Finding) {
    guard let gate else { return stand(finding) }
    switch gate.judge(finding) {
    case .off: break
    case .stands(let finding): stand(finding)
    case .accepted(let finding, let suppression):
      accepted.append((finding, suppression))
      sink.emit("suppressed-finding") { finding.write(to: &$0, suppression: suppression) }
    }
  }

  private func stand(_ finding: Finding) {
    if baseline?.holds(finding) == true {
      knownCount += 1
      return
    }
    counts.add(finding.severity)
    switch sink.format {
    case .ndjson, .json: sink.emit("finding") { finding.write(to: &$0) }
    default: kept.append(finding)
    }
  }

  /// Shows what was kept, and what was not judged.
  ///
  /// - Parameter pathsFirst: whether findings with a path stand before all others, how bad those may be.
  func show(_ coverage: Coverage, pathsFirst: Bool = false) {
    for finding in gate?.expired ?? [] { add(finding) }
    kept.sort(by: Finding.inOrder)
    if pathsFirst { kept = kept.filter { !$0.path.isEmpty } + kept.filter(\.path.isEmpty) }
    var coverage = coverage
    if let off = gate?.policy.off, !off.isEmpty {
      coverage.notEvaluated.append("rules that the policy turns off: \(off.joined(separator: ", "))")
    }
    coverage.notEvaluated += acceptedWords
    if knownCount > 0 {
      coverage.notEvaluated.append("\(quantity(knownCount, "finding")) of the baseline")
    }
    sink.emit("coverage") { coverage.write(to: &$0) }
    let report = FindingReport(findings: kept, coverage: coverage, accepted: accepted, needs: needs, grants: grants)
    switch sink.format {
    case .human: sink.output.write(report.text(terminal))
    case .markdown: sink.output.write(report.markdown)
    case .csv: sink.output.write(report.csv)
    case .html: sink.output.write(report.html)
    case .ocsf: sink.output.write(report.ocsf(at: Instant.now()))
    case .sarif:
      let report = SARIFReport(tool: "jobs-audit", rules: RuleCatalog.all.map(\.reportRule), excerpts: .none)
      sink.output.write(FindingGroup.sarif(report, kept, accepted: accepted))
    default: break
    }
    guard !sink.isHuman else { return }
    if !isQuiet {
      let words = counts.worst == nil ? "no findings in what was judged" : "findings: \(counts.words)"
      Entry.say("jobs-audit", words, level: counts.worst == nil ? "note" : "warning")
      for words in coverage.notEvaluated { Entry.say("jobs-audit", "not judged: \(words)", level: "note") }
    }
  }

  /// Seals the stream.
  ///
  /// - Parameters:
  ///   - isPartial: whether something could not be judged.
  ///   - isInputOK: whether the manifests that were read are without fault.
  ///   - upstream: the ends of the streams that were read.
  /// - Returns: whether a finding is as bad as was asked for, before whether all was judged.
  func end(
    _ options: FindingOptions, isPartial: Bool, isInputOK: Bool = true, upstream: [[UInt8]] = []
  ) throws(Failure) -> ExitStatus {
    let isReached = options.failOn.isReached(by: counts.worst)
    try sink.finish(ok: isInputOK && !isReached && !isPartial, upstream: upstream)
    return isReached ? .findings : isPartial ? .partial : .done
  }

  /// What suppressions accepted, each with its reason.
  private var acceptedWords: [String] {
    let all = Dictionary(grouping: accepted) { $0.suppression.location }
    return all.values.sorted { $0[0].suppression.location.line < $1[0].suppression.location.line }.map { found in
      let suppression = found[0].suppression
      return "\(quantity(found.count, "finding")) of \(suppression.rule), accepted \(suppression.words)"
    }
  }
}
