/// Controls that an organisation holds itself to, with the rules by which each is assessed.
package struct Framework: Sendable {
  package struct Requirement: Sendable {
    package var id: String
    package var title: String
    /// Codes of the rules that find what is against it; none where nothing here assesses it.
    package var rules: [String]
    /// Kinds of what was read, as `coverage` counts them, of which one has to be there; with a colon behind it of what.
    package var needs: [String]
    /// The service whose resources alone count, by its host or a part of it; nil for any.
    package var scope: String?
    /// What of it is not assessed, or why nothing is.
    package var remark: String?
  }

  package var name: String
  package var version: String
  /// What of the benchmark stands here, and from where.
  package var note: String
  package var requirements: [Requirement]

  /// The frameworks that are shipped, as they are named on the command line.
  package static let shipped: [Framework] = [google, aws]

  package var id: String { "\(name)-\(version)" }

  // MARK: Shipped

  private static let google = parse(
    googleTable, "cis-gcp", "5.0",
    note: "section 1 and two controls beside it of the CIS Google Cloud Platform Foundation Benchmark 5.0; numbers as "
      + "published by Prowler, read 2026-11-21, in words of our own")

  private static let aws = parse(
    awsTable, "cis-aws", "7.0",
    note: "section 2 (IAM) of the CIS Amazon Web Services Foundations Benchmark 7.0, without 2.2 and 2.3; numbers as "
      + "published by Prowler, read 2026-11-21, in words of our own")

  /// A control a line: its id, its title, what has to be in the input, what the resource's name contains, and what of it
  /// is not assessed. Which rules assess it stands with the rules.
  private static func parse(_ table: String, _ name: String, _ version: String, note: String) -> Framework {
    let requirements = table.split(separator: "\n").compactMap { line -> Requirement? in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 5 else { return nil }
      let control = Control(name, version, parts[0])
      return Requirement(
        id: parts[0], title: parts[1], rules: RuleCatalog.all.filter { $0.controls.contains(control) }.map(\.code),
        needs: parts[2].split(separator: " ").map(String.init), scope: parts[3].isEmpty ? nil : parts[3],
        remark: parts[4].isEmpty ? nil : parts[4])
    }
    return Framework(name: name, version: version, note: note, requirements: requirements)
  }

  private static let googleTable = """
    1.1.3|folders order the projects|||a person judges it
    1.1.4|organisation policies are set|||a person judges it
    1.2|people have accounts of the organisation|organisation-domains||
    1.3|people sign in with a second factor|||a person judges it
    1.4|administrators sign in with security keys|||a person judges it
    1.5|service accounts have no keys of users|google-key||
    1.6|service accounts have no administrators' roles|google-policy:cloudresourcemanager.googleapis.com||
    1.7|nobody has Service Account User or Token Creator on a project|google-policy:cloudresourcemanager.googleapis.com||
    1.8|keys of users are younger than 90 days|google-key||
    1.9|to manage service accounts and to use them are apart|google-policy:cloudresourcemanager.googleapis.com||within one policy; roles that are inherited from another one are not added up
    1.10|keys of Cloud KMS are not open to everybody|google-policy|cloudkms.googleapis.com|the keys whose policies are in the input
    1.11|keys of Cloud KMS are rotated within 90 days|||rotation is in no input
    1.12|to manage keys and to use them are apart|google-policy:cloudresourcemanager.googleapis.com||within one policy; roles that are inherited from another one are not added up
    1.13|API keys exist only where services need them|||API keys are in no input
    1.14|API keys are for named hosts and applications|||API keys are in no input
    1.15|API keys are for the APIs that need them|||API keys are in no input
    1.16|API keys are younger than 90 days|||API keys are in no input
    1.17|essential contacts are set|||contacts are in no input
    1.18|variables of functions hold no secrets|job||jobs that are given, in place of functions
    2.1|audit logging is on for all|||audit configurations are not judged
    3.8|VPC Service Controls are used|||a person judges it
    """

  private static let awsTable = """
    2.4|root has no access key|aws-credentials:root||
    2.5|root signs in with a second factor|aws-credentials:root||
    2.6|root signs in with a hardware second factor|||the report does not tell the kind of factor
    2.7|root is not used day by day|aws-credentials:root||
    2.8|passwords have a length|||the password policy is in no input
    2.9|passwords are not used again|||the password policy is in no input
    2.10|people with a password have a second factor|aws-credentials||
    2.11|credentials that are unused for 45 days are off|aws-credentials||
    2.12|access keys are younger than 90 days|aws-credentials aws-access-key||
    2.13|people have permissions by groups alone|aws-user||
    2.14|no policy allows everything|aws-user aws-role aws-policy||policies that the account's people wrote
    2.15|a role for support exists|||not judged
    2.16|instances have roles|||instances are in no input
    2.17|no certificate is expired|||certificates are in no input
    2.18|Access Analyzer is on|||it is in no input
    2.19|people come by federation|||a person judges it
    2.20|nobody has all of CloudShell|aws-user aws-role aws-policy||
    2.21|policies of resources name whom they trust|aws-role||trust policies of roles; policies of buckets, keys and queues are in no input
    2.1.1|of organisations; what it asks is not known here|||organisations are not judged
    2.1.2|of organisations; what it asks is not known here|||organisations are not judged
    2.1.3|of organisations; what it asks is not known here|||organisations are not judged
    2.1.4|of organisations; what it asks is not known here|||organisations are not judged
    2.1.5|of organisations; what it asks is not known here|||organisations are not judged
    2.1.6|of organisations; what it asks is not known here|||organisations are not judged
    """
}
