import JobsCore
import JobsManifest
import Testing

@Suite struct JobEditTests {
  static let head = "apiVersion: jobs/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n"

  /// A spec, what is set, and the spec that it becomes.
  static let cases: [(String, String, String, String)] = [
    ("  command: ls\n", "timeout", "5m", "  command: ls\n  timeout: 5m\n"),
    ("  command: ls\n", "schedule", "0 3 * * *", "  command: ls\n  schedule: \"0 3 * * *\"\n"),
    (
      "  schedule: '0 2 * * *' # night\n  command: ls\n", "schedule", "0 3 * * *",
      "  schedule: '0 3 * * *' # night\n  command: ls\n"
    ),
    (
      "  # when\n  timeout: 1h   # long\n\n  command: ls\n", "spec.timeout", "90",
      "  # when\n  timeout: 90   # long\n\n  command: ls\n"
    ),
    ("  command: ls # c\n  # end\n", "paused", "true", "  command: ls # c\n  paused: true\n  # end\n"),
    (
      "  command: ls\n  retry: {attempts: 1}\n", "retry.backoff", "fixed",
      "  command: ls\n  retry: {attempts: 1, backoff: fixed}\n"
    ),
    ("  command: ls\n", "retry.attempts", "2", "  command: ls\n  retry:\n    attempts: 2\n"),
    ("  command: ls\n  env:\n    A: x\n", "env.B", "1", "  command: ls\n  env:\n    A: x\n    B: \"1\"\n"),
    ("  command: ls\n  env: {}\n", "env.B", "y", "  command: ls\n  env: {B: \"y\"}\n"),
    (
      "  command: |\n    ls\n    # no comment\n\n  user: me\n", "workingDir", "/srv",
      "  command: |\n    ls\n    # no comment\n  workingDir: /srv\n\n  user: me\n"
    ),
    (
      "  command: |+\n    ls\n\n  user: me\n", "workingDir", "/srv",
      "  command: |+\n    ls\n\n  user: me\n  workingDir: /srv\n"
    ),
    ("  command: |\n    ls\n    pwd\n  user: me\n", "command", "id", "  command: id\n  user: me\n"),
    (
      "  command:\n    - ls\n    - -l\n  user: me\n", "command", "[\"id\", \"a,b\"]",
      "  command: [id, \"a,b\"]\n  user: me\n"
    ),
    ("  command:\n    - ls # why\n", "command", "id", "  command: id # why\n"),
    (
      "  command: ls\n  concurrency: forbid\n", "concurrency.queue", "3",
      "  command: ls\n  concurrency: {queue: 3}\n"
    ),
    ("  command: ls\n", "labels.team", "data", "  command: ls\n"),
    ("  command: ls", "timeout", "5m", "  command: ls\n  timeout: 5m"),
    (
      "  command: ls\n  environments:\n    dev: {timeout: 1m}\n", "environments.dev.timeout", "2m",
      "  command: ls\n  environments:\n    dev: {timeout: 2m}\n"
    ),
    (
      "  command: ls\n  environments:\n    dev: {timeout: 1m}\n", "schedule", "@daily",
      "  schedule: \"@daily\"\n  command: ls\n  environments:\n    dev: {timeout: 1m}\n"
    ),
    ("  command: &c ls\n  user: me\n", "command", "id", "  command: &c id\n  user: me\n"),
  ]

  @Test(arguments: cases)
  func `a value is set in the manner of the file`(_ old: String, _ key: String, _ value: String, _ new: String) throws {
    var wanted = Self.head + new
    if key == "labels.team" { wanted.replace("  name: a\n", with: "  name: a\n  labels:\n    team: data\n") }
    if key == "schedule", value == "@daily" {
      // The format lists no key before it that is there.
      wanted = Self.head + "  command: ls\n  environments:\n    dev: {timeout: 1m}\n  schedule: \"@daily\"\n"
    }
    let changed = try EditedText.setting(key, value, in: Self.head + old)
    #expect(changed == wanted)
    #expect(try EditedText.setting(key, value, in: changed) == changed, "a second time changes nothing")
  }

  @Test func `line breaks are those of the file`() throws {
    let text = (Self.head + "  command: ls\n").replacing("\n", with: "\r\n")
    let changed = try EditedText.setting("timeout", "5m", in: text)
    #expect(changed == text + "  timeout: 5m\r\n")
  }

