package import JobsCore

/// Something that ought not to be, or may not. Data, never thrown.
package struct Finding: Sendable {
  package enum Verdict: String, Sendable {
    /// Everything that it says stands in the input.
    case proven
    /// It holds if what is missing is as it fears.
    case possible
  }

  /// One step of a path: somebody, what they can do, and whom they become or reach by it.
  package struct Hop: Hashable, Sendable {
    package var from: String
    package var to: String
    /// The permission, or the way.
    package var by: String
    /// Where it is granted.
    package var policy: String
    /// The role or statement that grants it.
    package var statement: String
    /// What else grants it, where it takes several.
    package var also: [StatementReference]

    package init(
      from: String, to: String, by: String, policy: String, statement: String, also: [StatementReference] = []
    ) {
      self.from = from
      self.to = to
      self.by = by
      self.policy = policy
      self.statement = statement
      self.also = also
    }

    /// Who becomes whom by what.
    package var words: String { "\(from) -> \(to) by \(by)" }

    /// The statements in words; empty where nothing in the input grants it, as of a membership.
    package var grants: String {
      guard !policy.isEmpty else { return "" }
      let all = [StatementReference(policy: policy, statement: statement)] + also
      return all.map { "\($0.statement) of \($0.policy)" }.joined(separator: "; ")
    }
  }

  /// What mends it, and what takes that back.
  package struct Remedy: Hashable, Sendable {
    package var run: String
    package var undo: String

    package init(do run: String, undo: String) {
      self.run = run
      self.undo = undo
    }
  }

  package var rule: AuditRule
  package var severity: FindingSeverity
  package var verdict: Verdict
  package var message: String
  package var principal: String?
  package var resource: String
  /// The id of the job it is about.
  package var job: String?
  package var path: [Hop] = []
  /// What is not known, where it is only possible.
  package var missing: [String] = []
  /// What happened that shows it, event by event.
  package var evidence: [String] = []
  /// What to take away so that the path is gone.
  package var cut: [String] = []
  package var hint: String?
  package var remedies: [Remedy] = []
  package var location: Location
  /// The controls that it is against: of its rule's those that are about such a thing.
  package var controls: [Control]
  /// What makes it another finding than others of its rule and resource, beside the principal.
  package var detail: String

  package init(
    _ rule: AuditRule, _ message: String, resource: String, principal: String? = nil, verdict: Verdict = .proven,
    severity: FindingSeverity? = nil, hint: String? = nil, detail: String = "", at location: Location
  ) {
    self.rule = rule
    controls = rule.controls
    self.severity = severity ?? rule.severity
    self.verdict = verdict
    self.message = message
    self.principal = principal
    self.resource = resource
    self.hint = hint
    self.detail = detail
    self.location = location
  }

  /// Knows the finding again in another run: over all that it is about, and nothing of where it was read.
  package var fingerprint: String {
    let parts = [rule.code, principal ?? "", resource, job ?? "", detail] + path.map { "\($0.from)\u{1}\($0.by)" }
    let hash = parts.joined(separator: "\u{0}").utf8.fnv1a64
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  /// Why it has no command; nil where it has one, or none for another reason, such as that nobody knows what it stands in.
  package var noCommand: String? { remedies.isEmpty ? rule.mending.reason : nil }

  /// What files are called that its remedies write.
  var file: String { "\(rule.code)-\(fingerprint)" }

  /// The worst first, then by what it is about.
  package static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
    if a.severity != b.severity { return a.severity > b.severity }
    if a.rule.code != b.rule.code { return a.rule.code < b.rule.code }
    return (a.resource, a.principal ?? "", a.detail) < (b.resource, b.principal ?? "", b.detail)
  }
}
