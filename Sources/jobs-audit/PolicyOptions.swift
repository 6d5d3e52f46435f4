import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsManifest

/// Which organisation's policy findings are held against.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The organisation's policy: a project file, or a file of kind 'Policy'.",
      discussion: "Without it JOBS_POLICY, or the jobs.yaml at or above the manifests or the working directory.",
      valueName: "file"))
  var policy: String?

  @Flag(help: "Hold findings against no policy.")
  var noPolicy = false

  func validate() throws {
    guard policy == nil || !noPolicy else { throw ValidationError("--policy and --no-policy exclude each other") }
  }

  /// The policy; nil where there is none.
  ///
  /// - Parameter paths: of manifests, from which a project file is looked for.
  /// - Throws: a usage failure for a policy that cannot be used: what it asks would be left out.
  func load(_ environment: [String: String], near paths: [String] = []) throws(Failure) -> AuditPolicy? {
    guard let policy = try find(environment, near: paths) else { return nil }
    if let fault = policy.faults.first {
      let more = policy.faults.count > 1 ? ", and \(policy.faults.count - 1) more" : ""
      throw .usage(
        "cannot use the policy \(fault.location.short): \(fault.message)\(more)",
        hint: fault.hint ?? "'jobs-audit policy check' lists all faults")
    }
    return policy
  }

  /// The policy, for a verb that is about it and can do nothing without.
  func require(_ environment: [String: String]) throws(Failure) -> AuditPolicy {
    guard let policy = try load(environment) else { throw Self.missing }
    return policy
  }

  static let missing = Failure.usage(
    "there is no policy: no jobs.yaml stands at or above the working directory", hint: "name a file with --policy")

  /// The policy with its faults; nil where there is none.
  func find(_ environment: [String: String], near paths: [String] = []) throws(Failure) -> AuditPolicy? {
    guard !noPolicy else { return nil }
    let named = policy ?? environment["JOBS_POLICY"].flatMap { $0.isEmpty ? nil : $0 }
    if let named { return AuditPolicy(try PolicySource(Self.read(named), path: named)) }
    // Standard input is at no place.
    guard let found = try ProjectSearch.find(from: paths.filter { $0 != "-" }) else { return nil }
    return AuditPolicy(try PolicySource(found.bytes, path: found.path))
  }

  private static func read(_ path: String) throws(Failure) -> [UInt8] {
    let shown = "'\(Terminal.visible(path))'"
    do throws(FileBytes.ReadError) {
      return try FileBytes.read(path, limit: PolicySource.limits.bytes)
    } catch {
      switch error {
      case .system(let code): throw .usage("cannot read the policy \(shown): \(systemMessage(code))")
      case .notAFile(let what): throw .usage("cannot read the policy \(shown): it is \(what)")
      case .tooLarge: throw .usage("the policy \(shown) is larger than \(PolicySource.limits.bytes >> 20) MiB")
      }
    }
  }
}
