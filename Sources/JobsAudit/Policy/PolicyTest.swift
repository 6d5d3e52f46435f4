package import JobsCore
import JobsManifest

/// An example in a policy: what is given, and all that has to be found in it.
package struct PolicyTest: Sendable {
  /// A finding that is expected, by what is said of it.
  package struct Expectation: Sendable {
    package var rule: String
    package var severity: FindingSeverity?
    package var principal: String?
    package var resource: String?
    package var isAccepted: Bool

    /// In words, as results name it.
    package var words: String {
      [
        rule, severity.map { "of severity \($0.rawValue)" }, principal.map { "about '\($0)'" },
        resource.map { "on '\($0)'" }, isAccepted ? "accepted" : nil,
      ].compactMap { $0 }.joined(separator: " ")
    }

    func fits(_ finding: Finding, isAccepted accepted: Bool) -> Bool {
      rule == finding.rule.code && isAccepted == accepted && (severity.map { $0 == finding.severity } ?? true)
        && (principal.map { $0 == finding.principal } ?? true)
        && (resource.map { $0 == finding.resource || finding.resource.hasSuffix("/\($0)") } ?? true)
    }
  }

  package var name: String
  package var location: Location
  /// Values that an audit reads, in JSON.
  package var inputs: [[UInt8]] = []
  /// Files that it reads, as they are written.
  package var files: [String] = []
  /// Manifests, in JSON.
  package var manifests: [[UInt8]] = []
  package var environment: String?
  /// In which jobs run that are not on a host.
  package var region: String?
  package var resource: String?
  package var time: Instant?
  package var expected: [Expectation] = []
  /// Codes of the rules that are looked at; empty for all.
  package var only: Set<String> = []

  /// What came of it.
  package struct Outcome: Sendable {
    /// What was expected and not found, and what was found and not expected, in words.
    package var faults: [String]

    package init(faults: [String]) { self.faults = faults }

    package var holds: Bool { faults.isEmpty }
  }

  /// Runs it under a policy.
  ///
  /// - Parameters:
  ///   - now: as of which is judged where it says nothing.
  ///   - open: opens one of its files.
  /// - Throws: a usage failure for what it gives and nobody can read.
  package func run(
    under policy: AuditPolicy, now: Instant, by data: AuditData = .shipped,
    open: (String) throws(Failure) -> ValueReader
  ) throws(Failure) -> Outcome {
    let time = time.map { JudgedTime.exactly($0) } ?? .present(now)
    let gate = PolicyGate(policy, now: time.instant)
    var accepted: [Finding] = []
    var standing: [Finding] = []
    // An expectation does not fail for the day alone.
    let over = expected.contains { $0.rule == SuppressionFinding.expired.code } ? gate.expired : []
    for finding in try findings(policy, time, data, open) + over where only.isEmpty || only.contains(finding.rule.code)
    {
      switch gate.judge(finding) {
      case .off: break
      case .stands(let finding): standing.append(finding)
      case .accepted(let finding, _): accepted.append(finding)
      }
    }
    var faults: [String] = []
    for expectation in expected {
      if expectation.isAccepted, let at = accepted.firstIndex(where: { expectation.fits($0, isAccepted: true) }) {
        accepted.remove(at: at)
      } else if let at = standing.firstIndex(where: { expectation.fits($0, isAccepted: false) }) {
        standing.remove(at: at)
      } else {
        faults.append("not found: \(expectation.words)")
      }
    }
    // What a suppression accepts need not be told.
    faults += standing.sorted(by: Finding.inOrder).map { finding in
      "not expected: \(finding.rule.code) of severity \(finding.severity.rawValue): \(finding.message)"
    }
    return Outcome(faults: faults)
  }

  private func findings(
    _ policy: AuditPolicy, _ time: JudgedTime, _ data: AuditData,
    _ open: (String) throws(Failure) -> ValueReader
  ) throws(Failure) -> [Finding] {
    var estate = Estate(data)
    var found: [Finding] = []
    var context = PolicyContext(roles: estate.roles, now: time, domains: policy.domains, organisation: policy)
    let naming = EstateReader.Naming(resource: resource.map(EstateReader.Naming.full))
    var google = GoogleEstate()
    let reader = EstateReader(naming, observe: { found += UseRules.check($0, at: time.instant) }) { google.add($0) }
    for bytes in inputs {
      var values = ValueReader(bytes: bytes, name: "the input")
      try reader.read(&values, file: location.short, into: &estate)
    }
    for file in files {
      var values = try open(file)
      try reader.read(&values, file: file, into: &estate)
    }
    context.know(google)
    for allow in google.policies { found += PolicyRules.check(allow, context) }
    found += EstateRules.check(estate, organisation: policy)
    var jobs: [Job] = []
    for bytes in manifests {
      let read = FileCheck.jobs(json: bytes, path: location.file, environment: environment)
      if let error = read.errors.first {
        throw .usage("cannot use a manifest: \(error.message)", hint: error.hint)
      }
      jobs += read.jobs.map { job in
        var job = job
        if !job.runsOnHost { job.target.region = region ?? job.target.region }
        return job
      }
    }
    let strict = policy.protected.isEmpty ? ManifestContext.usuallyProtected : policy.protected
    return found + ManifestRules.check(jobs, ManifestContext(jobs, protected: strict, organisation: policy))
  }
}

