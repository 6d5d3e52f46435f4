import TestSupport
import Testing

private let audit = Tool("jobs-audit")

@Suite("Reports of jobs-audit")
struct JobsAuditReportTests {
  private let folder = ToolFolder()
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// An organisation with paths, and a policy with members whose names are odd.
  private func write() {
    folder.write(ToolFolder.text("\(Self.root)/examples/audit/organization.ndjson") ?? "", to: "organization.ndjson")
    for file in [
      "events.ndjson", "credentials.csv", "policy.yaml", "jobs/jobs.yaml", "jobs/nightly-report.yaml",
    ] { folder.write(ToolFolder.text("\(Self.root)/examples/audit/\(file)") ?? "", to: file) }
    folder.write(
      #"{"bindings":[{"role":"roles/viewer","members":["user:<b>&\"x\"@gmail.com","allUsers"]}],"version":1}"#,
      to: "odd.json")
  }

  /// Findings of each kind, by what finds them.
  private static let kinds = [
    ("access", ["access", "events.ndjson", "-q"]),
    ("credentials", ["iam", "credentials.csv", "--as-of", "2026-11-22T12:00:00Z", "-q"]),
    ("accepted", ["iam", "organization.ndjson", "--policy", "policy.yaml", "-q"]),
    ("jobs", ["manifests", "jobs", "-e", "prod", "-q"]),
    ("recommend", ["recommend", "jobs", "-e", "prod", "--iam", "odd.json", "-q"]),
    ("policy", ["policy", "check", "--policy", "policy.yaml", "--as-of", "2099-06-01T00:00:00Z", "-q"]),
    ("diff", ["diff", "odd.json", "organization.ndjson", "-q"]),
  ]

  private static let paths = ["paths", "organization.ndjson", "--privileged", "-q"]
  private static let odd = ["iam", "odd.json", "--resource", "projects/p", "-q"]

  @Test("commands of several lines stand under each other, for people and on pages, so that they can be copied")
  func commands() {
    folder.write(ToolFolder.text("\(Self.root)/examples/audit/account.json") ?? "", to: "account.json")
    let arguments = ["iam", "account.json", "-q"]
    let human = audit.run(arguments + ["-o", "human"], in: folder).stdout
    #expect(human.contains(".json\n          jq 'if ") && human.contains("\n    undo: aws iam put-role-policy "))
    #expect(!human.contains(#"\n"#), "\(human)")
    let page = audit.run(arguments + ["-o", "html"], in: folder).stdout
    #expect(page.contains(".json<br>jq &#39;if ") && !page.contains(#"\n"#))
  }

