@testable import JobsAudit

/// The evaluation logic of AWS once more, as plainly as it can be written, to hold ours against: no globs as sets, no third value.
/// What is not known of a request is tried out instead, value by value.
enum NaiveEvaluation {
  struct Statement {
    var effect: String
    var actions: [String]
    var isNotAction = false
    var resources: [String]
    var isNotResource = false
    /// As JSON has it; nil in policies of identities.
    var principals: [String]?
    var conditions: [(operation: String, key: String, values: [String])] = []
  }

  /// All policies that have a say; `nil` for what is not there.
  struct Policies {
    var identity: [[Statement]] = []
    var boundary: [Statement]?
    var levels: [[[Statement]]] = []
    var session: [Statement]?
    var resource: [Statement]?
  }

  struct Request {
    var isUser: Bool
    var arn: String
    var action: String
    var resource: String
    var isCrossAccount: Bool
    /// Values by key; a key that is missing is not in the request.
    var context: [String: [String]]
  }

  static func allows(_ request: Request, _ policies: Policies) -> Bool {
    let limits = policies.levels.flatMap { $0 } + [policies.boundary, policies.session].compactMap { $0 }
    let all = policies.identity + limits + [policies.resource].compactMap { $0 }
    if all.joined().contains(where: { $0.effect == "Deny" && applies($0, request) }) { return false }
    func grants(_ policy: [Statement]) -> Bool {
      policy.contains { $0.effect == "Allow" && applies($0, request) }
    }
    guard policies.levels.allSatisfy({ level in level.contains(where: grants) }) else { return false }
    let boundary = policies.boundary.map(grants) ?? true
    let session = policies.session.map(grants) ?? true
    let identity = policies.identity.contains(where: grants)
    let resource = (policies.resource ?? []).filter { $0.effect == "Allow" && applies($0, request) }
    if request.isCrossAccount { return identity && !resource.isEmpty && boundary && session }
    // Whom a resource's policy names by the account needs a right of their own.
    let direct = resource.filter { $0.principals != ["111122223333"] }
    if (identity || !direct.isEmpty) && boundary && session { return true }
    return request.isUser && session && direct.contains { $0.principals == [request.arn] }
  }

  private static func applies(_ statement: Statement, _ request: Request) -> Bool {
    let action = statement.actions.contains { matches($0.lowercased(), request.action.lowercased()) }
    guard action != statement.isNotAction else { return false }
    let resource = statement.resources.contains { pattern in
      substituted(pattern, request).map { matchesARN($0, request.resource) } ?? false
    }
    guard resource != statement.isNotResource else { return false }
    if let principals = statement.principals {
      guard principals.contains(where: { ["*", "111122223333", request.arn].contains($0) }) else { return false }
    }
    return statement.conditions.allSatisfy { holds($0.operation, $0.key, $0.values, request) }
  }

  // MARK: Texts

  /// Every way in which the stars may be filled.
  static func matches(_ pattern: some StringProtocol, _ text: some StringProtocol) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" { return matches(pattern.dropFirst(), text) || !text.isEmpty && matches(pattern, text.dropFirst()) }
    guard let other = text.first, first == "?" || first == other else { return false }
    return matches(pattern.dropFirst(), text.dropFirst())
  }

  private static func matchesARN(_ pattern: String, _ text: String) -> Bool {
    if pattern == "*" { return true }
    let (a, b) = (fields(pattern), fields(text))
    return a.indices.allSatisfy { matches(a[$0], b[$0]) }
  }

  private static func fields(_ arn: String) -> [String] {
    var fields = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    while fields.count < 6 { fields.append("*") }
    return fields
  }

  /// nil where the variable has no value.
  private static func substituted(_ text: String, _ request: Request) -> String? {
    guard let place = text.firstRange(of: "${aws:username}") else { return text }
    guard let value = request.context["aws:username"]?.first else { return nil }
    return text.replacingCharacters(in: place, with: value)
  }

  // MARK: Conditions

  private static func holds(_ name: String, _ key: String, _ values: [String], _ request: Request) -> Bool {
    let given = request.context[key] ?? []
    if name == "Null" { return values.contains(given.isEmpty ? "true" : "false") }
    var operation = name
    let quantifier = ["ForAllValues:", "ForAnyValue:"].first { operation.hasPrefix($0) }
    if let quantifier { operation.removeFirst(quantifier.count) }
    if operation.hasSuffix("IfExists") {
      if given.isEmpty { return true }
      operation.removeLast("IfExists".count)
    }
    let isNegated = operation.contains("Not")
    let plain = operation.replacing("Not", with: "")
    func fits(_ value: String) -> Bool {
      values.contains { pair(plain, value, $0, request) } != isNegated
    }
    if quantifier == "ForAllValues:" { return given.allSatisfy(fits) }
    if quantifier == "ForAnyValue:" { return given.contains(where: fits) }
    return given.isEmpty ? isNegated : fits(given[0])
  }

  private static func pair(_ operation: String, _ given: String, _ written: String, _ request: Request) -> Bool {
    guard let written = substituted(written, request) else { return false }
    switch operation {
    case "StringEquals": return given == written
    case "StringEqualsIgnoreCase": return given.lowercased() == written.lowercased()
    case "StringLike": return matches(written, given)
    case "ArnLike", "ArnEquals": return matchesARN(written, given)
    case "NumericLessThan": return (Int(given) ?? 0) < (Int(written) ?? 0)
    case "NumericGreaterThanEquals": return (Int(given) ?? 0) >= (Int(written) ?? 0)
    case "Bool": return given == written
    default: fatalError("no operator '\(operation)'")
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
