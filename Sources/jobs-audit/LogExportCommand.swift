import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsStore

struct LogExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the log as it is, byte for byte, once it was found whole.",
    discussion: """
      What comes out is the lines of the log and nothing else, so that 'verify' and jq read it as they read the log. A log that \
      is not whole is not written, and the status is 1; --broken writes it all the same.

      EXAMPLES:
        jobs-audit log export > /media/audit.ndjson
        jobs-audit log export --broken > evidence.ndjson
      """)

  @Flag(help: "Write a log that is not whole as well.")
  var broken = false

  @OptionGroup(title: "Reading") var log: LogOptions

  func run() throws {
    let path = try log.path(processEnvironment())
    var check = try AuditReader(path)
    try check.readAll()
    let fault = check.firstBreak
    if let fault {
      Entry.say(
        "jobs-audit", "the log is not whole: line \(fault.line) \(fault.reason)",
        hint: broken ? nil : "--broken writes it all the same")
    }
    if fault == nil || broken {
      let output = Output(STDOUT_FILENO, name: "standard output")
      var reader = try AuditReader(path)
      var record = Record()
      while try reader.next(into: &record) != nil { output.write(record.bytes + [10]) }
      try output.flush()
    }
    try EndedWith.check(fault == nil ? .done : .findings)
  }
}
