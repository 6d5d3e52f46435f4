import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore

struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Tell from the clouds' logs who was denied, who used keys and secrets, and what looks odd.",
    discussion: """
      READS files of CloudTrail (packed by gzip or not), what 'aws cloudtrail lookup-events' writes, and entries of Cloud Audit Logs, as \
      'gcloud logging read --format=json' and sinks write them. Events pass by; what belongs together is one finding, with how \
      often, from where, and up to three events as evidence. Give them in the order of time, so that what was denied is seen \
      before what was done.

      EXAMPLES:
        jobs-audit access trail/*.json.gz
        gcloud logging read 'logName:cloudaudit' --freshness=7d --format=json |
          jobs-audit access --fail-on high
        jobs-audit access events.ndjson --since 2027-01-01T00:00:00Z \\
          --principal deploy -o sarif > access.sarif
      """)

  @Argument(help: ArgumentHelp("Files, or '-' for standard input; without one standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("Events since this time (RFC 3339).", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("Events before this time.", valueName: "time"))
  var until: String?

  @Option(help: ArgumentHelp("Events of identities whose name holds this.", valueName: "text"))
  var principal: String?

  @OptionGroup(title: "Policy") var policy: PolicyOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<FindingForms>

  func validate() throws {
    for (name, text) in [("--since", since), ("--until", until)] {
      if let text, Instant(rfc3339: text) == nil {
        throw ValidationError("\(name) is a time such as 2027-01-01T00:00:00Z")
      }
    }
  }

  func run() throws {
    let environment = processEnvironment()
    let gate = try policy.load(environment).map { PolicyGate($0, now: Instant.now()) }
    let sink = try FindingSink(output, baseline: findings.baseline, gate: gate, environment)
    var watch = AccessWatch()
    var estate = Estate()
    let (since, until) = (since.flatMap { Instant(rfc3339: $0) }, until.flatMap { Instant(rfc3339: $0) })
    let failed = try AuditFiles(names: files).read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { reader, name throws(Failure) in
      let counts = try AccessLogReader.read(&reader, file: name) { event in
        if let since, event.time < since { return }
        if let until, event.time >= until { return }
        if let principal, !event.principal.contains(principal) { return }
        watch.add(event)
      }
      estate.count("event", counts.events)
      if counts.others > 0 { estate.count("other-entry", counts.others) }
    }
    for finding in watch.findings { sink.add(finding) }
    if let first = watch.first, let last = watch.last {
      estate.remark("what was done before \(first.rfc3339) and after \(last.rfc3339)")
    } else {
      estate.remark("anything: no event is within what was asked for", isGap: true)
    }
    if watch.skipped > 0 { estate.remark("\(watch.skipped) events: too many identities had been met", isGap: true) }
    sink.show(Coverage(estate, failedInputs: failed, now: Instant.now()))
    try EndedWith.check(try sink.end(findings, isPartial: failed > 0 || estate.hasGaps))
  }
}
