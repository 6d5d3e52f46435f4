import JobsCore
@testable import JobsManifest
import Testing

@Suite("structure") struct StructureCheckTests {
  @Test("keys one level too high are one finding, and the patch makes the job whole")
  func misplaced() throws {
    let text = """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            # the worker
            containers:
              - image: europe-docker.pkg.dev/acme/jobs/report:1.4.2
                env:
                  - name: A
                    value: b
            maxRetries: 2
            taskCount: 1

      """
    let checked = Checked(text)
    #expect(checked.codes == ["ST102"])
    let fix = try #require(checked.report.diagnostics.first?.fix)
    var bytes = Array(text.utf8)
    for edit in fix.edits.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
      bytes.replaceSubrange(edit.bytes, with: Array(edit.text.utf8))
    }
    let mended = Checked(String(decoding: bytes, as: UTF8.self))
    #expect(mended.codes.isEmpty && mended.lines.count == 1, "\(String(decoding: bytes, as: UTF8.self))")
    #expect(String(decoding: bytes, as: UTF8.self).contains("# the worker"))
  }

  @Test("what stands in a misplaced key is judged too")
  func nested() {
    let text =
      "apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: {name: report}\nspec:\n  template:\n    spec:\n      containers:\n      - image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n        imgae: x\n"
    #expect(Checked(text).codes.sorted() == ["ST101", "ST102"])
  }

  @Test("a misspelt key at the wrong level says both")
  func misspelt() throws {
    let text = ExampleText.cloudRun().replacing(
      "    spec:\n      template:", "    spec:\n      maxRetires: 2\n      template:")
    let one = try #require(Checked(text).report.diagnostics.first)
    #expect(
      one.code == "ST101"
        && one.hint?.contains("'maxRetries', which belongs in 'spec.template.spec.template.spec'") == true, "\(one)")
  }

  @Test("every fault of a document is said once, in source order")
  func all() {
    let text = ExampleText.job(
      "  comand: [/bin/true]\n  timeout: soon\n  resources: {cpu: lots, memory: [1]}\n  concurrency: never\n  enabled: maybe\n  bogus: 1\n"
    )
    #expect(Checked(text).codes == ["ST101", "ST108", "ST108", "ST105", "ST106", "ST105", "ST101"])
  }
}
