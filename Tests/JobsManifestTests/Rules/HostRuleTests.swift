import JobsCore
import Testing

@testable import JobsManifest

/// Edges of the rules on what only hosts keep.
@Suite struct HostRuleTests {
  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    pools: {database: 4, tape: 1}
    defaults: {locks: [ledger]}
    """

  private static func found(_ lines: [String], project: String? = project) -> [String] {
    let text = ExampleText.job("  command: [/bin/report]\n" + lines.map { "  \($0)\n" }.joined())
    return ExampleRun.diagnostics(of: .init(.jobs, text, project: project), text: text).map {
      "\($0.code) \($0.severity) \($0.message)"
    }
  }

  @Test(
    "faults",
    arguments: [
      (["pools: [disk]"], "HO101 error the project defines no pool 'disk'"),
      (["pools: {disk: 9}"], "HO101 error the project defines no pool 'disk'"),
      (["pools: {tape: 2}"], "HO102 error a run takes 2 slots of 'tape', which has 1"),
      (["pools: [tape, tape]"], "HO103 error the pool 'tape' is named twice"),
      (["locks: [a, b, a]"], "HO103 error the lock 'a' is named twice"),
      (["umask: \"8\""], "HO105 error '8' is no umask"),
      (["cgroup: /sys/fs/cgroup/"], "HO106 error '/sys/fs/cgroup/' is no folder below /sys/fs/cgroup"),
      (["cgroup: /sys/fs/cgroup/../../etc"], "HO106 error"), (["cgroup: Auto"], "HO106 error"),
      (["cgroup: /sys/fs/cgroupie/a"], "HO106 error"),
      (
        ["quietHours: {from: \"07:00\", to: \"07:00\"}"],
        "HO107 error the quiet hours begin and end at 07:00"
      ),
      (["quietHours: {from: \"07:00\", to: \"09:00\", timezone: CEST}"], "SC109 error unknown zone 'CEST'"),
      (["schedule: \"0 * * * *\"", "jitter: 1h"], "HO108 warning 'jitter' is 1h, and the schedule fires every 1h"),
      (
        ["schedule: \"0 3 * * *\"", "missed: {policy: all, splay: 2d}"],
        "HO108 warning 'splay' is 2d, and the schedule fires every 1d"
      ),
      (["fallback: []"], "IM210 error the command is empty"),
      (["fallback: {command: \" \"}"], "IM210 error the command is empty"),
    ])
  func faults(lines: [String], start: String) {
    let found = Self.found(lines)
    #expect(found.count == 1 && found[0].hasPrefix(start), "\(found)")
  }

  @Test(
    "what is no fault",
    arguments: [
      ["pools: {database: 4, tape: 1}"], ["locks: [a, b]"], ["umask: \"0\""],
      ["cgroup: /sys/fs/cgroup/batch.slice/report"], ["cgroup: auto"], ["schedule: \"0 * * * *\"", "jitter: 59m"],
      ["jitter: 1d"],
      ["fallback: [/bin/tell]", "deadLetter: false"], ["breaker: {failures: 1}"],
      ["quietHours: {from: \"22:00\", to: \"06:00\"}", "schedule: \"0 3 * * *\""],
    ])
  func fine(lines: [String]) { #expect(Self.found(lines) == []) }

  @Test("without a project file nobody knows the pools")
  func noProject() { #expect(Self.found(["pools: [disk]"], project: nil) == []) }

  @Test("each key that a cloud does not keep is named, and those of the defaults are not")
  func cloud() {
    let lines = [
      "priority: 3", "grace: 10s", "retry: {attempts: 1, perClass: {network: {attempts: 2}}}",
      "missed: {policy: last, splay: 1m}",
    ]
    let text = ExampleText.job(
      "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n"
        + lines.map { "  \($0)\n" }.joined())
    let found = ExampleRun.diagnostics(of: .init(.jobs, text, project: Self.project), text: text)
    #expect(found.allSatisfy { $0.code == "HO104" && $0.severity == .warning })
    #expect(
      found.map { $0.message.split(separator: "'")[0] } == ["priority", "grace", "retry.perClass", "missed.splay"])
  }

  @Test("quiet hours of a job stand in place of its environment's")
  func ownQuietHours() {
    let project = """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments: {dev: {quietHours: {from: "20:00", to: "07:00"}}}
      """
    let schedule = "schedule: \"0 3 * * *\""
    #expect(Self.found([schedule], project: project).map { $0.prefix(5) } == ["SC115"])
    #expect(Self.found([schedule, "quietHours: {from: \"12:00\", to: \"13:00\"}"], project: project) == [])
  }
}