  static let refusals: [(String, String, String, String)] = [
    ("  command: ls\n", "shedule", "x", "did you mean 'schedule'?"),
    ("  command: ls\n", "retry.attemps", "1", "did you mean 'attempts'?"),
    ("  command: ls\n", "paused", "yes", "true or false"),
    ("  command: ls\n", "timeout", "soon", "length of time"),
    ("  command: ls\n", "retry.attempts", "1000", "from 0 to 100"),
    ("  command: ls\n", "concurrency", "forbit", "did you mean 'forbid'?"),
    ("  command: ls\n", "args", "x", "is a list"),
    ("  command: ls\n", "retry", "x", "retry.attempts"),
    ("  command: ls\n", "kind", "Project", "jobs-validate convert"),
    ("  command: ls\n", "timeout.seconds", "1", "set 'spec.timeout' itself"),
    ("  command: ls\n", "a..b", "1", "is no key"),
    (
      "  retry: &r {attempts: 1}\n  command: ls\n  checkin: {enabled: false}\n  environments: {dev: {retry: *r}}\n",
      "environments.dev.retry.attempts", "2", "alias"
    ),
    ("  command: &c ls\n  workingDir: *c\n", "command", "id", "anchor"),
    ("  command:\n    - ls # why\n    - -l\n", "command", "id", "comment"),
  ]

