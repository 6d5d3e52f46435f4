/// The commands of gcloud that read and write the allow policy of a resource.
struct PolicyOfGoogle {
  /// Such as `run jobs`.
  private let group: String
  private let name: String
  /// Where it is.
  private let options: String
  /// Whether `add-iam-policy-binding` takes a condition there (gcloud 528).
  let hasConditions: Bool

  /// nil for a resource that gcloud has no such commands for.
  init?(_ policy: AllowPolicy) {
    let parts = policy.resource.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard let service = parts.first, let last = parts.last else { return nil }
    func after(_ word: String) -> String? {
      parts.firstIndex(of: word).flatMap { $0 + 1 < parts.count ? parts[$0 + 1] : nil }
    }
    func option(_ name: String, _ word: String) -> String? {
      after(word).map { " --\(name)=\(ShellWord.quoted($0))" }
    }
    var place: [String?] = []
    var hasConditions = true
    var name = last
    switch (service, parts.dropLast().last) {
    case ("cloudresourcemanager.googleapis.com", _):
      switch policy.level {
      case .project: group = "projects"
      case .folder: group = "resource-manager folders"
      case .organization: group = "organizations"
      case .resource: return nil
      }
    case ("iam.googleapis.com", "serviceAccounts"): group = "iam service-accounts"
    case ("secretmanager.googleapis.com", "secrets"):
      group = "secrets"
      place = [option("project", "projects")]
    case ("run.googleapis.com", "jobs"), ("run.googleapis.com", "services"):
      group = "run \(parts[parts.count - 2])"
      // Of services it takes them, of jobs it does not.
      hasConditions = parts[parts.count - 2] == "services"
      place = [option("region", "locations"), option("project", "projects")]
    case ("storage.googleapis.com", _):
      group = "storage buckets"
      name = "gs://\(last)"
    case ("pubsub.googleapis.com", "topics"), ("pubsub.googleapis.com", "subscriptions"):
      group = "pubsub \(parts[parts.count - 2])"
      hasConditions = false
      place = [option("project", "projects")]
    case ("cloudkms.googleapis.com", "cryptoKeys"):
      group = "kms keys"
      place = [
        option("keyring", "keyRings"), option("location", "locations"), option("project", "projects"),
      ]
    case ("cloudkms.googleapis.com", "keyRings"):
      group = "kms keyrings"
      place = [option("location", "locations"), option("project", "projects")]
    case ("artifactregistry.googleapis.com", "repositories"):
      group = "artifacts repositories"
      place = [option("location", "locations"), option("project", "projects")]
    default: return nil
    }
    guard place.allSatisfy({ $0 != nil }) else { return nil }
    self.name = ShellWord.quoted(name)
    options = place.compactMap { $0 }.joined()
    self.hasConditions = hasConditions
  }

  func command(_ verb: String, _ words: String) -> String { "gcloud \(group) \(verb) \(name)\(options) \(words)" }

  /// Reads the policy into a file, changes it by a program of jq and writes it, if it still has the etag that was read.
  func change(_ program: String, _ file: String) -> String {
    let (old, new) = (ShellWord.quoted("\(file).json"), ShellWord.quoted("\(file).new.json"))
    return """
      gcloud \(group) get-iam-policy \(name)\(options) --format=json > \(old)
      jq \(ShellWord.quoted(program)) \(old) > \(new)
      gcloud \(group) set-iam-policy \(name)\(options) \(new)
      """
  }
}
