import JobsCore
import JobsCron
import Testing

@testable import JobsManifest

@Suite("Tasks of Windows that are written")
struct ConvertWindowsTests {
  private static func job(_ cron: String?, zone: String? = nil) -> Job {
    var job = Job(name: "tidy")
    job.target.kind = .host
    job.run.command = ["C:\\Program Files\\tidy.exe"]
    job.schedules = cron.map { [Schedule(cron: $0, timezone: zone)] } ?? []
    return job
  }

  private static func text(_ job: Job) throws -> String {
    String(decoding: ConvertReading.text(try Conversion(job, to: .windows, isResolved: true)), as: UTF8.self)
  }

  @Test("a job becomes a task, its elements in the order of the schema")
  func whole() throws {
    var job = Self.job("*/15 8-17 * * 1-5", zone: "UTC")
    job.tenant = "acme"
    job.annotations = [Pair("description", "Räumt auf & <mehr>")]
    job.run.args = ["--all", "a b", "say \"hi\\\""]
    job.run.workingDirectory = "C:\\jobs"
    job.run.user = "HOST\\tidy"
    job.limits.timeoutSeconds = 600
    job.limits.concurrency = .forbid
    job.limits.missed = Missed(policy: .last)
    #expect(
      try Self.text(job) == """
        <?xml version="1.0"?>
        <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
          <RegistrationInfo>
            <Description>R&#228;umt auf &amp; &lt;mehr&gt;</Description>
            <URI>\\acme\\tidy</URI>
          </RegistrationInfo>
          <Triggers>
            <CalendarTrigger>
              <StartBoundary>2020-01-01T08:00:00Z</StartBoundary>
              <Repetition>
                <Interval>PT15M</Interval>
                <Duration>PT9H52M30S</Duration>
              </Repetition>
              <ScheduleByWeek>
                <WeeksInterval>1</WeeksInterval>
                <DaysOfWeek>
                  <Monday />
                  <Tuesday />
                  <Wednesday />
                  <Thursday />
                  <Friday />
                </DaysOfWeek>
              </ScheduleByWeek>
            </CalendarTrigger>
          </Triggers>
          <Principals>
            <Principal id="Author">
              <UserId>HOST\\tidy</UserId>
              <LogonType>S4U</LogonType>
            </Principal>
          </Principals>
          <Settings>
            <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
            <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
            <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
            <StartWhenAvailable>true</StartWhenAvailable>
            <Enabled>true</Enabled>
            <ExecutionTimeLimit>PT600S</ExecutionTimeLimit>
          </Settings>
          <Actions Context="Author">
            <Exec>
              <Command>C:\\Program Files\\tidy.exe</Command>
              <Arguments>--all "a b" "say \\"hi\\\\\\""</Arguments>
              <WorkingDirectory>C:\\jobs</WorkingDirectory>
            </Exec>
          </Actions>
        </Task>

        """)
  }

  @Test(
    "days are said as the schema has them",
    arguments: [
      (
        "0 6 1,15 2 *",
        "<ScheduleByMonth>|<DaysOfMonth>|<Day>1</Day>|<Day>15</Day>|</DaysOfMonth>|<Months>|<February />"
      ),
      (
        "0 6 * 3 0",
        "<ScheduleByMonthDayOfWeek>|<Weeks>|<Week>1</Week>|<Week>2</Week>|<Week>3</Week>|<Week>4</Week>|<Week>Last</Week>|</Weeks>|<DaysOfWeek>|<Sunday />"
      ),
      ("0 6 * * *", "<ScheduleByDay>|<DaysInterval>1</DaysInterval>|</ScheduleByDay>"),
      ("@reboot", "<BootTrigger>|<Enabled>true</Enabled>|</BootTrigger>"),
    ])
  func days(cron: String, part: String) throws {
    let text = try Self.text(Self.job(cron)).split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "|")
    #expect(text.contains(part), "\(text)")
  }

  @Test(
    "arguments come back from CommandLineToArgvW as they were",
    arguments: [
      ("plain", "plain"), ("", "\"\""), ("a b", "\"a b\""), ("a\"b", "\"a\\\"b\""), ("C:\\x\\", "C:\\x\\"),
      ("C:\\x y\\", "\"C:\\x y\\\\\""), ("\\\\host\\a\"", "\"\\\\host\\a\\\"\""), ("tab\there", "\"tab\there\""),
    ])
  func words(plain: String, quoted: String) { #expect(WindowsWord.quoted(plain) == quoted) }

  @Test("a job that nothing starts, or is not to be started, is a task that waits")
  func waiting() throws {
    #expect(try Self.text(Self.job(nil)).contains("  <Triggers />\n"))
    var paused = Self.job("0 6 * * *")
    paused.paused = true
    #expect(try Self.text(paused).contains("<Enabled>false</Enabled>"))
  }

  @Test("what a task has no place for is named")
  func losses() throws {
    var job = Self.job("0 6 * * *", zone: "Europe/Berlin")
    job.run.env = [Pair("A", "1")]
    job.labels = [Pair("team", "data")]
    job.limits.missed = Missed(policy: .all(nil))
    job.limits.concurrency = .queue(3)
    let losses = try Conversion(job, to: .windows, isResolved: true).losses
    #expect(losses.map(\.field) == ["timezone", "env", "labels", "concurrency.queue", "missed"])
    #expect(losses[0].reason == "is the host's own: the task starts right where that is Europe/Berlin")
  }

  @Test("a text for a shell is read by cmd.exe, which is said")
  func shell() throws {
    var job = Self.job("0 6 * * *")
    job.run.setShell("echo \"a b\" > c.txt")
    let conversion = try Conversion(job, to: .windows, isResolved: true)
    let text = String(decoding: ConvertReading.text(conversion), as: UTF8.self)
    #expect(text.contains("<Command>cmd.exe</Command>"))
    #expect(text.contains("<Arguments>/d /s /c \"echo \"a b\" &gt; c.txt\"</Arguments>"))
    #expect(conversion.losses.map(\.field) == ["command"])
  }

  @Test("what no task can do is refused")
  func refused() {
    var many = Self.job("0,1,3,7,12,20 0,1,3,7,12,20,21,23 * * *")
    many.schedules.append(Schedule(cron: "0 1 * * *"))
    var empty = Self.job("0 6 * * *")
    empty.run.command = []
    for (job, words) in [
      (Self.job("0 0 13 * 5"), "the schedule '0 0 13 * 5' cannot be said by a task: day of month and"),
      (many, "the schedules take 49 triggers, and a task has 48"),
      (empty, "a task runs a command, and the job has none"),
    ] {
      let error = #expect(throws: ConversionRefusal.self) { try Conversion(job, to: .windows, isResolved: true) }
      #expect(error?.message.hasPrefix(words) == true)
    }
  }
}
