import JobsCore
import JobsCron
import TestSupport
import Testing

@testable import JobsManifest

@Suite("Fixes of a file")
struct FixFileFixTests {
  private static func options() -> CheckOptions { CheckOptions(zones: .system, now: 1_795_219_200) }

  private static func fix(_ text: String, unsafe: Bool = false, _ options: CheckOptions = options()) -> (
    text: String, mended: Int
  ) {
    let outcome = FileFix.run(
      FileInput(path: "job.yaml", bytes: Array(text.utf8), isNamed: true), options, unsafe: unsafe)
    return (String(decoding: outcome.bytes, as: UTF8.self), outcome.mended)
  }

  private static func codes(_ text: String) -> [String] {
    FileCheck.run(FileInput(path: "job.yaml", bytes: Array(text.utf8), isNamed: true), options()).diagnostics.map(
      \.code)
  }

  private static let head = "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\n"

  @Test("a safe fix is made, and layout, comments and what else there is stay byte for byte")
  func safe() {
    let text =
      "# top\n\(Self.head)spec:   # here\n  command: [/bin/true]\n  env:\n    COLOR:  yes   # a word\n    OTHER: 'x'\n\n# end"
    let fixed = Self.fix(text)
    #expect(fixed.text == text.replacing("yes ", with: "\"yes\" "))
    #expect(fixed.mended == 1)
  }

  @Test("an unsafe fix is only made where it is asked for")
  func unsafe() {
    let text = "\(Self.head)spec:\n  comand: [/bin/true]\n"
    #expect(Self.fix(text).text == text)
    let fixed = Self.fix(text, unsafe: true)
    #expect(fixed.text == text.replacing("comand", with: "command"))
    #expect(Self.codes(fixed.text).isEmpty)
  }

  @Test(
    "line breaks, a byte order mark and a missing last line break are kept", arguments: ["\n", "\r\n"],
    ["", "\u{FEFF}"])
  func layout(lineBreak: String, mark: String) {
    let text =
      mark + "\(Self.head)spec:\n  command: [/bin/true]\n  env: {A: off, B: on}".replacing("\n", with: lineBreak)
    #expect(Self.fix(text).text == text.replacing("off", with: "\"off\"").replacing("on}", with: "\"on\"}"))
  }

  @Test("lines that move into a file with CRLF have CRLF, and the new indentation")
  func movedLines() {
    let text = """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: a
      spec:
        template:
          spec:
            # how often
            maxRetries: 2
            template:
              spec:
                containers:
                  - image: europe-docker.pkg.dev/p/r/i:1.2.3

      """.replacing("\n", with: "\r\n")
    let fixed = Self.fix(text, unsafe: true)
    #expect(fixed.mended == 1)
    #expect(fixed.text.contains("\r\n          # how often\r\n          maxRetries: 2\r\n"))
    let feeds = fixed.text.utf8.count { $0 == 10 }
    let returns = fixed.text.utf8.count { $0 == 13 }
    #expect(feeds == returns)
    #expect(!Self.codes(fixed.text).contains("ST102"))
  }

  @Test("a fix that would lay bare an error is left to the user")
  func newError() {
    let text = "\(Self.head)spc:\n  command: [/bin/true]\n  target: nowhere-at-all\n"
    #expect(Self.codes(text).contains("ST101"))
    #expect(Self.fix(text, unsafe: true).text == text)
  }

  @Test("one bad fix does not keep the good ones from being made")
  func others() {
    let text =
      "\(Self.head)spc:\n  target: nowhere-at-all\n---\n\(Self.head.replacing("name: a", with: "name: b"))spec:\n  comand: [/bin/true]\n  env: {A: yes, B: no}\n"
    let fixed = Self.fix(text, unsafe: true)
    #expect(
      fixed.text
        == text.replacing("comand", with: "command").replacing("yes", with: "\"yes\"").replacing("no}", with: "\"no\"}")
    )
    #expect(fixed.mended == 3)
  }

  @Test("rules that are not asked for are not mended, and are still judged by")
  func selection() {
    var options = Self.options()
    options.selection = RuleSelection(selected: ["RD210"])
    let text = "\(Self.head)spec:\n  comand: [/bin/true]\n  env: {A: yes}\n"
    #expect(Self.fix(text, unsafe: true, options).text == text.replacing("yes", with: "\"yes\""))
    options.selection = RuleSelection(selected: ["ST101"])
    let bare = "\(Self.head)spc:\n  command: [/bin/true]\n  target: nowhere-at-all\n"
    #expect(Self.fix(bare, unsafe: true, options).text == bare)
  }

  @Test("text that cannot be read is left alone", arguments: ["", "a: [", "\u{0}", "a: 1\na: 2\n", "- - -\n"])
  func unreadable(text: String) { #expect(Self.fix(text, unsafe: true).text == text) }

  @Test("whatever the file, a second run changes nothing, no error comes and no job goes")
  func idempotent() {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    let lines = [
      "  command: [/bin/true]", "  comand: [/bin/true]", "  env: {A: yes, B: 010}", "  env: {A: [1]}", "  timeout: 1 h",
      "  retry: {attempts: 3, backof: fixed}", "  concurrency: forbit", "  timezone: Europe/Berlni", "  enabled: yes",
      "  name: b", "  labels: {a: no}", "  schedule: 0 3 * * *", "  target: locl", "  # remark", "", "  maxRetries: 3",
    ]
    for round in 0..<25 {
      var text = ""
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        text += "\(text.isEmpty ? "" : "---\n")\(Self.head)spec:\n"
        for _ in 0..<Int.random(in: 1...5, using: &random) { text += lines.randomElement(using: &random)! + "\n" }
      }
      if Bool.random(using: &random) { text = text.replacing("\n", with: "\r\n") }
      let before = FileCheck.run(FileInput(path: "job.yaml", bytes: Array(text.utf8), isNamed: true), Self.options())
      let first = Self.fix(text, unsafe: true)
      let after = FileCheck.run(
        FileInput(path: "job.yaml", bytes: Array(first.text.utf8), isNamed: true), Self.options())
      let context = "JOBS_TEST_SEED=\(seed), round \(round):\n\(text)"
      #expect(Self.fix(first.text, unsafe: true).text == first.text, "\(context)")
      #expect(
        after.diagnostics.count { $0.severity == .error } <= before.diagnostics.count { $0.severity == .error },
        "\(context)")
      #expect(after.jobs.count >= before.jobs.count, "\(context)")
    }
  }
}
