/// A part of AWS with accounts, names and certificates of its own.
///
/// Source: partitions.json of botocore 1.44.5, 2026-11.
package struct AWSPartition: Sendable, Hashable {
  /// As in ARNs, `aws`.
  package let id: String
  /// What the names of its regions begin with; empty for the one to which all others belong.
  let regionPrefix: String
  /// What the names of its hosts end with.
  let suffix: String
  /// The region in which services sign that are one for the whole partition.
  let globalRegion: String

  static let all = [
    AWSPartition(id: "aws-cn", regionPrefix: "cn-", suffix: "amazonaws.com.cn", globalRegion: "cn-north-1"),
    AWSPartition(id: "aws-us-gov", regionPrefix: "us-gov-", suffix: "amazonaws.com", globalRegion: "us-gov-west-1"),
    AWSPartition(id: "aws-eusc", regionPrefix: "eusc-", suffix: "amazonaws.eu", globalRegion: "eusc-de-east-1"),
    AWSPartition(id: "aws-iso", regionPrefix: "us-iso-", suffix: "c2s.ic.gov", globalRegion: "us-iso-east-1"),
    AWSPartition(id: "aws-iso-b", regionPrefix: "us-isob-", suffix: "sc2s.sgov.gov", globalRegion: "us-isob-east-1"),
    AWSPartition(id: "aws-iso-e", regionPrefix: "eu-isoe-", suffix: "cloud.adc-e.uk", globalRegion: "eu-isoe-west-1"),
    AWSPartition(id: "aws-iso-f", regionPrefix: "us-isof-", suffix: "csp.hci.ic.gov", globalRegion: "us-isof-south-1"),
    AWSPartition(id: "aws", regionPrefix: "", suffix: "amazonaws.com", globalRegion: "us-east-1"),
  ]

  /// The partition of a region; a region that nobody knows yet is in `aws`.
  package static func of(region: String) -> AWSPartition {
    all.first { region.hasPrefix($0.regionPrefix) } ?? all[all.count - 1]
  }

  /// Whether a text can be the name of a region: it becomes part of a host's name.
  package static func isRegion(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
