import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest

/// What the verbs that change manifests share.
struct EditOptions: ParsableArguments {
  @Flag(help: "Print the change as a patch on standard output, and write nothing.")
  var dryRun = false

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  /// The check by which a change is judged: every environment there is and every job, whichever are shown.
  func judging(project: ProjectFile?, _ environment: [String: String]) throws(Failure) -> CheckOptions {
    var all = manifests
    all.environment = nil
    all.selector = nil
    return try all.checkOptions(project: project, environment.filter { $0.key != "JOBS_ENV" })
  }
}
