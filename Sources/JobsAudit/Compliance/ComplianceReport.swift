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
    /// What was found against it, in order.
    package var evidence: [Finding]
    /// Why it is not assessed, or which part of it is not.
    package var remark: String?
  }

  package let framework: Framework
  package let lines: [Line]

  /// - Parameters:
  ///   - counts: of what was read, by kind.
  ///   - facts: what more is known of that, as `needs` names it: `google-policy:cloudkms.googleapis.com` for a policy of a
  ///     resource of that service, `aws-credentials:root`, and `organisation-domains` where policies of projects were held
  ///     against the organisation's domains.
  ///   - failedInputs: how many inputs could not be used. What they hold may be against a control, so that none holds.
  ///   - standing: what was found.
  ///   - accepted: what was found and is accepted by a suppression.
  ///   - off: codes of rules that were not asked.
  package init(
    _ framework: Framework, counts: RecordCounts, facts: Set<String> = [], failedInputs: Int = 0, standing: [Finding],
    accepted: [Finding], off: Set<String> = []
  ) {
    self.framework = framework
    let judged = Judged(
      facts: facts.union(counts.entries.filter { $0.count > 0 }.map(\.type)), failedInputs: failedInputs,
      standing: standing.sorted(by: Finding.inOrder), accepted: accepted.sorted(by: Finding.inOrder), off: off)
    lines = framework.requirements.map { Self.line($0, judged) }
  }

  /// What a line is told from.
  private struct Judged {
    var facts: Set<String>
    var failedInputs: Int
    var standing: [Finding]
    var accepted: [Finding]
    var off: Set<String>

    func has(scope: String) -> Bool { facts.contains { $0.hasPrefix("google-policy:") && $0.contains(scope) } }
  }

  private static func line(_ requirement: Framework.Requirement, _ judged: Judged) -> Line {
    func unknown(_ why: String) -> Line {
      Line(requirement: requirement, status: .notAssessed, evidence: [], remark: why)
    }
    guard !requirement.rules.isEmpty else { return unknown(requirement.remark ?? "no rule assesses it") }
    let silent = requirement.rules.filter(judged.off.contains)
    guard silent.isEmpty else { return unknown("the policy turns \(silent.joined(separator: ", ")) off") }
    func against(_ findings: [Finding]) -> [Finding] {
      findings.filter { finding in
        requirement.rules.contains(finding.rule.code) && (requirement.scope.map(finding.resource.contains) ?? true)
      }
    }
    let found = against(judged.standing)
    if !found.isEmpty {
      return Line(requirement: requirement, status: .fails, evidence: found, remark: requirement.remark)
    }
    guard requirement.needs.contains(where: judged.facts.contains) else {
      return unknown("the input has no \(requirement.needs.map(words).joined(separator: " and no "))")
    }
    if let scope = requirement.scope, !judged.has(scope: scope) {
      return unknown("the input has no policy of \(scope)")
    }
    guard judged.failedInputs == 0 else {
      return unknown("\(judged.failedInputs) \(judged.failedInputs == 1 ? "input" : "inputs") could not be used")
    }
    let known = against(judged.accepted)
    return Line(
      requirement: requirement, status: known.isEmpty ? .holds : .accepted, evidence: known, remark: requirement.remark)
  }

  /// `google-policy of cloudkms.googleapis.com`.
  private static func words(_ need: String) -> String {
    if need == "organisation-domains" {
      return
        "google-policy of cloudresourcemanager.googleapis.com with the organisation's domains: name them by --domain"
    }
    return need.split(separator: ":", maxSplits: 1).joined(separator: " of ")
  }

  /// All evidence, each finding once, in order.
  package var evidence: [Finding] {
    var known: Set<String> = []
    return lines.flatMap(\.evidence).sorted(by: Finding.inOrder).filter { known.insert($0.fingerprint).inserted }
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
    json.member("evidence", line.evidence.map(\.fingerprint).sorted())
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
