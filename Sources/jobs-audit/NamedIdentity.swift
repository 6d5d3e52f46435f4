import JobsAudit
import JobsCore

/// Whoever deploys jobs, or starts them.
struct NamedIdentity {
  /// The address of a service account, another member as policies of Google name it, or the ARN of a role or a user.
  let identity: String

  var isOfAWS: Bool { identity.hasPrefix("arn:") }

  /// Those of an option.
  static func list(_ texts: [String], option: String) throws(Failure) -> [NamedIdentity] {
    var list: [NamedIdentity] = []
    for text in texts { list.append(try NamedIdentity(text, option: option)) }
    return list
  }

  /// - Parameter option: by which it was given.
  /// - Throws: a usage failure for what stands for nobody, or for everybody.
  init(_ text: String, option: String) throws(Failure) {
    let shown = "'\(Terminal.visible(text))'"
    if text.hasPrefix("arn:") {
      guard let arn = ARN(text), arn.service == "iam", ["role/", "user/"].contains(where: arn.resource.hasPrefix) else {
        throw .usage(
          "\(option) \(shown) is no role and no user of AWS",
          hint: text.contains(":assumed-role/")
            ? "it is a session: name its role, such as 'arn:aws:iam::111122223333:role/jobs-deploy'"
            : "such as 'arn:aws:iam::111122223333:role/jobs-deploy'")
      }
      identity = text
      return
    }
    if !text.contains(":") {
      guard text.hasSuffix(".gserviceaccount.com"), text.contains("@") else {
        throw .usage(
          "\(option) \(shown) is no identity",
          hint: text.contains("@")
            ? "write 'user:\(Terminal.visible(text))' or 'group:\(Terminal.visible(text))'"
            : "name a service account by its address, another member as 'user:ann@acme.example', or a role by its ARN")
      }
      identity = text
      return
    }
    let member = GoogleMember(text)
    switch member.kind {
    case .serviceAccount where member.name.contains("@"): identity = String(member.name)
    case .user where member.name.contains("@"), .group where member.name.contains("@"): identity = text
    case .kubernetes, .principal, .principalSet: identity = text
    default:
      throw .usage(
        "\(option) \(shown) is nobody who could do that",
        hint: "write 'serviceAccount:', 'user:', 'group:', 'principal:' or 'principalSet:' before who it is")
    }
  }
}
