/// An Amazon Resource Name: `arn:partition:service:region:account:resource`.
package struct ARN: Hashable, Sendable {
  package let text: String
  package let service: String
  package let account: String
  /// Such as `role/service/name`.
  package let resource: String

  /// nil for what has not six parts behind `arn`.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty, !parts[5].isEmpty else {
      return nil
    }
    self.text = text
    service = String(parts[2])
    account = String(parts[4])
    resource = String(parts[5])
  }

  /// What stands in place of the ARN of something that only its file is known of.
  init(unnamed name: String) {
    text = name
    service = "iam"
    account = ""
    resource = name
  }

  /// `aws`, `aws-cn` or `aws-us-gov`.
  var partition: Substring { text.split(separator: ":", maxSplits: 2)[1] }

  /// Where it is; empty for what is everywhere, such as a role or a bucket.
  var region: Substring {
    let parts = text.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
    return parts.count == 5 ? parts[3] : ""
  }

  /// The last part of the resource: the name of a role without its path.
  package var name: String { resource.split(separator: "/").last.map(String.init) ?? resource }
}
