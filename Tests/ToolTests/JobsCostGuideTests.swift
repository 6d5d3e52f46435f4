import TestSupport
import Testing

/// Every command of jobs-costing(7) is run, in the order of the page, in a repository of `examples/cost` with a branch that makes
/// a job dearer; one that stands there and not here fails.
@Suite struct JobsCostGuideTests {
  private let folder = ToolFolder()
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// The commands of the page, each with the status that it ends with and what it says.
  private static let expected: [(command: String, status: Int32, words: [String])] = [
    (
      "jobs-cost estimate -e prod --month 2027-03 jobs", 0,
      [#""job":"-/prod/nightly-report""#, #""state":"warned","basis":"estimate""#]
    ),
    ("jobs-cost estimate -e prod --month 2027-03 --lines jobs", 0, ["cloud.google.com/run/pricing"]),
    ("jobs-validate -e prod jobs | jobs-cost estimate --month 2027-03 > estimate.ndjson", 0, []),
    (
      "jobs-cost diff main HEAD jobs -e prod --month 2027-03", 0,
      [#""causes":["'30 4 * * *' is now '30 4,14 * * *': 31 runs more"]"#]
    ),
    (
      "jobs-cost diff main HEAD jobs -e prod --month 2027-03 --max-increase '5 USD' -o markdown > comment.md", 1,
      ["the increase is above its limit"]
    ),
    (
      "jobs-cost diff main HEAD jobs -e prod --month 2027-03 --max-increase '5 USD' -o github", 1,
      ["::notice file=jobs/nightly-report.yaml", "::error title=budget::the increase is above its limit"]
    ),
    (
      "jobs-cost recommend -e prod --usage peaks.csv --month 2027-03 jobs", 0,
      [#""code":"CO210""#, #""code":"CO250""#]
    ),
    (
      "jobs-cost recommend -e prod --usage peaks.csv --month 2027-03 --code CO210 --patch jobs | git apply", 0, []
    ),
    ("jobs-validate -e all jobs", 0, []),
    ("jobs-cost actual --by job,service bill-to-date.csv", 0, [#""by":{"job":"-/prod/refresh-cache""#]),
    (
      "jobs-cost actual --trends --jobs jobs -e prod --by team bill-to-date.csv", 0,
      [#""by":{"team":"data"}"#, #""type":"cost-trend""#]
    ),
    (
      "jobs-cost budget --jobs jobs -e prod --through 2027-03-14 bill-to-date.csv", 0,
      [#""job":"-/prod/score-orders""#, #""state":"held","basis":"forecast""#]
    ),
    (
      "jobs-cost variance --jobs jobs -e prod --month 2027-03 bill-to-date.csv", 0,
      [#""reasons":[{"code":"free""#, #""code":"late""#]
    ),
    ("jobs-cost prices check --max-age 3650", 0, [#""ok":true"#]),
  ]

  @Test func `the guide's commands do what it says`() {
    let page = ToolFolder.text("\(Self.root)/man/src/jobs-costing.7.in") ?? ""
    let commands = page.replacing("\\-", with: "-").split(separator: "\n").filter { $0.hasPrefix("jobs-") }
    #expect(commands.map(String.init) == Self.expected.map(\.command))
    let made = Tool.shell(
      """
      cp -R '\(Self.root)/examples/cost/.' . &&
        git init -q -b main && git add . && git commit -qm one && git checkout -qb more &&
        sed -i 's|"30 4 \\* \\* \\*"|"30 4,14 * * *"|' jobs/nightly-report.yaml && git commit -qam two
      """, in: folder, environment: Self.git)
    #expect(made.status == 0, "\(made.stderr)")
    for (command, status, words) in Self.expected {
      let ran = Tool.shell(command, in: folder, environment: Self.git)
      #expect(ran.status == status, "\(command): \(ran.stdout)\n\(ran.stderr)")
      for part in words {
        #expect((ran.stdout + ran.stderr).contains(part), "\(command): \(part)\n\(ran.stdout)\n\(ran.stderr)")
      }
    }
    #expect(folder.text(of: "estimate.ndjson")?.contains(#""ok":true"#) == true)
    #expect(folder.text(of: "comment.md")?.contains("| -/prod/nightly-report | europe-west1 |") == true)
    #expect(
      Tool.shell("git diff --stat", in: folder, environment: Self.git).stdout.contains("jobs/nightly-report.yaml"))
  }

  private static let git = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@b",
  ]
}
