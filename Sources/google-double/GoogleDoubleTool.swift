import ArgumentParser
import Glibc
import GoogleDouble
import JobsCommand
import JobsCore

@main
struct GoogleDoubleTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "google-double",
    abstract: "Answer as Google's APIs do, on this host, so that deployments can be rehearsed.",
    discussion: """
      Cloud Run jobs and executions, Cloud Scheduler, Pub/Sub, Eventarc, Secret Manager, Artifact Registry, IAM, Resource \
      Manager, Service Usage, Logging and Monitoring, what can be read of Cloud Asset, Recommender and the Billing Catalog, each \
      on a port of its own of 127.0.0.1; beside them the endpoint for \
      tokens, the metadata server, and a port for control. What is taken and answered follows Google's discovery documents: \
      unknown fields, parameters and values are refused as Google refuses them. All is kept in memory, and gone at the end.

      Standard output says where everything is, a record a line, and then {"type":"ready"}. Interrupt it, or send it \
      SIGTERM, and it ends.

      EXAMPLES:
        make rehearse                                 start it, and print what to export
        google-double --base-port 9000 --credentials key.json
        google-double --no-tokens --project acme-dev --project acme-prod
        google-double --exports --credentials key.json    what to paste into another shell
        google-double --deny run.jobs.create@projects/acme-prod

      CONTROL, on the port that the record 'control' names:
        curl -d '{"code":429,"times":3,"match":"run.projects.locations.jobs.create","retryInfo":"0.1s"}' :9000/_fault
        curl -d '{"reset":"after","match":"run.*"}' :9000/_fault       the call has its effect, and no answer
        curl -d '{"probability":0.05,"code":503,"seed":7}' :9000/_fault
        curl ':9000/_requests?match=run.*&entries=false'               how many calls there were, by method
        curl -X PATCH -d '{"labels":{"by":"hand"}}' ':9000/_state?api=run&name=projects/…/jobs/nightly'
        curl -X PUT -d '{"operationPolls":2,"executionPolls":3,"pageLimit":10,"denied":["run.jobs.run"]}' :9000/_settings
        curl -d '{"job":"*","result":"failed","exitCode":3,"times":1}' :9000/_outcome
        curl -d '{"result":"failed","cause":"timeout","lines":["one"],"errors":["oh"],"late":["two"]}' :9000/_outcome
        curl -d '{"identity":"ci@acme.iam.gserviceaccount.com"}' :9000/_token
        curl -X POST :9000/_expire                                     every token has expired
        curl -X POST :9000/_reset                                      nothing was ever made

      A fault has one of code (with headers, retryInfo, status, message, details), unauthorised, serviceDisabled, reset \
      (before, after), cut (half an answer), slow ("2s"), loseOperation, failOperation (a code); and match, target, times, \
      skip, probability, seed.
      """,
    version: "google-double \(version)")

  @Option(help: ArgumentHelp("The folder of Google's discovery documents.", valueName: "folder"))
  var documents: String?

  @Option(
    name: .customLong("api"),
    help: ArgumentHelp("Answer for this API alone; can be given again.", valueName: "name"))
  var services: [String] = []

  @Option(
    name: .customLong("project"),
    help: ArgumentHelp("There is this project, and none that is not named; can be given again.", valueName: "id"))
  var projects: [String] = []

  @Option(
    name: .customLong("deny"),
    help: ArgumentHelp(
      "Nobody has this permission, or not at this resource; can be given again.", valueName: "permission[@resource]"))
  var denied: [String] = []

  @Flag(name: .customLong("no-tokens"), help: "Take requests with any token, and without one.")
  var takesAll = false

  @Option(help: ArgumentHelp("How often an operation says that it goes on.", valueName: "number"))
  var operationPolls = 0

  @Option(help: ArgumentHelp("How often an execution is seen to go on.", valueName: "number"))
  var executionPolls = 1

  @Option(
    help: ArgumentHelp("The first port; the others follow it. Without it, ports that are free.", valueName: "port"))
  var basePort: UInt16 = 0

  @Option(help: ArgumentHelp("Write credentials of a service account here.", valueName: "file"))
  var credentials: String?

  @Option(help: ArgumentHelp("Write the records here as well, all at once.", valueName: "file"))
  var portFile: String?

  @Flag(help: "End when the process that started it has gone, as a test does that is killed.")
  var endWithParent = false

  @Flag(help: "Print what to paste into another shell instead of records.")
  var exports = false

  static func main() async { await Entry.run(GoogleDoubleTool.self) }

  func run() throws {
    var options = GoogleDouble.Options(documents: try documents ?? Self.installedDocuments())
    if !services.isEmpty {
      options.services = try services.map { name throws(Failure) in
        guard let service = Service(rawValue: name) else {
          throw .usage(
            "there is no API '\(Terminal.visible(name))'",
            hint: "write one of \(Service.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return service
      }
    }
    options.settings.projects = projects
    options.settings.denied = denied
    options.settings.wantsTokens = !takesAll
    options.settings.operationPolls = operationPolls
    options.settings.executionPolls = executionPolls
    options.basePort = basePort
    if let project = projects.first { options.project = project }
    // A key is nobody else's.
    umask(0o077)
    // Before there are threads, so that none of them takes the signals.
    let signals = EndSignals()
    let double = try GoogleDouble(options)
    if let credentials { try FileBytes.write(double.credentials.bytes, to: credentials) }
    let records = double.records(process: getpid(), credentials: credentials)
    if let portFile { try FileBytes.write(records, to: portFile) }
    let output = Output(STDOUT_FILENO, name: "standard output")
    output.write(exports ? Array(double.exports(process: getpid(), credentials: credentials).utf8) : records)
    try output.flush()
    signals.wait(alsoForParent: endWithParent)
    double.stop()
  }

  /// Where the set-up of the tests puts the documents.
  private static func installedDocuments() throws(Failure) -> String {
    let environment = processEnvironment()
    guard let cache = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map({ "\($0)/.cache" }) else {
      throw .usage("there is no home for the discovery documents", hint: "name their folder by --documents")
    }
    return "\(cache)/jobs/google/documents"
  }
}
