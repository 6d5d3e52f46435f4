import JobsAudit
import JobsCommand
import JobsCore

/// What was read, and the graph of it.
struct PathGraphs {
  private(set) var estate: Estate
  let graph: EstateGraph
  let failedInputs: Int

  /// - Throws: a usage failure where nothing has paths.
  init(_ files: AuditFiles, _ naming: NamingOptions, by data: AuditData) throws(Failure) {
    self = try PathGraphs(files, naming, by: data) { _ in }
    guard !graph.isEmpty else {
      throw .usage(
        "neither an account of AWS nor a policy of Google is in the input",
        hint: "give what 'aws iam get-account-authorization-details' or 'gcloud asset export' writes")
    }
    if !estate.singles.isEmpty { estate.remark("paths through policies of AWS that stand alone", isGap: true) }
  }

  /// - Parameters:
  ///   - data: what is known of the clouds beforehand.
  ///   - observe: called with what is told of credentials and grants.
  ///   - check: called with each policy of Google as it is read.
  init(
    _ files: AuditFiles, _ input: NamingOptions, by data: AuditData,
    observe: @escaping (Observation) -> Void = { _ in },
    check: @escaping (AllowPolicy) -> Void
  ) throws(Failure) {
    var estate = Estate(data)
    var google = GoogleEstate()
    failedInputs = try files.read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { values, name throws(Failure) in
      let reader = EstateReader(input.naming, observe: observe) { item in
        if case .policy(let policy) = item { check(policy) }
        google.add(item)
      }
      try reader.read(&values, file: name, into: &estate)
    }
    try input.addPolicies(to: &estate)
    let accounts = estate.accountOrder.compactMap { estate.accounts[$0] }.map {
      AccountGraph($0, at: input.asOf == nil ? nil : input.time, workloads: estate.workloads.all)
    }
    let organisation =
      google.policies.isEmpty ? nil : GoogleGraph(google, roles: estate.roles, at: input.time(of: files))
    for name in google.namelessGroups { estate.remark(GivenAccess.words(ofGroup: name), isGap: true) }
    for words in organisation?.gaps ?? [] { estate.remark(words) }
    graph = EstateGraph(accounts, organisation, policies: estate.resourcePolicies)
    self.estate = estate
  }

  /// Whether something of the input could not be judged.
  var isPartial: Bool { failedInputs > 0 || estate.hasGaps }
}
