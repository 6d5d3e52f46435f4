/// A statement of the policy of a function of Lambda, as `add-permission` makes one (Lambda API Reference, "AddPermission", read
/// 2026-11-22). Such policies are not written whole: each statement is added and removed by its `Sid`.
struct FunctionPermission {
  private let statement: PolicyStatement
  private let sid: String
  private let arn: ARN
  /// What a statement has to be found by: the function, and its alias or version.
  private let place: String
  /// What `add-permission` makes it of.
  private let words: String

  /// nil for a statement that `add-permission` does not make.
  init?(_ statement: PolicyStatement) {
    guard let sid = statement.sid, statement.effect == .allow, statement.actionTexts.count == 1,
      !statement.actions.isInverted, let resources = statement.resources, !resources.isInverted,
      resources.items.count == 1, let arn = ARN(resources.items[0].written),
      let principals = statement.principals, !principals.isInverted, principals.items.count == 1,
      let principal = Self.word(principals.items[0]), let conditions = Self.words(statement.conditions)
    else { return nil }
    // function:NAME, or with an alias or a version behind it.
    let parts = arn.resource.split(separator: ":").map(String.init)
    guard parts.count >= 2, parts[0] == "function" else { return nil }
    self.statement = statement
    self.sid = sid
    self.arn = arn
    let function = arn.text.split(separator: ":").prefix(7).joined(separator: ":")
    place =
      "--function-name \(ShellWord.quoted(function)) --region \(ShellWord.quoted(String(arn.region)))"
      + (parts.count > 2 ? " --qualifier \(ShellWord.quoted(parts[2]))" : "")
    words =
      "--action \(ShellWord.quoted(statement.actionTexts[0])) --principal \(ShellWord.quoted(principal))"
      + conditions.map { " \($0)" }.joined()
  }

  private static func word(_ principal: PolicyPrincipal) -> String? {
    switch principal {
    case .anyone: "*"
    case .account(let name), .arn(let name), .service(let name): name
    case .deleted, .federated, .canonicalUser: nil
    }
  }

  /// The options for conditions; nil where one of them is none of those that have an option.
  private static func words(_ conditions: [Condition]) -> [String]? {
    var words: [String] = []
    for condition in conditions {
      guard condition.values.count == 1, !condition.operation.isNegated, !condition.operation.ifExists,
        condition.operation.quantifier == .one
      else { return nil }
      let value = ShellWord.quoted(condition.values[0].written)
      switch (condition.key.lowercased(), condition.operation.kind) {
      case ("aws:sourcearn", .arnLike): words.append("--source-arn \(value)")
      case ("aws:sourceaccount", .string): words.append("--source-account \(value)")
      case ("aws:principalorgid", .string): words.append("--principal-org-id \(value)")
      case ("lambda:eventsourcetoken", .string): words.append("--event-source-token \(value)")
      case ("lambda:functionurlauthtype", .string): words.append("--function-url-auth-type \(value)")
      case ("lambda:invokedviafunctionurl", .bool):
        words.append(value.lowercased() == "true" ? "--invoked-via-function-url" : "--no-invoked-via-function-url")
      default: return nil
      }
    }
    return words
  }

  /// Removes it from the revision of the policy in which it is what was judged.
  func removal(_ file: String) -> Finding.Remedy {
    let old = ShellWord.quoted("\(file).json")
    // Others may have come before it since.
    let isThere = "(.Policy | fromjson | [.Statement] | flatten | any(. == \(statement.text)))"
    // What is to be removed has no name unless it is what was judged: an empty revision is none, and any would do.
    let judged = ShellWord.quoted(AWSRemedy.guarded(isThere, AWSRemedy.text(sid)))
    return Finding.Remedy(
      do: """
        aws lambda get-policy \(place) --output json > \(old)
        aws lambda remove-permission \(place) --statement-id "$(jq -r \(judged) \(old))" --revision-id "$(jq -r .RevisionId \(old))"
        """,
      undo: "aws lambda add-permission \(place) --statement-id \(ShellWord.quoted(sid)) \(words)")
  }
}
