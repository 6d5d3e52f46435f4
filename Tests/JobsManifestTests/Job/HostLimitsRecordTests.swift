import JobsCore
import Testing

@testable import JobsManifest

@Suite("what only hosts keep, in records") struct HostLimitsRecordTests {
  /// Every key there is.
  static let full = ExampleText.job(
    """
      command: [/bin/report]
      retry: {attempts: 2, classes: [timeout], perClass: {network: {attempts: 5, backoff: fixed, delay: 5s, maxDelay: 10m}}}
      missed: {policy: last, within: 6h, splay: 5m}
      priority: -20
      locks: [ledger, archive]
      pools: {database: 2, tape: 1}
      jitter: 30s
      grace: 10s
      breaker: {failures: 5, cooldown: 15m}
      deadLetter: true
      quietHours: {from: "22:00", to: "06:30", timezone: Europe/Berlin, weekends: true}
      fallback: {command: /bin/tell $1, args: [report]}
      group: batch
      nice: 10
      umask: "0027"
      ulimits: {nofile: 1024, core: unlimited}
      cgroup: /sys/fs/cgroup/batch.slice

    """)

  private static let limits = #"""
    "limits":{"retry":{"attempts":2,"backoff":"exponential","classes":["timeout"],"perClass":{"network":{"attempts":5,"backoff":"fixed","delaySeconds":5,"maxDelaySeconds":600}}},"concurrency":"allow","missed":{"policy":"last","withinSeconds":21600,"splaySeconds":300},"priority":-20,"locks":["ledger","archive"],"pools":[{"name":"database","slots":2},{"name":"tape","slots":1}],"jitterSeconds":30,"graceSeconds":10,"breaker":{"failures":5,"cooldownSeconds":900},"deadLetter":true,"quietHours":{"from":"22:00","to":"06:30","timezone":"Europe/Berlin","weekends":true}}
    """#

  private static let run = #"""
    "mounts":[],"fallback":{"command":["/bin/sh","-c","/bin/tell $1"],"args":["report"]},"group":"batch","nice":10,"umask":"0027","ulimits":{"nofile":1024,"core":"unlimited"},"cgroup":"/sys/fs/cgroup/batch.slice"}
    """#

  @Test("every key has its place at the end of 'limits' and of 'run'")
  func record() throws {
    let checked = Checked(Self.full)
    #expect(checked.codes == [])
    let line = try #require(checked.lines.first)
    #expect(line.contains(Self.limits), "\(line)")
    #expect(line.contains(Self.run), "\(line)")
  }

  @Test("a record that is read back is the same job, and is written again to the same bytes")
  func roundTrip() throws {
    let checked = Checked(Self.full)
    let job = try Job(#require(checked.jobs.first))
    #expect(job.limits.host.pools == [PoolShare(name: "database", slots: 2), PoolShare(name: "tape")])
    #expect(job.run.host.fallback?.argv == ["/bin/sh", "-c", "/bin/tell $1", "sh", "report"])
    #expect(job.run.host.ulimits == [ResourceLimit(.nofile, 1024), ResourceLimit(.core, nil)])
    #expect(job.limits.host.quietHours == QuietHours(from: 1320, to: 390, timezone: "Europe/Berlin", weekends: true))
    var json = JSONWriter()
    job.write(to: &json)
    #expect(String(decoding: json.bytes, as: UTF8.self) == checked.lines[0])
  }

  @Test("a job that asks for none of it has none of the keys")
  func absent() throws {
    let line = try #require(Checked(ExampleText.job("  command: [/bin/report]\n")).lines.first)
    #expect(line.contains(#""missed":{"policy":"skip"}},"digest""#))
    #expect(line.contains(#""mounts":[]},"resources""#))
    let job = try Job(#require(Checked(ExampleText.job("  command: [/bin/report]\n")).jobs.first))
    #expect(job.limits.isPlain && job.run.isPlain)
  }

  @Test("what nobody chose is written out, and is no part of the digest")
  func defaults() throws {
    func job(_ spec: String) throws -> Job {
      try Job(#require(Checked(ExampleText.job("  command: [/bin/report]\n\(spec)")).jobs.first))
    }
    let usual = try job("  breaker: {failures: 3}\n  quietHours: {from: \"22:00\", to: \"06:00\"}\n")
    #expect(usual.limits.host.breaker == Breaker(failures: 3, cooldownSeconds: 600))
    #expect(usual.limits.host.quietHours?.timezone == "UTC")
    let chosen = try job("  breaker: {failures: 3, cooldown: 10m}\n  quietHours: {from: \"22:00\", to: \"06:00\"}\n")
    #expect(usual.digest != chosen.digest)
    #expect(try job("  breaker: {failures: 3}\n").digest != job("  breaker: {failures: 4}\n").digest)
    #expect(try job("  pools: [a]\n").digest == job("  pools: {a: 1}\n").digest)
  }

  @Test("a list of pools takes a slot of each, and a fallback may be words or a shell's text")
  func spellings() throws {
    let words = try Job(
      #require(Checked(ExampleText.job("  command: [/bin/a]\n  pools: [x, y]\n  fallback: [/bin/b, c]\n")).jobs.first))
    #expect(words.limits.host.pools == [PoolShare(name: "x"), PoolShare(name: "y")])
    #expect(words.run.host.fallback == Fallback(command: ["/bin/b", "c"]))
    let text = try Job(#require(Checked(ExampleText.job("  command: [/bin/a]\n  fallback: echo $USER\n")).jobs.first))
    #expect(text.run.host.fallback?.shellText == "echo $USER")
  }

  @Test("retries that are off are off for every class")
  func disabled() throws {
    let text = ExampleText.job("  command: [/bin/a]\n  retry: {enabled: false, perClass: {network: {attempts: 5}}}\n")
    let job = try Job(#require(Checked(text).jobs.first))
    #expect(job.limits.retry?.attempts == 0 && job.limits.retry?.perClass == [])
  }

  @Test(
    "a value out of its range or of another kind is an error",
    arguments: [
      ("priority: 101", "ST107"), ("priority: -101", "ST107"), ("nice: 20", "ST107"), ("nice: -21", "ST107"),
      ("breaker: {failures: 0}", "ST107"), ("breaker: {cooldown: 5m}", "ST104"), ("pools: {a: 0}", "ST107"),
      ("pools: a", "ST105"), ("locks: a", "ST105"), ("umask: 27", "ST105"), ("ulimits: {nofile: lots}", "ST106"),
      ("ulimits: {files: 3}", "ST101"), ("ulimits: {nofile: -1}", "ST107"), ("grace: soon", "ST108"),
      ("quietHours: {from: \"22:00\"}", "ST104"), ("fallback: {args: [a]}", "ST104"), ("deadLetter: 1", "ST105"),
      ("retry: {perClass: {disk: {attempts: 1}}}", "ST101"), ("prioritty: 3", "ST101"),
    ])
  func structure(line: String, code: String) {
    #expect(Checked(ExampleText.job("  command: [/bin/report]\n  \(line)\n")).codes == [code], "\(line)")
  }

  @Test("other formats know none of it", arguments: ["retry: {perClass: {network: {attempts: 1}}}", "locks: [a]"])
  func otherFormats(line: String) {
    let text = """
      apiVersion: v1
      kind: Job
      metadata: {name: backup, namespace: prod}
      spec: {schedule: "0 3 * * *", command: /bin/backup, \(line)}

      """
    #expect(Checked(text).codes == ["ST101"])
  }

  @Test("a secret in the fallback is masked")
  func masked() throws {
    var job = Job(name: "a")
    job.run.host.fallback = Fallback(command: ["/bin/tell", "--token", "ghp_0123456789abcdefghijklmnopqrstuvwxyzAB"])
    SecretMask.apply(to: &job)
    #expect(job.run.host.fallback?.command == ["/bin/tell", "--token", "***"])
  }
}
