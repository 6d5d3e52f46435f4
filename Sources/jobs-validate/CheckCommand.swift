import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsReport

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check manifests and hand on their jobs (the default).",
    discussion: """
      EXAMPLES:
        jobs-validate check prod/ staging/
        git ls-files '*.yaml' | xargs jobs-validate check --fail-on warning
        jobs-validate check --staged --output github
        jobs-validate check --diff jobs/ | patch -p1
      """)

  @Argument(help: ArgumentHelp("Files, folders, globs, or '-' for standard input; default '.'.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<DiagnosticForms>

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write a report beside the output (repeatable): human, ndjson, json, sarif, github or junit.",
      valueName: "format=file"))
  var reports: [String] = []

  @Option(help: ArgumentHelp("Leave with 1 from this level on: error, warning, info or never.", valueName: "level"))
  var failOn: FailLevel?

  @Option(help: ArgumentHelp("Judge by these rules only: codes or their beginnings.", valueName: "code,…"))
  var select: String?

  @Option(help: ArgumentHelp("Leave these rules out.", valueName: "code,…"))
  var ignore: String?

  @Option(help: ArgumentHelp("Accept the findings that the file lists.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write a baseline of what is found now, and leave with 0.", valueName: "file"))
  var writeBaseline: String?

  @Option(help: ArgumentHelp("Days until a baseline that is written ends.", valueName: "days"))
  var baselineDays = 90

  @Flag(help: "Mend what has a safe fix, in the files themselves.")
  var fix = false

  @Flag(help: "Print the patch that --fix would make, and leave with 1 if there is one.")
  var diff = false

  @Flag(help: "With --fix and --diff: also fixes that may change what a job means.")
  var unsafeFixes = false

  @Flag(help: "Check what is staged for the next commit, from Git's index.")
  var staged = false

  @Option(help: ArgumentHelp("Check what HEAD changed since a revision.", valueName: "rev"))
  var since: String?

  @Flag(help: "Say how much was read and how long it took.")
  var stats = false

  @Option(
    name: [.customShort("j"), .customLong("parallel")],
    help: ArgumentHelp("Files to check at once; default the processors.", valueName: "n"))
  var parallel: Int?

  /// Files to check at once.
  var workers: Int { parallel ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  func validate() throws {
    if let parallel, parallel < 1 { throw ValidationError("--parallel has to be at least 1") }
    if !(1...3650).contains(baselineDays) { throw ValidationError("--baseline-days has to be from 1 to 3650") }
    if fix && diff { throw ValidationError("--fix and --diff exclude each other") }
    if staged && since != nil { throw ValidationError("--staged and --since exclude each other") }
  }

  func run() async throws {
    let environment = processEnvironment()
    try await EndedWith.check(CheckSession(self, environment).run())
  }

  /// The rules that count, from `--select` and `--ignore`.
  func selection() throws(Failure) -> RuleSelection {
    func codes(_ text: String?) -> [String] {
      text?.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed } ?? []
    }
    let selection = RuleSelection(selected: codes(select), ignored: codes(ignore))
    if select == nil, ignore == nil { return selection }
    if let unknown = selection.unknown(among: Array(RuleCatalog.codes)).first {
      throw .usage("no rule begins with '\(Terminal.visible(unknown))'", hint: "'jobs-validate rules' lists the codes")
    }
    return selection
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
