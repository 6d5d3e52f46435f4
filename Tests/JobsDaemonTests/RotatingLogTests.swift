import Glibc
import JobsCore
import TestSupport
import Testing

@testable import JobsDaemon

@Suite struct RotatingLogTests {
  private let folder = TemporaryFolder()

  private var path: String { folder.file("logs/a.log") }

  private func text(_ suffix: String = "") -> String? { ToolFolder.text(path + suffix) }

  private func size(_ suffix: String) -> Int? { text(suffix)?.utf8.count }

  @Test func `the file and its folder are made with the first line, for their owner and group`() {
    let log = RotatingLog(path: path)
    log.write("one")
    log.flush()
    #expect(text() == "one\n")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o027 == 0)
  }

  @Test func `a log is put aside at ten million bytes, and five of them are kept`() {
    let log = RotatingLog(path: path)
    let line = String(repeating: "x", count: 99_999)
    for number in 0..<720 { log.write("\(number) \(line.dropFirst("\(number) ".utf8.count))") }
    // A hundred lines a file; those of the first two are gone.
    for (suffix, first) in [("", 700), (".1", 600), (".2", 500), (".3", 400), (".4", 300), (".5", 200)] {
      #expect(size(suffix) == (suffix.isEmpty ? 2_000_000 : 10_000_000), "'\(suffix)'")
      #expect(text(suffix)?.hasPrefix("\(first) ") == true, "'\(suffix)'")
    }
    #expect(size(".6") == nil && log.lost == 0)
  }

  /// Nothing is lost but what became too old, nothing is torn, and no file is longer than it may be, but for one line that
  /// is longer itself.
  @Test("lines stand whole and in order over the files that are kept", arguments: 1...100)
  func whole(round: UInt64) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let limit = Int.random(in: 1...400, using: &random)
    let kept = Int.random(in: 1...6, using: &random)
    var log = RotatingLog(path: path, limit: limit, kept: kept)
    var lines: [String] = []
    for number in 0..<Int.random(in: 1...80, using: &random) {
      lines.append("\(number) " + String(repeating: "ü", count: .random(in: 0...60, using: &random)))
      log.write(lines[number])
      // The next process goes on where this one stopped.
      if Int.random(in: 0..<10, using: &random) == 0 { log = RotatingLog(path: path, limit: limit, kept: kept) }
    }
    log.flush()
    let suffixes = stride(from: kept, to: 0, by: -1).map { ".\($0)" } + [""]
    let texts = suffixes.compactMap(text)
    #expect(texts.allSatisfy { $0.utf8.count <= limit || $0.split(separator: "\n").count == 1 }, "seed \(seed)")
    let found = texts.joined().split(separator: "\n").map(String.init)
    #expect(found == Array(lines.suffix(found.count)), "seed \(seed)")
    #expect(found.count == lines.count || texts.count == kept + 1, "seed \(seed)")
    #expect(size(".\(kept + 1)") == nil, "seed \(seed)")
  }

  @Test func `after somebody else has put the file aside, it goes on in the old one until it is told`() {
    let log = RotatingLog(path: path)
    log.write("one")
    log.flush()
    rename(path, "\(path).aside")
    log.write("two")
    log.reopen()
    log.write("three")
    log.flush()
    #expect(text(".aside") == "one\ntwo\n")
    #expect(text() == "three\n")
  }

  @Test func `what cannot be written is counted, and said as soon as it can be`() {
    folder.write("logs", "in the way")
    let log = RotatingLog(path: path)
    log.write("one")
    log.write("two")
    log.flush()
    #expect(log.lost == 2)
    unlink(folder.file("logs"))
    log.write("three")
    log.flush()
    let lines = text()?.split(separator: "\n") ?? []
    #expect(lines.count == 2 && lines.last == "three")
    #expect(lines.first?.hasSuffix(" warning log 2 lines could not be written here") == true)
  }

  @Test func `a link in its place is not followed`() {
    mkdir(folder.file("logs"), 0o755)
    symlink(folder.file("elsewhere"), path)
    let log = RotatingLog(path: path)
    log.write("one")
    log.flush()
    #expect(log.lost == 1 && access(folder.file("elsewhere"), F_OK) != 0)
  }
}
