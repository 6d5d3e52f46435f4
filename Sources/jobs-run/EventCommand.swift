import ArgumentParser
import JobsCommand
import JobsCore

struct EventCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Run a job for an event on standard input.",
    discussion: """
      The event is what a push subscription of Pub/Sub delivers, or a CloudEvent 1.0 in JSON, one or a batch; anything else \
      is refused (2). The job is named, or it is the one whose 'events' have the topic of the event. It finds the event in \
      these variables:

        JOBS_EVENT_ID, JOBS_EVENT_SOURCE, JOBS_EVENT_TYPE
        JOBS_EVENT_SUBJECT, JOBS_EVENT_TIME, JOBS_EVENT_CONTENT_TYPE    where the sender says them
        JOBS_EVENT_ATTRIBUTES    what else it says, as a JSON object of texts
        JOBS_EVENT_DATA          the data, where it is text of at most 32,000 bytes
        JOBS_EVENT_DATA_FILE     a file with the data, for jobs of this host, for as long as they run

      The status says whether the event may be forgotten: 0 after a run that succeeded, now or when the event came before; \
      1 where it has to be delivered again, since the run failed or another one for the same event still goes on. An event \
      that comes again after its run succeeded runs nothing. Data and attributes are in no record and no log.

      EXAMPLES:
        jobs-run event - import jobs/ < envelope.json
        jobs-run event - -e prod jobs/ < cloudevent.json
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(
    help: ArgumentHelp(
      "'-' for the event, the name or id of a job, and files, folders or globs of manifests; '.' if left out.",
      valueName: "-|name|path"))
  var words: [String]

  @OptionGroup(title: "Changing the run") var overrides: RunOverrides
  @OptionGroup(title: "In clouds") var cloud: CloudOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Keeping") var secrets: SecretsOptions

  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    guard words.filter({ $0 == "-" }).count == 1 else {
      throw ValidationError("the event is read from standard input, and '-' says so, once")
    }
  }

  func perform() async throws { try EndedWith.check(try await EventSession(self, processEnvironment()).run()) }
}
