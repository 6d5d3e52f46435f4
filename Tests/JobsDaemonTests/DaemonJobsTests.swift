import Testing

@testable import JobsDaemon

@Suite struct DaemonJobsTests {
  @Test(
    "of a bad file and of all that lies in a bad folder the last good version stands",
    arguments: [
      ("jobs/a.yaml", ["jobs/a.yaml"], true), ("jobs/a.yaml", ["jobs/b.yaml"], false), ("jobs/a.yaml", [], false),
      ("jobs/a.yaml", ["jobs"], true), ("jobs/deep/a.yaml", ["jobs"], true), ("jobs/deep/a.yaml", ["jobs/deep"], true),
      ("jobs/a.yaml", ["jobs/deep"], false), ("jobs2/a.yaml", ["jobs"], false), ("/srv/jobs/a.yaml", ["/srv"], true),
      ("a.yaml", ["."], true), ("deep/a.yaml", ["."], true), ("/srv/a.yaml", ["."], false),
    ])
  func isBad(_ file: String, _ bad: [String], _ expected: Bool) {
    #expect(DaemonJobs(jobs: [], badFiles: Set(bad)).isBad(file) == expected)
  }
}
