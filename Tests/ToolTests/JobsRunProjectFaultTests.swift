import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// Jobs mean something else without the zone, the pools and the limits of their project.
@Suite("jobs-run daemon and a project file with a fault")
struct JobsRunProjectFaultTests {
  private let folder = ToolFolder()

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: one}
    manifests: jobs
    defaults: {timezone: Asia/Kolkata}

    """

  init() {
    mkdir(folder.file("p"), 0o755)
    mkdir(folder.file("p/jobs"), 0o755)
    folder.write(Self.project, to: "p/jobs.yaml")
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {schedule: \"0 9 1 1 *\", command: [\"true\"]}\n",
      to: "p/jobs/a.yaml")
  }

  /// What is changed in the project file, and the path that the daemon is given.
  static let faults = [
    (from: "defaults", to: "defalts", path: "p"), (from: "metadata: {", to: "metadata: {{", path: "p"),
    (from: "metadata: {", to: "metadata: {{", path: "p/jobs"),
  ]

  @Test("a daemon does not start with it", arguments: faults)
  func start(fault: (from: String, to: String, path: String)) {
    folder.write(Self.project.replacing(fault.from, with: fault.to), to: "p/jobs.yaml")
    let found = run.run(["daemon", "--dry-run", fault.path], in: folder)
    #expect(found.status == 2, "\(found.stderr)")
    #expect(found.stderr.contains("project file") && found.stderr.contains("p/jobs.yaml"), "\(found.stderr)")
    #expect(found.records("fire").isEmpty)
  }

  @Test(
    "a daemon that runs keeps its jobs as they were, until the file is mended",
    arguments: ["apiVersion: jobs/v1\nkind: Project\n", "", "kind: ["])
  func reload(text: String) {
    let daemon = run.start(["daemon", "--foreground", "p"], in: folder)
    defer { daemon.signal(SIGKILL) }
    let log = "state/logs/scheduler_main.log"
    #expect(wait(for: "started with 1 job", in: log))
    folder.write(text, to: "p/jobs.yaml")
    #expect(wait(for: "the jobs stay as they were", in: log))
    folder.write(Self.project, to: "p/jobs.yaml")
    #expect(wait(for: "nothing changed", in: log))
    daemon.signal(SIGTERM)
    #expect(daemon.wait().status == 0)
    #expect(folder.text(of: log)?.contains(" changed: ") == false, "\(folder.text(of: log) ?? "")")
  }

  private func wait(for words: String, in file: String) -> Bool {
    for _ in 0..<1000 {
      if folder.text(of: file)?.contains(words) == true { return true }
      usleep(20_000)
    }
    return false
  }
}
