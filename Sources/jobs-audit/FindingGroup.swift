import JobsAudit
import JobsCore
import JobsReport

/// Findings of one rule on one resource as one result: code scanning shows the first 5,000 of a run, and nobody reads as many
/// lines about one binding.
struct FindingGroup {
  /// Locations of a result that GitHub reads.
  private static let locationLimit = 1_000
  /// Steps of all flows of a result that GitHub takes.
  private static let stepLimit = 10_000

  /// The worst first.
  let findings: [Finding]
  /// Whether it is one finding that is accepted, beside those of its rule and resource that stand.
  var isAccepted = false

  /// What the findings of a group have in common.
  static func key(_ code: String, _ resource: String) -> String { "\(code) \(resource)" }

  /// A log of findings, those that were accepted included, with their suppressions.
  static func sarif(
    _ report: SARIFReport, _ findings: [Finding], accepted: [(finding: Finding, suppression: Suppression)]
  ) -> [UInt8] {
    let groups = all(of: findings) + accepted.map { FindingGroup(findings: [$0.finding], isAccepted: true) }
    let diagnostics = groups.map(\.diagnostic)
    // One resource may have findings of a rule that stand and others that are accepted.
    func key(_ diagnostic: Diagnostic) -> String {
      "\(FindingGroup.key(diagnostic.code, diagnostic.path)) \(diagnostic.valueHash)"
    }
    let flows = Dictionary(
      zip(diagnostics.map(key), groups.map(\.flows)), uniquingKeysWith: { first, _ in first })
    let words = Dictionary(
      zip(diagnostics.suffix(accepted.count).map(key), accepted.map(\.suppression.words)),
      uniquingKeysWith: { first, _ in first })
    return report.bytes(diagnostics, justification: { words[key($0)] }) { flows[key($0)] ?? [] }
  }

  /// In the order in which each was first met.
  static func all(of findings: [Finding]) -> [FindingGroup] {
    var places: [String: Int] = [:]
    var groups: [[Finding]] = []
    for finding in findings {
      let key = key(finding.rule.code, finding.resource)
      if let place = places[key] {
        groups[place].append(finding)
      } else {
        places[key] = groups.count
        groups.append([finding])
      }
    }
    return groups.map { FindingGroup(findings: $0.sorted(by: Finding.inOrder)) }
  }

  /// The first finding, with the places of the others. What stands of a rule and a resource is one result, whoever is first in
  /// it, and is known again as that.
  var diagnostic: Diagnostic {
    var diagnostic = findings[0].diagnostic
    if !isAccepted { diagnostic.valueHash = 0 }
    if findings.count > 1 {
      diagnostic.message += ", and \(findings.count - 1) more on the same"
      diagnostic.related = findings.dropFirst().prefix(Self.locationLimit).map {
        Diagnostic.Related(message: $0.message, location: $0.location)
      }
    }
    return diagnostic
  }

  /// A flow for each path, as many as are taken.
  var flows: [ReportFlow] {
    var steps = 0
    return findings.prefix(Self.locationLimit).filter { finding in
      steps += finding.path.isEmpty ? 0 : finding.path.count + 1
      return !finding.path.isEmpty && steps <= Self.stepLimit
    }.map { finding in
      let first = ReportFlow.Step(
        "begins with '\(finding.path[0].from)'", about: finding.path[0].from, at: finding.location)
      return ReportFlow(
        [first]
          + finding.path.map { hop in
            let grants = hop.grants.isEmpty ? "" : ", \(hop.grants)"
            return ReportFlow.Step("reaches '\(hop.to)' by \(hop.by)\(grants)", about: hop.to, at: finding.location)
          })
    }
  }
}
