import TestSupport
import Testing

private let audit = Tool("jobs-audit")

/// Every verb with every format: it has a form for it, or says which it has.
@Suite("jobs-audit, in every format")
struct JobsAuditOutputTests {
  private let folder = ToolFolder()

  private static let formats = [
    "human", "ndjson", "json", "csv", "markdown", "html", "sarif", "github", "junit", "focus", "ocsf",
  ]
  private static let findings: Set = ["csv", "markdown", "html", "sarif", "ocsf"]

  /// What is run, and which formats beside human, ndjson and json it has.
  private static let verbs: [(words: [String], formats: Set<String>)] = [
    (["manifests", "jobs", "-e", "prod"], findings), (["iam", "assets.ndjson"], findings),
    (["paths", "assets.ndjson", "--to", "db"], findings),
    (["what-if", "assets.ndjson", "--to", "db", "--remove", "roles/owner of projects/acme"], []),
    (["diff", "empty.ndjson", "assets.ndjson"], findings), (["access", "trail.json"], findings),
    (
      ["recommend", "jobs", "-e", "prod", "--iam", "assets.ndjson"],
      findings.subtracting(["csv"])
    ),
    (["recommend", "jobs", "-e", "prod"], ["markdown", "html"]),
    (["compliance", "--framework", "cis-gcp-5.0", "assets.ndjson"], ["csv", "markdown"]),
    (["policy", "check", "--policy", "audit.yaml"], findings), (["policy", "show", "--policy", "audit.yaml"], []),
    (["policy", "test", "--policy", "audit.yaml"], []), (["rules"], ["csv"]), (["data", "show"], ["csv"]),
    (["data", "check"], ["csv"]), (["review", "status", "q4"], ["csv"]), (["log", "verify"], []),
    (["log", "show"], []),
  ]

  init() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments: {prod: {gcp: {project: acme, regions: [europe-west1]}}}