  @Test("a path to somebody who rules a project says by which role they do")
  func power() {
    write()
    let found = audit.run(Self.paths, in: folder).records("finding")
    #expect(
      found.count == 1
        && found[0].contains(" and rule by roles/resourcemanager.projectIamAdmin of 'projects/acme-prod'"),
      "\(found)")
  }

  @Test(
    "SARIF keeps to the schema of OASIS and to GitHub's limits", .enabled(if: ReportCheck.isThere, ReportCheck.absence))
  func sarif() async throws {
    write()
    // More results, places and members than anybody shows.
    let many = (0..<1200).map { number in
      #"{"name":"//cloudresourcemanager.googleapis.com/projects/p\#(number)","assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"bindings":[{"role":"roles/owner","members":["user:a@gmail.com"]}]}}"#
    }
    folder.write(many.joined(separator: "\n"), to: "many.ndjson")
    let bindings = (0..<1500).map { #"{"role":"roles/viewer","members":["user:u\#($0)@gmail.com"]}"# }
    folder.write(#"{"bindings":[\#(bindings.joined(separator: ","))],"version":1}"#, to: "wide.json")
    let wide = ["iam", "wide.json", "--resource", "projects/p", "-q"]
    for (name, arguments) in [
      ("paths", Self.paths), ("odd", Self.odd), ("many", ["iam", "many.ndjson", "-q"]), ("wide", wide),
    ] + Self.kinds {
      folder.write(audit.run(arguments + ["-o", "sarif"], in: folder).stdout, to: "\(name).sarif")
      let faults = try await ReportCheck.faults(of: folder.file("\(name).sarif"), "sarif")
      #expect(faults.isEmpty, "\(name): \(faults)")
    }
    // It would find what is wrong.
    folder.write(#"{"version":"2.1.0","runs":[{"results":[{"message":"x"}]}]}"#, to: "bad.sarif")
    #expect(
      try await ReportCheck.faults(of: folder.file("bad.sarif"), "sarif").contains("'tool' is a required property"))
  }

  @Test("a result is known again when members, lines and their order change")
  func fingerprints() {
    func row(_ project: String, _ members: String...) -> String {
      let list = members.map { "\"\($0)\"" }.joined(separator: ",")
      return
        #"{"name":"//cloudresourcemanager.googleapis.com/projects/\#(project)","assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"bindings":[{"role":"roles/owner","members":[\#(list)]}]}}"#
    }
    /// The fingerprints of the results on a project, by rule.
    func known(_ rows: [String]) -> Set<String> {
      folder.write(rows.joined(separator: "\n") + "\n", to: "assets.ndjson")
      let log = audit.run(["iam", "assets.ndjson", "-q", "-o", "sarif"], in: folder).stdout
      let results = log.split(separator: #"{"ruleId":"#).dropFirst().filter { $0.contains("/projects/a\"") }
      return Set(
        results.map { result in
          let hash = result.firstRange(of: "primaryLocationLineHash\":\"").map { result[$0.upperBound...].prefix(16) }
          return "\(result.prefix(7)) \(hash ?? "none")"
        })
    }
    let before = known([row("a", "user:m@gmail.com"), row("b", "user:m@gmail.com")])
    #expect(before.count == 2 && before.allSatisfy { !$0.contains("none") }, "\(before)")
    let after = known([
      row("c", "allUsers"), row("b", "user:m@gmail.com"), row("a", "user:a@gmail.com", "user:m@gmail.com"),
    ])
    #expect(before == after)
    #expect(known([row("a", "user:a@acme.example")]).isSubset(of: before))
  }

  @Test("OCSF has a detection finding a line", .enabled(if: ReportCheck.isThere, ReportCheck.absence))
  func ocsf() async throws {
    write()
    for (name, arguments) in [("paths", Self.paths), ("odd", Self.odd)] + Self.kinds {
      let found = audit.run(arguments + ["-o", "ocsf", "--fail-on", "info"], in: folder)
      #expect(found.stdout.contains(#""class_uid":2004"#), "\(name): \(found.status) \(found.stderr)")
      // A suppression's finding is there, and counts for nothing.
      let isAccepted = found.stdout.contains(#""status_id":3,"status":"Suppressed","comment":"accepted until "#)
      #expect(isAccepted == (name == "accepted"), "\(name)")
      folder.write(found.stdout, to: "\(name).ocsf")
      let faults = try await ReportCheck.faults(of: folder.file("\(name).ocsf"), "ocsf")
      #expect(faults.isEmpty, "\(name): \(faults)")
    }
    folder.write("{\"class_uid\":2004}\n", to: "bad.ocsf")
    #expect(try await ReportCheck.faults(of: folder.file("bad.ocsf"), "ocsf").contains("Field required"))
  }

  @Test("a page has figures, paths as pictures with all of their words, findings and commands; nothing is mark-up")
  func page() {
    write()
    let paths = audit.run(Self.paths + ["-o", "html"], in: folder)
    #expect(paths.status == 1 && paths.stdout.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"), "\(paths.stderr)")
    #expect(paths.stdout.contains(#"role="img" aria-label="Path from group:data@acme.example to "#), "\(paths.stdout)")
    #expect(paths.stdout.contains("<h2>Findings</h2>") && paths.stdout.contains("class=\"goal\""))
    let odd = audit.run(Self.odd + ["-o", "html"], in: folder).stdout
    #expect(odd.contains("&lt;b&gt;&amp;&quot;x&quot;@gmail.com") && !odd.contains("<b>"))
    #expect(odd.contains("<summary>Commands</summary>"))
    folder.write(#"{"bindings":[],"etag":"x","version":1}"#, to: "none.json")
    let none = audit.run(["iam", "none.json", "--resource", "projects/p", "-q", "-o", "html"], in: folder)
    #expect(none.status == 0 && none.stdout.contains("no findings in what was judged"))
  }

  @Test(
    "a browser finds nothing wrong with a page, which asks for nothing",
    .enabled(if: PageBrowser.isThere, PageBrowser.absence))
  func browser() async throws {
    write()
    for (name, arguments) in [("paths", Self.paths), ("odd", Self.odd)] {
      folder.write(audit.run(arguments + ["-o", "html"], in: folder).stdout, to: "\(name).html")
      let faults = try await PageBrowser.faults(of: folder.file("\(name).html"))
      #expect(faults.isEmpty, "\(name): \(faults)")
    }
  }
}
