import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport
import JobsStore

struct ReviewOpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Freeze who has what, for people to look at.",
    discussion: """
      Reads what 'iam' reads, and makes a folder with every grant and every member of a group in it: 'population.ndjson', whose hash 'review.json' holds; and \
      'items.csv' and 'items.json' for reviewers. An input that cannot be used, even in part, opens nothing. Nobody reviews what \
      they have themselves, or as members of groups that the input tells of; what they have by other names is known by --people.

      EXAMPLES:
        jobs-audit review open q4 assets.ndjson --due 2027-01-15
        jobs-audit review open q4 account.json --known staff.txt \\
          --people who-is-who.txt
        jobs-audit review open secrets policy.json \\
          --resource //secretmanager.googleapis.com/projects/1/secrets/db-password
      """)

  @OptionGroup(title: "Review") var options: ReviewOptions

  @Option(help: ArgumentHelp("The last day for decisions: 2027-01-15.", valueName: "day"))
  var due: String?

  @Option(
    help: ArgumentHelp(
      "People, groups and accounts that there are, an address or name a line: others are marked as orphans.",
      valueName: "file"))
  var known: String?

  @Option(
    help: ArgumentHelp(
      "Who is who: a line for each person with their name, then other names, groups they are in and accounts they own.",
      valueName: "file"))
  var people: String?

  @OptionGroup(title: "Reading") var input: InputOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func validate() throws {
    if let due, due.utf8.count != 10 || Instant(rfc3339: "\(due)T00:00:00Z") == nil {
      throw ValidationError("--due is a day such as 2027-01-15")
    }
  }

  func run() async throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let folder = try options.open(environment)
    var estate = Estate()
    let files = try await input.open(showing: output, environment)
    let people = try people.map { file throws(Failure) in ReviewPeople(file: try Self.text(file)) } ?? ReviewPeople()
    var population = ReviewPopulation(now: input.naming.time(of: files), known: try known.map(Self.names))
    var groups = GoogleEstate()
    let reader = EstateReader(input.naming.naming) { item in
      if case .policy(let policy) = item { population.add(policy) } else if item.isBeforehand { groups.add(item) }
    }
    let failed = try files.read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { values, name throws(Failure) in try reader.read(&values, file: name, into: &estate) }
    guard failed == 0 else {
      throw Failure.usage("\(failed) \(failed == 1 ? "input" : "inputs") could not be used, so no review was opened")
    }
    for name in groups.namelessGroups { estate.remark(GivenAccess.words(ofGroup: name), isGap: true) }
    guard !estate.isPartlyRead else {
      throw Failure.usage(
        "a part of the input could not be read, so no review was opened: \(estate.notEvaluated.joined(separator: "; "))",
        hint: "who is not in the population is reviewed by nobody: give the whole")
    }
    population.add(groups.namedMemberships)
    for number in estate.accountOrder { if let account = estate.accounts[number] { population.add(account) } }
    let items = population.items
    guard !items.isEmpty else {
      throw Failure.usage(
        "the input grants nothing to anybody", hint: "give policies of Google, or the details of an account of AWS")
    }
    let bytes = Review.population(items)
    let head = ReviewHead(
      name: folder.path.split(separator: "/").last.map(String.init) ?? folder.path, openedBy: folder.user,
      at: Instant.now(), due: due, inputs: files.inputs.map(\.name), items: items.count,
      population: ReviewHead.hash(bytes), people: people)
    let review = Review(head, items)
    try folder.open(
      [
        (ReviewFolder.population, bytes), ("items.csv", ReviewTable.csv(items, of: review)),
        ("items.json", ReviewTable.json(items, of: review)), (ReviewFolder.head, head.file),
      ], [.init("items", String(items.count)), .init("review", head.id)])
    sink.emit("review") { head.write(to: &$0) }
    let marked = items.filter { !$0.marks.isEmpty }.count
    sink.say(
      "'\(Terminal.visible(folder.path))' has \(quantity(items.count, "grant")), \(marked) of them marked; population \(head.population)",
      isQuiet: output.quiet)
    try sink.finish(ok: true)
  }

  private static func names(_ file: String) throws(Failure) -> Set<String> {
    Set(
      try text(file).split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }.filter {
        !$0.isEmpty && !$0.hasPrefix("#")
      })
  }

  private static func text(_ file: String) throws(Failure) -> String {
    do throws(FileBytes.ReadError) {
      return String(decoding: try FileBytes.read(file, limit: 64 << 20), as: UTF8.self)
    } catch {
      let why =
        switch error {
        case .system(let code): systemMessage(code)
        case .notAFile(let what): "it is \(what)"
        case .tooLarge(_, let limit): "it is larger than \(limit >> 20) MiB"
        }
      throw .usage("cannot read '\(Terminal.visible(file))': \(why)")
    }
  }
}
