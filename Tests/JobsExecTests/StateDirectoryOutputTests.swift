import JobsStore
import Testing

@testable import JobsExec

@Suite("Where an execution's output is")
struct StateDirectoryOutputTests {
  private let state = StateDirectory(path: "/s")

  private func execution(_ state: ExecutionState, started: Int64?) -> Execution {
    var execution = Execution(
      id: ULID(value: 7), job: "-/-/a", state: state, created: 1,
      owner: ProcessIdentity(pid: 1, startTicks: 1, boot: ""))
    execution.started = started
    return execution
  }

  @Test("the row's own path counts")
  func known() {
    var ended = execution(.succeeded, started: 1)
    ended.stdout.path = "/elsewhere"
    #expect(state.outputFile(of: ended, .stdout) == "/elsewhere")
    #expect(state.outputFile(of: ended, .stderr) == nil)
  }

  @Test("while it runs, it is where the engine writes it")
  func running() {
    var options = EngineOptions()
    options.outputFolder = state.output
    var running = execution(.running, started: 1)
    running.id = ULID(milliseconds: 1_795_228_200_012, random: 7)
    let path = state.outputFile(of: running, .stderr)
    #expect(path == "/s/output/2026-11-21/\(running.id).stderr")
    #expect(path == options.paths(running.id)?[.stderr])
  }

  @Test("before it starts there is none")
  func pending() { #expect(state.outputFile(of: execution(.pending, started: nil), .stdout) == nil) }
}
