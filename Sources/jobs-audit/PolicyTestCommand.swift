import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

struct PolicyTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Tell whether the policy finds in its examples what it ought to.",
    discussion: """
      Each of 'audit.tests' gives something to judge, in the words of what 'iam' or 'manifests' read or as files beside the \
      policy, and lists all that has to be found: a finding that is missing fails, and so does one that is not listed, and a \
      test of which something cannot be judged. The status is then 1.

      EXAMPLES:
        jobs-audit policy test
        jobs-audit policy test --policy audit.yaml
        jobs-audit policy test -o ndjson | jq 'select(.holds==false)'
      """)

  @OptionGroup(title: "Policy") var options: PolicyOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let policy = try options.require(environment)
    guard !policy.tests.isEmpty else {
      throw Failure.usage(
        "the policy '\(Terminal.visible(policy.path))' has no tests", hint: "write some under 'audit.tests'")
    }
    let folder = policy.path.lastIndex(of: "/").map { String(policy.path[...$0]) } ?? ""
    let data = try data.load(environment)
    let terminal = output.terminal(STDOUT_FILENO, environment)
    var failed = 0
    for test in policy.tests {
      let outcome: PolicyTest.Outcome
      do throws(Failure) {
        outcome = try test.run(under: policy, now: Instant.now(), by: data) { name throws(Failure) in
          try Self.open(name.hasPrefix("/") ? name : folder + name)
        }
      } catch {
        guard error.kind == .usage else { throw error }
        outcome = PolicyTest.Outcome(faults: ["cannot be judged: \(error.message)"])
      }
      if !outcome.holds { failed += 1 }
      sink.emit("policy-test") { json in
        json.beginRecord("policy-test")
        json.member("name", test.name)
        json.member("file", test.location.file)
        json.member("line", test.location.line)
        json.member("holds", outcome.holds)
        json.member("faults", outcome.faults)
        json.endObject()
      }
      guard sink.isHuman else { continue }
      sink.output.write("\(outcome.holds ? "holds" : "FAILS") \(Terminal.visible(test.name))\n")
      if !outcome.holds { sink.output.write("      \(Terminal.visible(test.location.short))\n") }
      for fault in outcome.faults { sink.output.write(terminal.prose(Terminal.visible(fault), after: "      ")) }
    }
    let count = policy.tests.count
    sink.say(
      "\(quantity(count, "test")), \(failed == 0 ? "all hold" : "\(failed) failed")",
      isQuiet: output.quiet)
    try sink.finish(ok: failed == 0)
    try EndedWith.check(failed == 0 ? .done : .findings)
  }

  private static func open(_ path: String) throws(Failure) -> ValueReader {
    let shown = "'\(Terminal.visible(path))'"
    do throws(FileBytes.ReadError) {
      return ValueReader(bytes: try FileBytes.read(path, limit: 64 << 20), name: shown)
    } catch {
      throw .usage("cannot read \(shown), which a test gives", hint: "files are looked for beside the policy")
    }
  }
}
