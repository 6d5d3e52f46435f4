import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport
import JobsStore

struct ReviewDecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Note what a reviewer decides: keep, revoke, or limit until a day.",
    discussion: """
      Takes a table that came back from a reviewer, or one decision for the grants that are chosen; all of it or nothing. Rows \
      without a decision are left for later; one that is no longer of what its item is of is refused. Who it \
      is has to be said, and is believed: who ran the tool stands beside it, here and in the audit log. A later decision takes \
      the place of an earlier one as long as the review is open.

      EXAMPLES:
        jobs-audit review decide q4 --by ada@acme.example \\
          --from for-ada@acme.example.csv
        jobs-audit review decide q4 revoke --by ada@acme.example \\
          --principal 'deleted:*'
        jobs-audit review decide q4 limit --until 2027-03-31 \\
          --by ada@acme.example --item r0f3a91c25be04d17
      """)

  @OptionGroup(title: "Review") var options: ReviewOptions

  @Argument(help: ArgumentHelp("keep, revoke or limit, for the items that are chosen.", valueName: "decision"))
  var decision: String?

  @Option(help: ArgumentHelp("Whose decision it is.", valueName: "reviewer"))
  var by: String

  @Option(help: ArgumentHelp("The day on which a grant ends that is limited: 2027-03-31.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("Why; for a keep of what is marked it is asked for.", valueName: "text"))
  var reason: String?

  @Option(help: ArgumentHelp("A table of decisions, as CSV or JSON; '-' for standard input.", valueName: "file"))
  var from: String?

  @OptionGroup(title: "Choosing") var choice: ReviewChoice
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func validate() throws {
    guard (decision != nil) != (from != nil) else {
      throw ValidationError("say what is decided: 'keep', 'revoke', 'limit', or a table by --from")
    }
    if let decision, ReviewDecision(word: decision, until: until) == nil {
      throw ValidationError(ReviewAnswer.noDecision(decision, until).replacing("in 'until'", with: "by --until"))
    }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let folder = try options.open(environment)
    let given = try from.map { name throws(Failure) in try ReviewAnswer.read(Self.read(name), name: name) }
    let count = try folder.change("decide", [.init("by", by)]) { (review: inout Review) throws(Failure) in
      let ballots =
        if let given { try ReviewTable.ballots(given, of: review, name: from ?? "") } else { try self.ballots(review) }
      guard !ballots.isEmpty else {
        throw .usage("the table decides nothing", hint: "write keep, revoke or limit into its column 'decision'")
      }
      try review.decide(ballots, by: by, user: folder.user, at: Instant.now())
      return (ballots.count, [])
    }
    sink.emit("review-decisions") { json in
      json.beginRecord("review-decisions")
      json.member("by", by)
      json.member("items", count)
      json.endObject()
    }
    sink.say("\(quantity(count, "decision")) of '\(Terminal.visible(by))' noted", isQuiet: output.quiet)
    try sink.finish(ok: true)
  }

  /// The decision of the command line; where nothing is chosen, on nothing.
  private func ballots(_ review: Review) throws(Failure) -> [Review.Ballot] {
    guard let decision = decision.flatMap({ ReviewDecision(word: $0, until: until) }) else { return [] }
    guard !choice.isEmpty else {
      throw .usage("nothing says what is decided on", hint: "choose by --item, --principal, --grant or --on")
    }
    // Items that are named have to be theirs; of those that a pattern fits, theirs are meant.
    let chosen = try choice.items(of: review).filter { !choice.item.isEmpty || review.isAssigned($0, to: by) }
    guard !chosen.isEmpty else {
      throw .usage(
        "no item that fits is assigned to '\(Terminal.visible(by))'", hint: "'jobs-audit review assign' gives items")
    }
    return chosen.map { Review.Ballot(item: $0.id, decision: decision, reason: reason) }
  }

  private static func read(_ name: String) throws(Failure) -> [UInt8] {
    let limit = 256 << 20
    do throws(FileBytes.ReadError) {
      return name == "-"
        ? try FileBytes.readAll(STDIN_FILENO, limit: limit) : try FileBytes.read(name, limit: limit)
    } catch {
      guard case .system(let code) = error else {
        throw .usage("cannot read '\(Terminal.visible(name))': it is no file, or longer than \(limit >> 20) MiB")
      }
      throw .usage("cannot read '\(Terminal.visible(name))': \(systemMessage(code))")
    }
  }
}

extension ReviewChoice {
  var isEmpty: Bool { item.isEmpty && principal == nil && grant == nil && resource == nil }
}
