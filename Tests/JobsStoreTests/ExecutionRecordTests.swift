import JobsCore
import Testing

@testable import JobsStore

@Suite("Execution as a record")
struct ExecutionRecordTests {
  private let owner = ProcessIdentity(pid: 1, startTicks: 2, boot: "b")

  private func record(_ execution: Execution) -> String {
    var json = JSONWriter()
    execution.write(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("what is not known is left out, and defaults are written")
  func pending() {
    let execution = Execution(id: ULID(value: 7), job: "acme/prod/a", created: 1, owner: owner)
    #expect(
      record(execution)
        == #"{"type":"execution","v":1,"id":"00000000000000000000000007","job":"acme/prod/a","backend":"local","#
        + #""trigger":"manual","state":"pending","attempt":1,"attempts":1,"parameters":{},"output":"#
        + #"{"stdout":{"bytes":0,"kept":0},"stderr":{"bytes":0,"kept":0}}}"#)
  }

  @Test("every key stands in the order of RECORDS.md")
  func full() {
    var execution = Execution(
      id: ULID(value: 7), job: "a\"b", env: "prod", trigger: "schedule", state: .failed, created: 1,
      scheduled: 1_795_228_200_000, attempt: 2, attempts: 4, parameters: #"{"DAY":"x"}"#, digest: "sha256:0",
      commit: "4f2a", owner: owner)
    execution.started = 1_795_228_200_012
    execution.ended = 1_795_228_201_246
    execution.duration = 1234
    execution.reason = "ended by SIGKILL"
    execution.failureClass = .resource
    execution.error = "e"
    execution.exitCode = 137
    execution.signal = 9
    execution.stdout = Execution.Stream(bytes: 120, kept: 100, path: "/s/o")
    #expect(
      record(execution)
        == #"{"type":"execution","v":1,"id":"00000000000000000000000007","job":"a\"b","backend":"local","#
        + #""trigger":"schedule","scheduledAt":"2026-11-21T02:30:00Z","startedAt":"2026-11-21T02:30:00.012Z","#
        + #""endedAt":"2026-11-21T02:30:01.246Z","durationSeconds":1.234,"state":"failed","reason":"ended by SIGKILL","#
        + #""class":"resource","error":"e","exitCode":137,"signal":9,"attempt":2,"attempts":4,"parameters":{"DAY":"x"},"#
        + #""output":{"stdout":{"bytes":120,"kept":100,"path":"/s/o"},"stderr":{"bytes":0,"kept":0}},"#
        + #""digest":"sha256:0","commit":"4f2a"}"#)
  }
}
