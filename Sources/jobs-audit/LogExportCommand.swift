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
        jobs-audit log export | jq -r .action | sort | uniq -c  how often
        jobs-audit log export --broken > evidence.ndjson
      """)

  @Flag(help: "Write a log that is not whole as well.")
  var broken = false

  @OptionGroup(title: "Reading") var log: LogOptions

  func run() throws {
    let found = try log.check(processEnvironment())
    found.say()
    if !found.isWhole, !broken { Entry.say("jobs-audit", "nothing was written: --broken writes it all the same") }
    let output = Output(STDOUT_FILENO, name: "standard output")
    if found.isWhole {
      var reader = try AuditReader(found.path)
      var record = Record()
      while try reader.next(into: &record) != nil { output.write(record.bytes + [10]) }
    } else if broken {
      try Self.copy(found.path, to: output)
    }
    try output.flush()
    try EndedWith.check(found.isWhole ? .done : .findings)
  }

  /// What is no record is evidence too.
  private static func copy(_ path: String, to output: Output) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    defer { if descriptor >= 0 { close(descriptor) } }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while descriptor >= 0 {
      let count = read(descriptor, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .world("cannot read '\(Terminal.visible(path))': \(systemMessage())") }
      guard count > 0 else { return }
      output.write(Array(bytes[..<count]))
    }
  }
}
