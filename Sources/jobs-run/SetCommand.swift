import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set keys of jobs in their manifests.",
    discussion: """
      A key is a path such as 'spec.retry.attempts', or its end: 'schedule', 'timezone', 'timeout', 'command', 'image', \
      'paused', 'concurrency', 'retry.attempts', 'labels.team', 'env.LEVEL', 'environments.dev.schedule'. One that is \
      missing is added. A list is written as JSON. Comments and layout stay as they are; what would be an error is \
      refused before anything is written. Every change is a line of the audit log.

      EXAMPLES:
        jobs-run set nightly-report schedule='30 3 * * *' timezone=Europe/Berlin
        jobs-run set backup timeout=2h retry.attempts=3 --dry-run
        jobs-run set report command='["/app/report", "--all"]' jobs/
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(
    help: ArgumentHelp(
      "Names or ids of jobs, KEY=VALUE, and the files, folders or globs to find them in; without a path '.'.",
      valueName: "name|key=value|path"))
  var words: [String] = []

  @Flag(help: "Every job that is found.")
  var all = false

  @OptionGroup var options: EditOptions

  func run() throws {
    let environment = processEnvironment()
    let pairs = words.compactMap(Self.pair)
    guard !pairs.isEmpty else {
      throw Failure.usage("what is to be set? no KEY=VALUE is given", hint: "such as timeout=1h")
    }
    if let twice = pairs.indices.first(where: { at in pairs[..<at].contains { $0.name == pairs[at].name } }) {
      throw Failure.usage(
        "'\(Terminal.visible(pairs[twice].name))' is set twice", hint: "leave one of the two out")
    }
    let choice = try EditChoice(
      words: words.filter { Self.pair($0) == nil }, all: all, options, environment, verb: "set")
    var plan = EditPlan(leftOut: choice.leftOut)
    let parameters = pairs.map { AuditAct.Parameter($0.name, $0.value) }
    for job in choice.jobs { try plan.add(.set(pairs), to: job, verb: "set", parameters) }
    try EndedWith.check(
      EditSession(options: options, environment: environment, participle: "set").run(
        plan, beside: choice.paths))
  }

  /// `KEY=VALUE`, where KEY has the form of a path in a manifest.
  private static func pair(_ word: String) -> Pair? {
    guard let equals = word.firstIndex(of: "="), ManifestPath(parsing: word[..<equals]) != nil,
      !word[..<equals].contains("/") || word[..<equals].contains("[")
    else { return nil }
    return Pair(String(word[..<equals]), String(word[word.index(after: equals)...]))
  }
}
