package import JobsAWS
package import JobsCloud
package import JobsCore
import JobsExec
package import JobsStore

/// Functions of AWS Lambda in one region of an account.
///
/// Lambda has no name for a run, and tells how one ended only to who waits for it: a run is followed by one call that is
/// answered at its end, which is at most a quarter of an hour later.
package struct FunctionPlace: RemotePlace {
  private let account: String
  private let region: String
  private let lambda: Lambda
  private let logs: CloudWatchLogs
  private let clock: CallClock

  package init(_ session: AWSSession, account: String, region: String) throws(Failure) {
    self.account = account
    self.region = region
    lambda = Lambda(try session.client(.lambda, region: region))
    logs = CloudWatchLogs(try session.client(.logs, region: region))
    clock = session.clock
  }

  package var backend: String { "aws.lambda" }

  package var words: String { "Lambda of account '\(account)' in '\(region)'" }

  package var answersAtEnd: Bool { true }

  // MARK: Start

  package func start(_ request: RemoteRequest, mark: ULID) async throws(CloudFailure) -> RemoteStart {
    guard let function = try await lambda.function(request.name, qualifier: LambdaPlace.alias) else {
      throw CloudFailure(
        "run function '\(Terminal.visible(request.name))' of account '\(account)' in '\(region)'",
        CloudFault(
          .notFound, why: "it is not deployed there, with the alias '\(LambdaPlace.alias)'",
          hint: "'jobs-deploy apply' deploys it"))
    }
    let run = try await lambda.invoke(
      request.name, qualifier: LambdaPlace.alias, payload: Self.event(request.job), timeout: function.timeout)
    let name = AWSExecutionName(.lambda, region: region, account: account, home: request.name, id: run.id)
    let end = run.fault == nil ? RemoteEnd(.succeeded, exitCode: 0) : FunctionFault(payload: run.payload).end
    let log = InvocationLog.lines(tail: run.logTail, id: run.id)
    let now = clock.now()
    let lines = log.lines.enumerated().map { number, text in
      RemoteLine(id: String(number), time: now, stream: .stdout, text: text)
    }
    return RemoteStart(
      execution: name.text, logsURL: Self.logsURL(request.name, region),
      answer: RemoteAnswer(end, lines: lines, isComplete: log.isComplete))
  }

  /// What a function is called with, as its schedules do.
  static func event(_ job: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("job", job)
    json.endObject()
    return json.bytes
  }

  private static func logsURL(_ function: String, _ region: String) -> String {
    "https://\(region).console.aws.amazon.com/lambda/home?region=\(region)#/functions/\(function)?tab=monitoring"
  }

  // MARK: Follow

  /// Lambda knows nothing of runs that are over, or that somebody else waits for.
  package func look(at execution: String) async throws(CloudFailure) -> RemoteLook? { nil }

  /// The stream of a run is found by the id of its request, which Lambda writes before and behind it.
  package func lines(
    of execution: String, from: Instant?, _ take: ([RemoteLine]) -> Bool
  ) async throws(CloudFailure) {
    let name = try AWSExecutionName(execution, of: .lambda)
    let group = "/aws/lambda/\(name.home)"
    // No function goes on for longer than a quarter of an hour.
    let since = clock.now().adding(seconds: -Self.reach)
    var first: CloudWatchLogs.Event?
    let pattern = CloudWatchLogs.Query.pattern(holding: name.id)
    try await logs.events(.init(group: group, from: since, pattern: pattern)) { (page) throws(CloudFailure) in
      first = page.first
      return false
    }
    guard let first else { return }
    var log = InvocationLog(id: name.id)
    let query = CloudWatchLogs.Query(group: group, streams: [first.stream], from: first.time)
    try await logs.events(query) { (page) throws(CloudFailure) in
      let own = page.filter { log.take($0.message) }.map { RemoteLine($0) }.filter { line in
        from.map { line.time >= $0 } ?? true
      }
      return (own.isEmpty || take(own)) && !log.hasEnded
    }
  }

  /// Seconds that are looked back at.
  private static let reach: Int64 = 1800

  package func cancel(_ execution: String) async throws(CloudFailure) {
    throw CloudFailure(
      "end run '\(Terminal.visible(execution))'",
      CloudFault(
        .precondition, why: "Lambda ends no run that has begun",
        hint: "it ends by itself, after the function's timeout at the latest"))
  }
}

extension RemoteLine {
  /// Who reads CloudWatch Logs is not told which of a container's two streams a line came by.
  init(_ event: CloudWatchLogs.Event) {
    var text = event.message
    while text.hasSuffix("\n") || text.hasSuffix("\r") || text.hasSuffix("\r\n") { text.removeLast() }
    self.init(id: event.id, time: event.time, stream: .stdout, text: text)
  }
}
