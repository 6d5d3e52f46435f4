import JobsCore
import JobsCron
import Testing

@testable import JobsManifest

/// What manifests of public repositories do, and what their authors are told.
@Suite("Manifests as people write them")
struct RealManifestTests {
  private static let crontab = "0 7 * * * /usr/bin/sync\n"

  @Test("a command at two times of a crontab is two jobs, and the first keeps its name")
  func sameCommand() throws {
    let alone = try Job(#require(Checked(Self.crontab, file: "crontab").jobs.first))
    let both = Checked(Self.crontab + "0 20 * * * /usr/bin/sync\n", file: "crontab")
    #expect(both.codes.isEmpty)
    let names = try both.jobs.map { try Job($0).name }
    #expect(names.count == 2 && names[0] == alone.name && names[1] != alone.name)
    // The same line twice runs twice in one minute.
    let twice = Checked(Self.crontab + Self.crontab, file: "crontab")
    #expect(Set(try twice.jobs.map { try Job($0).name }).count == 1)
  }

  @Test("the shell of a crontab runs its lines, and comes back in a conversion")
  func shell() throws {
    let text = "SHELL=/bin/bash\n# job: a\n0 1 * * * [[ a == a ]] && echo ok\n"
    let job = try Job(#require(Checked(text, file: "crontab").jobs.first))
    #expect(job.run.argv == ["/bin/bash", "-c", "[[ a == a ]] && echo ok"])
    var losses = LossList(.crontab)
    let back = String(decoding: try CrontabText.text(CrontabEntry.entries(job, &losses)), as: UTF8.self)
    #expect(back == text)
  }

  @Test(
    "crontabs are known by the names people give them",
    arguments: [
      ("crontab.txt", true), ("deploy/crontab.txt", true), ("cron.txt", true), ("a.cron", true), ("cron.d/a", true),
      ("notes.txt", false), ("crontab.md", false), ("cron.d/.placeholder", false),
    ])
  func names(_ path: String, _ isCrontab: Bool) { #expect(CrontabFormat.isCrontab(path: path) == isCrontab) }

  @Test("a sixth field of time is no command")
  func sixFields() {
    let checked = Checked("*/6 * * * * * echo a\n", file: "crontab")
    #expect(checked.codes == ["RD211"] && checked.jobs.isEmpty)
    #expect(checked.report.diagnostics.first?.location.column == 13)
  }

  @Test("a key that moves to the entry right above it is mended")
  func adjacentMove() {
    let text = """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: k
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                - image: us-docker.pkg.dev/p/r/i:1
            timeoutSeconds: 60

      """
    let outcome = FileFix.run(
      FileInput(path: "k.yaml", bytes: Array(text.utf8), isNamed: true),
      CheckOptions(zones: .system, now: ExampleRun.now), unsafe: true)
    #expect(outcome.mended == 1)
    #expect(
      String(decoding: outcome.bytes, as: UTF8.self)
        == text.replacing("      timeoutSeconds", with: "          timeoutSeconds"))
  }

  @Test("what gcloud writes for --depends-on and --no-gpu-zonal-redundancy is taken")
  func gcloudAnnotations() {
    let text = ExampleText.cloudRun().replacing(
      "  template:\n",
      with:
        "  template:\n    metadata:\n      annotations: {run.googleapis.com/container-dependencies: '{\"a\":[\"b\"]}', run.googleapis.com/gpu-zonal-redundancy-disabled: 'true'}\n",
      maxReplacements: 1)
    #expect(!Checked(text).codes.contains("CR261"), "\(Checked(text).report.diagnostics.map(\.message))")
  }

  @Test(
    "Cloud Run's other kinds are no jobs, and a slip in 'Job' is one",
    arguments: [
      ("WorkerPool", []), ("Execution", []), ("Jobb", ["ST112"]),
    ] as [(String, [String])])
  func kinds(_ kind: String, _ codes: [String]) {
    #expect(
      Checked("apiVersion: run.googleapis.com/v1\nkind: \(kind)\nmetadata: {name: a}\n", named: false).codes == codes)
  }

  @Test(
    "an address that waits for a script is told how to be filled in",
    arguments: [
      ("run@PROJECT_ID.iam.gserviceaccount.com", "'${PROJECT_ID}'"), ("__RUNTIME_SA__", "'${RUNTIME_SA}'"),
      ("<runtime-sa>", "'${NAME}'"), ("default", "leave it out"), ("runner", "write 'runner@PROJECT."),
      ("ann@acme.example", "write 'NAME@PROJECT."),
    ])
  func serviceAccount(_ text: String, _ words: String) {
    let manifest = ExampleText.cloudRun(task: "          serviceAccountName: \"\(text)\"\n")
    let found = Checked(manifest).report.diagnostics.filter { $0.code == "CR280" }
    #expect(found.count == 1 && found.first?.hint?.contains(words) == true, "\(found.map(\.hint))")
  }

  @Test(
    "a slip in 'command' makes a job file no stranger, and other JSON stays one",
    arguments: [
      (#"{"name":"b","schedule":"* * * * *","comand":"x"}"#, true), (#"{"name":"b","schedule":"daily"}"#, false),
      (#"{"name":"b","schedule":"0 2 * * *"}"#, true), (#"{"schedule":"0 2 * * *"}"#, false),
      (#"{"name":"b","enabled":true,"version":2}"#, false),
    ])
  func nearJobFile(_ text: String, _ isNear: Bool) {
    let checked = Checked(text, file: "b.json", named: false)
    #expect(checked.codes.isEmpty != isNear, "\(checked.codes)")
  }

  @Test("a namespace may be any folder above the manifest")
  func deeperRoot() {
    let text =
      "apiVersion: v1\nkind: Job\nmetadata: {name: a, namespace: prod}\nspec: {schedule: \"0 3 * * *\", command: /bin/a}\n"
    #expect(Checked(text, file: "jobs/prod/a.yaml", folder: "jobs").codes.isEmpty)
    #expect(Checked(text, file: "jobs/dev/a.yaml", folder: "jobs").codes == ["CT102"])
  }

  @Test("a manifest with a NUL in it is never passed over, and another binary is")
  func nul() {
    #expect(Checked("apiVersion: jobs/v1\nkind: Job\n\u{0}", named: false).codes == ["RD105"])
    #expect(Checked("\u{1}\u{0}\u{2}", named: false).codes.isEmpty)
  }
}
