import JobsCore
import TestSupport

/// Many jobs of which a seed chose every part, as manifests in the folder `jobs`, with what they read beside it.
///
/// Each writes where it worked and what it was given into its working directory.
struct JobBatch {
  struct Entry {
    var name: String
    var isEnabled: Bool
    var isPaused: Bool
    /// The status that it ends with; of one that a signal ends, 128 more than the signal.
    var status: Int32
    var signal: Int32?
    var stdout: [UInt8]
    var stderr: [UInt8]
    /// The value of `GIVEN`.
    var given: String
    /// Absolute.
    var workingDirectory: String

    var id: String { "-/-/\(name)" }
    var runs: Bool { isEnabled && !isPaused }
  }

  let entries: [Entry]

  /// - Parameters:
  ///   - schedule: six fields; nil for none.
  ///   - isText: whether what jobs write are lines of text, and not any bytes.
  init(
    _ count: Int, in folder: ToolFolder, schedule: String? = nil, isText: Bool = false,
    using random: inout SeededGenerator
  ) {
    entries = (0..<count).map { number in
      let signal: Int32? = Int.random(in: 0..<10, using: &random) == 0 ? [1, 9, 15].randomElement(using: &random) : nil
      let status =
        signal.map { 128 + $0 } ?? (Bool.random(using: &random) ? 0 : Int32.random(in: 0...255, using: &random))
      let isPlain = Int.random(in: 0..<4, using: &random) > 0
      return Entry(
        name: "job-\(number)-of-a-name-that-is-not-short", isEnabled: isPlain || Bool.random(using: &random),
        isPaused: !isPlain && Bool.random(using: &random), status: status, signal: signal,
        stdout: Self.output(isText, &random), stderr: Self.output(isText, &random),
        given: Self.text(0...40, "\n\t\\", &random),
        workingDirectory: folder.file("work/\(number) \(Self.text(0...12, "", &random)).d"))
    }
    for entry in entries { Self.write(entry, schedule, folder) }
  }

  // MARK: - Random parts

  private static let letters = Array("abcXYZ019 -_.,;:#'\"{}[]()&*!?|<>=%@`~^+äß漢🙂\u{301}")

  /// Letters that mean something to YAML, JSON or the shell; none that means a variable to a manifest.
  static func text(_ length: ClosedRange<Int>, _ more: String, _ random: inout SeededGenerator) -> String {
    let all = letters + Array(more)
    let chosen = (0..<Int.random(in: length, using: &random)).map { _ in all.randomElement(using: &random) ?? "a" }
    return String(chosen)
  }

  /// Now and then more than a pipe holds.
  private static func output(_ isText: Bool, _ random: inout SeededGenerator) -> [UInt8] {
    guard !isText else {
      let words = ["error", "Error", "warning", "ERROR", "done", "träge", "x"]
      let lines = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }
      return Array(lines.map { "\($0)\n" }.joined().utf8)
    }
    let size = Int.random(in: 0..<10, using: &random) == 0 ? 300_000 : 3000
    return (0..<Int.random(in: 0...size, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  // MARK: - Files

  private static func write(_ entry: Entry, _ schedule: String?, _ folder: ToolFolder) {
    let place = String(entry.workingDirectory.dropFirst(folder.path.utf8.count + 1))
    for (name, bytes) in [("stdout", entry.stdout), ("stderr", entry.stderr)] {
      folder.write("", to: "\(place)/\(name)")
      ToolFolder.write(bytes, to: "\(entry.workingDirectory)/\(name)")
    }
    let end = entry.signal.map { "kill -\($0) $$" } ?? "exit \(entry.status)"
    let script = "pwd -P > cwd; printenv GIVEN > given; cat stdout & cat stderr >&2; wait; \(end)"
    var json = JSONWriter()
    json.beginObject()
    json.member("apiVersion", "jobs/v1")
    json.member("kind", "Job")
    json.key("metadata")
    json.beginObject()
    json.member("name", entry.name)
    json.endObject()
    json.key("spec")
    json.beginObject()
    if let schedule {
      json.key("schedule")
      json.beginArray()
      json.beginObject()
      json.member("cron", schedule)
      json.member("dialect", "seconds")
      json.endObject()
      json.endArray()
    }
    json.member("command", script)
    json.member("concurrency", "forbid")
    json.member("workingDir", entry.workingDirectory)
    json.key("env")
    json.beginObject()
    json.member("GIVEN", entry.given)
    json.endObject()
    json.key("enabled")
    json.value(entry.isEnabled)
    json.key("paused")
    json.value(entry.isPaused)
    json.endObject()
    json.endObject()
    // JSON is YAML; both kinds of files are read.
    let suffix = entry.status % 2 == 0 ? "yaml" : "json"
    folder.write(String(decoding: json.bytes, as: UTF8.self) + "\n", to: "jobs/\(entry.name).\(suffix)")
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    self.value(value)
  }
}
