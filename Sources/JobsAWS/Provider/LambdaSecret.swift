import JobsCore
import JobsDeploy
import JobsManifest

/// A secret of Secrets Manager that a job names, and what its function is told of it. Pure.
///
/// Lambda brings no secret into a function, and what stands in its variables can be read by whoever may read the function. So
/// they say which secret it is, under the names of the parameters of `GetSecretValue`, and its role may read just that
/// one (docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html, docs.aws.amazon.com/secretsmanager/latest/
/// userguide/auth-and-access_iam-policies.html, 2026-11).
struct LambdaSecret: Sendable, Hashable {
  enum Version: Sendable, Hashable {
    /// The one with the label `AWSCURRENT`.
    case current
    /// The one with a label.
    case stage(String)
    /// The one with an id.
    case id(String)
  }

  /// The variable that would have the value where a cloud brought it.
  let variable: String
  /// The name of a secret of this account and region, or an ARN.
  let id: String
  let version: Version
  /// The secret in policies: a name without the six letters that an ARN ends with stands for any six.
  let resource: String

  /// - Parameter pair: the variable with `NAME`, `NAME:VERSION`, `ARN` or `ARN:VERSION`.
  init(_ pair: Pair, in place: LambdaPlace) throws(ExpansionRefusal) {
    let text = pair.value
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let isARN = parts[0] == "arn"
    let length = isARN ? 7 : 1
    guard parts.count == length || parts.count == length + 1, parts.allSatisfy({ !$0.isEmpty }),
      Self.isName(parts[length - 1])
    else { throw Self.refusal("'\(Terminal.visible(text))' names no secret of Secrets Manager", place) }
    if isARN {
      guard parts[2] == "secretsmanager", parts[4].utf8.count == 12, parts[5] == "secret" else {
        throw Self.refusal("'\(Terminal.visible(text))' is no ARN of a secret", place)
      }
      guard parts[3] == place.region else {
        throw ExpansionRefusal(
          "the secret '\(Terminal.visible(text))' is in region '\(parts[3])', where a function of '\(place.region)' does "
            + "not look", hint: "have Secrets Manager replicate it to '\(place.region)', and name that replica")
      }
    }
    variable = pair.name
    id = parts[..<length].joined(separator: ":")
    version = Self.version(parts.count > length ? parts[length] : "latest")
    if case .stage(let stage) = version, !(1...256).contains(stage.utf8.count) {
      throw Self.refusal("'\(Terminal.visible(stage))' is no version of a secret", place)
    }
    let arn = isARN ? id : place.secretARN(id)
    resource = isARN && Self.isComplete(id) ? arn : "\(arn)-??????"
  }

  private static let idSuffix = "_SECRET_ID"
  private static let stageSuffix = "_VERSION_STAGE"
  private static let versionSuffix = "_VERSION_ID"

  /// What the function is told.
  var variables: [Pair] {
    let told = [Pair("\(variable)\(Self.idSuffix)", id)]
    switch version {
    case .current: return told
    case .stage(let stage): return told + [Pair("\(variable)\(Self.stageSuffix)", stage)]
    case .id(let id): return told + [Pair("\(variable)\(Self.versionSuffix)", id)]
    }
  }

  /// What a field of a function tells it of a secret; nil for one that tells of none.
  ///
  /// - Parameter fields: all of the function.
  init?(told field: Resource.Field, among fields: [Resource.Field], in place: LambdaPlace) {
    let prefix = "Environment.Variables."
    guard field.name.hasPrefix(prefix), field.name.hasSuffix(Self.idSuffix) else { return nil }
    let stem = field.name.dropLast(Self.idSuffix.count)
    let version = fields["\(stem)\(Self.stageSuffix)"] ?? fields["\(stem)\(Self.versionSuffix)"]
    let text = version.map { "\(field.value.text):\($0.text)" } ?? field.value.text
    guard let secret = try? LambdaSecret(Pair(String(stem.dropFirst(prefix.count)), text), in: place) else {
      return nil
    }
    self = secret
  }

  /// As a manifest has it.
  var pair: Pair {
    switch version {
    case .current: Pair(variable, id)
    case .stage(let version), .id(let version): Pair(variable, "\(id):\(version)")
    }
  }

  // MARK: Reading

  private static func version(_ text: String) -> Version {
    switch text {
    case "latest", "AWSCURRENT": .current
    // A version's id is a request token of 32 to 64 characters, which all tools make as a UUID.
    case _ where (32...64).contains(text.utf8.count) && text.utf8.allSatisfy(isIDByte): .id(text)
    default: .stage(text)
    }
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte | 32) || byte == 45
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.count <= 512
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0 | 32) || "/_+=.@-".utf8.contains($0)
      }
  }

  /// Whether an ARN ends with a hyphen and the six letters that Secrets Manager adds to a name.
  private static func isComplete(_ arn: String) -> Bool {
    let end = arn.utf8.suffix(7)
    return end.first == 45 && end.dropFirst().allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) }
  }

  private static func refusal(_ message: String, _ place: LambdaPlace) -> ExpansionRefusal {
    ExpansionRefusal(
      message, hint: "write 'NAME', 'NAME:STAGE', 'NAME:VERSION-ID', or '\(place.secretARN("NAME"))-xxxxxx'")
  }
}
