import ArgumentParser
import JobsCommand

struct EnableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Enable jobs in their manifests.",
    discussion: """
      The manifest is changed in place and checked before it is written; all else in it stays as it is. What 'disable' \
      put there is taken away again. Every change is a line of the audit log.

      EXAMPLES:
        jobs-run enable nightly-report
        jobs-run enable prod/backup jobs/ --dry-run
        jobs-run enable --all -l team=data
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs
  @OptionGroup var toggle: ToggleOptions
  @OptionGroup var options: EditOptions

  func run() throws { try EndedWith.check(toggle.run(true, options, verb: "enable")) }
}
