import JobsAudit
import JobsCommand
import JobsCore

/// What files hold, judged by all rules over policies, credentials and grants while it is read.
struct JudgedInput {
  private(set) var estate: Estate
  let failedInputs: Int
  /// What was read beside its kinds, as controls need it: `google-policy:cloudkms.googleapis.com`, `aws-credentials:root`.
  let facts: Set<String>

  /// Whether something of it could not be judged.
  var isPartial: Bool { failedInputs > 0 || estate.hasGaps }

  /// - Parameters:
  ///   - domains: the organisation's, in small letters; those of the policy if there are none.
  ///   - policy: what the organisation asks; nil where nobody says so.
  ///   - data: what is known of the clouds beforehand.
  ///   - take: called with each finding as it is met, so that policies of Google need not be kept.
  init(
    _ files: AuditFiles, _ naming: NamingOptions, at now: JudgedTime, domains: Set<String>, under policy: AuditPolicy?,
    by data: AuditData, take: @escaping (Finding) -> Void
  ) throws(Failure) {
    var estate = Estate(data)
    var facts: Set<String> = []
    let domains = domains.isEmpty ? policy?.domains ?? [] : domains
    var context = PolicyContext(roles: estate.roles, now: now, domains: domains, organisation: policy)
    var known = files.beforehand()
    context.know(known)
    let isPiped = files.hasPipe
    var isBehind = false
    var hasPolicies = false
    var isNew = false
    func observe(_ seen: Observation) {
      if case .credentials(let row) = seen, row.isRoot { facts.insert("aws-credentials:root") }
      UseRules.check(seen, at: now.instant).forEach(take)
    }
    let reader = EstateReader(naming.naming, observe: observe) { item in
      switch item {
      case .policy(let policy):
        hasPolicies = true
        if isNew { context.know(known) }
        isNew = false
        policy.resource.split(separator: "/").first.map { _ = facts.insert("google-policy:\($0)") }
        PolicyRules.check(policy, context).forEach(take)
      case _ where item.isBeforehand && isPiped:
        known.add(item)
        isNew = true
        isBehind = isBehind || hasPolicies
      default: break
      }
    }
    failedInputs = try files.read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { values, name throws(Failure) in
      try reader.read(&values, file: name, into: &estate)
    }
    if isBehind {
      estate.remark("deny policies and groups that came by a pipe, for the policies before them: put them first")
    }
    for name in known.namelessGroups { estate.remark(GivenAccess.words(ofGroup: name), isGap: true) }
    try naming.addPolicies(to: &estate)
    EstateRules.check(estate, organisation: policy).forEach(take)
    if estate.hasGooglePolicies, domains.isEmpty {
      estate.remark("members of other domains: say which are the organisation's with --domain or in a policy")
    }
    if !domains.isEmpty, facts.contains("google-policy:cloudresourcemanager.googleapis.com") {
      facts.insert("organisation-domains")
    }
    self.estate = estate
    self.facts = facts
  }

  /// Counts what was judged beside the files.
  mutating func count(_ kind: String, _ number: Int) { estate.count(kind, number) }
}
