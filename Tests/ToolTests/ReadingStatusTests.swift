import TestSupport
import Testing

@Suite("verbs that read manifests and change nothing")
struct ReadingStatusTests {
  private static let verbs = [
    ["jobs-validate"], ["jobs-cost", "estimate"], ["jobs-run", "list"], ["jobs-run", "next"],
    ["jobs-audit", "manifests"],
    ["jobs-audit", "recommend"],
  ]

  private static let job = """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: nightly}
    spec: {command: [/bin/true], schedule: "30 2 * * *"}

    """

  @Test(
    "each ends with 2 where a manifest cannot be read, with 1 where it has a fault, as jobs-validate does",
    arguments: [
      ("nothing of a job", "a: 1\n", 2), ("a bracket that is open", "name: [x\n", 2), ("a void file", "", 2),
      ("a key that is none", job + "stranger: 1\n", 1),
      ("a job", job, 0),
    ])
  func status(_ what: String, _ text: String, _ status: Int32) {
    let folder = ToolFolder()
    folder.write(text, to: "job.yaml")
    for verb in Self.verbs {
      let run = Tool(verb[0]).run(verb.dropFirst() + ["-o", "ndjson", "job.yaml"], in: folder)
      #expect(run.status == status, "\(verb) of \(what): \(run.stderr)")
    }
  }
}
