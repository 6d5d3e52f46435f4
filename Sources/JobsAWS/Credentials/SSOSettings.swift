import Crypto
import JobsCloud
import JobsCore

/// What a profile says of its login by IAM Identity Center.
struct SSOSettings: Sendable, Hashable {
  var account: String
  var role: String
  var region: String
  /// The name of the session, or the address where it began: its token is kept under the hash of that.
  var session: String

  /// nil where the profile says nothing of it.
  init?(_ section: AWSSection?, named name: String, in settings: AWSSettings) throws(CloudFailure) {
    guard let section, section["sso_session"] != nil || section["sso_start_url"] != nil else { return nil }
    var place = section
    if let session = section["sso_session"] {
      guard let found = settings.config.ssoSession(session) else {
        throw RolePlan.fault(name, "names an 'sso-session' that is not there", hint: "add [sso-session \(session)]")
      }
      place = found
    }
    guard let account = section["sso_account_id"], let role = section["sso_role_name"],
      let region = place["sso_region"],
      let start = place["sso_start_url"]
    else {
      throw RolePlan.fault(
        name, "lacks one of sso_account_id, sso_role_name, sso_region and sso_start_url",
        hint: "run 'aws configure sso'")
    }
    self.account = account
    self.role = role
    self.region = region
    session = section["sso_session"] ?? start
  }

  /// Where 'aws sso login' keeps the token, below the home folder.
  var cachePath: String {
    let hash = Insecure.SHA1.hash(data: Array(session.utf8)).withUnsafeBytes { String(hexadecimal: $0) }
    return ".aws/sso/cache/\(hash).json"
  }
}
