import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

/// One run of `paths`.
struct PathsSession {
  private let command: PathsCommand
  private let files: AuditFiles
  private let sink: FindingSink
  private let environment: [String: String]

  init(_ command: PathsCommand, _ files: AuditFiles, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.files = files
    self.environment = environment
    try SecretGoal.check([command.to].compactMap(\.self))
    sink = try FindingSink(
      command.output, baseline: command.findings.baseline,
      gate: command.policy.load(environment).map { PolicyGate($0, now: command.input.naming.time) }, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    let graphs = try PathGraphs(files, command.input.naming, by: command.data.load(environment))
    guard find(in: graphs.graph) else {
      let names = [command.from, command.to].compactMap { $0.map { "'\(Terminal.visible($0))'" } }
      throw .usage(
        "the input does not hold \(names.joined(separator: " and "))",
        hint:
          "name of AWS an identity by its ARN or name, or what runs; of Google an account, job, secret, role or project"
      )
    }
    sink.show(Coverage(graphs.estate, failedInputs: graphs.failedInputs, now: Instant.now()))
    return try sink.end(command.findings, isPartial: graphs.isPartial)
  }

  /// Cuts are looked for as long as there are not more findings: each takes a search of its own.
  private static let cutLimit = 20

  /// Adds what a graph has; false where it does not know the names.
  private func find(in graph: some AccessGraph) -> Bool {
    if let from = command.from, graph.starts(named: from).isEmpty { return false }
    let goal = command.to.map { AccessGoal.named($0) } ?? .privileged
    let watch = files.progress.map { line in { line.update("met", done: $0) } }
    defer { files.progress?.finish() }
    guard let paths = AccessPaths(graph, to: goal, watch: watch) else { return false }
    let findings = paths.findings(from: command.from)
    let cuts = findings.count <= Self.cutLimit ? SmallestCut(graph, to: goal) : nil
    for var finding in findings {
      cuts?.add(to: &finding)
      sink.add(finding)
    }
    return true
  }
}
