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

  /// The text behind a key in a record; for members of the objects in it, too.
  private static func member(_ name: String, of record: String) -> String? {
    record.firstRange(of: "\"\(name)\":\"").map { String(record[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  @Test("what is possible is told as that in each form, with what is missing and what to cut")
  func possible() throws {
    let project = "//cloudresourcemanager.googleapis.com/projects/acme"
    let chief = "chief@acme.iam.gserviceaccount.com"
    let condition = #"{"title":"t","expression":"resource.matchTag('acme/env', 'dev')"}"#
    folder.write(
      """
      {"name":"\(project)","ancestors":["projects/1","organizations/1"],\
      "assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"version":3,"bindings":[\
      {"role":"roles/iam.serviceAccountTokenCreator","members":["user:eve@acme.example"],"condition":\(condition)},\
      {"role":"roles/owner","members":["serviceAccount:\(chief)"]}]}}
      {"name":"//iam.googleapis.com/projects/acme/serviceAccounts/\(chief)","ancestors":["projects/1","organizations/1"],\
      "assetType":"iam.googleapis.com/ServiceAccount","iamPolicy":{"bindings":[]}}

      """, to: "maybe.ndjson")
    let arguments = ["paths", "maybe.ndjson", "--privileged", "-q", "-o"]
    let record = try #require(audit.run(arguments + ["ndjson"], in: folder).records("finding").first)
    let missing = try #require(
      record.firstRange(of: #""missing":[""#).map { record[$0.upperBound...].prefix { $0 != "\"" } })
    #expect(record.contains(#""severity":"high","verdict":"possible""#) && missing.contains("matchTag"), "\(record)")
    let words = "'user:eve@acme.example' can reach 'serviceAccount:\(chief)' in 1 step"
    let cut = "roles/iam.serviceAccountTokenCreator"
    let human = audit.run(arguments + ["human"], in: folder).stdout
    for part in [words, " (possible)\n", "    not known: \(missing)\n", "    cut: \(cut)"] {
      #expect(human.contains(part), "\(part): \(human)")
    }
    let markdown = audit.run(arguments + ["markdown"], in: folder).stdout
    #expect(markdown.contains("AP101") && markdown.contains(#" \(possible\); 1. "#), "\(markdown)")
    let page = audit.run(arguments + ["html"], in: folder).stdout
    let shown = missing.replacing("'", with: "&#39;")
    for part in [
      " (possible)", "not known: \(shown)", "Not known: \(shown)", "Cut: \(cut)", "Possible: some of it is not known.",
    ] {
      #expect(page.contains(part), "\(part): \(page)")
    }
    #expect(!page.contains("Each step stands in the input."))
    #expect(audit.run(arguments + ["csv"], in: folder).stdout.contains("high,AP101,possible,"))
    let ocsf = audit.run(arguments + ["ocsf"], in: folder).stdout
    #expect(
      ocsf.contains(#""confidence_id":2,"confidence":"Medium""#) && ocsf.contains(#""missing":["\#(missing)"]"#),
      "\(ocsf)")
  }

  @Test("a finding of OCSF is known by the fingerprint of its record, with its severity and certainty")
  func mapped() throws {
    write()
    let numbers = ["info": "1", "low": "2", "medium": "3", "high": "4", "critical": "5"]
    var met: Set<String> = []
    for arguments in [
      ["iam", "organization.ndjson", "odd.json", "-q", "--resource", "projects/p"], Self.paths,
      ["policy", "check", "--policy", "policy.yaml", "--as-of", "2099-06-01T00:00:00Z", "-q"],
      ["manifests", "jobs", "-e", "prod", "-q"], ["access", "events.ndjson", "-q"],
    ] {
      let lines = audit.run(arguments + ["-o", "ocsf"], in: folder).lines
      let records = audit.run(arguments + ["-o", "ndjson"], in: folder).records("finding")
      #expect(lines.count == records.count && !lines.isEmpty, "\(arguments)")
      for record in records {
        let print = try #require(Self.member("fingerprint", of: record))
        let severity = try #require(Self.member("severity", of: record))
        let line = try #require(lines.first { $0.contains("\"uid\":\"\(print)\"") }, "\(record)")
        let word = severity == "info" ? "Informational" : severity.prefix(1).uppercased() + severity.dropFirst()
        #expect(line.contains("\"severity_id\":\(numbers[severity] ?? ""),\"severity\":\"\(word)\""), "\(line)")
        let isProven = record.contains(#""verdict":"proven""#)
        #expect(line.contains("\"confidence_id\":\(isProven ? 3 : 2),") && line.contains(#""status_id":1"#), "\(line)")
        // The job is called by its name, where there is one.
        let name = Self.member("job", of: record) ?? Self.member("resource", of: record) ?? ""
        #expect(line.contains("\"name\":\"\(name)\"}]"), "\(line)")
        met.insert(severity)
      }
    }
    #expect(met.isSuperset(of: ["low", "medium", "high"]), "\(met)")
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