  @Test(arguments: refusals)
  func `what cannot be set is refused with a reason`(
    _ spec: String, _ key: String, _ value: String, _ words: String
  ) throws {
    let refusal = #expect(throws: EditRefusal.self) {
      try EditedText.setting(key, value, in: Self.head + spec)
    }
    let text = "\(refusal?.message ?? "") \(refusal?.hint ?? "")"
    #expect(text.contains(words), "\(text)")
  }

  // MARK: Other formats

  static let cloudRun = """
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: a
    spec:
      template:
        spec:
          template:
            spec:
              containers:
              - image: europe-docker.pkg.dev/p/r/i:1
              timeoutSeconds: 60

    """

  @Test func `short names find their places in a Cloud Run job`() throws {
    var text = try EditedText.setting("timeout", "10m", in: Self.cloudRun)
    text = try EditedText.setting("image", "europe-docker.pkg.dev/p/r/i:2", in: text)
    text = try EditedText.setting("schedule", "0 3 * * *", in: text)
    text = try EditedText.setting("tasks", "4", in: text)
    let job = try #require(EditedText.jobs(text, "a.yaml").first)
    #expect(job.limits.timeoutSeconds == 600 && job.run.image == "europe-docker.pkg.dev/p/r/i:2")
    #expect(job.schedules.first?.cron == "0 3 * * *" && job.resources.tasks == 4)
    #expect(throws: EditRefusal.self) { try EditedText.applying(.enable(false), to: "a", in: text) }
  }

  @Test func `a JSON job file keeps its layout`() throws {
    let text = "{\n  \"name\": \"a\",\n  \"schedule\": \"0 3 * * *\",\n  \"command\": \"ls\"\n}\n"
    let off = try EditedText.applying(.enable(false), to: "a", in: text, "a.json")
    #expect(off == text.replacing("\"ls\"\n", with: "\"ls\",\n  \"enabled\": false\n"))
    let on = try EditedText.applying(.enable(true), to: "a", in: off, "a.json")
    #expect(EditedText.jobs(on, "a.json").first?.enabled == true)
    let set = try EditedText.setting("retry.attempts", "2", in: text, "a.json")
    #expect(set.contains(#""retry": {"attempts": 2}"#))
    #expect(try EditedText.setting("workingDir", "/srv", in: text, "a.json").contains(#""working_directory": "/srv""#))
  }

  @Test func `a line of a crontab is switched off as a comment that is still read`() throws {
    let text = "MAILTO=ops\n# job: a\n0 3 * * * /bin/a %x\n  5 4 * * * /bin/b\n"
    let off = try EditedText.applying(.enable(false), to: "a", in: text, "x.crontab")
    #expect(off == text.replacing("0 3 * * *", with: "# jobs-run disabled: 0 3 * * *"))
    let jobs = EditedText.jobs(off, "x.crontab")
    #expect(jobs.map(\.enabled) == [false, true] && jobs[0].name == "a")
    #expect(try EditedText.applying(.enable(true), to: "a", in: off, "x.crontab") == text)
    #expect(
      try EditedText.setting("schedule", "@daily", in: off, "x.crontab")
        == off.replacing("0 3 * * *", with: "@daily"))
    #expect(try EditedText.applying(.remove, to: "a", in: text, "x.crontab") == "MAILTO=ops\n  5 4 * * * /bin/b\n")
    #expect(throws: EditRefusal.self) { try EditedText.setting("timezone", "UTC", in: text, "x.crontab") }
  }

  @Test func `a crontab line without a name keeps the one it has when its command changes`() throws {
    let text = "0 3 * * * /bin/a\n"
    let name = try #require(EditedText.jobs(text, "x.crontab").first?.name)
    let changed = try EditedText.setting("command", "/bin/b 5%", of: name, in: text, "x.crontab")
    #expect(changed == "# job: \(name)\n0 3 * * * /bin/b 5\\%\n")
    #expect(EditedText.jobs(changed, "x.crontab").first?.name == name)
  }

  @Test func `a comment that only begins like a disabled line is a comment`() {
    let text = "# jobs-run disabled: not a line\n0 3 * * * /bin/a\n"
    #expect(EditedText.jobs(text, "x.crontab").count == 1)
  }

  // MARK: Enabling

  @Test(arguments: [
    "  command: ls\n", "  command: ls", "  enabled: true\n  command: ls\n", "  command: ls\n  enabled: true # on\n",
    "  command: |\n    ls\n\n", "  command: ls\r\n", "  command: ls\n# tail\n", "  command: ls\n  enabled:   true",
  ])
  func `disabling and enabling leaves the file as it was`(_ spec: String) throws {
    let head = spec.contains("\r") ? Self.head.replacing("\n", with: "\r\n") : Self.head
    let text = head + spec
    let off = try EditedText.applying(.enable(false), to: "a", in: text)
    #expect(EditedText.jobs(off, "a.yaml").first?.enabled == false)
    #expect(try EditedText.applying(.enable(false), to: "a", in: off) == off)
    #expect(try EditedText.applying(.enable(true), to: "a", in: off) == text)
  }

  @Test func `a default of the project is overruled in words`() throws {
    let text = Self.head + "  command: ls\n"
    let on = try EditedText.applying(.enable(true, byDefault: false), to: "a", in: text)
    #expect(on == text + "  enabled: true\n")
    #expect(try EditedText.applying(.enable(false, byDefault: false), to: "a", in: text) == text)
  }

  // MARK: Removing

  @Test func `a document goes with its mark, and the others stay`() throws {
    let one = Self.head + "  command: ls\n"
    let (a, b, c) = (one, one.replacing("name: a", with: "name: b"), one.replacing("name: a", with: "name: c"))
    let text = "# top\n---\n\(a)---\n# second\n\(b)...\n---\n\(c)"
    #expect(try EditedText.applying(.remove, to: "a", in: text) == "# top\n---\n# second\n\(b)...\n---\n\(c)")
    #expect(try EditedText.applying(.remove, to: "b", in: text) == "# top\n---\n\(a)---\n\(c)")
    #expect(try EditedText.applying(.remove, to: "c", in: text) == "# top\n---\n\(a)---\n# second\n\(b)...\n")
    #expect(try EditedText.applying(.remove, to: "a", in: a).isEmpty)
  }

  // MARK: Overlays

  @Test func `environments that say otherwise are named`() throws {
    let text =
      Self.head
      + "  command: ls\n  timeout: 1h\n  environments:\n    dev: {timeout: null}\n    prod: {retry: {attempts: 1}}\n"
    let job = try #require(EditedText.jobs(text, "a.yaml").first)
    let origin = try #require(job.origin)
    func environments(_ key: String, _ value: String) -> [String] {
      JobEdit.set([Pair(key, value)]).overlays(in: Array(text.utf8), at: origin).flatMap(\.environments)
    }
    #expect(environments("timeout", "2h") == ["dev"])
    #expect(environments("retry.attempts", "2") == ["prod"])
    #expect(environments("retry.backoff", "fixed").isEmpty && environments("user", "x").isEmpty)
  }
}
