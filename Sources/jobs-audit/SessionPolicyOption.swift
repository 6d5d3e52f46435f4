import ArgumentParser
import JobsAudit
import JobsCore

/// What limits a session of a role or a user: `deploy=session.json`.
struct SessionPolicyOption: ExpressibleByArgument {
  /// The name of the role or user, or the ARN.
  let role: String
  /// A file, or the ARN of a managed policy.
  let source: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    (role, source) = (parts[0], parts[1])
  }

  /// Gives the estate one session of each role or user that is named.
  ///
  /// - Throws: a usage failure where the input has no such role or user, or several, and for what is no policy.
  static func add(_ options: [SessionPolicyOption], to estate: inout Estate) throws(Failure) {
    var order: [String] = []
    var limits: [String: [AttachedPolicy]] = [:]
    for option in options {
      if limits[option.role] == nil { order.append(option.role) }
      limits[option.role, default: []] += try option.policies(estate)
    }
    for role in order {
      guard estate.addSession(of: role, under: limits[role] ?? []) else {
        throw .usage(
          "not exactly one role or user of the input is '\(Terminal.visible(role))'",
          hint: "--session-policy takes the ARN of a role or user, or its name")
      }
    }
  }

  private func policies(_ estate: Estate) throws(Failure) -> [AttachedPolicy] {
    guard source.hasPrefix("arn:") else {
      var found: [AttachedPolicy] = []
      _ = try AuditFiles(names: [source]).read(say: { _ in }) { reader, file throws(Failure) in
        found += try SessionPolicyReader.read(&reader, file: file)
      }
      return found
    }
    guard let document = estate.document(source) else {
      throw .usage(
        "the text of '\(Terminal.visible(source))' is not in the input",
        hint: "the details of an account have the policies that are attached in it; name a file")
    }
    return [AttachedPolicy(source, document)]
  }
}
