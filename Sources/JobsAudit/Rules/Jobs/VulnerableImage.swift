import JobsManifest

/// JA120.
enum VulnerableImage: ManifestRule {
  static let rule = AuditRule(
    "JA120", "vulnerable-image", .high, "A job runs an image in which a scanner found known vulnerabilities.",
    page: """
      How bad that is depends on what can be done with it, so the severity is that of the worst vulnerability times what the
      job's identity can reach: one worse where it has all rights or can come to have them, one less where the input of --iam
      shows that it cannot. Findings of a scanner below high are left to the scanner. Build the image anew with the versions that
      mend it.
      """,
    source: "CVSS 4.0 Specification, 2.4 with subsequent systems (2026-11-22)",
    mending: .manifest)

  /// Vulnerabilities that are named.
  private static let named = 3

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard let image = job.run.image, let report = context.images.first(where: { $0.isOf(image) }) else { return nil }
    let bad = report.vulnerabilities.filter { $0.severity >= .high }
    guard let worst = bad.first else { return nil }
    let power = job.identity.flatMap { context.powers[$0] }
    let list = bad.prefix(named).map { "\($0.id) in \($0.package)" }.joined(separator: ", ")
    let more = bad.count > named ? " and \(bad.count - named) more" : ""
    let fixes = bad.compactMap { item in item.fixed.map { "\(item.package) \($0)" } }
    var finding = job.finding(
      rule,
      "runs an image with \(list)\(more), as \(report.scanner) found"
        + (power == nil ? "" : ", and its identity can come to have all rights"),
      severity: severity(worst.severity, isPowerful: power != nil, knowsPowers: context.knowsPowers),
      hint: fixes.isEmpty
        ? "nothing mends it yet: take away what the identity does not need"
        : "build it anew with " + Set(fixes).sorted().prefix(named).joined(separator: ", "),
      detail: bad.map(\.id).joined(separator: " "))
    if let power {
      finding.path = power.path
      finding.verdict = power.verdict
      finding.missing = power.missing
    }
    return finding
  }

  private static func severity(_ worst: FindingSeverity, isPowerful: Bool, knowsPowers: Bool) -> FindingSeverity {
    if isPowerful { return .critical }
    return knowsPowers ? worst == .critical ? .high : .medium : worst
  }
}
