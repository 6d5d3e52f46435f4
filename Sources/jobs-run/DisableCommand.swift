import ArgumentParser
import JobsCommand

struct DisableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Disable jobs in their manifests.",
    discussion: """
      The manifest is changed in place and checked before it is written; all else in it stays as it is. A line of a \
      crontab becomes a comment that is still read as a disabled job. Every change is a line of the audit log.

      EXAMPLES:
        jobs-run disable nightly-report
        jobs-run disable backup report jobs/ --dry-run | git apply --check
        jobs-run disable --all -l team=data
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs
  @OptionGroup var toggle: ToggleOptions
  @OptionGroup var options: EditOptions

  func run() throws { try EndedWith.check(toggle.run(false, options, verb: "disable")) }
}
