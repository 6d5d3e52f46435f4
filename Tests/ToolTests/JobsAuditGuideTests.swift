import TestSupport
import Testing

/// Every command of the suite in jobs-auditing(7) is run, in the order of the page; one that stands there and not here fails.
@Suite struct JobsAuditGuideTests {
  private let folder = ToolFolder()
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// The commands of the page, each with the status that it ends with.
  private static let expected: [(command: String, status: Int32)] = [
    ("jobs-audit iam account.json workloads.json", 1),
    ("jobs-audit paths organization.ndjson --privileged", 1),
    ("jobs-audit paths organization.ndjson --to db-password", 1),
    ("jobs-audit what-if organization.ndjson --remove 'roles/run.developer of folders/2'", 0),
    ("jobs-audit paths organization.ndjson deny.json --privileged", 0),
    ("jobs-audit recommend jobs -e prod --job nightly-report --iam organization.ndjson", 0),
    (
      "jobs-audit recommend jobs -e prod --iam organization.ndjson --access events.ndjson -o markdown --fail-on never > access.md",
      0
    ),
    ("jobs-audit iam credentials.csv --as-of 2026-11-22T12:00:00Z", 1),
    ("jobs-audit access events.ndjson --fail-on high", 1),
    ("jobs-audit iam organization.ndjson --fail-on never -o ndjson > baseline.ndjson", 0),
    ("jobs-audit iam organization.ndjson --baseline baseline.ndjson --fail-on medium", 0),
    ("jobs-audit diff organization.ndjson organization.ndjson", 0),
    ("jobs-audit iam organization.ndjson --baseline baseline.ndjson -o sarif > iam.sarif", 0),
    ("jobs-audit paths organization.ndjson --privileged -o sarif --fail-on never > paths.sarif", 0),
    ("jobs-audit paths organization.ndjson --privileged -o html --fail-on never > paths.html", 0),
    ("jobs-audit policy test --policy policy.yaml", 0),
    ("jobs-audit policy check --policy policy.yaml", 0),
    ("jobs-audit iam organization.ndjson --policy policy.yaml --fail-on critical", 0),
    (
      "jobs-audit compliance --framework cis-gcp-5.0 organization.ndjson --policy policy.yaml --fail-on never", 0
    ),
    ("jobs-audit review open q4 organization.ndjson --due 2099-01-15", 0),
    ("jobs-audit review assign q4 ada@acme.example", 0), ("jobs-audit review assign q4 bob@acme.example", 0),
    ("jobs-audit review decide q4 --by ada@acme.example --from ada.csv", 0),
    ("jobs-audit review decide q4 keep --by bob@acme.example --principal '*' --reason 'in use'", 0),
    ("jobs-audit review decide q4 revoke --by ada@acme.example --grant roles/run.developer", 0),
    (
      "jobs-audit review decide q4 limit --until 2099-03-31 --by ada@acme.example --grant roles/iam.serviceAccountUser",
      0
    ),
    ("jobs-audit review status q4", 0),
    ("jobs-audit review close q4 --by grace@acme.example", 0),
  ]

  @Test func `the guide's commands do what it says`() {
    let page = ToolFolder.text("\(Self.root)/man/src/jobs-auditing.7.in") ?? ""
    let commands = page.replacing("\\-", with: "-").split(separator: "\n").filter { $0.hasPrefix("jobs-audit ") }
    #expect(commands.map(String.init) == Self.expected.map(\.command))
    for file in [
      "account.json", "workloads.json", "organization.ndjson", "deny.json", "policy.yaml", "credentials.csv",
      "events.ndjson", "jobs/jobs.yaml",
      "jobs/nightly-report.yaml",
    ] {
      folder.write(ToolFolder.text("\(Self.root)/examples/audit/\(file)") ?? "", to: file)
    }
    for (command, status) in Self.expected {
      if command.hasSuffix("ada.csv") { answer() }
      let ran = Tool.shell(command, in: folder)
      #expect(ran.status == status, "\(command): \(ran.stdout)\n\(ran.stderr)")
    }
    let workflow = ToolFolder.text("\(Self.root)/examples/ci/github-audit.yml") ?? ""
    #expect(workflow.contains("jobs-audit iam") && page.replacing("\\-", with: "-").contains(workflow))
    #expect(folder.text(of: "q4/revoke.sh")?.contains("2099-03-31T00:00:00Z") == true)
    #expect(folder.text(of: "paths.sarif")?.contains(#""codeFlows""#) == true)
    #expect(folder.text(of: "paths.html")?.contains("<h2>Paths</h2>") == true)
  }

  /// What Ada sends back: she keeps all of her table.
  private func answer() {
    let table = folder.text(of: "q4/for-ada@acme.example.csv") ?? ""
    let rows = table.split(separator: "\r\n").map {
      $0.hasSuffix(",,,") ? "\($0.dropLast(3)),keep,,in use" : String($0)
    }
    folder.write(rows.joined(separator: "\r\n") + "\r\n", to: "ada.csv")
  }
}
