package import JobsCloud
import JobsCore

/// Identity and Access Management: roles with their policies.
///
/// Source: the service's model of API version 2010-05-08 in botocore 1.44.5, 2026-11.
package struct IAM: Sendable {
  let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  private static let version = "2010-05-08"

  /// A role as it is.
  package struct Role: Sendable, Hashable {
    package var name: String
    /// From slash to slash, `/jobs/`.
    package var path: String
    package var arn: String
    /// JSON.
    package var trust: [UInt8]
    /// The policies that stand in the role itself, by their names, as JSON.
    package var policies: [String: [UInt8]]
    /// The ARNs of the policies that are attached to it.
    package var attached: [String]
    package var boundary: String?
    package var tags: [String: String]
  }

  /// Every role of the account with all that belongs to it, a hundred or more a call.
  package func roles() async throws(CloudFailure) -> [Role] {
    let words = "list the roles of the account"
    var roles: [Role] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let reply = try await client.send(
        words, action: "GetAccountAuthorizationDetails", version: Self.version,
        [("Filter.member.1", "Role"), ("MaxItems", "1000")] + (token.map { [("Marker", $0)] } ?? []),
        isIdempotent: true)
      for element in reply.members("RoleDetailList") {
        guard let role = Self.role(element) else { throw client.strange(words, "its reply has a role without a name") }
        roles.append(role)
      }
      return reply.text("IsTruncated") == "true" ? reply.text("Marker") : nil
    }
    return roles
  }

  /// A role with all that belongs to it; nil where there is none.
  package func role(_ name: String) async throws(CloudFailure) -> Role? {
    let words = "read role '\(name)'"
    let found: Role
    do throws(CloudFailure) {
      let reply = try await read(words, "GetRole", [("RoleName", name)])
      guard let element = reply["Role"], let role = Self.role(element) else {
        throw client.strange(words, "its reply has no role")
      }
      found = role
    } catch {
      if error.cause == .notFound { return nil }
      throw error
    }
    var role = found
    for name in try await list(words, "ListRolePolicies", role: name, "PolicyNames", { $0.text }) {
      let reply = try await read(words, "GetRolePolicy", [("RoleName", role.name), ("PolicyName", name)])
      role.policies[name] = Self.document(reply.text("PolicyDocument"))
    }
    role.attached = try await list(
      words, "ListAttachedRolePolicies", role: name, "AttachedPolicies", { $0.text("PolicyArn") ?? "" })
    return role
  }

  /// The ARN of a role, without what belongs to it; nil where there is none.
  package func arn(ofRole name: String) async throws(CloudFailure) -> String? {
    do throws(CloudFailure) {
      return try await read("read role '\(name)'", "GetRole", [("RoleName", name)]).text("Role", "Arn")
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  private func list(
    _ words: String, _ action: String, role: String, _ element: String, _ text: (XMLElement) -> String
  ) async throws(CloudFailure) -> [String] {
    var found: [String] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let reply = try await read(words, action, [("RoleName", role)] + (token.map { [("Marker", $0)] } ?? []))
      found += reply.members(element).map(text)
      return reply.text("IsTruncated") == "true" ? reply.text("Marker") : nil
    }
    return found
  }

  private static func role(_ element: XMLElement) -> Role? {
    guard let name = element.text("RoleName"), let path = element.text("Path"), let arn = element.text("Arn") else {
      return nil
    }
    var role = Role(
      name: name, path: path, arn: arn, trust: document(element.text("AssumeRolePolicyDocument")), policies: [:],
      attached: element.members("AttachedManagedPolicies").compactMap { $0.text("PolicyArn") },
      boundary: element.text("PermissionsBoundary", "PermissionsBoundaryArn"), tags: [:])
    for policy in element.members("RolePolicyList") {
      if let name = policy.text("PolicyName") { role.policies[name] = document(policy.text("PolicyDocument")) }
    }
    for tag in element.members("Tags") {
      if let key = tag.text("Key") { role.tags[key] = tag.text("Value") ?? "" }
    }
    return role
  }

  /// Documents come with every byte but letters and digits in hexadecimal.
  static func document(_ text: String?) -> [UInt8] {
    let text = text ?? ""
    return text.hasPrefix("%") ? PercentEncoding.decoded(text) ?? Array(text.utf8) : Array(text.utf8)
  }

  // MARK: Writing

  /// Makes a role, without policies.
  ///
  /// - Throws: a failure of `alreadyExists` where there is one of that name, on whatever path.
  package func create(
    role name: String, path: String, trust: [UInt8], tags: [String: String], boundary: String? = nil
  ) async throws(CloudFailure) {
    let words = "create role '\(name)'"
    try check(words, name: name, trust: trust)
    _ = try await write(
      words, "CreateRole",
      [
        ("RoleName", name), ("Path", path),
        ("AssumeRolePolicyDocument", String(decoding: trust, as: UTF8.self)),
      ] + (boundary.map { [("PermissionsBoundary", $0)] } ?? []) + Self.parameters(tags))
  }

  /// Has a role bounded by a policy.
  package func setBoundary(_ arn: String, of role: String) async throws(CloudFailure) {
    _ = try await write(
      "bound role '\(role)' by '\(arn)'", "PutRolePermissionsBoundary",
      [("RoleName", role), ("PermissionsBoundary", arn)], isIdempotent: true)
  }

  /// Takes the bounds of a role away; one that has none is no fault.
  package func deleteBoundary(of role: String) async throws(CloudFailure) {
    try await Self.unlessGone { () async throws(CloudFailure) in
      _ = try await write(
        "take the boundary from role '\(role)'", "DeleteRolePermissionsBoundary", [("RoleName", role)],
        isIdempotent: true)
    }
  }

  package func setTrust(_ trust: [UInt8], of role: String) async throws(CloudFailure) {
    let words = "set who may take role '\(role)'"
    try check(words, name: role, trust: trust)
    _ = try await write(
      words, "UpdateAssumeRolePolicy",
      [("RoleName", role), ("PolicyDocument", String(decoding: trust, as: UTF8.self))], isIdempotent: true)
  }

  package func setPolicy(_ name: String, _ document: [UInt8], of role: String) async throws(CloudFailure) {
    let words = "set policy '\(name)' of role '\(role)'"
    if let fault = PolicyCheck.fault(document, .permissions) {
      throw .refused(words, "PolicyDocument", fault, hint: "write it as IAM's grammar has it")
    }
    _ = try await write(
      words, "PutRolePolicy",
      [
        ("RoleName", role), ("PolicyName", name), ("PolicyDocument", String(decoding: document, as: UTF8.self)),
      ], isIdempotent: true)
  }

  package func deletePolicy(_ name: String, of role: String) async throws(CloudFailure) {
    try await Self.unlessGone { () async throws(CloudFailure) in
      _ = try await write(
        "delete policy '\(name)' of role '\(role)'", "DeleteRolePolicy", [("RoleName", role), ("PolicyName", name)],
        isIdempotent: true)
    }
  }

  package func detach(_ arn: String, from role: String) async throws(CloudFailure) {
    try await Self.unlessGone { () async throws(CloudFailure) in
      _ = try await write(
        "detach policy '\(arn)' from role '\(role)'", "DetachRolePolicy", [("RoleName", role), ("PolicyArn", arn)],
        isIdempotent: true)
    }
  }

  package func setTags(_ tags: [String: String], of role: String) async throws(CloudFailure) {
    _ = try await write(
      "tag role '\(role)'", "TagRole", [("RoleName", role)] + Self.parameters(tags), isIdempotent: true)
  }

  package func removeTags(_ keys: [String], of role: String) async throws(CloudFailure) {
    let parameters = keys.enumerated().map { (name: "TagKeys.member.\($0 + 1)", value: $1) }
    _ = try await write(
      "take tags from role '\(role)'", "UntagRole", [("RoleName", role)] + parameters, isIdempotent: true)
  }

  /// Deletes a role with the policies that are its own or attached to it; one that is not there is no fault.
  package func delete(role: Role) async throws(CloudFailure) {
    for arn in role.attached { try await detach(arn, from: role.name) }
    for name in role.policies.keys.sorted() { try await deletePolicy(name, of: role.name) }
    try await Self.unlessGone { () async throws(CloudFailure) in
      _ = try await write("delete role '\(role.name)'", "DeleteRole", [("RoleName", role.name)], isIdempotent: true)
    }
  }

  private static func unlessGone(_ body: () async throws(CloudFailure) -> Void) async throws(CloudFailure) {
    do throws(CloudFailure) {
      try await body()
    } catch {
      guard error.cause == .notFound else { throw error }
    }
  }

  private func check(_ words: String, name: String, trust: [UInt8]) throws(CloudFailure) {
    guard Self.isName(name) else {
      throw .refused(words, "RoleName", "has to be 1 to 64 of letters, digits and _+=,.@-", hint: "choose another name")
    }
    if let fault = PolicyCheck.fault(trust, .trust) {
      throw .refused(words, "AssumeRolePolicyDocument", fault, hint: "write it as IAM's grammar has it")
    }
  }

  /// Whether a role can be called so.
  static func isName(_ text: String) -> Bool { (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isNameByte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || "_+=,.@-".utf8.contains(byte)
  }

  private static func parameters(_ tags: [String: String]) -> [(name: String, value: String)] {
    tags.sorted { $0.key < $1.key }.enumerated().flatMap { number, tag in
      [("Tags.member.\(number + 1).Key", tag.key), ("Tags.member.\(number + 1).Value", tag.value)]
    }
  }

  func read(
    _ words: String, _ action: String, _ parameters: [(name: String, value: String)]
  ) async throws(CloudFailure) -> XMLElement {
    try await client.send(words, action: action, version: Self.version, parameters, isIdempotent: true)
  }

  func write(
    _ words: String, _ action: String, _ parameters: [(name: String, value: String)], isIdempotent: Bool = false
  ) async throws(CloudFailure) -> XMLElement {
    try await client.send(words, action: action, version: Self.version, parameters, isIdempotent: isIdempotent)
  }
}
