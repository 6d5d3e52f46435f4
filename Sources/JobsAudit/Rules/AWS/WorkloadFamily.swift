/// A function, a schedule, a project, or the revisions of a definition that stand.
struct WorkloadFamily {
  /// The newest first; at least one.
  let revisions: [AWSWorkload]

  var newest: AWSWorkload { revisions[0] }

  /// A finding about those of its revisions that are meant.
  ///
  /// - Parameter meant: some of `revisions`, in their order.
  func finding(
    _ rule: AuditRule, _ meant: [AWSWorkload], _ message: String, principal: String? = nil,
    verdict: Finding.Verdict = .proven, hint: String, detail: String = ""
  ) -> Finding {
    let first = meant.first ?? newest
    var name = "\(newest.kind.rawValue) '\(newest.name)'"
    // What was registered anew goes on standing in what came before it.
    if first.revision < newest.revision { name += " in revision \(first.revision)" }
    if meant.count > 1 { name += " and \(meant.count - 1) older \(meant.count == 2 ? "revision" : "revisions")" }
    return Finding(
      rule, "\(name) \(message)", resource: newest.family, principal: principal, verdict: verdict, hint: hint,
      detail: detail, at: first.location)
  }
}
