import ArgumentParser
import JobsAudit
import JobsCore

/// What the input does not say of itself, and as of when it is judged.
struct NamingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What an input is of that does not say so: of Google 'projects/ID' or a full name, of AWS an ARN.",
      valueName: "name"))
  var resource: String?

  @Option(help: ArgumentHelp("Judge as of this time (RFC 3339) instead of now.", valueName: "time"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Policies of a level of the AWS organisation (SCP, RCP); once for each level, from the root down. One that cannot be read "
        + "ends the run.",
      valueName: "file"))
  var scp: [String] = []

  @Option(
    help: ArgumentHelp(
      "What a session of a role, or of a user by GetFederationToken, begins with: a file, or the ARN of a policy in the "
        + "input; those of one count together. One that cannot be read ends the run.",
      valueName: "role=file"))
  var sessionPolicy: [SessionPolicyOption] = []

  func validate() throws {
    if let asOf, Instant(rfc3339: asOf) == nil {
      throw ValidationError("--as-of is a time such as 2027-01-01T00:00:00Z")
    }
  }

  /// Refuses what would say nothing.
  ///
  /// - Parameter isRead: whether what identities have is given, which options are about.
  func validate(isRead: Bool) throws {
    guard !isRead else { return }
    let given = [
      ("--resource", resource != nil), ("--scp", !scp.isEmpty), ("--session-policy", !sessionPolicy.isEmpty),
    ]
    if let (option, _) = given.first(where: \.1) {
      throw ValidationError("\(option) is about what --iam or --live reads: give one of them")
    }
  }

  /// The time that is judged where no file says another.
  var time: Instant { asOf.flatMap { Instant(rfc3339: $0) } ?? Instant.now() }

  /// The time that is judged: of a snapshot that was kept that of its reading, since what it says of the use of things ends there.
  func time(of files: AuditFiles) -> JudgedTime { asOf == nil ? .present(files.readAt ?? time) : .exactly(time) }

  /// Adds what no account's details have: policies of the organisation and of sessions.
  func addPolicies(to estate: inout Estate) throws(Failure) {
    try addOrganization(to: &estate)
    try SessionPolicyOption.add(sessionPolicy, to: &estate)
  }

  /// Gives the accounts the policies of the organisation, level by level.
  private func addOrganization(to estate: inout Estate) throws(Failure) {
    guard !scp.isEmpty else { return }
    var levels: [OrganizationLevel] = []
    for name in scp {
      _ = try AuditFiles(names: [name]).read(say: { _ in }) { reader, file throws(Failure) in
        levels.append(try OrganizationPolicyReader.level(&reader, file: file))
      }
    }
    let bare = levels.firstIndex { $0.services.isEmpty }
    if let bare, levels.contains(where: { !$0.services.isEmpty }) {
      throw .usage(
        "'\(Terminal.visible(scp[bare]))' has no service control policy, and would deny all",
        hint: "give the 'FullAWSAccess' that is attached there as well")
    }
    for number in estate.accountOrder { estate.accounts[number]?.bound(by: levels) }
  }

  /// What says of which resource a policy is.
  var naming: EstateReader.Naming {
    EstateReader.Naming(resource: resource.map(EstateReader.Naming.full), subject: resource)
  }
}
