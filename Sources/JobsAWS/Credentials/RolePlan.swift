import JobsCloud
import JobsCore

/// How a profile comes to a role: which one, and with whose keys it is asked for.
struct RolePlan: Sendable, Hashable {
  enum Source: Sendable, Hashable {
    case profile(String)
    case environment
    case container
    case instance
  }

  var role: String
  var source: Source
  var externalID: String?
  /// nil for a name of our own.
  var sessionName: String?
  var durationSeconds: Int?

  /// Reads what a profile says of a role; nil where it says nothing, or wants one by web identity.
  init?(_ section: AWSSection?, named name: String) throws(CloudFailure) {
    guard let section, let role = section["role_arn"], section["web_identity_token_file"] == nil else { return nil }
    guard section["mfa_serial"] == nil else {
      throw Self.fault(
        name, "asks for a code of an MFA device, and nobody is asked here",
        hint: "run 'aws configure export-credentials --profile \(name) --format env' and use what it prints")
    }
    self.role = role
    externalID = section["external_id"]
    sessionName = section["role_session_name"]
    if let text = section["duration_seconds"] {
      guard let seconds = Int(text), (900...43_200).contains(seconds) else {
        throw Self.fault(name, "has a 'duration_seconds' that is no number from 900 to 43200", hint: "write 3600")
      }
      durationSeconds = seconds
    }
    switch (section["source_profile"], section["credential_source"]) {
    case (let source?, nil): self.source = .profile(source)
    case (nil, "Environment"): source = .environment
    case (nil, "EcsContainer"): source = .container
    case (nil, "Ec2InstanceMetadata"): source = .instance
    case (nil, _?):
      throw Self.fault(
        name, "has an unknown 'credential_source'", hint: "there are Environment, EcsContainer and Ec2InstanceMetadata")
    case (_?, _?):
      throw Self.fault(name, "has both 'source_profile' and 'credential_source'", hint: "take one of them away")
    case (nil, nil):
      throw Self.fault(name, "has a 'role_arn', and nothing that may take the role", hint: "add 'source_profile'")
    }
  }

  static func fault(_ profile: String, _ why: String, hint: String) -> CloudFailure {
    .credentials("profile '\(Terminal.visible(profile))' \(why)", hint: hint)
  }
}
