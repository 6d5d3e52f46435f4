import JobsCore

/// A umask that is no octal number.
package enum UmaskText: HostKeyRule {
  package static let info = RuleInfo(
    "HO105", "umask-text", .hosts, .error, summary: "a umask that is no octal number",
    page: """
      A umask is up to four digits of 0 to 7 in quotes, at most "0777": the permissions that new files are created
      without. "0027" leaves the group its right to read and others nothing.
      """,
    source: "umask(2), Linux man-pages 6.03",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  umask: ⟦\"0280\"⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  umask: \"0027\"\n")))

  static func check(_ keys: HostKeys, _ findings: inout Findings) {
    guard let site = keys.value("umask"), let text = keys.text(site), HostRun.umask(text) == nil else { return }
    findings.report(
      info, "'\(Terminal.visible(text))' is no umask", at: site, hint: "write octal digits in quotes, as in \"0027\"")
  }
}
