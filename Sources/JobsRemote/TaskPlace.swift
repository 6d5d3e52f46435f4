package import JobsAWS
package import JobsCloud
package import JobsCore
import JobsExec
package import JobsStore

/// Tasks of the Elastic Container Service in one region of an account, of definitions and in clusters that are there.
package struct TaskPlace: RemotePlace {
  private let session: AWSSession
  private let account: String
  private let region: String
  private let ecs: ECS
  private let logs = LogPlaces()

  package init(_ session: AWSSession, account: String, region: String) throws(Failure) {
    self.session = session
    self.account = account
    self.region = region
    ecs = ECS(try session.client(.ecs, region: region))
  }

  package var backend: String { "aws.ecs" }

  package var words: String { "ECS of account '\(account)' in '\(region)'" }

  // MARK: Start

  package func start(_ request: RemoteRequest, mark: ULID) async throws(CloudFailure) -> RemoteStart {
    let terms = request.terms
    let words = "run task '\(Terminal.visible(terms.definition))' of account '\(account)' in '\(region)'"
    guard let definition = try await ecs.definition(terms.definition) else {
      throw CloudFailure(
        words,
        CloudFault(
          .notFound, why: "there is no task definition of that name",
          hint: "register it, or name another by the annotation '\(AWSTerms.Key.taskDefinition.rawValue)'"))
    }
    guard let decides = try await ecs.decidesCapacity(cluster: terms.cluster) else {
      throw CloudFailure(
        words,
        CloudFault(
          .notFound, why: "there is no cluster '\(Terminal.visible(terms.cluster))'",
          hint: "make it, or name another by the annotation '\(AWSTerms.Key.cluster.rawValue)'"))
    }
    guard let container = definition.main else {
      throw CloudFailure(words, CloudFault(.strangeAnswer, why: "its definition has no container"))
    }
    guard !definition.needsSubnets || !terms.subnets.isEmpty else {
      throw CloudFailure(
        words,
        CloudFault(
          .precondition, why: "its network mode 'awsvpc' needs to be told of subnets",
          hint: "name them by the annotation '\(AWSTerms.Key.subnets.rawValue)'"))
    }
    var asked = ECSTask.Request(
      cluster: terms.cluster, definition: definition, container: container.name, mark: mark.description)
    if !decides { asked.launchType = definition.compatibilities == ["FARGATE"] ? "FARGATE" : nil }
    if definition.needsSubnets {
      asked.subnets = terms.subnets
      asked.securityGroups = terms.securityGroups
      asked.hasPublicAddress = terms.hasPublicAddress
    }
    asked.change.command = request.command(over: container.command)
    asked.change.set(BatchJob.markVariable, mark.description)
    for variable in request.variables { asked.change.set(variable.name, variable.value) }
    let task = try await ecs.run(asked)
    return RemoteStart(execution: task.name.text, logsURL: Self.logsURL(task.name), notes: notes(container, request))
  }

  private func notes(_ container: TaskDefinition.Container, _ request: RemoteRequest) -> [String] {
    let unread = container.log?.prefix == nil ? ["what it writes is not read: \(Self.unread(container.name))"] : []
    return unread + request.notes(image: container.image)
  }

  static func logsURL(_ name: AWSExecutionName) -> String {
    "https://\(name.region).console.aws.amazon.com/ecs/v2/clusters/\(name.home)/tasks/\(name.id)/logs?region=\(name.region)"
  }

  // MARK: Follow

  package func look(at execution: String) async throws(CloudFailure) -> RemoteLook? {
    try await ecs.task(AWSExecutionName(execution, of: .ecs)).map { RemoteLook($0) }
  }

  package func lines(
    of execution: String, from: Instant?, _ take: ([RemoteLine]) -> Bool
  ) async throws(CloudFailure) {
    guard let (logs, place) = try await log(of: AWSExecutionName(execution, of: .ecs)) else { return }
    let query = CloudWatchLogs.Query(group: place.group, streams: [place.stream], from: from)
    try await logs.events(query) { (page) throws(CloudFailure) in take(page.map { RemoteLine($0) }) }
  }

  package func lastLines(of execution: String, _ take: ([RemoteLine]) -> Bool) async throws(CloudFailure) {
    guard let (logs, place) = try await log(of: AWSExecutionName(execution, of: .ecs)) else { return }
    try await logs.lastEvents(group: place.group, stream: place.stream) { take($0.map { RemoteLine($0) }) }
  }

  /// Where the container that does the job writes; nil where nobody can know.
  private func log(
    of name: AWSExecutionName
  ) async throws(CloudFailure) -> (CloudWatchLogs, LogPlaces.Place)? {
    var place = logs[name.text]
    if place == nil {
      guard let task = try await ecs.task(name), let definition = try await ecs.definition(task.definition) else {
        throw CloudFailure(
          "read the log of task '\(name.id)'",
          CloudFault(.notFound, why: "ECS does not know it any more, and so not where it wrote"))
      }
      let ran = task.main.flatMap { main in definition.containers.first { $0.name == main.name } } ?? definition.main
      // A container whose log cannot be read was said at the start.
      guard let ran, let log = ran.log, let prefix = log.prefix else { return nil }
      place = LogPlaces.Place(
        region: log.region ?? name.region, group: log.group, stream: "\(prefix)/\(ran.name)/\(name.id)")
      logs[name.text] = place
    }
    guard let place else { return nil }
    do throws(Failure) {
      return (CloudWatchLogs(try session.client(.logs, region: place.region)), place)
    } catch {
      throw CloudFailure("read the log '\(place.group)'", CloudFault(.other, why: error.message, hint: error.hint))
    }
  }

  private static func unread(_ container: String) -> String {
    "container '\(Terminal.visible(container))' has no log driver 'awslogs' with an 'awslogs-stream-prefix'"
  }

  package func cancel(_ execution: String) async throws(CloudFailure) {
    try await ecs.stop(AWSExecutionName(execution, of: .ecs), reason: "cancelled by jobs-run")
  }
}
