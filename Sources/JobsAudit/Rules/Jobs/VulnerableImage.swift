import JobsManifest

/// JA120.
enum VulnerableImage: ManifestRule {
  static let rule = AuditRule(
    "JA120", "vulnerable-image", .high, "A job runs an image in which a scanner found known vulnerabilities.",
    page: """
      How bad that is depends on what can be done with it, so the severity is that of the worst vulnerability times what the
      job's identity can reach. Where it has all rights, or can come to have them, that is critical, whether the vulnerability
      is critical or high. Where the input of --iam tells all that the identity may do, and it cannot come to them, it is one
      less: high for a critical one, medium for a high one. Where the input does not tell, or not all, it is that of the
      vulnerability. Findings of a scanner below high are left to the scanner. Build the image anew with the versions that
      mend it.
      """,
    source: "CVSS 4.0 Specification, 2.4 with subsequent systems (2026-11-22)",
    mending: .manifest)

  /// Vulnerabilities that are named.
  private static let named = 3

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard let image = job.run.image else { return nil }
    // What one scanner does not know another one may.
    let reports = context.images.filter { $0.isOf(image) && !$0.grave.isEmpty }
    let bad = ImageReport.worstFirst(reports.flatMap(\.grave))
    guard let worst = bad.first else { return nil }
    let identity = context.identity(of: job)
    let power = identity.flatMap { context.powers[$0] }
    let list = bad.prefix(named).map { "\($0.id) in \($0.package)" }.joined(separator: ", ")
    let more = bad.count > named ? " and \(bad.count - named) more" : ""
    let fixes = bad.compactMap { item in item.fixed.map { "\(item.package) \($0)" } }
    var finding = job.finding(
      rule,
      "runs an image with \(list)\(more), as \(Set(reports.map(\.scanner)).sorted().joined(separator: " and ")) found"
        + (power == nil ? "" : ", and its identity has all rights or can come to have them"),
      severity: severity(
        worst.severity, isPowerful: power != nil, isKnown: identity.map { context.known?.contains($0) == true } ?? false
      ),
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

  private static func severity(_ worst: FindingSeverity, isPowerful: Bool, isKnown: Bool) -> FindingSeverity {
    if isPowerful { return .critical }
    guard isKnown else { return worst }
    return worst == .critical ? .high : .medium
  }
}
