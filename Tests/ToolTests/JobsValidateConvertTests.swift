import TestSupport
import Testing

private let validate = Tool("jobs-validate")

@Suite("jobs-validate convert")
struct JobsValidateConvertTests {
  private let folder = ToolFolder()

  private static func job(_ name: String, _ rest: String = "") -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec:\n  command: /bin/true\n  schedule: \"15 4 * * *\"\n\(rest)"
  }

  @Test("several jobs become several documents, which are valid")
  func documents() {
    folder.write("A=1\n# job: one\n15 4 * * * /bin/one\n# job: two\n@daily /bin/two %in\n", to: "x.crontab")
    let result = validate.run(["convert", "--to", "jobs", "x.crontab"], in: folder)
    #expect(result.status == 0)
    #expect(
      result.stdout == """
        apiVersion: jobs/v1
        kind: Job
        metadata:
          name: one
        spec:
          target: host
          schedule: "15 4 * * *"
          command: /bin/one
          env:
            A: "1"
        ---
        apiVersion: jobs/v1
        kind: Job
        metadata:
          name: two
        spec:
          target: host
          schedule: "@daily"
          command: |
            /bin/two <<'JOBS_STDIN'
            in
            JOBS_STDIN
          env:
            A: "1"

        """)
    #expect(
      result.stderr.contains(
        "jobs-validate: warning: job '-/-/one': 'timezone' is the host's own and becomes UTC: write the zone that is meant\n"
      ))
    #expect(validate.run(["-"], in: folder, input: result.stdout).status == 0)
    #expect(validate.run(["convert", "-q", "--to", "jobs", "x.crontab"], in: folder).stderr.isEmpty)
  }

  @Test("a stream is converted as its files are")
  func stream() {
    folder.write(Self.job("a"), to: "a.yaml")
    let direct = validate.run(["convert", "--to", "crontab", "a.yaml"], in: folder)
    #expect(direct.stdout == "CRON_TZ=UTC\n# job: a\n15 4 * * * /bin/true\n")
    let piped = Tool.shell("jobs-validate a.yaml | jobs-validate convert --to crontab -", in: folder)
    #expect(piped.status == 0 && piped.stdout == direct.stdout)
    let broken = Tool.shell(
      "jobs-validate a.yaml | grep -v '\"type\":\"end\"' | jobs-validate convert --to crontab -", in: folder)
    #expect(broken.status == 2 && broken.stderr.contains("the stream has no 'end' record"))
  }

  @Test("a job with an error is not written and named: 1 where no other was, 4 where some were")
  func errors() {
    folder.write(Self.job("a", "  timeot: 1h\n"), to: "a.yaml")
    let alone = validate.run(["convert", "--to", "crontab", "a.yaml"], in: folder)
    #expect(alone.status == 1 && alone.stdout.isEmpty)
    #expect(alone.stderr.contains("error[ST101]"))
    folder.write(Self.job("b"), to: "b.yaml")
    let both = validate.run(["convert", "--to", "crontab", "a.yaml", "b.yaml"], in: folder)
    #expect(both.status == 4 && both.stdout.contains("# job: b\n"))
  }

  @Test("a secret is never written")
  func secret() {
    let token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    folder.write(Self.job("a", "  env: {TOKEN: \(token)}\n"), to: "a.yaml")
    for target in ["jobs", "crontab", "jobfile", "windows"] {
      let result = validate.run(["convert", "--to", target, "a.yaml"], in: folder)
      #expect(result.status == 1 && result.stdout.isEmpty)
      #expect(!result.stderr.contains(token))
    }
    let masked =
      #"{"type":"job","v":1,"id":"-/-/a","name":"a","run":{"command":["x"],"env":{"TOKEN":"***"}}}"# + "\n"
      + #"{"type":"end","v":1,"tool":"x","ok":true,"counts":{},"upstream":[]}"# + "\n"
    let result = validate.run(["convert", "--to", "jobs", "-"], in: folder, input: masked)
    #expect(result.status == 1 && result.stdout.isEmpty)
    #expect(
      result.stderr.hasPrefix(
        "jobs-validate: error: cannot convert job '-/-/a': 'spec.env.TOKEN' holds a secret in clear"))
  }

  @Test("--output-dir writes one file a job, and replaces none without --force")
  func outputFolder() {
    folder.write(Self.job("a") + "---\n" + Self.job("b", "  enabled: false\n"), to: "jobs/all.yaml")
    let many = validate.run(["convert", "--to", "jobfile", "jobs"], in: folder)
    #expect(many.status == 2 && many.stdout.isEmpty)
    #expect(many.stderr.contains("2 jobs do not fit into one job file\nhint: add --output-dir DIR"))
    let result = validate.run(["convert", "--to", "jobfile", "jobs", "--output-dir", "out"], in: folder)
    #expect(result.status == 0 && result.stdout.isEmpty)
    #expect(folder.names(in: "out") == ["a.json", "b.json"])
    #expect(
      folder.text(of: "out/b.json")
        == "{\n  \"name\": \"b\",\n  \"schedule\": \"15 4 * * *\",\n  \"timezone\": \"UTC\",\n  \"command\": \"/bin/true\",\n  \"enabled\": false\n}\n"
    )
    #expect(validate.run(["out"], in: folder).status == 0)
    folder.write("mine", to: "out/b.json")
    let again = validate.run(["convert", "--to", "jobfile", "jobs", "--output-dir", "out"], in: folder)
    #expect(
      again.status == 2 && again.stderr.contains("'out/b.json' is there already\nhint: add --force to replace it\n"))
    #expect(folder.text(of: "out/b.json") == "mine")
    #expect(
      validate.run(["convert", "--to", "jobfile", "jobs", "--output-dir", "out", "--force"], in: folder).status == 0)
    #expect(folder.text(of: "out/b.json")?.contains("enabled") == true)
  }

  @Test("a task of Windows is XML, one a file")
  func windows() {
    folder.write(Self.job("a") + "---\n" + Self.job("b"), to: "jobs/all.yaml")
    let many = validate.run(["convert", "--to", "windows", "jobs"], in: folder)
    #expect(many.status == 2 && many.stderr.contains("2 jobs do not fit into one task\n"))
    #expect(validate.run(["convert", "--to", "windows", "jobs", "--output-dir", "out"], in: folder).status == 0)
    #expect(folder.names(in: "out") == ["a.xml", "b.xml"])
    let read = Tool.shell(
      "python3 -c 'import sys, xml.etree.ElementTree as e; print(e.parse(\"out/a.xml\").getroot()[-1][0][1].text)'",
      in: folder)
    #expect(read.stdout == "/d /s /c \"/bin/true\"\n", "\(read.stderr)")
  }

  @Test("a Cloud Run manifest keeps what it says, and names what no record carries")
  func cloudRun() {
    let example = validate.run(["example", "cloudrun"], in: folder).stdout
    folder.write(
      example + "          volumes: [{name: v, emptyDir: {medium: Memory}}]\n", to: "c.yaml")
    folder.write(example, to: "d.yaml")
    let result = validate.run(["convert", "--to", "cloudrun", "d.yaml"], in: folder)
    #expect(result.status == 0)
    #expect(
      result.stdout.contains("        jobs/schedule: \"30 4 * * *\"\n")
        || result.stdout.contains("    jobs/schedule: \"30 4 * * *\"\n"))
    #expect(result.stdout.contains("timeoutSeconds: 3600\n") && !result.stdout.contains("maxRetries"))
    #expect(validate.run(["-"], in: folder, input: result.stdout).status == 0)
    #expect(
      validate.run(["convert", "--to", "jobs", "c.yaml"], in: folder).stderr.contains(
        "job 'report': 'volumes' is not carried over"))
  }

  @Test("nothing to convert, and options that mean nothing, are wrong usage")
  func usage() {
    folder.write("a: 1\n", to: "x/a.yaml")
    #expect(
      validate.run(["convert", "--to", "jobs", "x"], in: folder).stderr.hasPrefix(
        "jobs-validate: error: there is no job in what was read\n"))
    #expect(validate.run(["convert", "--to", "nothing", "x"], in: folder).status == 2)
    #expect(validate.run(["convert", "--to", "jobs", "--force", "x"], in: folder).status == 2)
    #expect(validate.run(["convert", "x"], in: folder).status == 2)
  }
}
