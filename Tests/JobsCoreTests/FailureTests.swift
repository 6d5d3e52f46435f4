import Glibc
import JobsCore
import Testing

@Suite("Failures and exit statuses")
struct FailureTests {
  @Test(
    "A failure's kind decides the exit status",
    arguments: [
      (Failure.Kind.usage, JobsCore.ExitStatus.usage, 2), (.world, .world, 3), (.partial, .partial, 4),
    ] as [(Failure.Kind, JobsCore.ExitStatus, Int32)])
  func status(_ kind: Failure.Kind, _ status: JobsCore.ExitStatus, _ code: Int32) {
    #expect(Failure(kind, "x").exitStatus == status)
    #expect(status.rawValue == code)
  }

  @Test("A failure is described with its hint")
  func description() {
    #expect(Failure.usage("no such job 'a'").description == "no such job 'a'")
    #expect(Failure.world("cannot read 'a'", hint: "look").description == "cannot read 'a'\nhint: look")
  }

  @Test("A signal is shown as a shell shows it")
  func signals() {
    #expect(JobsCore.ExitStatus.signalled(SIGINT).rawValue == 130)
    #expect(JobsCore.ExitStatus.signalled(SIGTERM).rawValue == 143)
    #expect(JobsCore.ExitStatus.table.map(\.code) == ["0", "1", "2", "3", "4", "130, 143"])
  }

  @Test(
    "The system's words begin small, but for abbreviations",
    arguments: [
      (ENOENT, "no such file or directory"), (EACCES, "permission denied"), (EIO, "input/output error"),
      (ENOTTY, "inappropriate ioctl for device"),
    ])
  func words(_ code: Int32, _ words: String) {
    #expect(systemMessage(code) == words)
  }

  @Test("The environment is read as it stands")
  func environment() {
    setenv("JOBS_TEST_VALUE", "a=b", 1)
    setenv("JOBS_TEST_EMPTY", "", 1)
    let variables = processEnvironment()
    #expect(variables["JOBS_TEST_VALUE"] == "a=b")
    #expect(variables["JOBS_TEST_EMPTY"] == "")
    #expect(variables["JOBS_TEST_NONE"] == nil)
  }

  @Test(
    "FNV-1a gives the published values",
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C),
      ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func fnv(_ text: String, _ hash: UInt64) {
    #expect(text.utf8.fnv1a64 == hash)
  }
}
