import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest

struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Make the world match the manifests.",
    discussion: """
      The plan is shown, and a question asked on the terminal, before anything is changed; where there is no terminal, --yes \
      answers it. A stream that broke off, and manifests with errors, are refused before the first change.

      A file that 'plan --out' wrote is carried out as it stands, and refused if the host, its crontab or the manifests \
      changed since. Each change is written whole or not at all, and is a line of the audit log. One that fails is named, \
      what depends on it is skipped, and the others go on; the next 'plan' shows what is left.

      A signal that asks to stop lets the changes that were begun end, and no more begin; a second one ends at once. After \
      a crash --resume finishes the run: what has no end in its journal is looked at, and is done already, done now, or \
      named where it is neither as it was nor as it was to become. An 'apply' without it plans anew from what there is.

      Once all is done, what the jobs have under 'verify' is tried: a run of the job in Cloud Run or on this host, which has \
      to succeed, and addresses of the web, which have to answer. What does not hold is named with the last lines of the \
      log, and the status is 4. With --rollback-on-failure what the run changed is then taken back, as 'rollback' does it. \
      A check that a crash cut short is made again by --resume.

      One run at a time changes a place; a second one leaves and says whom it met, or waits as long as --wait says.

      EXAMPLES:
        jobs-deploy apply -e prod jobs/
        jobs-validate -e prod jobs/ | jobs-deploy apply --yes
        jobs-deploy apply prod.plan
        jobs-deploy apply --resume --yes
        jobs-deploy apply --only-drift --yes -e prod jobs/
        jobs-deploy apply --spare 10m --yes -e prod jobs/
        jobs-deploy apply --rollback-on-failure --yes -e prod jobs/
        jobs-deploy apply --verify all --yes -e prod jobs/
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, '-' for standard input, or one file of a plan; without a path what is piped in, else '.'.",
      valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Only undo what somebody changed by hand: fields become again what was applied last.")
  var onlyDrift = false

  @Flag(help: "Go on with the run that was interrupted last, as it was planned.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Put off changes of jobs that run now or are due within this time, such as 10m; 0 for none.",
      discussion:
        "They are named, the others are made, and the status is 4; a later 'apply' makes them. Of a host it is known what "
        + "'jobs-run' runs there, of Cloud Run what its latest execution does. Without it JOBS_SPARE, or 5m, and then a job "
        + "that comes again so soon that it never rests as long is put off only while it runs. What is only made is "
        + "never put off, nor is the plan of a file, nor what --only-drift undoes.",
      valueName: "time"))
  var spare: String?

  @Option(
    help: ArgumentHelp(
      "Which jobs are verified afterwards, as their 'verify' says: changed, all or none.",
      discussion:
        "A job whose check fails counts as failed: the check is named with the last lines of the log, and the status is 4.",
      valueName: "jobs"))
  var verify = VerifiedJobs.changed

  @Flag(help: "Take back what this run changed if a change or a check of it fails; what cannot be taken back is named.")
  var rollbackOnFailure = false

  @Flag(help: "Accept a stream without its 'end' record.")
  var allowIncomplete = false

  @Flag(help: "Accept a stream or manifests with errors; jobs that have one are left out.")
  var allowFailed = false

  @OptionGroup(title: "Acting") var act: ActOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard spare.map({ Quantity.seconds($0) != nil }) ?? true else {
      throw ValidationError("'--spare' is a length of time, such as 90s, 10m or 1h")
    }
    guard !resume || verify == .changed && !rollbackOnFailure else {
      throw ValidationError("'--resume' goes on as the run began, without '--verify' and '--rollback-on-failure'")
    }
    guard spare == nil || !resume else {
      throw ValidationError("'--spare' and '--resume' exclude each other: a run goes on as it was planned")
    }
  }

  func run() async throws { try EndedWith.check(await ApplySession(self, processEnvironment()).run()) }
}
