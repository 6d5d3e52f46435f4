import ArgumentParser
import JobsCommand
import JobsCore
import JobsStore

struct LogVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Tell whether the log is whole, and where it is not.",
    discussion: """
      Finds lines that were changed, removed, inserted or moved. That lines at the end were cut off, or that all was written \
      anew, shows only against a head that was kept where this host cannot reach: pass it with --head.

      EXAMPLES:
        jobs-audit log verify
        jobs-audit log verify -o ndjson | jq -r 'select(.type=="audit-chain") | .head' > kept
        jobs-audit log verify --head "$(cat kept)"
      """)

  @Option(help: ArgumentHelp("The hash of a line that has to be there still.", valueName: "hash"))
  var head: String?

  @OptionGroup(title: "Reading") var log: LogOptions
  @OptionGroup(title: "Showing") var output: OutputOptions

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let path = try log.path(environment)
    var reader = try AuditReader(path, anchor: head)
    try reader.readAll()
    let (count, hash, steps, fault) = (reader.count, reader.head, reader.clockSteps, reader.firstBreak)
    sink.emit("audit-chain") { json in
      json.beginRecord("audit-chain")
      json.member("file", path)
      json.member("records", count)
      json.member("head", hash)
      json.member("isWhole", fault == nil)
      if let fault {
        json.member("line", fault.line)
        json.member("reason", fault.reason)
      }
      json.member("clockSteps", steps)
      json.endObject()
    }
    let shown = "'\(Terminal.visible(path))'"
    if let fault {
      sink.say("\(shown) is not whole: line \(fault.line) \(fault.reason)", isQuiet: false)
    } else {
      sink.say("\(shown) is whole: \(count) \(count == 1 ? "record" : "records"), head \(hash)", isQuiet: output.quiet)
    }
    if steps > 0 {
      sink.say(
        "the clock was set back \(steps == 1 ? "once" : "\(steps) times") between records", isQuiet: output.quiet)
    }
    try sink.finish(ok: fault == nil)
    try EndedWith.check(fault == nil ? .done : .findings)
  }
}
