/// Commands that mend what a rule finds in an account, with their inverse.
///
/// IAM has no etags. What stands is therefore written to a file first, the statement is changed only if it is still the one that
/// was judged, and the inverse puts back what stood; of a managed policy it makes the version the default again that was. Each
/// command has a line, for a shell that stops where one fails; where one does not, AWS refuses the empty document that is left.
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

  /// Detaches a managed policy from who has it.
  static func detaching(_ arn: String, from identity: AWSIdentity) -> Finding.Remedy {
    let kind = identity.kind.rawValue
    let words = "--\(kind)-name \(ShellWord.quoted(identity.name)) --policy-arn \(ShellWord.quoted(arn))"
    return Finding.Remedy(do: "aws iam detach-\(kind)-policy \(words)", undo: "aws iam attach-\(kind)-policy \(words)")
  }

  /// Takes a statement away; nil where what it stands in is not known.
  ///
  /// - Parameters:
  ///   - count: of the statements beside which it stands, itself included.
  ///   - file: the name of the files, without its ending.
  static func removing(
    _ statement: PolicyStatement, of count: Int, from home: Home, file: String
  ) -> Finding.Remedy? {
    let place = ".Statement |= ([.] | flatten | "
    let edit: String
    switch home {
    case _ where count > 1: edit = "\(place)del(.[\(statement.index)]))"
    // Who may become a role has to stand in it: a denial lets nobody.
    case .trust: edit = "\(place).[0].Effect = \"Deny\")"
    // What everybody may do in any case, since a policy has to allow something.
    case .inline, .managed:
      edit = ".Statement = [{Effect: \"Allow\", Action: \"sts:GetCallerIdentity\", Resource: \"*\"}]"
    case .resource: return nil
    }
    return changing(statement, by: edit, in: home, file: file)
  }

  /// Takes a principal out of a statement that names others too.
  static func removing(
    principal: String, _ statement: PolicyStatement, from home: Home, file: String
  ) -> Finding.Remedy? {
    let key = statement.principals?.isInverted == true ? "NotPrincipal" : "Principal"
    return changing(
      statement,
      by:
        ".Statement |= ([.] | flatten | .[\(statement.index)].\(key).AWS |= ([.] | flatten - [\(quoted(principal))]))",
      in: home, file: file)
  }

  /// Lets a statement end at the beginning of a day, unless it ends already.
  static func limiting(policy: String, of kind: AWSIdentity.Kind, name: String, until day: String, file: String)
    -> Finding.Remedy?
  {
    let end = "\(day)T00:00:00Z"
    // A denial is to stay, and what ends before it is to end then.
    let edit =
      ".Statement |= ([.] | flatten | map(if .Effect == \"Allow\" then .Condition.DateLessThan[\"aws:CurrentTime\"] |= "
      + "([., \"\(end)\"] | map(select(. != null)) | min) else . end))"
    return commands(.inline(kind, name: name, policy: policy), edit, file)
  }

  // MARK: Documents

  private static func changing(
    _ statement: PolicyStatement, by edit: String, in home: Home, file: String
  ) -> Finding.Remedy? {
    let key = statement.actions.isInverted ? "NotAction" : "Action"
    let actions = "[\(statement.actionTexts.map(quoted).joined(separator: ", "))]"
    let isSame = "([.Statement] | flatten | .[\(statement.index)] | [.\(key)] | flatten) == \(actions)"
    return commands(home, "if \(isSame) then \(edit) else error(\"the statement is another by now\") end", file)
  }

  private static func commands(_ home: Home, _ edit: String, _ file: String) -> Finding.Remedy? {
    let old = ShellWord.quoted("\(file).json")
    let new = ShellWord.quoted("\(file).new.json")
    let change = "jq \(ShellWord.quoted(edit)) \(old) > \(new)"
    func document(_ name: String) -> String { ShellWord.quoted("file://\(name).json") }
    switch home {
    case .inline(let kind, let name, let policy):
      let words = "--\(kind.rawValue)-name \(ShellWord.quoted(name)) --policy-name \(ShellWord.quoted(policy))"
      let put = "aws iam put-\(kind.rawValue)-policy \(words) --policy-document "
      return Finding.Remedy(
        do:
          "aws iam get-\(kind.rawValue)-policy \(words) --query PolicyDocument --output json > \(old)\n\(change)\n\(put)\(document("\(file).new"))",
        undo: put + document(file))
    case .trust(let role):
      let put = "aws iam update-assume-role-policy --role-name \(ShellWord.quoted(role)) --policy-document "
      return Finding.Remedy(
        do:
          "aws iam get-role --role-name \(ShellWord.quoted(role)) --query Role.AssumeRolePolicyDocument --output json > \(old)\n\(change)\n\(put)\(document("\(file).new"))",
        undo: put + document(file))
    case .managed(let arn):
      let policy = "--policy-arn \(ShellWord.quoted(arn))"
      let version = ShellWord.quoted("\(file).version")
      let standing = "--version-id \"$(cat \(version))\""
      return Finding.Remedy(
        do: """
          aws iam get-policy \(policy) --query Policy.DefaultVersionId --output text > \(version)
          aws iam get-policy-version \(policy) \(standing) --query PolicyVersion.Document --output json > \(old)
          \(change)
          aws iam create-policy-version \(policy) --policy-document \(document("\(file).new")) --set-as-default
          """,
        undo: "aws iam set-default-policy-version \(policy) \(standing)")
    case .resource(let arn):
      guard let service = ResourceCommands(arn) else { return nil }
      return Finding.Remedy(
        do: "\(service.get) > \(old)\n\(change)\n\(service.put) \(document("\(file).new"))",
        undo: "\(service.put) \(document(file))")
    }
  }

  /// A text within a program of jq, which writes it as JSON does.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// The commands that read and write the policy of a resource as a text.
private struct ResourceCommands {
  var get: String
  var put: String

  /// nil for a service whose policies are not written whole.
  init?(_ text: String) {
    guard let arn = ARN(text) else { return nil }
    let quoted = ShellWord.quoted(text)
    let name = ShellWord.quoted(arn.name)
    switch arn.service {
    case "secretsmanager":
      get = "aws secretsmanager get-resource-policy --secret-id \(quoted) --query ResourcePolicy --output text"
      put = "aws secretsmanager put-resource-policy --secret-id \(quoted) --resource-policy"
    case "ecr":
      let repository = ShellWord.quoted(String(arn.resource.dropFirst("repository/".count)))
      get = "aws ecr get-repository-policy --repository-name \(repository) --query policyText --output text"
      put = "aws ecr set-repository-policy --repository-name \(repository) --policy-text"
    case "sns":
      get = "aws sns get-topic-attributes --topic-arn \(quoted) --query Attributes.Policy --output text"
      put = "aws sns set-topic-attributes --topic-arn \(quoted) --attribute-name Policy --attribute-value"
    case "s3":
      get = "aws s3api get-bucket-policy --bucket \(name) --query Policy --output text"
      put = "aws s3api put-bucket-policy --bucket \(name) --policy"
    case "kms":
      get = "aws kms get-key-policy --key-id \(quoted) --policy-name default --query Policy --output text"
      put = "aws kms put-key-policy --key-id \(quoted) --policy-name default --policy"
    default: return nil
    }
  }
}
