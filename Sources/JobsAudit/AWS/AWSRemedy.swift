import JobsCore

/// Commands that mend what a rule finds in policies of AWS, with their inverse.
///
/// IAM has no etags, and most services have none for policies. What stands is therefore written to a file first, a statement is
/// changed only if it is still the one that was judged, and the inverse puts back what stood; of a managed policy it makes the
/// version the default again that was. Lambda has a revision, which is asked for. Each command has a line, for a shell that stops
/// where one fails; where one does not, what is left for the next one to send is empty, and refused.
enum AWSRemedy {
  /// What a statement stands in.
  enum Home {
    case inline(AWSIdentity.Kind, name: String, policy: String)
    /// Of the account itself, by its ARN.
    case managed(String)
    case trust(role: String)
    /// The policy of a resource, by its ARN.
    case resource(String)
  }

  /// What becomes of a policy.
  private enum Change {
    /// A program of jq over the document.
    case edit(String)
    /// It goes away.
    case deletion
  }

  /// Detaches a managed policy from who has it.
  static func detaching(_ arn: String, from identity: AWSIdentity) -> Finding.Remedy {
    let kind = identity.kind.rawValue
    let words = "--\(kind)-name \(ShellWord.quoted(identity.name)) --policy-arn \(ShellWord.quoted(arn))"
    return Finding.Remedy(do: "aws iam detach-\(kind)-policy \(words)", undo: "aws iam attach-\(kind)-policy \(words)")
  }

  /// Denies actions to a user, group or role by a policy of its own; the name is one that nobody else has.
  static func denying(_ actions: [String], _ kind: AWSIdentity.Kind, _ name: String, file: String) -> Finding.Remedy {
    let statement = #"{"Effect":"Deny","Action":[\#(list(actions))],"Resource":"*"}"#
    return adding(statement, kind, name, policy: file)
  }

