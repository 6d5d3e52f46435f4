import JobsCore

/// Permission bits that are out of range or meant in octal.
package enum FileMode: JobRule {
  package static let info = RuleInfo(
    "CR246", "file-mode", .cloudrun, .error, fix: .unsafe,
    summary: "permission bits that are out of range, or octal digits written as decimal",
    page: """
      'mode' and 'defaultMode' are at most 0777 in octal, which is 511 in decimal. gcloud reads 0644 as octal, since it
      reads YAML 1.1; 644 without the zero is a decimal number that no permission has. Readers of YAML 1.2 take 0644 for
      644, so the decimal number (420) is what means the same everywhere.
      """,
    source: "\(FactSource.runV1), KeyToPath.mode",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task:
          "          volumes:\n          - name: tls\n            secret: {secretName: tls-key, defaultMode: ⟦644⟧}\n",
        container: "            volumeMounts:\n            - {name: tls, mountPath: /etc/tls}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task:
          "          volumes:\n          - name: tls\n            secret: {secretName: tls-key, defaultMode: 420}\n",
        container: "            volumeMounts:\n            - {name: tls, mountPath: /etc/tls}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    for volume in nodes.volumes {
      guard let secret = tree.value(volume, "secret") else { continue }
      if let mode = tree.value(secret, "defaultMode") { judge(mode, job, &findings) }
      guard let items = tree.value(secret, "items") else { continue }
      for item in tree.children(items) {
        if let mode = tree.value(item, "mode") { judge(mode, job, &findings) }
      }
    }
  }

  private static let usual: Set<Int> = [
    0o400, 0o440, 0o444, 0o500, 0o550, 0o555, 0o600, 0o640, 0o644, 0o700, 0o750, 0o755, 0o777,
  ]

  private static func judge(_ id: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    guard job.tree.kind(id) == .int else { return }
    let text = job.tree.string(id)
    // With a zero in front, gcloud reads octal; '0o644' is octal for everybody.
    if text.hasPrefix("0o") || text.hasPrefix("0") && text.utf8.count > 1 { return }
    // Above 777 the structure has said so.
    guard let value = Int(text), value <= 777 else { return }
    // Three octal digits that make a usual mode were meant as one; 420 is what 0644 is in decimal.
    guard let octal = Int(text, radix: 8), usual.contains(octal) else {
      guard value > 0o777 else { return }
      return findings.report(
        info, "\(value) is no mode: 511 (0777 in octal) is the most", at: id, hint: "write 292 for 0444")
    }
    findings.report(
      info, "\(text) is a decimal number, and 0\(text) in octal was probably meant", at: id,
      severity: value > 0o777 ? .error : .warning, hint: "write \(octal), which is 0\(text) in octal",
      fix: findings.replacing(id, with: String(octal), safe: false))
  }
}
