import JobsCore

/// A cgroup that is no folder of the cgroup file system.
package enum CgroupFolder: HostKeyRule {
  package static let info = RuleInfo(
    "HO106", "cgroup-folder", .hosts, .error, summary: "a cgroup that is no folder below /sys/fs/cgroup",
    page: """
      'cgroup' is the whole path of a folder of cgroup v2 that stands already, as systemd or an administrator made it: the
      run joins it, and its limits hold for the run. The file system is mounted at /sys/fs/cgroup. The word 'auto' stands
      for a cgroup that 'jobs-run' makes for each run, where it may: as root, or where systemd handed it its own by
      'Delegate=yes'. At a timeout everything in it ends, also what left the run's session and cleared its variables,
      and the run's CPU counts all of it. Elsewhere the run starts without one. A start takes 1 to 15 ms longer by
      it, which the kernel spends waiting.
      """,
    source: "cgroups(7), Linux man-pages 6.03",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  cgroup: ⟦batch.slice⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  cgroup: /sys/fs/cgroup/batch.slice\n")))

  private static let root = "/sys/fs/cgroup/"

  static func check(_ keys: HostKeys, _ findings: inout Findings) {
    guard let site = keys.value("cgroup"), let text = keys.text(site) else { return }
    let climbs = text.split(separator: "/").contains("..")
    guard text != HostRun.ownCgroup, !text.hasPrefix(root) || climbs || text.utf8.count == root.utf8.count else {
      return
    }
    findings.report(
      info, "'\(Terminal.visible(text))' is no folder below \(root.dropLast())", at: site,
      hint:
        "write the whole path\(climbs ? " without '..'" : ""), as in '\(root)batch.slice', or '\(HostRun.ownCgroup)'")
  }
}
