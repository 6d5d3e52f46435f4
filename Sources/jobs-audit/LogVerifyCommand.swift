import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore
import JobsStore

struct LogVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Tell whether the log is whole, and where it is not.",
    discussion: """
      Finds lines that were changed, removed, inserted or moved, and, by the mark that the tools keep beside the log, that lines at \
      the end were cut off. Who may write both may write all of it anew, which shows only against a head that was kept where \
      this host cannot reach: pass it with --head. A line that was torn by a crash is told from one that was cut; the next act mends it.

      EXAMPLES:
        jobs-audit log verify
        jobs-audit log verify -o ndjson |
          jq -r 'select(.type=="audit-chain") | .head' > kept
        jobs-audit log verify --head "$(cat kept)"
        jobs-audit log verify audit.log.1             one that was moved away
      """)

  @Option(
    help: ArgumentHelp("The hash of a line that has to be there still: 'sha256:' and 64 digits.", valueName: "hash"))
  var head: String?

  @OptionGroup(title: "Reading") var log: LogOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func validate() throws {
    guard head.map({ AuditEntry.isHash(Self.canonical($0)) }) ?? true else {
      throw ValidationError("--head is 'sha256:' and 64 digits, as 'log verify' tells it")
    }
  }

  private static func canonical(_ head: String) -> String {
    let small = head.lowercased()
    return small.hasPrefix("sha256:") ? small : "sha256:\(small)"
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let found = try log.check(environment, anchor: head.map(Self.canonical))
    let steps = found.clockSteps
    sink.emit("audit-chain") { json in
      json.beginRecord("audit-chain")
      json.member("file", found.path)
      json.member("records", found.count)
      json.member("head", found.head)
      json.member("isWhole", found.isWhole)
      if let first = found.breaks.first {
        json.member("line", first.line)
        json.member("reason", first.reason)
      }
      json.array("breaks") {
        for fault in found.breaks {
          $0.object {
            $0.member("line", fault.line)
            $0.member("reason", fault.reason)
          }
        }
      }
      json.member("clockSteps", steps)
      json.endObject()
    }
    let shown = "'\(Terminal.visible(found.path))'"
    for fault in found.breaks {
      sink.say("\(shown) is not whole: line \(fault.line) \(fault.reason)", isQuiet: false)
    }
    if found.isWhole {
      let records = "\(found.count) \(found.count == 1 ? "record" : "records")"
      sink.say("\(shown) is whole: \(records), head \(found.head)", isQuiet: output.quiet)
      if found.lacksMark, head == nil, !output.quiet {
        Entry.say(
          "jobs-audit",
          "'audit.head' beside it is missing, or no mark of its end: lines that were cut off there would not be missed",
          level: "note",
          hint: "hold it against a head that was kept elsewhere, by --head; the next act writes the mark anew")
      }
    }
    if steps > 0 {
      sink.say(
        "the clock was set back \(steps == 1 ? "once" : "\(steps) times") between records", isQuiet: output.quiet)
    }
    try sink.finish(ok: found.isWhole)
    try EndedWith.check(found.isWhole ? .done : .findings)
  }
}
