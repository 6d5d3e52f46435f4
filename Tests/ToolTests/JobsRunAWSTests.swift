import Glibc
import TestSupport
import Testing

/// `jobs-run` of jobs on Lambda, ECS and Batch, as users run it, with moto and with ministack as AWS.
///
/// What they cannot do: moto runs functions and jobs of Batch in Docker alone, and gives every task of ECS an end without a
/// fault; ministack runs functions in Python, says of every job of Batch that all went well, and lets tasks of ECS go on until
/// they are stopped.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence))) struct JobsRunAWSTests {
  @Test func `a function runs, what it wrote is shown and kept, and its record is that of a run`() async throws {
    let world = try await AWSRunWorld(.ministack)
    try world.deployFunction("good")
    let run = await world.run(["now", "good", "jobs"])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stderr.split(separator: "\n").filter { $0 == "hello -/\(world.env)/good" }.count == 1, "\(run.stderr)")
    #expect(!run.stderr.contains("RequestId"), "\(run.stderr)")
    let record = try #require(run.records("execution").first)
    for part in [
      #""job":"-/\#(world.env)/good""#, #""backend":"aws.lambda""#, #""trigger":"manual""#,
      #""state":"succeeded","exitCode":0"#,
      #""remote":"arn:aws:lambda:eu-west-1:111122223333:function:\#(world.env)-good/"#,
    ] { #expect(record.contains(part), "\(part) \(record)") }
    let logs = await world.run(["logs", "good", "-o", "human"])
    #expect(logs.stdout == "hello -/\(world.env)/good\n", "\(logs.stderr)")
    #expect(await world.run(["runs", "-o", "human"]).stdout.contains("succeeded"))
    #expect(!(run.stdout + run.stderr).contains(AWSRunWorld.secret))
  }

  @Test func `a function that fails ends with 1, one that takes too long with 124`() async throws {
    let world = try await AWSRunWorld(.ministack)
    try world.deployFunction("bad")
    try world.deployFunction("slow", timeout: 1)
    let bad = await world.run(["now", "bad", "jobs"])
    #expect(bad.status == 1 && bad.stdout.contains(#""exitCode":1"#), "\(bad.stdout) \(bad.stderr)")
    #expect(bad.stdout.contains("no day") && bad.stderr.contains("hello"), "\(bad.stdout) \(bad.stderr)")
    let slow = await world.run(["now", "slow", "jobs"])
    #expect(slow.status == 124 && slow.stdout.contains(#""class":"timeout""#), "\(slow.stdout) \(slow.stderr)")
  }

  @Test func `what Lambda lets nobody change, and what nobody deployed, is refused with what to do`() async throws {
    let world = try await AWSRunWorld(.ministack)
    for (words, part) in [
      (["--arg", "x"], "--arg does not reach a run on Lambda"), (["--set-env", "A=b"], "--set-env does not reach"),
      (["--timeout", "90s"], "set 'timeout' in the manifest"), (["--tasks", "2"], "use 'target: aws.batch'"),
    ] {
      let run = await world.run(["now", "good", "jobs"] + words)
      #expect(run.status == 125 && run.stderr.contains(part), "\(run.stderr)")
    }
    let detached = await world.run(["now", "good", "jobs", "--detach"])
    #expect(detached.status == 2 && detached.stderr.contains("only to who waits for it"), "\(detached.stderr)")
    let none = await world.run(["now", "good", "jobs"])
    #expect(none.status == 125 && none.stderr.contains("'jobs-deploy apply' deploys it"), "\(none.stderr)")
    let task = await world.run(["now", "task", "jobs", "--timeout", "90s"])
    #expect(task.status == 125 && task.stderr.contains("--timeout does not reach a run on ECS"), "\(task.stderr)")
  }

  @Test(arguments: Emulator.all)
  func `a task of ECS is started with what was changed, and followed to its end`(emulator: Emulator) async throws {
    let world = try await AWSRunWorld(emulator)
    try world.deployTask()
    let run = world.start(["now", "task", "jobs", "--set-env", "LEVEL=full"])
    if emulator == .ministack {
      let id = try await Self.waits { try world.tasks().first }
      try world.write("begun", task: id)
      _ = try await Self.waits { run.words.contains("begun") ? true : nil }
      let live = await world.run(["list", "jobs", "-e", world.env, "--live"])
      #expect(live.stdout.contains(#""state":"running""#), "\(live.stdout) \(live.stderr)")
      let ended = await world.run(["cancel", "task", "-e", world.env, "--from", "jobs"])
      #expect(ended.status == 0, "\(ended.stderr)")
    }
    let end = await run.end()
    let record = try #require(end.records("execution").first, "\(end.stderr)")
    #expect(record.contains(#""backend":"aws.ecs""#), "\(record)")
    #expect(end.stderr.contains("it runs the image 'x' of its definition"), "\(end.stderr)")
    let name = "arn:aws:ecs:eu-west-1:\(world.account):task/c-\(world.env)/"
    #expect(record.contains(#""remote":"\#(name)"#) && record.contains(#""LEVEL":"full""#), "\(record)")
    if emulator == .ministack {
      #expect(end.status == 143 && record.contains(#""state":"cancelled""#), "\(record) \(end.stderr)")
      #expect(await world.run(["logs", "task", "-o", "human"]).stdout == "begun\n")
    } else {
      #expect(end.status == 0 && record.contains(#""state":"succeeded","exitCode":0"#), "\(record) \(end.stderr)")
    }
    // The same run, as the cloud tells it, is listed once.
    let runs = await world.run(["runs", "-e", world.env, "--from", "jobs"])
    #expect(runs.status == 0 && runs.records("execution").count == 1, "\(runs.stdout) \(runs.stderr)")
  }

  @Test func `a task that was left alone is found, followed and ended by what ECS calls it`() async throws {
    let world = try await AWSRunWorld(.ministack)
    try world.deployTask()
    let run = await world.run(["now", "task", "jobs", "--detach"])
    #expect(run.status == 0 && run.stdout.contains(#""state":"running""#), "\(run.stdout) \(run.stderr)")
    let id = try #require(try world.tasks().first)
    try world.write("alone", task: id)
    let reading = ["-e", world.env, "--from", "jobs"]
    // As somebody who has no history.
    let elsewhere = ["--state", world.folder.path + "/other"]
    let shown = await world.run(["show", id] + reading + elsewhere)
    #expect(
      shown.stdout.contains(#""state":"running""#) && shown.stdout.contains(id), "\(shown.stdout) \(shown.stderr)")
    let logs = await world.run(["logs", id, "-o", "human", "--tail", "1"] + reading + elsewhere)
    #expect(logs.stdout == "alone\n", "\(logs.stdout) \(logs.stderr)")
    let ended = await world.run(["cancel", id] + reading + elsewhere)
    #expect(ended.status == 0, "\(ended.stderr)")
    let after = await world.run(["runs", "--status", "cancelled"] + reading)
    #expect(after.records("execution").count == 1, "\(after.stdout) \(after.stderr)")
  }

  @Test(arguments: Emulator.all)
  func `a job of Batch is submitted, and followed to its end`(emulator: Emulator) async throws {
    let world = try await AWSRunWorld(emulator)
    try world.deployBatch()
    let run = await world.run(["now", "many", "jobs", "--set-env", "LEVEL=full", "--arg", "x"])
    let record = try #require(run.records("execution").first, "\(run.stderr)")
    #expect(record.contains(#""remote":"arn:aws:batch:eu-west-1:\#(world.account):job/"#), "\(record)")
    if emulator == .ministack {
      #expect(run.status == 0 && record.contains(#""state":"succeeded","exitCode":0"#), "\(record) \(run.stderr)")
    } else {
      // Without Docker moto fails a job and tells no status, and so there is none to hand on.
      #expect(run.status == 125 && record.contains(#""state":"failed""#), "\(record) \(run.stderr)")
    }
    let runs = await world.run(["runs", "many", "-e", world.env, "--from", "jobs"])
    #expect(runs.status == 0 && runs.records("execution").count == 1, "\(runs.stdout) \(runs.stderr)")
    // As somebody who has no history.
    let other = await world.run(
      ["runs", "-e", world.env, "--from", "jobs", "--state", world.folder.path + "/other"])
    #expect(
      other.records("execution").count == 1 && other.stdout.contains(#""backend":"aws.batch""#), "\(other.stderr)")
  }

  @Test func `credentials of another account start nothing`() async throws {
    let world = try await AWSRunWorld(.ministack)
    try world.deployTask()
    world.writeProject(account: "999988887777")
    let run = await world.run(["now", "task", "jobs"])
    #expect(run.status == 125 && run.stderr.contains("account '999988887777' is not that of the credentials"))
    #expect(try world.tasks().isEmpty)
  }

  @Test func `an account that the credentials are not of is asked by the profile that names it`() async throws {
    let world = try await AWSRunWorld(.ministack)
    try world.deployTask()
    let started = await world.run(["now", "task", "jobs", "--detach"])
    #expect(started.status == 0, "\(started.stderr)")
    let other = "444455556666"
    let projects = [world.account, other].enumerated().map { at, account in
      "  \(at == 0 ? world.env : "other"): {aws: {account: \"\(account)\", region: \(AWSRunWorld.region)}}\n"
    }
    world.folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments:\n\(projects.joined())", to: "jobs.yaml"
    )
    for name in ["good", "bad", "slow", "many"] { #expect(unlink(world.folder.file("jobs/\(name).yaml")) == 0) }
    let words = ["runs", "-e", "\(world.env),other", "--from", "jobs"]
    let alone = await world.run(words)
    #expect(alone.status == 4 && alone.stderr.contains("'role_arn' or 'sso_account_id'"), "\(alone.stderr)")
    #expect(alone.records("execution").count == 1 && alone.records("diagnostic").count == 1, "\(alone.stdout)")
    world.folder.write(
      "[profile elsewhere]\naws_account_id = \(other)\naws_access_key_id = \(other)\naws_secret_access_key = x\n",
      to: "config")
    let both = await world.run(words, ["AWS_CONFIG_FILE": world.folder.file("config")])
    #expect(both.status == 0 && both.records("execution").count == 1, "\(both.stdout)\(both.stderr)")
    // What a profile says of itself is not believed.
    world.folder.write(
      "[profile elsewhere]\naws_account_id = \(other)\naws_access_key_id = 777788889999\naws_secret_access_key = x\n",
      to: "config")
    let liar = await world.run(words, ["AWS_CONFIG_FILE": world.folder.file("config")])
    #expect(
      liar.status == 4 && liar.stderr.contains("profile 'elsewhere' is not of account '\(other)'"), "\(liar.stderr)")
  }

  @Test func `a task definition that nobody registered, and a queue that nobody named, are said with what to do`()
    async throws
  {
    let world = try await AWSRunWorld(.ministack)
    let task = await world.run(["now", "task", "jobs"])
    #expect(task.status == 125 && task.stderr.contains("jobs/task-definition"), "\(task.stderr)")
    world.folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: bare}
      spec: {target: aws.batch, image: "acme.example/a:1.0.0"}

      """, to: "jobs/bare.yaml")
    let bare = await world.run(["now", "bare", "jobs"])
    #expect(bare.status == 125 && bare.stderr.contains("jobs/queue"), "\(bare.stderr)")
  }

  @Test func `a dry run asks nobody, and says what of a manifest reaches a run`() async throws {
    let world = try await AWSRunWorld(.ministack)
    world.folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: full}
      spec:
        target: aws.ecs
        image: "acme.example/a:1.0.0"
        command: [/app/run]
        env: {LEVEL: info}
        timeout: 1h

      """, to: "jobs/full.yaml")
    let run = await world.run(["now", "full", "jobs", "--dry-run", "--set-env", "DAY=x"])
    #expect(run.status == 0, "\(run.stderr)")
    for part in [
      "full: in ECS of account '111122223333' in 'eu-west-1', by the definition '\(world.env)-full' that is there",
      "'command', 'timeout' of its manifest do not reach it", "variables: LEVEL, DAY",
    ] { #expect(run.stderr.contains(part), "\(part) \(run.stderr)") }
  }

  /// Waits until there is something, for at most 30 seconds.
  private static func waits<Value>(_ look: () throws -> Value?) async throws -> Value {
    for _ in 0..<600 {
      if let found = try look() { return found }
      try await Task.sleep(for: .milliseconds(50))
    }
    return try #require(try look())
  }
}
