/// A rule over the events of a log: which of them it is about, and what belongs together.
protocol AccessRule: SendableMetatype {
  static var rule: AuditRule { get }

  /// What an event is of; nil for one that the rule is not about.
  static func match(_ event: AccessEvent) -> AccessMatch?

  /// What becomes of all events that belong together; nil where it takes more of them.
  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)?

  /// What mends what stands since then.
  static func remedies(_ group: AccessGroup) -> [Finding.Remedy]
}

extension AccessRule {
  static func remedies(_ group: AccessGroup) -> [Finding.Remedy] { [] }
}

/// How an event counts for a rule.
struct AccessMatch {
  /// What events of one principal have in common to stand together.
  var subject: String
  /// What is counted once, such as the action that was denied.
  var thing: String
  /// Whether the event alone is worse than others.
  var isGrave = false
}

/// Events of one principal and subject, as much of them as a finding tells.
struct AccessGroup {
  let principal: String
  let subject: String
  private(set) var count = 0
  private(set) var things: Set<String> = []
  private(set) var sources: Set<String> = []
  private(set) var isGrave = false
  private(set) var evidence: [String] = []
  let first: AccessEvent
  private(set) var last: AccessEvent

  /// Things and addresses that are counted apart.
  static let countLimit = 1000
  /// Events that are named.
  private static let evidenceLimit = 3

  init(_ match: AccessMatch, _ event: AccessEvent) {
    principal = event.principal
    subject = match.subject
    first = event
    last = event
    add(match, event)
  }

  mutating func add(_ match: AccessMatch, _ event: AccessEvent) {
    count += 1
    if things.count < Self.countLimit { things.insert(match.thing) }
    if let source = event.source, sources.count < Self.countLimit { sources.insert(source) }
    // What is grave is named before all.
    if match.isGrave, !isGrave {
      isGrave = true
      evidence.insert(event.words, at: 0)
      if evidence.count > Self.evidenceLimit { evidence.removeLast() }
    } else if evidence.count < Self.evidenceLimit {
      evidence.append(event.words)
    }
    last = event
  }

  /// `3 times`, with the addresses.
  var times: String {
    (count == 1 ? "once" : "\(count) times") + (sources.isEmpty ? "" : " from \(FewNames.plain(sources.sorted()))")
  }

  /// Up to three things by name.
  var named: String { FewNames.quoted(things.sorted()) }
}
