import Glibc
import TestSupport
import Testing

/// A project with jobs on Lambda, ECS and Batch in an environment of its own, what an emulator has of them, and `jobs-run`
/// to run them.
final class AWSRunWorld {
  let folder = ToolFolder()
  let emulator: Emulator
  /// An environment of its own, so that no two tests meet in an emulator.
  let env = "e\(UInt32.random(in: 0 ... .max))"
  private let address: String

  static let region = "eu-west-1"

  /// moto has one account, ministack that of the key.
  var account: String { emulator == .moto ? "123456789012" : "111122223333" }

  init(_ emulator: Emulator) async throws {
    self.emulator = emulator
    address = try await emulator.address()
    writeProject(account: account)
    for (name, target) in [
      ("good", "lambda"), ("bad", "lambda"), ("slow", "lambda"), ("task", "ecs"), ("many", "batch"),
    ] {
      writeJob(name, target)
    }
  }

  func writeProject(account: String) {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        \(env): {aws: {account: "\(account)", region: \(Self.region)}}

      """, to: "jobs.yaml")
  }

  func writeJob(_ name: String, _ target: String, subnet: String = "subnet-1") {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata:
        name: \(name)
        annotations: {jobs/cluster: "c-${ENV}", jobs/queue: "q-${ENV}", jobs/subnets: \(subnet)}
      spec:
        target: aws.\(target)
        image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2

      """, to: "jobs/\(name).yaml")
  }

  // MARK: What others made

  /// A program in Python that prints whose run it is, and fails or takes its time if that is in the job's name. It goes on for a
  /// moment, since ministack takes what comes at the very end for another run's.
  private static let code =
    "UEsDBBQAAAAIAAAAIVz+ElsTewAAAJsAAAAEAAAAaS5weVXLMQ4CIRBA0Z5TTDeQkO0s3MTSGxgbswUrQ8DMAhkgxtu7mlhY//fTVot06Gkj5S"
    + "lA1GTvZlZQJeWuMRJzQUs3fJQVFxt4tHi6yCCjvtfUmKjqI6QA2Lg8EVKGnwfiRjAddvzpq/N/eQZxaQdXx4POIkU05gLevdCoN1BLAQIUAxQA"
    + "AAAIAAAAIVz+ElsTewAAAJsAAAAEAAAAAAAAAAAAAACAAQAAAABpLnB5UEsFBgAAAAABAAEAMgAAAJ0AAAAAAA=="

  /// Makes the function of a job, with the alias that jobs-deploy gives one.
  func deployFunction(_ name: String, timeout: Int = 30) throws {
    let function = "\(env)-\(name)"
    try ask(
      "lambda", "/2015-03-31/functions",
      #"{"FunctionName":"\#(function)","Runtime":"python3.11","Handler":"i.h","Timeout":\#(timeout),"#
        + #""Role":"arn:aws:iam::\#(account):role/r","Code":{"ZipFile":"\#(Self.code)"}}"#)
    try ask(
      "lambda", "/2015-03-31/functions/\(function)/aliases", #"{"Name":"live","FunctionVersion":"$LATEST"}"#)
  }

  /// Makes the cluster and the task definition of the job `task`.
  func deployTask() throws {
    let target = { (action: String) in "AmazonEC2ContainerServiceV20141113.\(action)" }
    let subnets = try ask("ec2", "/", "Action=DescribeSubnets&Version=2016-11-15")
    let first = subnets.split(separator: "<subnetId>").dropFirst().first?.prefix { $0 != "<" }
    writeJob("task", "ecs", subnet: String(try #require(first)))
    try ask("ecs", "/", #"{"clusterName":"c-\#(env)"}"#, target: target("CreateCluster"))
    try ask(
      "ecs", "/",
      #"{"family":"\#(env)-task","networkMode":"awsvpc","requiresCompatibilities":["FARGATE"],"cpu":"256","memory":"512","#
        + #""containerDefinitions":[{"name":"main","image":"x","cpu":256,"memory":512,"command":["run"],"#
        + #""logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/\#(env)","#
        + #""awslogs-stream-prefix":"ecs"}}}]}"#, target: target("RegisterTaskDefinition"))
  }

  /// Makes the queue and the job definition of the job `many`.
  func deployBatch() throws {
    if emulator == .moto {
      try ask(
        "iam", "/",
        "Action=CreateRole&Version=2010-05-08&RoleName=batch-\(env)&AssumeRolePolicyDocument="
          + Self.trust("Service", "batch.amazonaws.com"))
    }
    try ask(
      "batch", "/v1/createcomputeenvironment",
      #"{"computeEnvironmentName":"env-\#(env)","type":"UNMANAGED","state":"ENABLED","#
        + #""serviceRole":"arn:aws:iam::\#(account):role/batch-\#(env)"}"#)
    try ask(
      "batch", "/v1/createjobqueue",
      #"{"jobQueueName":"q-\#(env)","state":"ENABLED","priority":1,"#
        + #""computeEnvironmentOrder":[{"order":1,"computeEnvironment":"env-\#(env)"}]}"#)
    try ask(
      "batch", "/v1/registerjobdefinition",
      #"{"jobDefinitionName":"\#(env)-many","type":"container","#
        + #""containerProperties":{"image":"busybox","command":["run"],"vcpus":1,"memory":128}}"#)
  }

  /// Who can become a role, as forms have it.
  private static func trust(_ kind: String, _ name: String) -> String {
    "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B"
      + "%22\(kind)%22%3A%22\(name)%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D"
  }

  /// Makes a role that everybody can become.
  func makeOpenRole(_ name: String) throws {
    try ask(
      "iam", "/",
      "Action=CreateRole&Version=2010-05-08&RoleName=\(name)&AssumeRolePolicyDocument="
        + Self.trust("AWS", "*"))
    try ask("iam", "/", "Action=CreateUser&Version=2010-05-08&UserName=\(name)")
  }

  /// Has a task write a line.
  func write(_ line: String, task id: String) throws {
    let target = { (action: String) in "Logs_20140328.\(action)" }
    let place = #""logGroupName":"/ecs/\#(env)""#
    try ask("logs", "/", "{\(place)}", target: target("CreateLogGroup"))
    let stream = #"\#(place),"logStreamName":"ecs/main/\#(id)""#
    try ask("logs", "/", "{\(stream)}", target: target("CreateLogStream"))
    let now = Int(time(nil)) * 1000
    try ask(
      "logs", "/", #"{\#(stream),"logEvents":[{"timestamp":\#(now),"message":"\#(line)"}]}"#,
      target: target("PutLogEvents"))
  }

  /// The ids of the tasks that run.
  func tasks() throws -> [String] {
    let reply = try ask(
      "ecs", "/", #"{"cluster":"c-\#(env)"}"#, target: "AmazonEC2ContainerServiceV20141113.ListTasks")
    return reply.split(separator: "\"").filter { $0.contains(":task/") }.compactMap {
      $0.split(separator: "/").last.map(String.init)
    }
  }

  /// Asks a service for something; by the scope of a signature it is known which.
  @discardableResult
  private func ask(_ service: String, _ path: String, _ body: String, target: String? = nil) throws -> String {
    let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
    let scope = "111122223333/20261122/\(Self.region)/\(service)/aws4_request"
    let type = target != nil ? "x-amz-json-1.1" : body.hasPrefix("{") ? "json" : "x-www-form-urlencoded"
    let head =
      [
        "Content-Type: application/\(type)",
        "Authorization: AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host, Signature=0",
      ] + (target.map { ["X-Amz-Target: \($0)"] } ?? [])
    var reply = LoopbackClient(port).send("POST", path, head, body: body)
    // A server that is slow to answer is asked again.
    for _ in 0..<5 where reply.status == 0 { reply = LoopbackClient(port).send("POST", path, head, body: body) }
    try #require(
      (200..<300).contains(reply.status) || reply.body.contains("xist") || reply.body.contains("onflict"),
      "\(service): \(reply.status) \(reply.body)")
    return reply.body
  }

  // MARK: The tool

  var environment: [String: String] {
    [
      "AWS_ENDPOINT_URL": address, "AWS_ACCESS_KEY_ID": "111122223333", "AWS_SECRET_ACCESS_KEY": Self.secret,
      "AWS_EC2_METADATA_DISABLED": "true",
    ]
  }

  static let secret = "hidden-key-of-the-emulator"

  func start(_ arguments: [String], _ variables: [String: String] = [:]) -> RunningTool {
    let more = arguments.first == "now" ? ["-e", env, "--log-wait", "1s"] : []
    return Tool("jobs-run").start(
      arguments + more, in: folder, environment: environment.merging(variables) { $1 })
  }

  func run(_ arguments: [String], _ variables: [String: String] = [:]) async -> ToolRun {
    await start(arguments, variables).end()
  }
}
