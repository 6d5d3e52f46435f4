import JobsCore

/// Who is in which organisation of AWS, as `aws organizations describe-organization` and `list-accounts` tell it.
package struct OrganizationFacts: Sendable {
  /// Of the organisation, `o-a1b2c3d4e5`; nil where an account is in none.
  var id: String?
  /// Accounts by number.
  var places: [String: AWSOrganizations.Place] = [:]
  /// Whether the organisation has no others.
  var isWhole = false

  static func recognises(_ tree: Tree) -> Bool {
    if tree.value(Tree.root, path: "Organization", "MasterAccountId") != nil { return true }
    guard let list = tree.value(Tree.root, "Accounts"), tree.kind(list) == .sequence else { return false }
    return tree.children(list).contains { item in
      tree.value(item, key: "Arn").map { tree.string($0).contains(":organizations::") } ?? false
    }
  }

  static func read(_ tree: Tree) throws(ShapeError) -> OrganizationFacts {
    let answer = try ObjectFields(tree, "the answer")
    var facts = OrganizationFacts()
    if let organization = try answer.object("Organization", "an organisation") {
      // Who asked is in it too, and the answer does not say who that was.
      let id = try identifier(organization.required("Id"), organization)
      facts.id = id
      facts.places[try organization.required("MasterAccountId")] = .member(of: id, path: nil)
      return facts
    }
    for account in try answer.objects("Accounts", "an account") {
      // arn:aws:organizations::111122223333:account/o-a1b2c3d4e5/444455556666
      let parts = try account.required("Arn").split(separator: "/")
      guard parts.count == 3 else { throw account.fail("'Arn' of an account of an organisation is none") }
      let id = try identifier(String(parts[1]), account)
      guard facts.id == nil || facts.id == id else { throw account.fail("the accounts are of two organisations") }
      facts.id = id
      facts.places[try account.required("Id")] = .member(of: id, path: nil)
    }
    facts.isWhole = try answer.text("NextToken") == nil
    return facts
  }

  /// Where the account of a snapshot is, beside the policies of its organisation or without them; nil for a value that does not say
  /// it, as of a snapshot of an older jobs-audit.
  static func placed(_ tree: Tree) throws(ShapeError) -> OrganizationFacts? {
    let root = try ObjectFields(tree, "a place in an organisation")
    let key = root.has("OrganizationPolicies") ? "OrganizationPolicies" : "OrganizationPlace"
    guard let fields = try root.object(key, "a place in an organisation") else { return nil }
    var facts = OrganizationFacts()
    if let text = try fields.text("OrganizationId") {
      let id = try identifier(text, fields)
      facts.id = id
      facts.places[try fields.required("Account")] = .member(of: id, path: try fields.text("Path"))
    } else if try fields.bool("Alone") == true {
      facts.places[try fields.required("Account")] = .alone
    } else {
      return nil
    }
    return facts
  }

  /// An id goes into patterns, and so is looked at (Organizations API Reference, "Organization", read 2026-11-22).
  static func identifier(_ text: String, _ fields: ObjectFields) throws(ShapeError) -> String {
    let rest = text.dropFirst(2)
    guard text.hasPrefix("o-"), (10...32).contains(rest.utf8.count),
      rest.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) })
    else { throw fields.fail("'\(Terminal.visible(String(text.prefix(60))))' is no id of an organisation") }
    return text
  }
}
