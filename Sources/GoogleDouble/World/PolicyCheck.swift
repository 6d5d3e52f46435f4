/// The bindings that a policy may have (cloud.google.com/iam/docs/principal-identifiers, 2026-11-21).
enum PolicyCheck {
  static func check(_ binding: JSONValue, _ index: Int) throws(APIError) {
    let place = "policy.bindings[\(index)]"
    let role = binding["role"]?.string ?? ""
    let isRole = ["roles/", "projects/", "organizations/"].contains { role.hasPrefix($0) } && role.contains("roles/")
    guard isRole, !role.hasSuffix("/") else {
      throw .invalid("Role '\(role)' is not supported for this resource.", field: "\(place).role")
    }
    for member in binding["members"]?.list ?? [] {
      let text = member.string ?? ""
      guard isMember(text) else {
        throw .invalid("The member '\(text)' is of an unknown type.", field: "\(place).members")
      }
      if binding["condition"] != nil, text == "allUsers" || text == "allAuthenticatedUsers" {
        throw .invalid("A binding of '\(text)' cannot have a condition.", field: "\(place).condition")
      }
    }
    guard let condition = binding["condition"] else { return }
    let basic = ["roles/owner", "roles/editor", "roles/viewer"]
    guard !basic.contains(role) else {
      throw .invalid("The role '\(role)' cannot have a condition.", field: "\(place).condition")
    }
    guard !(condition["expression"]?.string ?? "").isEmpty, !(condition["title"]?.string ?? "").isEmpty else {
      throw .invalid("A condition needs an expression and a title.", field: "\(place).condition")
    }
  }

  private static func isMember(_ text: String) -> Bool {
    if text == "allUsers" || text == "allAuthenticatedUsers" { return true }
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return false }
    switch parts[0] {
    case "user", "group", "serviceAccount": return parts[1].contains("@") || parts[1].hasSuffix("]")
    case "domain", "projectOwner", "projectEditor", "projectViewer": return true
    case "principal", "principalSet": return parts[1].hasPrefix("//")
    case "deleted": return parts[1].contains("?uid=")
    default: return false
    }
  }
}
