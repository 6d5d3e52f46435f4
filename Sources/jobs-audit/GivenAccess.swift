import JobsAudit
import JobsCommand
import JobsCore
import JobsGCP

/// What identities have, as files of both clouds tell it.
struct GivenAccess {
  var estate: Estate
  private let google: GoogleEstate
  /// As of when it is judged.
  private let time: JudgedTime
  let failedInputs: Int

  /// - Parameter files: nil where nobody gave any.
  init(_ files: AuditFiles?, _ naming: NamingOptions, by data: AuditData) throws(Failure) {
    var estate = Estate(data)
    var google = GoogleEstate()
    if let files {
      let reader = EstateReader(naming.naming) { google.add($0) }
      failedInputs = try files.read(
        say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
      ) { values, name throws(Failure) in try reader.read(&values, file: name, into: &estate) }
      try naming.addPolicies(to: &estate)
      time = naming.time(of: files)
    } else {
      failedInputs = 0
      time = .present(naming.time)
    }
    for name in google.namelessGroups { estate.remark(Self.words(ofGroup: name), isGap: true) }
    self.estate = estate
    self.google = google
  }

  /// What is missing where a group is known by its number alone.
  static func words(ofGroup name: String) -> String {
    "who is in which group by '\(Terminal.visible(name))': add what 'gcloud identity groups describe' says of it"
  }

  /// Sets what an identity needs against what it has.
  func judge(
    _ needs: [AccessNeed], of identity: String, used: UsedAccess
  ) -> (needs: [JudgedNeed], findings: [Finding]) {
    guard !identity.isEmpty else { return (needs.map { JudgedNeed($0, .unknown) }, []) }
    if let arn = ARN(identity) {
      guard let account = estate.accounts[arn.account] else { return (needs.map { JudgedNeed($0, .unknown) }, []) }
      return AWSAdvice(account, estate.data.actions, used: used, at: time.instant).judge(needs, of: identity)
    }
    guard !google.policies.isEmpty else { return (needs.map { JudgedNeed($0, .unknown) }, []) }
    let known = GoogleAdvice.KnownRoles(
      holding: { PermissionRole.roles(holding: [$0]) }, isWhole: { PermissionRole.isKnown($0) })
    var advice = GoogleAdvice(google, roles: estate.roles, used: used, at: time, known: known)
    return advice.judge(needs, of: identity)
  }
}
