import JobsCore
import Testing

@Suite("A stream as a tool reads it")
struct StreamInputTests {
  private func read(_ text: String) throws -> (input: StreamInput, types: [String]) {
    var input = StreamInput(RecordReader(bytes: Array(text.utf8), name: "standard input"))
    var record = Record()
    var types: [String] = []
    while try input.next(into: &record) { types.append(record.type) }
    return (input, types)
  }

  static let good = "{\"type\":\"end\",\"v\":1,\"ok\":true}\n"
  static let bad = "{\"type\":\"end\", \"ok\":false}\n"
  static let job = "{\"type\":\"job\",\"env\":\"prod\"}\n"

  @Test("Ends are consumed and kept byte for byte, from every part of a concatenated stream")
  func seals() throws {
    let (input, types) = try read(Self.job + Self.good + "{\"type\":\"log\"}\n" + Self.bad)
    #expect(types == ["job", "log"])
    #expect(input.count == 2)
    #expect(input.seals.map { String(decoding: $0, as: UTF8.self) + "\n" } == [Self.good, Self.bad])
    #expect(input.isSealed)
    #expect(!input.isOK)
  }

  @Test("The environments of jobs are gathered, and of nothing else")
  func environments() throws {
    let (input, _) = try read(
      Self.job + Self.job + "{\"type\":\"job\",\"env\":\"dev\"}\n{\"type\":\"job\"}\n{\"type\":\"job\",\"env\":1}\n"
        + "{\"type\":\"log\",\"env\":\"test\"}\n" + Self.good)
    #expect(input.environments == ["dev", "prod"])
  }

  @Test(
    "An acting tool refuses a stream that broke off or failed, unless it was told",
    arguments: [
      (Self.job + Self.good, true, true), (Self.good, true, true), (Self.job, false, true), ("", false, true),
      (Self.good + Self.job, false, true), (Self.job + Self.bad, true, false), (Self.bad + Self.good, true, false),
      (Self.bad + Self.job, false, false), ("{\"type\":\"end\"}", true, false),
      ("{\"type\":\"end\",\"ok\":\"true\"}", true, false),
    ])
  func acting(_ text: String, _ sealed: Bool, _ ok: Bool) throws {
    let (input, _) = try read(text)
    #expect(input.isSealed == sealed)
    #expect(input.isOK == ok)
    for allowIncomplete in [false, true] {
      for allowFailed in [false, true] {
        let acts = (sealed || allowIncomplete) && (ok || allowFailed)
        if acts {
          try input.checkForActing(allowIncomplete: allowIncomplete, allowFailed: allowFailed)
        } else {
          let failure = #expect(throws: Failure.self) {
            try input.checkForActing(allowIncomplete: allowIncomplete, allowFailed: allowFailed)
          }
          #expect(failure?.exitStatus == .usage)
          #expect(failure?.hint?.contains(sealed || allowIncomplete ? "--allow-failed" : "--allow-incomplete") == true)
        }
      }
    }
  }

  @Test("An empty stream is told from one that broke off")
  func empty() throws {
    let (empty, _) = try read("")
    let (broken, _) = try read(Self.job)
    let first = #expect(throws: Failure.self) { try empty.checkForActing(allowIncomplete: false, allowFailed: false) }
    let second = #expect(throws: Failure.self) { try broken.checkForActing(allowIncomplete: false, allowFailed: false) }
    #expect(first?.message.contains("empty") == true)
    #expect(second?.message.contains("broken off") == true)
  }

  @Test("Jobs without an environment are not acted on where the project has some, however far up that was said")
  func openEnvironments() throws {
    let open = #"{"type":"end","v":1,"tool":"a","ok":true,"environments":["dev","prod"],"counts":{},"upstream":[]}"#
    let nested = #"{"type":"end","v":1,"tool":"b","ok":true,"counts":{},"upstream":["# + open + "]}"
    for end in [open, nested] {
      let (input, _) = try read(#"{"type":"job","v":1,"id":"-/-/a"}"# + "\n" + end + "\n")
      let failure = #expect(throws: Failure.self) {
        try input.checkForActing(allowIncomplete: true, allowFailed: true)
      }
      #expect(failure?.exitStatus == .usage && failure?.hint?.contains("--env with one of dev, prod") == true)
      // Some formats name their environment themselves.
      let (chosen, _) = try read(#"{"type":"job","v":1,"id":"-/dev/a","env":"dev"}"# + "\n" + end + "\n")
      try chosen.checkForActing(allowIncomplete: false, allowFailed: false)
    }
  }
}
