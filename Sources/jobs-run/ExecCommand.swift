import ArgumentParser
import Glibc
import JobsCloud
import JobsCommand
import JobsCore
import JobsExec
import JobsManifest
import JobsStore

struct ExecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec", abstract: "Run a command as a job: with a timeout, retries, a lock and a history.",
    discussion: """
      The command reads and writes what this tool reads and writes, so that it can stand in a crontab or a pipe where the \
      command stood, in place of timeout, flock, chronic and a call of curl before and after. Standard input is handed on unless it is a terminal. The \
      status is the command's own: 124 timeout, 126 not executable, 127 not found, 128+n signal n, 125 where it could \
      not be run or the lock was held.

      No record is written unless --output asks for it; the command's output goes to standard error then.

      EXAMPLES:
        jobs-run exec --timeout 10m --retries 2 -- rsync -a /srv/ backup:/srv/
        jobs-run exec --name import --lock import --quiet-unless-failed \\
          -- /usr/local/bin/import --all
        jobs-run exec --ping https://hc-ping.com/UUID -- /usr/local/bin/backup
        zcat dump.gz | jobs-run exec --timeout 1h -- psql -q shop
      """)

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp(
      "The command and its words, behind '--'. It is run as it stands, by no shell.", valueName: "command"))
  var command: [String] = []

  @Option(help: ArgumentHelp("The name in the history; the program's where it is left out.", valueName: "name"))
  var name: String?

  @OptionGroup(title: "Changing the run") var overrides: RunOverrides

  @Option(help: ArgumentHelp("Start only while no other run holds the lock of this name.", valueName: "name"))
  var lock: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Wait so long for the lock, such as 30s.", valueName: "time"))
  var lockWait = "0s"

  @Flag(help: "Keep the command's output back, and show it only if the command failed.")
  var quietUnlessFailed = false

  @Option(
    help: ArgumentHelp(
      "Tell a monitor of the start and the end, at this address of a check.",
      discussion: """
        A check of Healthchecks or of a server that speaks its ping interface: 'URL/start', then 'URL' or 'URL/STATUS' \
        with the end of the output. What cannot be sent is kept, and sent by a later run with --ping or by the daemon; \
        the status stays the command's own.
        """, valueName: "url"))
  var ping: String?

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    if command.isEmpty { throw ValidationError("there is no command; write it behind '--', as in 'exec -- ls -l'") }
    for (option, text) in [("--name", name), ("--lock", lock)] {
      guard let text else { continue }
      if !ExecCommand.isName(text) {
        throw ValidationError(
          "\(option) '\(Terminal.visible(text))' is no name: letters, digits and '. _ -', at most 128")
      }
    }
    if let ping {
      do throws(Failure) {
        _ = try WebAddress(ping)
      } catch {
        throw ValidationError("--ping: \(error.message); \(error.hint ?? "")")
      }
    }
    if Quantity.seconds(lockWait) == nil { throw RunOverrides.notATime("--lock-wait", lockWait) }
  }

  /// Names become parts of paths and ids.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else { return false }
    return text.utf8.count <= 128
      && text.utf8.allSatisfy {
        ($0 >= 48 && $0 <= 57) || ($0 | 32 >= 97 && $0 | 32 <= 122) || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-")
      }
  }

  /// The job's name: as given, or the program's with every other character as '-'.
  var jobName: String {
    if let name { return name }
    let program = command.first?.split(separator: "/").last.map(String.init) ?? ""
    let plain = String(program.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") ? $0 : "-" })
    let trimmed = plain.drop { $0 == "." || $0 == "-" }
    return trimmed.isEmpty ? "command" : String(trimmed.prefix(128))
  }

  func run() throws {
    let environment = processEnvironment()
    let status: ExitStatus
    do throws(Failure) {
      status = try ExecSession(self, environment).run()
    } catch {
      // A caller takes every other status for the command's own.
      guard error.kind != .usage else { throw error }
      Entry.say("jobs-run", error.message, hint: error.hint)
      status = ExitStatus(rawValue: 125)
    }
    try EndedWith.check(status)
  }
}
