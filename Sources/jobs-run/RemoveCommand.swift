import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm", abstract: "Remove jobs from their manifests.",
    discussion: """
      The job's document or line goes, and the file with it if nothing is left. A question is asked first, on the \
      terminal. History and logs of the job stay. Every removal is a line of the audit log.

      EXAMPLES:
        jobs-run rm nightly-report
        jobs-run rm prod/backup jobs/ --dry-run
        jobs-run rm --yes old-import
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(
    help: ArgumentHelp(
      "Names or ids of jobs, and the files, folders or globs to find them in; without a path '.'.",
      valueName: "name|path"))
  var words: [String] = []

  @Flag(help: "Every job that is found.")
  var all = false

  @Flag(name: [.short, .long], help: "Ask no question.")
  var yes = false

  @OptionGroup var options: EditOptions

  func run() throws {
    let environment = processEnvironment()
    let choice = try EditChoice(words: words, all: all, options, environment, verb: "rm")
    var plan = EditPlan(leftOut: choice.leftOut)
    for job in choice.jobs { try plan.add(.remove, to: job, verb: "rm") }
    try EndedWith.check(
      EditSession(options: options, environment: environment, participle: "removed").run(
        plan, beside: choice.paths, asking: yes ? nil : Self.question(plan)))
  }

  private static func question(_ plan: EditPlan) -> String? {
    guard let first = plan.steps.first else { return nil }
    if plan.steps.count > 1 { return "remove \(plan.steps.count) jobs from \(plan.files.count) files?" }
    return "remove '\(Terminal.visible(first.job))' from '\(Terminal.visible(first.file))'?"
  }
}
