import JobsCore
import JobsExec
import TestSupport
import Testing

@Suite struct ProgramCallTests {
  private static let environment = ["PATH": "/usr/bin:/bin", "WORD": "here"]

  @Test(
    arguments: [
      (["sh", "-c", "echo $WORD; echo there >&2; exit 7"], 7, "here\n", "there\n"),
      (["sh", "-c", "kill -TERM $$"], 128 + 15, "", ""),
      (["cat"], 0, "", ""),
      // More than a pipe holds, on both sides.
      (["sh", "-c", "printf '%100000s' x >&2; printf '%100000s' y"], 0, nil, nil),
    ] as [([String], Int32, String?, String?)])
  func `a program's status and both its answers are read`(
    _ words: [String], _ status: Int32, _ output: String?, _ errors: String?
  ) throws {
    let call = try ProgramCall(words, environment: Self.environment, hint: "")
    #expect(call.status == status)
    if let output { #expect(String(decoding: call.output, as: UTF8.self) == output) }
    if let errors { #expect(String(decoding: call.errors, as: UTF8.self) == errors) }
    if output == nil { #expect(call.output.count == 100_000 && call.errors.count == 100_000) }
  }

  @Test func `what there is no program for is a failure with the caller's hint`() {
    let failure = #expect(throws: Failure.self) {
      try ProgramCall(["no-such-program"], environment: Self.environment, hint: "install it")
    }
    #expect(failure?.message.contains("cannot run 'no-such-program': not found") == true)
    #expect(failure?.hint == "install it")
  }

  @Test func `a program that takes longer than it may is killed, with what it started`() async throws {
    let folder = TemporaryFolder()
    let failure = #expect(throws: Failure.self) {
      try ProgramCall(
        ["/bin/sh", "-c", "sleep 600 & echo $! > \(folder.file("pid")); wait"], environment: Self.environment, hint: "",
        timeout: .seconds(1))
    }
    #expect(failure?.message == "'/bin/sh' did not end within 1 s" && failure?.exitStatus == .world)
    let bytes = try FileBytes.read(folder.file("pid"), limit: 100)
    let pid = try #require(Int32(String(decoding: bytes, as: UTF8.self).split(separator: "\n")[0]))
    #expect(await LoopbackServer.wait { Self.isGone(pid) })
  }

  /// Whether a process has ended, though perhaps nobody has reaped it.
  private static func isGone(_ pid: Int32) -> Bool {
    guard let state = try? FileBytes.read("/proc/\(pid)/stat", limit: 4096) else { return true }
    let words = String(decoding: state, as: UTF8.self).split(separator: ")").last ?? ""
    return words.hasPrefix(" Z") || words.hasPrefix(" X")
  }

  @Test func `one that ends in time is none the worse for it`() throws {
    let call = try ProgramCall(
      ["/bin/sh", "-c", "echo out; exit 3"], environment: Self.environment, hint: "", timeout: .seconds(60))
    #expect(call.status == 3 && call.output == Array("out\n".utf8))
  }

  @Test func `waiting for one holds up no task`() async {
    let result = await ProgramCall.ended(
      ["/bin/sh", "-c", "cat; echo done >&2"], environment: Self.environment, hint: "", timeout: .seconds(60))
    #expect((try? result.get())?.errors == Array("done\n".utf8))
    let missing = await ProgramCall.ended(["no-such-program"], environment: Self.environment, hint: "x", timeout: nil)
    #expect(throws: Failure.self) { try missing.get() }
  }
}
