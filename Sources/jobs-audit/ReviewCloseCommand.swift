import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport
import JobsStore

struct ReviewCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Sign a review off, and write what comes of it.",
    discussion: """
      Every grant has to be decided on, and who signs may not have decided on any. Into the folder go 'revoke.sh' with the \
      commands that carry the decisions out, 'undo.sh' with those that take them back, 'decisions.csv' and '.json', 'summary.md', \
      and 'SHA256SUMS' of all of it, whose hash the last act holds: 'review status' names what was changed later. Nothing is run.

      EXAMPLES:
        jobs-audit review close q4 --by grace@acme.example
        jobs-audit review close q4 --by grace@acme.example -o ndjson |
          jq 'select(.type=="review-result")'
        (cd q4 && sha256sum -c SHA256SUMS && less revoke.sh)
      """)

  @OptionGroup(title: "Review") var options: ReviewOptions

  @Option(help: ArgumentHelp("Who signs.", valueName: "name"))
  var by: String

  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let folder = try options.open(environment)
    let review = try folder.change("close", [.init("by", by)]) { (review: inout Review) throws(Failure) in
      try review.close(by: by, user: folder.user, at: Instant.now()) { ReviewEvidence.hash(ReviewEvidence.files($0)) }
      let files = ReviewEvidence.files(review)
      let list = ReviewEvidence.list(files + [(ReviewFolder.acts, review.log)])
      return (review, files + [(ReviewEvidence.sums, Array(list.utf8))])
    }
    let words = review.decisions.values.map(\.decision.word)
    let counts = ["keep", "revoke", "limit"].map { word in (word, words.count { $0 == word }) }
    sink.emit("review-result") { json in
      json.beginRecord("review-result")
      json.member("name", review.head.name)
      json.member("population", review.head.population)
      for (word, count) in counts {
        json.key(word)
        json.value(count)
      }
      json.member("signedBy", review.signer ?? by)
      json.member("folder", folder.path)
      json.endObject()
    }
    sink.say(
      "signed off: \(counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")); '\(Terminal.visible(folder.path))/revoke.sh' carries it out",
      isQuiet: output.quiet)
    try sink.finish(ok: true)
  }
}
