import JobsAudit
import JobsCore

/// Secrets of AWS as they are named at the end of a path.
enum SecretGoal {
  /// Refuses the ARN of a secret without the dash and the six characters that AWS puts behind its name (Secrets Manager, "What's
  /// in a Secrets Manager secret?", read 2026-11-23): no statement about the secret would be about such a thing.
  static func check(_ names: [String]) throws(Failure) {
    for name in names {
      guard let arn = ARN(name), arn.service == "secretsmanager", arn.resource.hasPrefix("secret:") else { continue }
      let end = arn.resource.suffix(7)
      if end.first == "-", end.dropFirst().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) { continue }
      let secret = Terminal.visible(String(arn.resource.dropFirst("secret:".count)))
      throw .usage(
        "'\(Terminal.visible(name))' is not the whole ARN of a secret: the dash and six characters that AWS adds are missing",
        hint: "'aws secretsmanager describe-secret --secret-id \(secret) --query ARN' tells it")
    }
  }
}
