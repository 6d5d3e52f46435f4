import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run exec --ping")
struct JobsRunPingTests {
  private let folder = ToolFolder()

  private func exec(_ url: String, _ script: String, options: [String] = [], environment: [String: String] = [:])
    -> ToolRun
  {
    run.run(
      ["exec", "--name", "a", "--ping", url] + options + ["--", "/bin/sh", "-c", script], in: folder,
      environment: environment)
  }

  private func targets(_ server: LoopbackServer) -> [String] {
    server.requests.map { String($0.target.prefix { $0 != "?" }) }
  }

  @Test(
    "a monitor hears of the start and the end, with the exit status, the end of the output and one run id",
    arguments: [
      ("exit 0", "/ping/secret", 0), ("exit 7", "/ping/secret/7", 7), ("kill -KILL $$", "/ping/secret/137", 137),
    ]
      as [(String, String, Int32)])
  func events(_ ending: String, _ target: String, _ status: Int32) {
    let server = LoopbackServer { _ in .reply(200, body: "OK") }
    defer { server.stop() }
    let found = exec(server.url("/ping/secret"), "echo out; echo err >&2; \(ending)")
    #expect(found.status == status && found.stdout == "out\n" && !found.stderr.contains("warning"), "\(found.stderr)")
    #expect(targets(server) == ["/ping/secret/start", target])
    #expect(server.requests.map(\.body) == ["", "out\nerr\n"])
    let runs = Set(server.requests.map { $0.target.drop { $0 != "?" } })
    #expect(runs.count == 1 && runs.first?.hasPrefix("?rid=") == true && runs.first?.count == 41)
    #expect(folder.names(in: "state/checkins").filter { $0 != "lock" } == [])
  }

  @Test("retries are one run to the monitor, and a command that cannot be run is a failure with its reason")
  func attempts() {
    let server = LoopbackServer { _ in .reply(200) }
    defer { server.stop() }
    #expect(exec(server.url("/x"), "echo x >> n; test $(wc -l < n) -ge 2", options: ["--retries", "1"]).status == 0)
    #expect(targets(server) == ["/x/start", "/x"])
    let missing = run.run(["exec", "--ping", server.url("/y"), "--", "no-such-program"], in: folder)
    #expect(missing.status == 127 && targets(server).last == "/y/127")
    #expect(server.requests.last?.body.contains("no-such-program") == true)
    folder.write("text", to: "flat")
    let broken = run.run(
      ["exec", "--ping", server.url("/z"), "--lock", "l", "--", "true"], in: folder,
      environment: ["JOBS_STATE_DIR": folder.file("flat")])
    #expect(broken.status == 125 && broken.stderr.contains("warning: no monitor is told"), "\(broken.stderr)")
  }

  @Test("without a network the status is the command's own, a warning is said, and a later run sends what was kept")
  func away() {
    let gone = HeldPort()
    let found = exec(gone.url("/ping/secret"), "exit 3")
    #expect(found.status == 3)
    #expect(found.stderr.contains("jobs-run: warning: cannot send the check-in of '-/-/a' yet: "), "\(found.stderr)")
    #expect(!found.stderr.contains("secret"))
    #expect(folder.names(in: "state/checkins").count { $0.hasSuffix(".json") } == 2)
    let back = gone.open { _ in .reply(200) }
    defer { back.stop() }
    let later = exec(back.url("/other"), "exit 0")
    #expect(later.status == 0 && !later.stderr.contains("warning"), "\(later.stderr)")
    #expect(targets(back).prefix(2) == ["/ping/secret/start", "/ping/secret/3"] && targets(back).count == 4)
  }

  @Test("a monitor that says no is a warning, and nothing is kept")
  func refused() {
    let server = LoopbackServer { _ in .reply(404) }
    defer { server.stop() }
    let found = exec(server.url("/secret"), "exit 0")
    #expect(found.status == 0 && found.stderr.contains("does not take the check-in of '-/-/a': it answered 404"))
    #expect(!found.stderr.contains("secret"))
    #expect(exec(server.url("/secret"), "exit 0", options: ["-q"]).stderr.isEmpty)
    #expect(folder.names(in: "state/checkins").filter { $0 != "lock" } == [])
  }

  @Test("an address that cannot be used is refused before anything runs, and not shown")
  func addresses() {
    for url in ["hc-ping.com/secret", "ftp://host/secret", "https://host/sec ret"] {
      let found = exec(url, "touch ran")
      #expect(found.status == 2 && found.stderr.contains("the address cannot be used"), "\(found.stderr)")
      #expect(!found.stderr.contains("secret") && !folder.exists("ran"))
    }
  }

  @Test("a proxy is used, but for hosts of no_proxy")
  func proxies() {
    let proxy = LoopbackServer { _ in .reply(200) }
    let server = LoopbackServer { _ in .reply(200) }
    defer {
      proxy.stop()
      server.stop()
    }
    let variables = ["http_proxy": proxy.url("")]
    #expect(exec("http://monitor.invalid/x", "exit 0", environment: variables).status == 0)
    #expect(targets(proxy) == ["http://monitor.invalid/x/start", "http://monitor.invalid/x"])
    #expect(
      exec(server.url("/y"), "exit 0", environment: variables.merging(["no_proxy": "127.0.0.1"]) { $1 }).status == 0)
    #expect(proxy.requests.count == 2 && targets(server) == ["/y/start", "/y"])
  }

  @Test("libcurl is loaded where something is sent, and not else")
  func loading() {
    let server = LoopbackServer { _ in .reply(200) }
    defer { server.stop() }
    let maps = "grep -c libcurl /proc/$PPID/maps || true"
    let plain = run.run(["exec", "--", "/bin/sh", "-c", maps], in: folder)
    #expect(plain.stdout == "0\n")
    let wait = "while ! grep -q libcurl /proc/$PPID/maps; do sleep 0.02; done; echo loaded"
    #expect(exec(server.url("/x"), wait, options: ["--timeout", "20s"]).stdout == "loaded\n")
  }
}
