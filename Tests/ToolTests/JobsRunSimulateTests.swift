import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run simulate")
struct JobsRunSimulateTests {
  let folder = ToolFolder()

  private static func job(_ name: String, _ spec: String) -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec: {command: 'true', \(spec)}\n"
  }

  private let day = ["simulate", "--from", "2027-01-01", "--to", "1d"]

  @Test("jobs and load are records; what the manifest expects, its policy and a limit count")
  func records() {
    folder.write(Self.job("long", "schedule: '0 2 * * *', expect: {duration: 1h, p90: 2h}"), to: "a.yaml")
    folder.write(Self.job("often", "schedule: '*/30 * * * *', concurrency: forbid"), to: "b.yaml")
    folder.write(Self.job("off", "schedule: '0 2 * * *', enabled: false"), to: "c.yaml")
    let found = run.run(day + ["--assume", "45m", "--max-running", "1"], in: folder)
    #expect(found.status == 0)
    let jobs = found.records("simulation")
    #expect(jobs.count == 2 && found.records("load").count == 24)
    #expect(
      jobs[0].contains(#""job":"-/-/long""#) && jobs[0].contains(#""durationSeconds":7200,"durationSource":"expect""#))
    #expect(jobs[1].contains(#""concurrency":"forbid","durationSeconds":2700,"durationSource":"assumed""#))
    #expect(jobs[1].contains(#""due":48"#) && jobs[0].contains(#""started":1"#))
    #expect(found.records("load").allSatisfy { !$0.contains(#""maxRunning":2"#) })
    let median = run.run(day + ["--percentile", "50", "--bucket", "6h"], in: folder)
    #expect(median.records("simulation")[0].contains(#""durationSeconds":3600"#))
    #expect(median.records("load").count == 4)
  }

  @Test("herds are named, with minutes that are better")
  func herds() {
    for index in 1...4 { folder.write(Self.job("job-\(index)", "schedule: '0 2 * * *'"), to: "\(index).yaml") }
    let found = run.run(day + ["--herd", "2", "-o", "human"], in: folder)
    #expect(found.stdout.contains("4 jobs, 4 due, 4 run, at most 4 at once (2027-01-01 02:00:00)"))
    #expect(found.stdout.contains("in 1 minute more than 2 jobs are due"))
    #expect(found.stdout.contains("-/-/job-1: '1 2 * * *', 1 due in its minute, not 4\n"))
    #expect(found.stdout.contains("job-2: '3 2 * * *'") || found.stdout.contains("job-2: '2 2 * * *'"))
    #expect(!found.stdout.contains("job-3: '"))
    #expect(!run.run(day + ["-o", "human"], in: folder).stdout.contains("better would be"))
  }

  @Test("the lengths of past runs come first")
  func history() {
    folder.write(Self.job("once", "schedule: '0 2 * * *', expect: {duration: 1h}"), to: "a.yaml")
    #expect(run.run(["now", "once", "-q"], in: folder).status == 0)
    let found = run.run(day, in: folder).records("simulation")
    #expect(found.first?.contains(#""durationSource":"history","samples":1,"#) == true)
  }

  @Test("jitter is played, the same each time, and what is not played is said")
  func jitter() {
    for index in 1...8 {
      folder.write(Self.job("j-\(index)", "schedule: '0 2 * * *', jitter: 1h"), to: "\(index).yaml")
    }
    let found = run.run(day, in: folder)
    let waits = found.records("simulation").compactMap { record in
      record.split(separator: #""longestWaitSeconds":"#).last?.split(separator: ",").first.map(String.init)
    }
    #expect(Set(waits).count == 8 && run.run(day, in: folder).stdout == found.stdout)
    #expect(!found.records("load").contains { $0.contains(#""maxRunning":8"#) })
    let human = run.run(day + ["-o", "human"], in: folder).stdout
    #expect(human.hasSuffix("retries, circuit breakers, fallbacks and missed runs are not played\n"))
  }

  @Test("a stream is passed on, and an end that is not ok leaves with 2")
  func stream() {
    folder.write(Self.job("a", "schedule: '0 2 * * *'"), to: "a.yaml")
    let found = Tool.shell("jobs-validate . | jobs-run simulate --from 2027-01-01", in: folder)
    #expect(found.records("job").count == 1 && found.records("simulation").count == 1)
    #expect(found.records("end").first?.contains(#""tool":"jobs-validate""#) == true)
    #expect(run.run(["simulate"], in: folder, input: jobRecord("a") + badEnd).status == 2)
  }

  @Test(
    "what cannot be played is refused with what to do",
    arguments: [
      (["--to", "2026-12-31"], "--to is not after --from"),
      (["--to", "6000d"], "--to is more than 5 years after --from"),
      (["--to", "4y"], "--to '4y' is no time"), (["--bucket", "1s", "--to", "30d"], "makes more than 100000 parts"),
      (["--herd", "0"], "--herd has to be at least 1"), (["--max-running", "0"], "--max-running has to be at least 1"),
      (["--assume", "0"], "--assume '0' is no length of time"), (["--percentile", "101"], "from 1 to 100"),
      (["--to", "1800d"], "due times are too many to simulate: the limit is 5000000"),
    ])
  func refused(_ words: [String], _ message: String) {
    folder.write(Self.job("a", "schedule: [{cron: '* * * * * *', dialect: seconds}]"), to: "a.yaml")
    let found = run.run(["simulate", "--from", "2027-01-01"] + words, in: folder)
    #expect(found.status == 2 && found.stderr.contains(message), "\(found.stderr)")
    #expect(found.stdout.isEmpty)
  }
}