      """, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report}
      spec:
        target: gcp.run
        image: europe-west1-docker.pkg.dev/acme/images/report:1
        identity: report@acme.iam.gserviceaccount.com
        secrets: {PASSWORD: "db:latest"}

      """, to: "jobs/report.yaml")
    func policy(_ bindings: String) -> String {
      #"{"name":"//cloudresourcemanager.googleapis.com/projects/acme","assetType":"cloudresourcemanager.googleapis.com/Project","iamPolicy":{"bindings":[\#(bindings)]}}"#
        + "\n"
    }
    let secret =
      #"{"name":"//secretmanager.googleapis.com/projects/acme/secrets/db","assetType":"secretmanager.googleapis.com/Secret","iamPolicy":{"bindings":[{"role":"roles/secretmanager.viewer","members":["user:a@acme.example"]}]}}"#
    folder.write(policy(#"{"role":"roles/owner","members":["user:<eve>@gmail.com"]}"#) + secret, to: "assets.ndjson")
    folder.write(policy(""), to: "empty.ndjson")
    folder.write(
      #"{"Records":[{"eventVersion":"1.08","eventTime":"2026-11-20T03:00:00Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","eventID":"e1","errorCode":"AccessDenied","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/eve","accountId":"111122223333"}}]}"#,
      to: "trail.json")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Policy
      metadata: {name: acme}
      policy:
        suppressions:
          - {rule: GI101, owner: a@acme.example, reason: known, expires: "2020-01-01", ticket: T-1}
        audit:
          tests:
            - {name: owners are found, given: {files: [assets.ndjson]}, only: [GI103], expect: [GI103]}

      """, to: "audit.yaml")
  }

  @Test("each verb has a form in a format, or names those that it has") func all() throws {
    let state = ["--state", "state"]
    let opened = audit.run(["review", "open", "q4", "assets.ndjson"], in: folder)
    try #require(opened.status == 0, "\(opened.stderr)")
    for (words, formats) in Self.verbs {
      for format in Self.formats {
        let isOffered = ["human", "ndjson", "json"].contains(format) || formats.contains(format)
        let stateful = ["data", "log"].contains(words[0]) ? state : []
        let run = audit.run(words + stateful + ["-q", "-o", format], in: folder)
        let called = "\((words + ["-o", format]).joined(separator: " "))\n\(run.stdout.prefix(400))\(run.stderr)"
        if isOffered {
          #expect([0, 1, 4].contains(run.status), "\(called)")
          #expect(Self.isWellFormed(run.stdout, format), "\(called)")
        } else {
          #expect(run.status == 2 && run.stdout.isEmpty, "\(called)")
          #expect(
            run.stderr.contains("hint: take one of human, ndjson, json") || run.stderr.contains("--iam"), "\(called)")
          for other in formats where !run.stderr.contains("--iam") {
            #expect(run.stderr.contains(other), "\(called)")
          }
        }
      }
    }
  }

  @Test("help has the formats that a verb takes, and so has what is said of one that there is not") func told() {
    for verb in Self.verbs.map({ $0.words.prefix(["policy", "data", "review", "log"].contains($0.words[0]) ? 2 : 1) }) {
      // Of several calls of a verb one takes them all.
      let calls = Self.verbs.filter { $0.words.starts(with: verb) }
      let taken = Self.formats.filter { format in
        ["human", "ndjson", "json"].contains(format) || calls.contains { $0.formats.contains(format) }
      }
      let help = audit.run(verb + ["--help"], in: folder).stdout.split(whereSeparator: \.isWhitespace)
      #expect(
        help.joined(separator: " ").contains("standard output. (values: auto, \(taken.joined(separator: ", ")))"),
        "\(verb): \(help)")
      let unknown = audit.run(verb + ["-o", "xml"], in: folder)
      #expect(unknown.status == 2, "\(verb)")
      let offered = unknown.stderr.split(separator: "hint: write one of ").last?
        .split { !$0.isLetter }.filter { Self.formats.contains(String($0)) }.map(String.init)
      #expect(offered == taken, "\(unknown.stderr)")
    }
  }

  private static func isWellFormed(_ text: String, _ format: String) -> Bool {
    switch format {
    case "ndjson": text.hasSuffix("\n") && text.split(separator: "\n").last?.contains(#""type":"end""#) == true
    case "json": text.hasPrefix("[") && text.hasSuffix("]\n") && text.contains(#""type":"end""#)
    case "csv": text.contains(",") && !text.hasPrefix("{")
    case "markdown": text.hasPrefix("#")
    case "html": text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n")
    case "sarif": text.hasPrefix("{") && text.contains(#""version":"2.1.0""#)
    case "ocsf": text.isEmpty || text.hasPrefix("{") && text.contains(#""class_uid":2004"#)
    default: !text.isEmpty && !text.hasPrefix("{")
    }
  }

  @Test("a path is told step by step in a table too") func steps() {
    let rows = audit.run(["paths", "assets.ndjson", "--to", "db", "-o", "csv"], in: folder).stdout.split(
      separator: "\r\n")
    #expect(rows.count > 1 && rows[0].hasSuffix(",rule,job,path,missing,evidence"), "\(rows)")
    let markdown = audit.run(["paths", "assets.ndjson", "--to", "db", "-o", "markdown"], in: folder).stdout
    let records = audit.run(["paths", "assets.ndjson", "--to", "db", "-o", "ndjson"], in: folder).records("finding")
    #expect(
      records.count == rows.count - 1 && records.allSatisfy { $0.contains(#""path":[{"from":"user:<eve>@gmail.com""#) })
    for row in rows.dropFirst() { #expect(row.contains("user:<eve>@gmail.com -> ") && row.contains(" by "), "\(row)") }
    #expect(
      markdown.contains(#"; 1\. user:\<eve\>\@gmail.com -\> "#)
        || markdown.contains(#"; 1. user:\<eve\>\@gmail.com -\> "#), "\(markdown)")
  }

  @Test("what jobs need is in every report of recommend, or the report is refused") func needs() {
    for format in ["human", "markdown", "html", "ndjson", "json"] {
      for more in [[], ["--iam", "assets.ndjson"]] {
        let run = audit.run(["recommend", "jobs", "-e", "prod", "-o", format] + more, in: folder)
        #expect(
          run.stdout.contains("roles/secretmanager.secretAccessor") && run.stdout.contains("secrets/db"),
          "\(format): \(run.stdout)\(run.stderr)")
      }
    }
    let rows = audit.run(["recommend", "jobs", "-e", "prod", "-o", "csv"], in: folder)
    #expect(
      rows.status == 2 && rows.stderr.contains("hint: take one of human, ndjson, json, markdown, html, sarif, ocsf"))
    let sarif = audit.run(["recommend", "jobs", "-e", "prod", "-o", "sarif"], in: folder)
    #expect(sarif.status == 2 && sarif.stderr.contains("no findings to write as sarif"), "\(sarif.stderr)")
  }

  @Test(
    "what is about an account that nobody gives is refused",
    arguments: [["--scp", "scp.json"], ["--session-policy", "r=s.json"], ["--resource", "projects/p"]],
    ["recommend", "manifests"])
  func idle(_ option: [String], _ verb: String) {
    folder.write(#"{"Version":"2012-10-17","Statement":[]}"#, to: "scp.json")
    folder.write(#"{"Version":"2012-10-17","Statement":[]}"#, to: "s.json")
    let run = audit.run([verb, "jobs", "-e", "prod"] + option, in: folder)
    #expect(run.status == 2 && run.stdout.isEmpty, "\(run.stdout)")
    #expect(run.stderr.contains("\(option[0]) is about what --iam or --live reads"), "\(run.stderr)")
  }
}
