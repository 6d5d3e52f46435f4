/// A program that a workload runs.
package struct WorkloadContainer: Sendable {
  /// Empty where it has none.
  package var name = ""
  /// As it is written there; nil where none is told.
  package var image: String?
  /// The group of CloudWatch Logs that it writes to; nil where it writes to none, or no region is told.
  package var logGroup: String?
  /// What the service reads to hand over, each as it is written there: ARNs of secrets and parameters, names of parameters.
  package var secrets: [String] = []
  /// By what it is as good as the machine that it runs on: `runs privileged`, `has the capability SYS_ADMIN`.
  var powers: [String] = []
  /// Names of variables of which the value is a secret; the value itself is never kept.
  var clear: [String] = []
  var hasSecretArgument = false

  /// Whether its image is named by something that may stand for another one tomorrow.
  var isTagged: Bool { image.map { !$0.contains("@sha256:") } ?? false }

  /// The ARN of the repository of ECR from which it takes an image by its tag; nil for any other image.
  var repository: String? {
    guard isTagged, let image, let slash = image.firstIndex(of: "/") else { return nil }
    // ACCOUNT.dkr.ecr.REGION.amazonaws.com, in China with another end.
    let host = image[..<slash].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard host.count >= 6, host[1] == "dkr", host[2] == "ecr", host[4] == "amazonaws" else { return nil }
    let path = image[image.index(after: slash)...].prefix { $0 != ":" }
    guard !path.isEmpty else { return nil }
    let partition = host[3].hasPrefix("cn-") ? "aws-cn" : host[3].hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    return "arn:\(partition):ecr:\(host[3]):\(host[0]):repository/\(path)"
  }
}
