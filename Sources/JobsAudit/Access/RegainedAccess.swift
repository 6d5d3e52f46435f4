import JobsCore

/// LG111. It takes what was denied and what was done later, and so keeps a book of its own.
struct RegainedAccess {
  static let rule = AuditRule(
    "LG111", "regained-access", .medium, "Somebody did what they had been denied, after their rights were changed.",
    page: """
      That is how a mistake looks that was mended, and how somebody looks who found a way. Look at who changed the rights, and
      whether that was asked for.
      """,
    source: "MITRE ATT&CK, T1098 Account Manipulation (2026-11-22)",
    mending: .log)

  /// Denials that are remembered.
  private static let limit = 100_000

  private var denied: [String: AccessEvent] = [:]
  /// The latest change of rights there was.
  private var change: AccessEvent?
  private(set) var findings: [Finding] = []

  mutating func add(_ event: AccessEvent) {
    guard !event.isOfService else { return }
    if RightsChanged.match(event) != nil { change = event }
    let key = "\(event.principal)\u{0}\(event.action)\u{0}\(event.resource)"
    if event.outcome == .denied {
      if denied.count < Self.limit { denied[key] = event }
    } else if event.outcome == .done, let before = denied[key], before.time < event.time {
      denied[key] = nil
      guard let change, change.time >= before.time, change.time <= event.time else { return }
      var finding = Finding(
        Self.rule,
        "'\(event.principal)' did '\(event.action)', which was denied before '\(change.principal)' changed rights",
        resource: event.resource.isEmpty ? event.principal : event.resource, principal: event.principal,
        hint: "see whether the change was asked for", detail: event.action, at: event.location)
      finding.evidence = [before.words, change.words, event.words]
      findings.append(finding)
    }
  }
}
