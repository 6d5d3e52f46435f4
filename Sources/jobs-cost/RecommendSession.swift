import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest
import JobsReport

/// One run of `recommend`.
struct RecommendSession {
  /// The most proposals that are estimated with all jobs; those that save most at list prices are.
  private static let limit = 200

  private let command: RecommendCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let now = Instant.now()

  init(_ command: RecommendCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(tool: "jobs-cost", command.output, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    let inputs = try JobInputs.read(
      command.paths.isEmpty ? ["."] : command.paths, command.manifests, environment, tool: "jobs-cost",
      verb: "recommend",
      isQuiet: command.output.quiet)
    inputs.sayFaults(
      command.output.terminal(STDERR_FILENO, environment), tool: "jobs-cost", isQuiet: command.output.quiet)
    var peaks: [String: Proposals.Peak] = if let path = command.usage { try UsagePeaks.read(path) } else { [:] }
    let calculation = try Calculation(command.options, command.prices, command.state, environment, now: now)
    let jobs = inputs.jobs.map(\.job)
    // What a monitoring system says of a job goes before what runs of it used here.
    for job in jobs where peaks[job.id] == nil && job.resources.memoryBytes != nil {
      peaks[job.id] = try calculation.peak(job)
    }
    let hosts = inputs.costs.hosts
    let base = try calculation.estimate(jobs, hosts: hosts)
    let proposals = Proposals(
      base.jobs.map(\.usage), try command.prices.book(), peaks: peaks, quietHours: inputs.environment?.quietHours)
    let project = try ProjectSearch.find(from: command.paths.isEmpty ? ["."] : command.paths).flatMap {
      ProjectSearch.project($0)
    }
    let checking = try command.manifests.checkOptions(project: project, environment)
    var all: [Advice] = []
    let own = base.jobs.map(\.usage.job)
    for proposal in try worthwhile(proposals.all, own, calculation, hosts) {
      var changed = own
      changed[proposal.index] = proposal.job
      let estimate = try calculation.estimate(changed, hosts: hosts)
      guard estimate.unpriced <= base.unpriced, let saving = Self.saving(base, estimate),
        saving >= Decimal(command.least) ?? .zero, saving > .zero
      else { continue }
      if let advice = Self.advice(proposal, own[proposal.index], saving, checking) { all.append(advice) }
    }
    all += try images(own, calculation, isWhole: inputs.environment == nil)
    all.sort { $0.saving == $1.saving ? ($0.job, $0.code) < ($1.job, $1.code) : $0.saving > $1.saving }
    show(all, calculation.period)
    try sink.finish(ok: inputs.isOK, upstream: inputs.upstream)
    return inputs.readingStatus
  }

  /// Images that may expire; none where another environment may run them.
  private func images(_ jobs: [Job], _ calculation: Calculation, isWhole: Bool) throws(Failure) -> [Advice] {
    guard !command.images.isEmpty, command.codes.isEmpty || command.codes.contains("CO290") else { return [] }
    let images = try RecommendedImages(command.images)
    guard isWhole else {
      if !command.output.quiet {
        Entry.say(
          "jobs-cost", "images are not judged: other environments may run them", level: "warning",
          hint: "leave -e out, or write -e all")
      }
      return []
    }
    return try images.advice(jobs, calculation, least: Decimal(command.least) ?? .zero, now: now)
  }

  /// Those that save something at list prices, the most first, and no more than are estimated.
  private func worthwhile(
    _ proposals: [Proposal], _ jobs: [Job], _ calculation: Calculation, _ hosts: [ProjectCosts.Host]
  ) throws(Failure) -> [Proposal] {
    let asked = proposals.filter { command.codes.isEmpty || command.codes.contains($0.code) }
    guard asked.count > Self.limit else { return asked }
    var savings: [(saving: Decimal, number: Int)] = []
    for (number, proposal) in asked.enumerated() {
      let before = try calculation.estimate([jobs[proposal.index]], hosts: hosts)
      let after = try calculation.estimate([proposal.job], hosts: hosts)
      let list = { (estimate: Estimate) in estimate.totals[0].list.typical }
      if let saving = try? list(before).minus(list(after)), saving > .zero { savings.append((saving, number)) }
    }
    return savings.sorted { $0.saving > $1.saving }.prefix(Self.limit).map { asked[$0.number] }
  }

  /// What the jobs cost less in the currency of prices.
  static func saving(_ before: Estimate, _ after: Estimate) -> Decimal? {
    let net = { (estimate: Estimate) in
      estimate.totals.first { $0.currency == PriceBook.currency }?.net.typical ?? .zero
    }
    return try? net(before).minus(net(after))
  }

  private static func advice(
    _ proposal: Proposal, _ job: Job, _ saving: Decimal, _ checking: CheckOptions
  ) -> Advice? {
    var advice = Advice(
      job: job.id, region: job.target.region, code: proposal.code, message: proposal.message, saving: saving, edits: [],
      patch: "")
    if case .elsewhere = proposal.change { return advice }
    guard let patched = PatchedManifest(proposal, of: job, checking) else { return nil }
    advice.edits = [Advice.Edit(file: patched.file, from: patched.old, to: patched.new)].compactMap(\.self)
    advice.patch = patched.patch
    return advice
  }

  // MARK: Showing

  private func show(_ all: [Advice], _ period: Period) {
    if command.patch {
      var files: Set<String> = []
      for advice in all where !advice.patch.isEmpty && files.insert(advice.edits.first?.file ?? "").inserted {
        sink.output.write(advice.patch)
      }
      return
    }
    for advice in all { sink.emit("advice") { advice.write(to: &$0) } }
    var table = Table(Self.columns)
    var markdown = MarkdownTable(Self.columns)
    for advice in all {
      table.add(Self.cells(advice))
      markdown.add(Self.cells(advice))
    }
    let words =
      all.isEmpty
      ? "nothing was found that saves \(command.least) \(PriceBook.currency) or more"
      : "savings are of \(period.words), each by itself; --patch writes what changes the manifests"
    switch sink.format {
    case .human:
      let terminal = command.output.terminal(STDOUT_FILENO, environment)
      sink.output.write((all.isEmpty ? "" : table.text(terminal) + "\n") + terminal.prose(words, hanging: 2))
    case .markdown:
      sink.output.write(
        "### What makes jobs cheaper\n\n" + (all.isEmpty ? "" : markdown.text + "\n")
          + "- \(MarkdownTable.escaped(words))\n")
    case .csv:
      sink.output.write(CSVRow.text(["job", "region", "code", "saving", "currency", "message", "patch"]))
      for advice in all {
        let words: [String?] = [advice.job, advice.region, advice.code]
        let rest: [String?] = [advice.message, advice.patch]
        sink.output.write(
          CSVRow.text(
            words.map { $0.map(CSVRow.plain) } + [advice.saving.description, PriceBook.currency]
              + rest.map { $0.map(CSVRow.plain) }))
      }
    default: break
    }
  }

  private static let columns: [Table.Column] = [
    .init("JOB", isWhole: true), .init("CODE", isWhole: true), .init("SAVING", .right, isWhole: true),
    .init("", isWhole: true), .init("ADVICE"),
  ]

  private static func cells(_ advice: Advice) -> [String] {
    [advice.job, advice.code, advice.saving.shown(places: 2), PriceBook.currency, advice.message]
  }
}