extension AuditPolicy.Reader {
  /// A test; nil where something of it cannot be told, which is then a fault.
  ///
  /// - Parameter policy: what of the policy was read before, its environments among it.
  mutating func test(_ id: Tree.ID, under policy: AuditPolicy) -> PolicyTest? {
    guard let name = tree.text(id, "name"), let given = tree.value(id, "given"), let list = tree.value(id, "expect")
    else { return nil }
    var test = PolicyTest(name: name, location: location(id))
    if let input = tree.value(given, "input") {
      let isList = tree.kind(input) == .sequence
      test.inputs = isList ? tree.children(input).map { tree.json($0) } : [tree.json(input)]
    }
    test.files = tree.texts(tree.value(given, "files"))
    test.manifests = tree.value(given, "jobs").map { tree.children($0).map { tree.json($0) } } ?? []
    test.environment = tree.text(given, "env")
    test.region = tree.text(given, "region")
    test.resource = tree.text(given, "resource")
    if test.inputs.isEmpty, test.files.isEmpty, test.manifests.isEmpty {
      fail(given, "a test is given nothing to judge", "give 'input', 'files' or 'jobs'")
      return nil
    }
    if let node = tree.value(given, "asOf"), let text = tree.text(node) {
      test.time = Instant(rfc3339: text) ?? Instant(rfc3339: "\(text)T00:00:00Z")
      if test.time == nil {
        fail(node, "'\(Terminal.visible(text))' is no time", "write it as in \"2027-03-31\"")
        return nil
      }
    }
    if let node = tree.value(given, "env"), let name = test.environment, !policy.environments.isEmpty,
      policy.environment(name) == nil
    {
      let names = policy.environments.map { "'\(Terminal.visible($0.name))'" }.joined(separator: ", ")
      fail(node, "the policy has no environment '\(Terminal.visible(name))'", "it has \(names)")
      return nil
    }
    if let only = tree.value(id, "only") {
      for node in tree.children(only) {
        let rule = tree.string(node).uppercased()
        guard isRule(rule, node) else { return nil }
        test.only.insert(rule)
      }
    }
    for node in tree.children(list) {
      let rule = (tree.text(node, "rule") ?? tree.text(node) ?? "").uppercased()
      guard isRule(rule, node) else { return nil }
      guard test.only.isEmpty || test.only.contains(rule) else {
        fail(node, "'\(rule)' is expected and not among 'only', so that nobody looks for it", "add it there")
        return nil
      }
      test.expected.append(
        PolicyTest.Expectation(
          rule: rule, severity: tree.text(node, "severity").flatMap(FindingSeverity.init),
          principal: tree.text(node, "principal"), resource: tree.text(node, "resource"),
          isAccepted: tree.value(node, "suppressed").flatMap(tree.bool) ?? false))
    }
    return test
  }
}

extension Tree {
  fileprivate func json(_ id: ID) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(self, id)
    return writer.bytes
  }
}
