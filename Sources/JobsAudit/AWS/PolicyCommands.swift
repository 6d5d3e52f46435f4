/// The commands of AWS that read, write and take away the policy of something, whole.
///
/// What `get` prints is what `put` takes from a file, byte for byte, so that a file that was written is the way back. A file that a
/// change left empty is no JSON, and refused before it is sent.
struct PolicyCommands {
  var get: String
  /// Without the file.
  var put: String
  /// The member of what is printed that holds the document as a text; nil where the document itself is printed.
  var member: String?
  /// Takes the policy away, by a word that names what it is of; nil where there has to be one.
  var delete: ((_ word: String) -> String)?
  /// What `delete` takes.
  var name = ""
  /// A program of jq over what was printed that leaves no policy, where no command takes one away.
  var emptying: String?
  /// The ARN of the account, where the policy has to let somebody do something.
  var account: String?

  /// Of a policy within a user, group or role.
  init(inline policy: String, of kind: AWSIdentity.Kind, _ name: String) {
    let whose = "--\(kind.rawValue)-name \(ShellWord.quoted(name)) --policy-name"
    let words = "\(whose) \(ShellWord.quoted(policy))"
    get = "aws iam get-\(kind.rawValue)-policy \(words) --query PolicyDocument --output json"
    put = "aws iam put-\(kind.rawValue)-policy \(words) --policy-document"
    delete = { "aws iam delete-\(kind.rawValue)-policy \(whose) \($0)" }
    self.name = policy
  }

  /// Of the trust policy of a role.
  init(trustOf role: String) {
    let name = ShellWord.quoted(role)
    get = "aws iam get-role --role-name \(name) --query Role.AssumeRolePolicyDocument --output json"
    put = "aws iam update-assume-role-policy --role-name \(name) --policy-document"
  }

  /// Of the policy of a resource; nil for a service whose policies are not written whole.
  init?(resource text: String) {
    guard let arn = ARN(text) else { return nil }
    let region = arn.region.isEmpty ? "" : " --region \(ShellWord.quoted(String(arn.region)))"
    let quoted = ShellWord.quoted(text)
    name = text
    func reading(_ member: String, _ command: String) -> String {
      "aws \(command)\(region) --query '{\(member): \(member)}' --output json"
    }
    switch arn.service {
    case "secretsmanager":
      member = "ResourcePolicy"
      get = reading("ResourcePolicy", "secretsmanager get-resource-policy --secret-id \(quoted)")
      put = "aws secretsmanager put-resource-policy --secret-id \(quoted)\(region) --cli-input-json"
      delete = { "aws secretsmanager delete-resource-policy\(region) --secret-id \($0)" }
    case "ecr" where arn.resource.hasPrefix("repository/"):
      name = String(arn.resource.dropFirst("repository/".count))
      // Each region has its own repositories, mostly of the same names.
      let place = " --registry-id \(ShellWord.quoted(arn.account))\(region)"
      let repository = "--repository-name \(ShellWord.quoted(name))\(place)"
      member = "policyText"
      get = "aws ecr get-repository-policy \(repository) --query '{policyText: policyText}' --output json"
      put = "aws ecr set-repository-policy \(repository) --cli-input-json"
      delete = { "aws ecr delete-repository-policy\(place) --repository-name \($0)" }
    case "s3" where !arn.resource.contains("/"):
      name = arn.resource
      member = "Policy"
      get = reading("Policy", "s3api get-bucket-policy --bucket \(ShellWord.quoted(name))")
      put = "aws s3api put-bucket-policy --bucket \(ShellWord.quoted(name)) --cli-input-json"
      delete = { "aws s3api delete-bucket-policy --bucket \($0)" }
    case "kms":
      member = "Policy"
      get = reading("Policy", "kms get-key-policy --key-id \(quoted) --policy-name default")
      put = "aws kms put-key-policy --key-id \(quoted) --policy-name default\(region) --cli-input-json"
      account = "arn:\(arn.partition):iam::\(arn.account):root"
    case "sns":
      member = "AttributeValue"
      get =
        "aws sns get-topic-attributes --topic-arn \(quoted)\(region) "
        + #"--query '{AttributeName: `"Policy"`, AttributeValue: Attributes.Policy}' --output json"#
      put = "aws sns set-topic-attributes --topic-arn \(quoted)\(region) --cli-input-json"
      account = "arn:\(arn.partition):iam::\(arn.account):root"
    case "sqs":
      let queue =
        "\"$(aws sqs get-queue-url --queue-name \(ShellWord.quoted(arn.name)) "
        + "--queue-owner-aws-account-id \(ShellWord.quoted(arn.account))\(region) --query QueueUrl --output text)\""
      member = "Policy"
      get =
        "aws sqs get-queue-attributes --queue-url \(queue)\(region) --attribute-names Policy --query Attributes --output json"
      put = "aws sqs set-queue-attributes --queue-url \(queue)\(region) --attributes"
      emptying = ".Policy = \"\""
    default: return nil
    }
  }
}
