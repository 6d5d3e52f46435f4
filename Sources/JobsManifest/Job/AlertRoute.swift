import JobsCore

/// A way by which people are told: a route of the project file.
package struct AlertRoute: Sendable, Hashable {
  package var name: String
  package var emails: [String] = []
  /// The incoming webhook, as `secret:NAME`.
  package var slack: String?
  /// The integration key, as `secret:NAME`.
  package var pagerduty: String?
  package var webhook: String?
  /// What goes this way; empty for all.
  package var severities: [String] = []

  package init(name: String) { self.name = name }

  /// Reads it from a project file or a record. A key that stands in clear is no key: it goes nowhere.
  init(_ name: String, _ tree: Tree, _ node: Tree.ID) {
    self.name = name
    guard tree.kind(node) == .mapping else { return }
    if let email = tree.value(node, "email") {
      emails = tree.kind(email) == .sequence ? tree.texts(email) : tree.text(email).map { [$0] } ?? []
    }
    slack = Self.reference(tree.text(node, "slack"))
    pagerduty = Self.reference(tree.text(node, "pagerduty"))
    webhook = tree.text(node, "webhook").flatMap { SecretScanner.kind(name: nil, value: $0) == nil ? $0 : nil }
    severities = tree.texts(tree.value(node, "severity"))
  }

  private static func reference(_ text: String?) -> String? { text.flatMap { secret(in: $0) == nil ? nil : $0 } }

  /// The name behind `secret:`; nil for anything else.
  package static func secret(in text: String) -> String? {
    text.hasPrefix("secret:") && text.utf8.count > 7 ? String(text.dropFirst(7)) : nil
  }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.strings("email", emails, always: false)
    json.optional("slack", slack)
    json.optional("pagerduty", pagerduty)
    json.optional("webhook", webhook)
    json.strings("severity", severities, always: false)
    json.endObject()
  }
}
