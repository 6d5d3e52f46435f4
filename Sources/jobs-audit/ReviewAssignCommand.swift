import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport
import JobsStore

struct ReviewAssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give grants to a reviewer.",
    discussion: """
      Without a choice all that is assigned to nobody. What the reviewer has themselves is left out, and stays for somebody else: \
      by any name that 'open --people' told of, and as a member of a group of AWS. \
      Their table is written to 'for-REVIEWER.csv' and '.json' in the folder.

      EXAMPLES:
        jobs-audit review assign q4 ada@acme.example
        jobs-audit review assign q4 ada@acme.example --on '*projects/acme-*' \\
          --grant 'roles/run.*'
        jobs-audit review assign q4 grace@acme.example --principal 'user:ada@*'
      """)

  @OptionGroup(title: "Review") var options: ReviewOptions

  @Argument(help: ArgumentHelp("Who decides: an address, or the name of a user.", valueName: "reviewer"))
  var reviewer: String

  @OptionGroup(title: "Choosing") var choice: ReviewChoice
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let folder = try options.open(environment)
    let (name, given, own) = try folder.change(
      "assign", [.init("reviewer", reviewer)]
    ) { (review: inout Review) throws(Failure) in
      let chosen = try choice.items(of: review)
      let done = try review.assign(chosen, to: reviewer, by: folder.user, user: folder.user, at: Instant.now())
      let theirs = review.items.filter { review.isAssigned($0, to: done.reviewer) }
      let name = ReviewTable.name(of: done.reviewer)
      return (
        done,
        [("\(name).csv", ReviewTable.csv(theirs, of: review)), ("\(name).json", ReviewTable.json(theirs, of: review))]
      )
    }
    sink.emit("review-assignment") { json in
      json.beginRecord("review-assignment")
      json.member("reviewer", name)
      json.member("items", given)
      json.member("own", own)
      json.endObject()
    }
    sink.say(
      "\(quantity(given, "grant")) given to '\(Terminal.visible(name))'"
        + (own > 0 ? "; \(own) left out, which they have themselves" : ""), isQuiet: output.quiet)
    try sink.finish(ok: true)
  }
}

/// Which grants of a review are meant.
struct ReviewChoice: ParsableArguments {
  @Option(help: ArgumentHelp("An item by its id; may be given several times.", valueName: "id"))
  var item: [String] = []

  @Option(help: ArgumentHelp("Those of whom this pattern fits.", valueName: "pattern"))
  var principal: String?

  @Option(help: ArgumentHelp("Those of a role, policy or group that this pattern fits.", valueName: "pattern"))
  var grant: String?

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("Those on a resource that this pattern fits, as '*projects/acme-*'.", valueName: "pattern"))
  var resource: String?

  /// - Throws: a usage failure for an id that there is not, and where nothing fits.
  func items(of review: Review) throws(Failure) -> [ReviewItem] {
    for id in item where review.item(id) == nil {
      throw .usage("the review has no item '\(Terminal.visible(id))'")
    }
    let patterns = [principal, grant, resource].map { $0.map { Glob($0) } }
    let isFree = item.isEmpty && patterns.allSatisfy { $0 == nil }
    let chosen = review.items.filter { one in
      if isFree { return review.reviewers[one.id] == nil }
      if !item.isEmpty, !item.contains(one.id) { return false }
      return zip(patterns, [one.principal, one.grant, one.resource]).allSatisfy { pattern, text in
        pattern.map { [$0].fit(text) } ?? true
      }
    }
    guard !chosen.isEmpty else {
      throw .usage(
        isFree ? "all items are assigned" : "no item of the review fits", hint: "'jobs-audit review status' lists them")
    }
    return chosen
  }
}