  /// Denies everything to a role, if nobody has become it since.
  static func switchingOff(role: String, unusedSince cutoff: Instant, file: String) -> Finding.Remedy {
    let name = ShellWord.quoted(role)
    let old = ShellWord.quoted("\(file).json")
    let isUnused = "(.Role.RoleLastUsed.LastUsedDate // \"\")[:19] < \"\(cutoff.rfc3339.prefix(19))\""
    let program = "if \(isUnused) then .Role.RoleName else error(\"the role is used by now\") end"
    let denial = adding(#"{"Effect":"Deny","Action":"*","Resource":"*"}"#, .role, role, policy: file)
    return Finding.Remedy(
      do: "aws iam get-role --role-name \(name) --output json > \(old)\n"
        + denial.run.replacing(
          "--role-name \(name)", with: "--role-name \"$(jq -r \(ShellWord.quoted(program)) \(old))\""),
      undo: denial.undo)
  }

  /// Puts a policy with some statements within a user, group or role.
  ///
  /// - Parameter statements: as JSON, with commas between.
  static func adding(
    _ statements: String, _ kind: AWSIdentity.Kind, _ name: String, policy: String
  ) -> Finding.Remedy {
    let words = "--\(kind.rawValue)-name \(ShellWord.quoted(name)) --policy-name \(ShellWord.quoted(policy))"
    let document = #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
    return Finding.Remedy(
      do: "aws iam put-\(kind.rawValue)-policy \(words) --policy-document \(ShellWord.quoted(document))",
      undo: "aws iam delete-\(kind.rawValue)-policy \(words)")
  }

  // MARK: Statements

  /// Takes a statement away; nil where what it stands in is not known.
  ///
  /// - Parameters:
  ///   - count: of the statements beside which it stands, itself included.
  ///   - file: the name of the files, without its ending.
  static func removing(
    _ statement: PolicyStatement, of count: Int, from home: Home, file: String
  ) -> Finding.Remedy? {
    removing([statement], of: count, from: home, file: file)
  }

  /// Takes statements of one policy away, which is changed once, so that there is one way back; nil where what they stand in is not
  /// known. Of functions, whose statements have commands of their own, it takes one.
  static func removing(
    _ statements: [PolicyStatement], of count: Int, from home: Home, file: String
  ) -> Finding.Remedy? {
    let place =
      ".Statement |= ([.] | flatten | " + (statements.count > 1 && statements.count == count ? "del(.[1:]) | " : "")
    let change: Change
    switch home {
    case .resource(let arn) where ARN(arn)?.service == "lambda":
      return statements.count == 1 ? FunctionPermission(statements[0])?.removal(file) : nil
    case _ where count > statements.count:
      change = .edit("\(place)del(\(statements.map { ".[\($0.index)]" }.joined(separator: ", "))))")
    // Who may become a role has to stand in it: a denial lets nobody.
    case .trust: change = .edit("\(place).[0].Effect = \"Deny\")")
    // What everybody may do in any case, since a policy has to allow something.
    case .managed:
      change = .edit(#".Statement = [{Effect: "Allow", Action: "sts:GetCallerIdentity", Resource: "*"}]"#)
    case .inline: change = .deletion
    case .resource(let arn):
      // A key or topic has a policy always; whom the account itself lets do something stands in its own policies.
      let account = PolicyCommands(resource: arn)?.account
      change =
        account.map { .edit("\(place).[0] |= (del(.NotPrincipal) | .Principal = {AWS: \(text($0))}))") } ?? .deletion
    }
    return remedy(change, in: home, if: statements.map(isSame).joined(separator: " and "), file: file)
  }

  /// Takes principals out of a statement that names others too, and the whole statement where it does not.
  static func removing(
    _ principals: [PolicyPrincipal], of statement: PolicyStatement, of count: Int, from home: Home, file: String
  ) -> Finding.Remedy? {
    guard let named = statement.principals, !named.isInverted, named.items.contains(where: { !principals.contains($0) })
    else { return removing(statement, of: count, from: home, file: file) }
    if case .resource(let arn) = home, ARN(arn)?.service == "lambda" { return nil }
    let gone = principals.map(condition).joined(separator: " or ")
    let edit =
      ".Statement |= ([.] | flatten | .[\(statement.index)].Principal |= with_entries("
      + ".value |= ([.] | flatten | map(select((\(gone)) | not))) | select(.value != [])))"
    return remedy(.edit(edit), in: home, if: isSame(statement), file: file)
  }

  /// Whether a text is a principal, for jq.
  private static func condition(_ principal: PolicyPrincipal) -> String {
    switch principal {
    case .anyone: #". == "*""#
    case .account(let number): ". == \(text(number)) or endswith(\(text(":iam::\(number):root")))"
    case .service(let name): "ascii_downcase == \(text(name))"
    case .arn(let name), .deleted(let name), .federated(let name), .canonicalUser(let name): ". == \(text(name))"
    }
  }

  /// Writes other actions in place of some of a statement; where none is left the statement goes.
  static func replacing(
    _ actions: [String], by others: [String], in statement: PolicyStatement, of count: Int, from home: Home,
    file: String
  ) -> Finding.Remedy? {
    guard !others.isEmpty || statement.actionTexts.contains(where: { !actions.contains($0) }) else {
      return removing(statement, of: count, from: home, file: file)
    }
    let key = statement.actions.isInverted ? "NotAction" : "Action"
    let edit =
      ".Statement |= ([.] | flatten | .[\(statement.index)].\(key) |= ([.] | flatten - [\(list(actions))] + [\(list(others))]))"
    return remedy(.edit(edit), in: home, if: isSame(statement), file: file)
  }

  /// Holds a statement to resources of an account, where AWS tells whose a resource is.
  static func holding(
    _ statement: PolicyStatement, to account: String, in home: Home, file: String
  ) -> Finding.Remedy? {
    let edit =
      ".Statement |= ([.] | flatten | .[\(statement.index)].Condition.StringEqualsIfExists[\"aws:ResourceAccount\"] = "
      + "\(text(account)))"
    return remedy(.edit(edit), in: home, if: isSame(statement), file: file)
  }

  // MARK: Policies

  /// Writes other statements in place of all that allow something; where nothing is left the policy goes.
  ///
  /// - Parameter least: statements as JSON, with commas between.
  static func replacing(
    allowing document: PolicyDocument, by least: String, in home: Home, file: String
  ) -> Finding.Remedy? {
    let isEmpty = least.isEmpty && document.statements.allSatisfy { $0.effect == .allow }
    let change: Change =
      isEmpty
      ? .deletion : .edit(".Statement |= ([.] | flatten | map(select(.Effect == \"Deny\")) + [\(least)])")
    return remedy(change, in: home, if: isSame(document), file: file)
  }

  /// Takes a policy away whole; nil where there has to be one, and where nobody here knows what it says.
  static func deleting(_ document: PolicyDocument, in home: Home, file: String) -> Finding.Remedy? {
    document.isUnread ? nil : remedy(.deletion, in: home, if: isSame(document), file: file)
  }

  /// Lets a policy within an identity end at the beginning of a day, unless it ends already.
  static func limiting(policy: String, of kind: AWSIdentity.Kind, name: String, until day: String, file: String)
    -> Finding.Remedy?
  {
    let end = "\(day)T00:00:00Z"
    // A denial is to stay, and what ends before it is to end then.
    let edit =
      ".Statement |= ([.] | flatten | map(if .Effect == \"Allow\" then .Condition.DateLessThan[\"aws:CurrentTime\"] |= "
      + "([., \"\(end)\"] | map(select(. != null)) | min) else . end))"
    return remedy(.edit(edit), in: .inline(kind, name: name, policy: policy), if: nil, file: file)
  }

  // MARK: Commands

  /// Whether a statement is the one that was judged, for jq.
  static func isSame(_ statement: PolicyStatement) -> String {
    "([.Statement] | flatten | .[\(statement.index)]) == \(statement.text)"
  }

  private static func isSame(_ document: PolicyDocument) -> String {
    "([.Statement] | flatten) == [\(document.statements.map(\.text).joined(separator: ","))]"
  }

  /// A program of jq that does something if something holds, and fails otherwise.
  static func guarded(_ condition: String?, _ program: String) -> String {
    condition.map { "if \($0) then \(program) else error(\"the statement is another by now\") end" } ?? program
  }

  private static func remedy(
    _ change: Change, in home: Home, if condition: String?, file: String
  ) -> Finding.Remedy? {
    let old = ShellWord.quoted("\(file).json")
    let commands: PolicyCommands
    switch home {
    case .managed(let arn):
      guard case .edit(let edit) = change else { return nil }
      return version(of: arn, jq(guarded(condition, edit), file), file)
    case .inline(let kind, let name, let policy): commands = PolicyCommands(inline: policy, of: kind, name)
    case .trust(let role): commands = PolicyCommands(trustOf: role)
    case .resource(let arn):
      guard let found = PolicyCommands(resource: arn) else { return nil }
      commands = found
    }
    let inside = commands.member
    let holds = condition.map { condition in inside.map { "(.\($0) | fromjson | \(condition))" } ?? condition }
    let last: String
    switch change {
    case .edit(let edit):
      let program = inside.map { ".\($0) |= (fromjson | \(edit) | tojson)" } ?? edit
      last = "\(jq(guarded(holds, program), file))\n\(commands.put) \(document("\(file).new"))"
    case .deletion:
      if let emptying = commands.emptying {
        last = "\(jq(guarded(holds, emptying), file))\n\(commands.put) \(document("\(file).new"))"
      } else {
        // What is to be deleted has no name unless it is what was judged.
        guard let delete = commands.delete else { return nil }
        last = delete("\"$(jq -r \(ShellWord.quoted(guarded(holds, text(commands.name)))) \(old))\"")
      }
    }
    return Finding.Remedy(do: "\(commands.get) > \(old)\n\(last)", undo: "\(commands.put) \(document(file))")
  }

  /// Makes a version of a managed policy the default; the inverse takes it away again.
  private static func version(of arn: String, _ change: String, _ file: String) -> Finding.Remedy {
    let policy = "--policy-arn \(ShellWord.quoted(arn))"
    let (old, new) = (ShellWord.quoted("\(file).version"), ShellWord.quoted("\(file).new.version"))
    let standing = "--version-id \"$(cat \(old))\""
    return Finding.Remedy(
      do: """
        aws iam get-policy \(policy) --query Policy.DefaultVersionId --output text > \(old)
        aws iam get-policy-version \(policy) \(standing) --query PolicyVersion.Document --output json > \(ShellWord.quoted("\(file).json"))
        \(change)
        aws iam create-policy-version \(policy) --policy-document \(document("\(file).new")) --set-as-default --query PolicyVersion.VersionId --output text > \(new)
        """,
      undo: """
        aws iam set-default-policy-version \(policy) \(standing)
        aws iam delete-policy-version \(policy) --version-id "$(cat \(new))"
        """)
  }

  private static func jq(_ program: String, _ file: String) -> String {
    "jq \(ShellWord.quoted(program)) \(ShellWord.quoted("\(file).json")) > \(ShellWord.quoted("\(file).new.json"))"
  }

  private static func document(_ file: String) -> String { ShellWord.quoted("file://\(file).json") }

  private static func list(_ texts: [String]) -> String { texts.map(text).joined(separator: ", ") }

  /// A text within a program of jq, which writes it as JSON does.
  static func text(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
