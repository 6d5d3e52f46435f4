package import JobsCore

/// One statement of a policy of AWS.
package struct PolicyStatement: Sendable {
  package enum Effect: String, Sendable { case allow = "Allow", deny = "Deny" }

  /// What an element selects: what is written, or all but that, as `NotAction` does.
  package struct Selection<Item: Sendable>: Sendable {
    package var items: [Item]
    package var isInverted: Bool

    package init(_ items: [Item], isInverted: Bool = false) {
      self.items = items
      self.isInverted = isInverted
    }
  }

  package var effect: Effect
  package var sid: String?
  /// 0-based, in its policy.
  package var index: Int
  /// In small letters, since actions compare without case.
  package var actions: Selection<Glob>
  /// The actions as they are written, in the same order.
  package var actionTexts: [String]
  /// nil in a trust policy, which stands on its resource.
  package var resources: Selection<PolicyText>?
  /// nil in a policy of an identity.
  package var principals: Selection<PolicyPrincipal>?
  package var conditions: [Condition]
  package var location: Location
  /// As it is written, as JSON without blanks: commands that change it hold it against what then stands. Empty for what nobody
  /// wrote.
  package var text = ""

  /// What messages call it: its `Sid`, or its number.
  package var name: String { sid.map { "'\($0)'" } ?? "statement \(index + 1)" }

  /// Whether it speaks of an action, which is in small letters; of a set of them, whether of all.
  package func selects(action: Glob) -> Bool {
    actions.isInverted
      ? !actions.items.contains { $0.meets(action) } : actions.items.contains { $0.covers(action) }
  }

  /// Whether all its conditions hold.
  package func applies(in context: RequestContext) -> Truth {
    // Without an allocation for the many that have none.
    conditions.isEmpty ? .yes : conditions.lazy.map { $0.holds(in: context) }.all
  }
}

/// A policy of AWS: statements, and where they stand.
package struct PolicyDocument: Sendable {
  /// `2012-10-17`, or `2008-10-17` where none is written.
  package var version: String
  package var id: String?
  package var statements: [PolicyStatement]
  /// Nobody here knows what it says, so that it may deny anything, and leave anything where it limits. What it may allow is
  /// counted on by nobody.
  package private(set) var isUnread = false

  /// One that cannot be read.
  package static let unread: PolicyDocument = {
    var document = PolicyDocument(statements: [])
    document.isUnread = true
    return document
  }()

  package init(version: String = "2012-10-17", id: String? = nil, statements: [PolicyStatement]) {
    self.version = version
    self.id = id
    self.statements = statements
  }
}
