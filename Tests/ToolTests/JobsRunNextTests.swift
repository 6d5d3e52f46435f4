import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run next")
struct JobsRunNextTests {
  private let folder = ToolFolder()

  private static func job(_ name: String, _ spec: String) -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec:\n  command: [/bin/true]\n\(spec)"
  }

  @Test("a schedule alone is shown with its gap in words, in its zone and in UTC")
  func schedule() {
    let arguments = [
      "next", "--cron", "30 2 * * *", "--timezone", "Europe/Berlin", "--from", "2027-03-27T00:00:00Z", "--count", "2",
    ]
    let records = run.run(arguments, in: folder)
    #expect(records.status == 0)
    #expect(
      records.records("fire") == [
        #"{"type":"fire","v":1,"at":"2027-03-27T01:30:00Z","epoch":1806111000,"local":"2027-03-27T02:30:00+01:00"}"#,
        #"{"type":"fire","v":1,"at":"2027-03-28T01:00:00Z","epoch":1806195600,"local":"2027-03-28T03:00:00+02:00","remark":"02:30 does not exist on this day; runs at the end of the gap"}"#,
      ])
    #expect(records.records("end").first?.contains(#""ok":true,"counts":{"fire":2}"#) == true)
    let words = run.run(arguments + ["-o", "human", "--warn"], in: folder)
    #expect(
      words.stdout == """
        at 02:30 every day
        LOCAL TIME               UTC                  REMARK
        2027-03-27 02:30 +01:00  2027-03-27 01:30:00
        2027-03-28 03:00 +02:00  2027-03-28 01:00:00  02:30 does not exist on this day; runs at the end of the gap

        """)
    #expect(words.stderr.contains("02:30 does not exist on 2028-03-26") && words.stderr.contains("2027-10-31"))
  }

  @Test("a job of '@reboot' is due at no time, and is shown as due at boot")
  func atBoot() {
    folder.write(Self.job("boot", "  schedule: \"@reboot\"\n"), to: "a.yaml")
    let next = run.run(["next", "-o", "human", "a.yaml"], in: folder)
    #expect(next.status == 0 && next.lines.last?.hasPrefix("at boot ") == true, "\(next.stdout)")
    #expect(next.lines.last?.contains("-/-/boot") == true)
    #expect(run.run(["next", "a.yaml"], in: folder).records("fire").isEmpty)
    let list = run.run(["list", "-o", "human", "a.yaml"], in: folder)
    #expect(list.lines.last?.contains("at boot") == true, "\(list.stdout)")
    let preview = run.run(["daemon", "--dry-run", "-o", "human", "a.yaml"], in: folder)
    #expect(preview.lines.last?.contains("at boot") == true, "\(preview.stdout)")
  }

  @Test("jobs are merged in the order of time; what is disabled or paused is left out")
  func jobs() {
    folder.write(Self.job("late", "  schedule: \"0 5 * * *\"\n"), to: "a.yaml")
    folder.write(Self.job("early", "  schedule: [{cron: \"0 4 * * *\"}, {cron: \"0 4 1 * *\"}]\n"), to: "b.yaml")
    folder.write(Self.job("off", "  schedule: \"0 3 * * *\"\n  enabled: false\n"), to: "c.yaml")
    folder.write(Self.job("paused", "  schedule: \"0 3 * * *\"\n  paused: true\n"), to: "d.yaml")
    let found = run.run(["next", "--from", "2027-01-01", "--count", "1"], in: folder)
    #expect(found.status == 0)
    // Two schedules that meet are one due time.
    #expect(
      found.records("fire") == [
        #"{"type":"fire","v":1,"job":"-/-/early","at":"2027-01-01T04:00:00Z","epoch":1798776000,"local":"2027-01-01T04:00:00Z"}"#,
        #"{"type":"fire","v":1,"job":"-/-/late","at":"2027-01-01T05:00:00Z","epoch":1798779600,"local":"2027-01-01T05:00:00Z"}"#,
      ])
    let piped = Tool.shell(
      "jobs-validate . | jobs-run next --from 2027-01-01 --count 1 -l name=late", in: folder)
    #expect(piped.records("job").count == 4 && piped.records("fire").count == 1)
    #expect(piped.records("end").first?.contains(#""tool":"jobs-validate""#) == true)
  }

  @Test("a crontab follows the host's zone, and no time at all is said")
  func hosts() {
    folder.write("0 4 * * * /bin/true\n", to: "x.cron")
    let found = run.run(
      ["next", "--from", "2027-07-01", "--count", "1", "x.cron"], in: folder, environment: ["TZ": "Europe/Berlin"])
    #expect(found.records("fire").first?.contains(#""local":"2027-07-01T04:00:00+02:00""#) == true, "\(found.stderr)")
    let never = run.run(["next", "--cron", "0 0 30 2 *", "--warn", "-o", "human"], in: folder)
    #expect(never.status == 0 && never.stdout.hasSuffix("no time is due\n"))
    #expect(never.stderr == "jobs-run: warning: '0 0 30 2 *' does not fire: there is no 30 February\n")
  }

  @Test(
    "what cannot be meant is said",
    arguments: [
      (["--cron", "61 * * * *"], "--cron '61 * * * *' is no schedule: "),
      (["--cron", "H * * * *"], "'H' is resolved from a job's id"),
      (["--cron", "0 1 * * *", "--timezone", "Europe/Berln"], "did you mean 'Europe/Berlin'?"),
      (["--timezone", "UTC"], "--timezone and --dialect belong to --cron"),
      (["--cron", "@daily", "."], "--cron needs no path"), (["--count", "0"], "--count has to be from 1 to 100000"),
      (["--cron", "@daily", "--from", "soon"], "--from 'soon' is no time"),
    ])
  func refused(_ arguments: [String], _ words: String) {
    let found = run.run(["next"] + arguments, in: folder)
    #expect(found.status == 2 && found.stderr.contains(words), "\(found.stderr)")
    #expect(found.stdout.isEmpty)
  }
}
