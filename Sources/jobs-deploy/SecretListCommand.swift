import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest
import JobsReport

struct SecretListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show which job reads which secret, and what is missing.",
    discussion: """
      Each secret that a manifest names is shown with the versions that jobs read, how old the current value is, and the versions \
      that can be read and that no job names. Secrets of this suite that no job names come last. No value is read. It leaves with \
      1 where a job would find no value.

      EXAMPLES:
        jobs-deploy secret list -e prod jobs/
        jobs-deploy secret list -e prod jobs/ -l team=data
        jobs-deploy secret list -e prod jobs/ |
          jq -r 'select(.type=="secret" and .state=="missing").name'
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without a path what is piped in, else '.'.",
      valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Where") var place: SecretOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() async throws {
    let variables = processEnvironment()
    let sink = try RecordSink(tool: "jobs-deploy", output, variables)
    let inputs = try JobInputs.read(
      paths, manifests, variables, tool: "jobs-deploy", verb: "secret list", isQuiet: output.quiet)
    inputs.sayFaults(output.terminal(STDERR_FILENO, variables), tool: "jobs-deploy", isQuiet: output.quiet)
    try inputs.refuseOpenEnvironment()
    let uses = try await Self.uses(inputs, try await SecretStores.all(for: inputs, place, variables))
    try inputs.pass(to: sink)
    if sink.isHuman { sink.output.write(Self.table(uses, output.terminal(STDOUT_FILENO, variables))) }
    for use in uses { sink.emit("secret") { use.write(to: &$0) } }
    let missing = uses.count { $0.state == .missing }
    let words = missing == 0 ? "nothing is missing" : missing == 1 ? "1 is missing" : "\(missing) are missing"
    sink.say("\(uses.count) \(uses.count == 1 ? "secret" : "secrets"), \(words)", isQuiet: output.quiet)
    try sink.finish(ok: inputs.isOK && missing == 0, upstream: inputs.upstream)
    try EndedWith.check(inputs.isOK && missing > 0 ? .findings : inputs.readingStatus)
  }

  /// What jobs name, and then what bears the mark of their tenants and environments and no job names, place by place.
  private static func uses(_ inputs: JobInputs, _ stores: [any SecretStore]) async throws(Failure) -> [SecretUse] {
    var uses: [SecretUse] = []
    for store in stores {
      let wanted = SecretUse.wanted(by: inputs.jobs.map(\.job), in: store)
      let owned = try await store.owned()
      let rooms = Set(inputs.jobs.map { "\($0.job.id.split(separator: "/").prefix(2).joined(separator: "/"))/*" })
      let others = owned.filter { wanted[$0.key] == nil && (rooms.isEmpty || rooms.contains($0.value)) }
      for name in wanted.keys.sorted() + others.keys.sorted() {
        uses.append(SecretUse(name, wanted: wanted[name] ?? [:], kept: try await store.secret(name), in: store))
      }
    }
    return uses
  }

  private static func table(_ uses: [SecretUse], _ terminal: Terminal) -> String {
    var table = Table([
      .init("SECRET", isWhole: true), .init("WHERE"), .init("VERSION"), .init("STATE"), .init("AGE", .right),
      .init("UNUSED"), .init("JOBS"),
    ])
    let now = Instant.now()
    for use in uses {
      let age = use.currentSince.map { Self.age(Int(now.seconds - $0.seconds)) } ?? "-"
      table.add([
        use.name, use.place.account, use.versions.map(\.word).joined(separator: ", "),
        use.faults.isEmpty ? use.state.rawValue : use.faults.joined(separator: ", "), age,
        use.unused.joined(separator: ", "), use.jobs.joined(separator: ", "),
      ])
    }
    return table.text(terminal)
  }

  /// In whole days, or hours of the first day.
  private static func age(_ seconds: Int) -> String {
    seconds < 86_400 ? "\(max(seconds, 0) / 3600)h" : "\(seconds / 86_400)d"
  }
}
