import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest

/// Which jobs are enabled or disabled.
struct ToggleOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Names or ids of jobs, and the files, folders or globs to find them in; without a path '.'.",
      valueName: "name|path"))
  var words: [String] = []

  @Flag(help: "Every job that is found.")
  var all = false

  func run(_ isEnabled: Bool, _ options: EditOptions, verb: String) throws(Failure) -> ExitStatus {
    let environment = processEnvironment()
    let choice = try EditChoice(words: words, all: all, options, environment, verb: verb)
    let project = try ManifestInputs.find(choice.paths).project
    var plan = EditPlan(leftOut: choice.leftOut)
    for job in choice.jobs {
      let byDefault = job.origin?.format != Format.jobs.rawValue || isDefault(of: project)
      try plan.add(.enable(isEnabled, byDefault: byDefault), to: job, verb: verb)
    }
    return try EditSession(options: options, environment: environment, participle: "\(verb)d")
      .run(plan, beside: choice.paths)
  }

  /// Whether jobs of our own format that say nothing are enabled.
  private func isDefault(of project: ProjectFile?) -> Bool {
    project?.defaults?.values(Variables()).job.enabled ?? true
  }
}
