import Glibc
import TestSupport
import Testing

/// `add`, as users run it.
@Suite struct JobsRunAddTests {
  private let run = Tool("jobs-run")
  private let folder = ToolFolder()

  @Test func `a new job is a file of its own, which reads as it was asked for`() {
    mkdir(folder.file("jobs"), 0o755)
    let added = run.run(
      [
        "add", "report", "--schedule", "30 2 * * *", "--timezone", "Europe/Berlin", "--label", "team=data",
        "--env-var", "LEVEL=on", "--workdir", "/srv", "--dir", "jobs", "-o", "human", "--", "/srv/report", "--day",
        "a b",
      ], in: folder)
    #expect(added.status == 0, "\(added.stderr)")
    #expect(added.stdout == "added '-/-/report' in 'jobs/report.yaml'\n")
    #expect(
      folder.text(of: "jobs/report.yaml") == """
        apiVersion: jobs/v1
        kind: Job
        metadata:
          name: report
          labels:
            team: data
        spec:
          schedule: "30 2 * * *"
          timezone: Europe/Berlin
          command:
            - /srv/report
            - "--day"
            - a b
          workingDir: /srv
          env:
            LEVEL: "on"

        """)
    let log = folder.text(of: "state/audit.log") ?? ""
    #expect(
      log.contains(#""action":"add","subject":"-/-/report""#) && log.contains(#""command":"/srv/report --day a b""#))
    #expect(run.run(["rm", "-y", "report"], in: folder).status == 0)
    #expect(folder.names(in: "jobs").isEmpty)
  }

  @Test func `a job that is added to a file and removed leaves the file as it was`() {
    for text in ["# mine\napiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: ls}\n", "# none\n"] {
      for text in [text, String(text.dropLast()), text.replacing("\n", with: "\r\n")] {
        folder.write(text, to: "x.yaml")
        let added = run.run(["add", "b", "--file", "x.yaml", "--", "ls | wc"], in: folder)
        #expect(added.status == 0, "\(added.stderr)")
        #expect(folder.text(of: "x.yaml")?.hasPrefix(text) == true)
        let listed = run.run(["list", "-o", "ndjson"], in: folder)
        #expect(listed.stdout.contains(#""command":["/bin/sh","-c","ls | wc"]"#), "\(listed.stdout)")
        #expect(run.run(["rm", "-y", "b"], in: folder).status == 0)
        if text.contains("mine") {
          #expect(folder.text(of: "x.yaml") == text)
        } else {
          unlink(folder.file("x.yaml"))
        }
      }
    }
  }

  @Test(arguments: [
    (["add", "a", "--", "ls"], "exists already"),
    (["add", "x", "--", "ls"], "is there already"),
    (["add", "../y", "--", "ls"], "cannot be the name of a job"),
    (["add", "Big", "--", "ls"], "cannot be the name of a job"),
    (["add", "y"], "there is no command"),
    (["add", "y", "--", ""], "the command is empty"),
    (["add", "y", "--schedule", "99 * * * *", "--", "ls"], "would bring an error"),
    (["add", "y", "--timezone", "Mars", "--schedule", "@daily", "--", "ls"], "would bring"),
    (["add", "y", "--dir", "nowhere", "--", "ls"], "no folder 'nowhere'"),
    (["add", "y", "--file", "z.json", "--", "ls"], "no YAML file"),
    (["add", "y", "--dir", ".", "--file", "x.yaml", "--", "ls"], "exclude each other"),
    (["add", "y", "--label", "team", "--", "ls"], "is not NAME=VALUE"),
    (["add", "--", "ls"], "name"),
  ])
  func `wrong input writes nothing and says why`(_ words: [String], _ reason: String) {
    let text = "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: ls}\n"
    folder.write(text, to: "x.yaml")
    folder.write("{\"command\": \"ls\", \"name\": \"z\"}\n", to: "z.json")
    let tried = run.run(words, in: folder)
    #expect(tried.status == 2, "\(tried.stderr)")
    #expect(tried.stderr.contains(reason), "\(tried.stderr)")
    #expect(folder.text(of: "x.yaml") == text)
    #expect(folder.names().filter { $0 != "state" } == ["x.yaml", "z.json"])
    #expect(folder.text(of: "state/audit.log") == nil)
  }

  @Test func `a name has to be new in the whole project`() {
    folder.write("apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\n", to: "jobs.yaml")
    folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: ls}\n", to: "one/a.yaml")
    mkdir(folder.file("two"), 0o755)
    let tried = run.run(["add", "a", "--dir", "two", "--", "ls"], in: folder)
    #expect(tried.status == 2 && tried.stderr.contains("exists already"), "\(tried.stderr)")
    #expect(folder.names(in: "two").isEmpty)
    #expect(run.run(["add", "b", "--dir", "two", "--", "ls"], in: folder).status == 0)
  }

  @Test func `a dry run prints the file as a patch`() {
    let dry = run.run(["add", "a", "--dry-run", "--", "ls", "-l"], in: folder)
    #expect(dry.status == 0 && dry.stdout.hasPrefix("--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1,"))
    #expect(folder.names().isEmpty)
  }

  @Test func `tools that add at once keep one chain`() {
    let script = "for n in $(seq 12); do jobs-run add job-$n --file f$n.yaml -- ls & done; wait; ls *.yaml | wc -l"
    let run = Tool.shell(script, in: folder)
    #expect(run.lines.last == "12", "\(run.stderr)")
    let check = #"""
      previous=sha256:$(printf '0%.0s' $(seq 64)); while IFS= read -r line; do
        [ "$(printf %s "$line" | jq -r .previous)" = "$previous" ] || exit 1
        previous=sha256:$(printf %s "$line" | sed 's/,"hash":"sha256:[0-9a-f]*"}$/}/' | sha256sum | cut -d' ' -f1)
        [ "$(printf %s "$line" | jq -r .hash)" = "$previous" ] || exit 2
      done < state/audit.log; wc -l < state/audit.log
      """#
    let checked = Tool.shell(check, in: folder)
    #expect(checked.status == 0 && checked.lines.last == "12", "\(checked.stderr)")
  }
}
