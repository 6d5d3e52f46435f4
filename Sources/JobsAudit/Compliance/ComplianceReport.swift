package import JobsCore

/// What is known of each control of a framework, and a score that says how much was looked at.
package struct ComplianceReport: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case fails
    /// All that was found is accepted for the time being.
    case accepted
    case holds
    case notAssessed = "not-assessed"
  }

  package struct Line: Sendable {
    package var requirement: Framework.Requirement
    package var status: Status
    /// Fingerprints of what was found against it.
    package var evidence: [String]
    /// Why it is not assessed, or which part of it is not.
    package var remark: String?
  }

  package let framework: Framework
  package let lines: [Line]

  /// - Parameters:
  ///   - counts: of what was read, by kind.
  ///   - services: of the resources whose policies were read, such as `cloudkms.googleapis.com`.
  ///   - standing: what was found.
  ///   - accepted: what was found and is accepted by a suppression.
  ///   - off: codes of rules that were not asked.
  package init(
    _ framework: Framework, counts: RecordCounts, services: Set<String> = [], standing: [Finding],
    accepted: [Finding], off: Set<String> = []
  ) {
    self.framework = framework
    let kinds = Set(counts.entries.filter { $0.count > 0 }.map(\.type))
    lines = framework.requirements.map { requirement in
      let control = Control(framework.name, framework.version, requirement.id)
      // A rule may find more than a control is about.
      func isAbout(_ finding: Finding) -> Bool {
        finding.controls.contains(control) || !finding.rule.controls.contains(control)
      }
      return Self.line(requirement, kinds, services, standing.filter(isAbout), accepted.filter(isAbout), off)
    }
  }

  private static func line(
    _ requirement: Framework.Requirement, _ kinds: Set<String>, _ services: Set<String>, _ standing: [Finding],
    _ accepted: [Finding], _ off: Set<String>
  ) -> Line {
    func unknown(_ why: String) -> Line {
      Line(requirement: requirement, status: .notAssessed, evidence: [], remark: why)
    }
    guard !requirement.rules.isEmpty else { return unknown(requirement.remark ?? "no rule assesses it") }
    let silent = requirement.rules.filter(off.contains)
    guard silent.isEmpty else { return unknown("the policy turns \(silent.joined(separator: ", ")) off") }
    func against(_ findings: [Finding]) -> [String] {
      findings.filter { finding in
        requirement.rules.contains(finding.rule.code) && (requirement.scope.map(finding.resource.contains) ?? true)
      }.map(\.fingerprint).sorted()
    }
    let found = against(standing)
    if !found.isEmpty {
      return Line(requirement: requirement, status: .fails, evidence: found, remark: requirement.remark)
    }
    guard requirement.needs.isEmpty || requirement.needs.contains(where: kinds.contains) else {
      return unknown("the input has no \(requirement.needs.joined(separator: " and no "))")
    }
    if let scope = requirement.scope, !services.contains(where: { $0.contains(scope) }) {
      return unknown("the input has no policy of \(scope)")
    }
    let known = against(accepted)
    return Line(
      requirement: requirement, status: known.isEmpty ? .holds : .accepted, evidence: known, remark: requirement.remark)
  }

  package func count(_ status: Status) -> Int { lines.count { $0.status == status } }

  package var assessed: Int { lines.count - count(.notAssessed) }

  /// In words, with what it is a share of: `7 of 9 assessed controls hold (77 %); 12 of 21 were not assessed`.
  package var score: String {
    let left = "\(count(.notAssessed)) of \(lines.count) were not assessed"
    guard assessed > 0 else { return "no control was assessed: \(left)" }
    let accepted = count(.accepted)
    let also = accepted > 0 ? ", \(accepted) more with accepted findings" : ""
    return
      "\(count(.holds)) of \(assessed) assessed controls hold (\(count(.holds) * 100 / assessed) %)\(also); \(left)"
  }

  /// Writes the `control` record of a line.
  package func write(_ line: Line, to json: inout JSONWriter) {
    json.beginRecord("control")
    json.member("framework", framework.name)
    json.member("version", framework.version)
    json.member("id", line.requirement.id)
    json.member("title", line.requirement.title)
    json.member("status", line.status.rawValue)
    json.member("rules", line.requirement.rules)
    json.member("evidence", line.evidence)
    json.optional("remark", line.remark)
    json.endObject()
  }

  /// Writes the `compliance` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("compliance")
    json.member("framework", framework.name)
    json.member("version", framework.version)
    json.member("note", framework.note)
    json.member("controls", lines.count)
    json.member("assessed", assessed)
    json.member("holds", count(.holds))
    json.member("accepted", count(.accepted))
    json.member("fails", count(.fails))
    json.member("score", score)
    json.endObject()
  }
}
