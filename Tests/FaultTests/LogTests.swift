import Glibc
import JobsStore
import TestSupport
import Testing

/// The logs are put aside, by the daemon or by somebody else.
@Suite struct LogTests {
  private let host = FaultHost()

  /// The executions that have a line with a word in a text, each as often as it has one.
  private func executions(_ word: String, in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.contains(" \(word)") }.compactMap {
      $0.split(separator: " ").last.flatMap { $0.hasPrefix("execution=") ? String($0.dropFirst(10)) : nil }
    }
  }

  @Test func `a log that is full is put aside with the first line that has no room, and the oldest of five goes`()
    async throws
  {
    let path = "\(host.logs)/scheduler_jobs.log"
    mkdir(host.logs, 0o755)
    ToolFolder.write([UInt8](repeating: UInt8(ascii: "x"), count: 9_999_990) + [10], to: path)
    for number in 1...5 { ToolFolder.write(Array("log \(number)\n".utf8), to: "\(path).\(number)") }
    host.write([host.job("a")])
    try await host.start()
    try await host.until("a run is over") { host.runLog.contains(" succeeded") }
    #expect(try await host.stop().status == 0)
    var status = stat()
    #expect(stat("\(path).1", &status) == 0 && status.st_size == 9_999_991)
    for number in 2...5 { #expect(ToolFolder.text("\(path).\(number)") == "log \(number - 1)\n") }
    #expect(ToolFolder.text("\(path).6") == nil)
    let ids = try host.executions().filter { $0.started != nil }.map { "\($0.id)" }
    #expect(executions("started", in: host.runLog) == ids)
    #expect(executions("succeeded", in: host.runLog).sorted() == ids.sorted())
  }

  @Test func `on SIGUSR1 the logs are opened anew, and no line is lost between the files`() async throws {
    host.write([host.job("a"), host.job("b", script: "exit 3")])
    try await host.start()
    for round in 1...3 {
      let runs = host.ledger.lines.count
      try await host.until("both have run") { host.ledger.lines.count > runs + 1 }
      for name in ["main", "jobs"] {
        rename("\(host.logs)/scheduler_\(name).log", "\(host.logs)/\(name).\(round)")
      }
      host.daemon?.signal(SIGUSR1)
      try await host.until("the new log is there") { host.runLog.contains(" started") }
    }
    #expect(try await host.stop().status == 0)
    let parts = (1...3).map { ToolFolder.text("\(host.logs)/jobs.\($0)") ?? "" } + [host.runLog]
    #expect(parts.allSatisfy { $0.contains(" started") })
    let whole = parts.joined()
    let rows = try host.executions().filter { $0.started != nil }
    #expect(executions("started", in: whole).sorted() == rows.map { "\($0.id)" }.sorted())
    for (word, state) in [("succeeded", ExecutionState.succeeded), ("failed", .failed)] {
      #expect(executions(word, in: whole).sorted() == rows.filter { $0.state == state }.map { "\($0.id)" }.sorted())
    }
    #expect(ToolFolder.text("\(host.logs)/main.1")?.contains("started with 2 jobs") == true)
    #expect(host.log.contains("stopped with 2 jobs"))
  }
}
