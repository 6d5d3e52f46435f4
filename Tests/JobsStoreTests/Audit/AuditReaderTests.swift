import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@Suite struct AuditReaderTests {
  private let place = TemporaryFolder()

  private func folder(of count: Int) throws -> AuditFolder {
    let folder = AuditFolder(place.path)
    for number in 0..<count {
      try folder.log.perform(AuditAct("set", of: "job-\(number)")) { () throws(Failure) in }
    }
    return folder
  }

  @Test func `a log that is not there has no lines`() throws {
    let folder = AuditFolder(place.path)
    let (entries, firstBreak, head) = try folder.read()
    #expect(entries.isEmpty && firstBreak == nil && head == AuditEntry.genesis)
  }

  /// What is done to the lines of a whole log, the line that is named, and words of the reason.
  struct Tampering: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var line: Int
    var words: String
    var apply: @Sendable ([String]) -> [String]

    init(_ name: String, line: Int, _ words: String, _ apply: @escaping @Sendable ([String]) -> [String]) {
      (testDescription, self.line, self.words, self.apply) = (name, line, words, apply)
    }

    static let all = [
      Tampering("changed", line: 3, "was changed") { $0.editing(2) { $0.replacing("job-2", with: "job-9") } },
      Tampering("outcome changed", line: 1, "was changed") { $0.editing(0) { $0.replacing("done", with: "failed") } },
      Tampering("hash changed", line: 2, "was changed") {
        $0.editing(1) { String($0.dropLast(3)) + ($0.hasSuffix("0\"}") ? "1\"}" : "0\"}") }
      },
      Tampering("carriage return", line: 4, "no audit record") { $0.editing(3) { $0 + "\r" } },
      Tampering("removed", line: 3, "record 3 is missing") { $0.removing(2) },
      Tampering("several removed", line: 2, "records 2 to 4 are missing") { $0.removing(3).removing(2).removing(1) },
      Tampering("first removed", line: 1, "record 1 is missing") { $0.removing(0) },
      Tampering("doubled", line: 4, "record 3 was moved or inserted") { $0[...2] + [$0[2]] + $0[3...] },
      Tampering("swapped", line: 2, "record 2 is missing") { [$0[0], $0[2], $0[1]] + $0[3...] },
      Tampering("no record", line: 3, "is no record") { $0[..<2] + ["nonsense"] + $0[2...] },
      Tampering("another record", line: 3, "no audit record") { $0[..<2] + [#"{"type":"job","v":1}"#] + $0[2...] },
      Tampering("NUL", line: 2, "is no record") { $0.editing(1) { "\0" + $0 } },
      Tampering("blank before", line: 2, "was changed") { $0.editing(1) { " " + $0 } },
      Tampering("blank behind", line: 2, "no audit record") { $0.editing(1) { $0 + " " } },
      Tampering("all with carriage returns", line: 1, "no audit record") { $0.map { $0 + "\r" } },
      Tampering("another end", line: 2, "no audit record") { $0.editing(1) { $0.dropLast(2) + "\" }" } },
      Tampering("two in a line", line: 2, "is no record") { [$0[0], $0[1] + $0[2]] + $0[3...] },
      Tampering("beyond the limit", line: 3, "is no record") {
        $0.editing(2) { $0.replacing("job-2", with: String(repeating: "j", count: 1 << 20)) }
      },
      Tampering("blank", line: 2, "is empty") { [$0[0], ""] + $0[1...] },
      Tampering("blank at the end", line: 6, "is empty") { $0 + [""] },
      Tampering("rewritten with a fitting hash", line: 3, "another stood there") { lines in
        lines.editing(1) { AuditReaderTests.rewritten($0) { $0.act.subject = "job-9" } }
      },
      Tampering("another number with a fitting hash", line: 5, "record 5 is missing") { lines in
        lines.editing(4) { AuditReaderTests.rewritten($0) { $0.sequence = 6 } }
      },
    ]
  }

  /// A line with something else in it, and the hash of that.
  static func rewritten(_ line: String, _ change: (inout AuditEntry) -> Void) -> String {
    var reader = RecordReader(bytes: Array(line.utf8), name: "line")
    var record = Record()
    guard (try? reader.next(into: &record)) == true, var entry = AuditEntry(record) else { return line }
    change(&entry)
    return String(decoding: entry.line().bytes, as: UTF8.self)
  }

  @Test(arguments: Tampering.all)
  func `the first line where the chain breaks is named`(_ tampering: Tampering) throws {
    let folder = try folder(of: 5)
    #expect(try folder.read().firstBreak == nil)
    try folder.replace(tampering.apply(folder.lines).map { $0 + "\n" }.joined())
    let found = try #require(try folder.read().firstBreak)
    #expect(found.line == tampering.line)
    #expect(found.reason.contains(tampering.words), "\(found.reason)")
  }

  @Test func `any byte that is changed is found`() throws {
    let folder = try folder(of: 4)
    let whole = Array(folder.text(folder.file).utf8)
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var bytes = whole
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try FileBytes.write(bytes, to: folder.file)
      // A line break at the very end is no part of a record.
      #expect(try folder.read().firstBreak != nil || at == whole.count - 1, "seed \(seed), byte \(at)")
    }
  }

  @Test func `a log that was cut at any byte is missed by its mark`() throws {
    let folder = try folder(of: 3)
    let whole = Array(folder.text(folder.file).utf8)
    for count in (0..<whole.count - 1).reversed() {
      try #require(truncate(folder.file, off_t(count)) == 0)
      #expect(try !folder.breaks().isEmpty, "cut at \(count)")
    }
    // The last line break alone is no part of a record, and comes back with the next act.
    try FileBytes.write(whole.dropLast(), to: folder.file)
    #expect(try folder.breaks().isEmpty)
  }

  @Test func `only the last line is torn, and then nothing more is told of the end`() throws {
    let folder = try folder(of: 3)
    let whole = folder.text(folder.file)
    func reasons(_ text: String) throws -> [String] {
      try folder.tamper(text)
      return try folder.breaks().map { "\($0.line) \($0.reason)" }
    }
    let lines = folder.lines
    #expect(try reasons([lines[0], "nonsense", lines[1], lines[2]].joined(separator: "\n")) == ["2 is no record"])
    #expect(try reasons(whole + "nonsense\n") == ["4 is no record"])
    try FileBytes.write(Array("3 \(AuditEntry.genesis)\n".utf8), to: folder.path + "/audit.head")
    #expect(try reasons(whole + "{") == ["4 was torn off in the writing; the next act mends that"])
  }

  @Test func `more than a hundred places are counted as a hundred, and the first is the first`() throws {
    let folder = try folder(of: 1)
    try folder.tamper(folder.lines[0] + "\n" + String(repeating: "x\n", count: 300))
    #expect(try folder.breaks().count == 100)
    #expect(try folder.breaks().first?.line == 2)
  }

  /// What stands in the place of the mark, and where the chain of three records breaks by it.
  @Test(
    arguments: [
      ("0000000000000000003 HEAD\n", nil), ("3 HEAD", nil), ("2 HEAD", 2), ("4 HEAD", 4), ("3 GENESIS", 3),
      ("9223372036854775807 HEAD", 4), ("9223372036854775808 HEAD", nil), ("0 HEAD", nil), ("-1 HEAD", nil),
      ("4 HEAD more", nil), ("3 head", nil), ("4", nil), ("4 HEAD\0", nil), ("4 SHORT", nil), ("4 BARE", nil),
      ("4 OTHER", nil),
    ] as [(String, Int?)])
  func `a mark counts where it is one, older and newer ones too`(text: String, line: Int?) throws {
    let folder = try folder(of: 3)
    let head = try folder.read().head
    let words = text.replacing("HEAD", with: head).replacing("GENESIS", with: AuditEntry.genesis).replacing(
      "SHORT", with: head.dropLast()
    ).replacing(
      "BARE", with: String(repeating: "g", count: 7) + head.dropFirst(7)
    ).replacing("OTHER", with: head.dropLast() + "g")
    try FileBytes.write(Array(words.utf8), to: folder.path + "/audit.head")
    #expect(try folder.breaks().map(\.line) == [line].compactMap { $0 }, "\(words)")
  }

  @Test func `without its mark, lines cut off at the end show only by a head that was kept`() throws {
    let folder = try folder(of: 4)
    let head = try folder.read().head
    try folder.perform("enable")
    #expect(try folder.read(anchor: head).firstBreak == nil)
    try folder.replace(folder.lines[..<3].map { $0 + "\n" }.joined())
    #expect(try folder.read().firstBreak == nil)
    let found = try #require(try folder.read(anchor: head).firstBreak)
    #expect(found.line == 4 && found.reason.contains(head))
    #expect(try folder.read(anchor: AuditEntry.genesis).firstBreak == nil)
  }

  @Test func `lines cut off at the end are missed by the mark, and a torn line is told from one that was cut`() throws {
    let folder = try folder(of: 4)
    let lines = folder.lines.map { $0 + "\n" }
    func reasons(_ text: String) throws -> [String] {
      try folder.tamper(text)
      return try folder.breaks().map { "\($0.line) \($0.reason)" }
    }
    #expect(try reasons(lines.joined()) == [])
    #expect(try reasons(lines[..<3].joined()) == ["4 should be there: record 4 is cut off"])
    #expect(try reasons(lines[..<1].joined()) == ["2 should be there: records 2 to 4 are cut off"])
    #expect(try reasons("") == ["1 should be there: records 1 to 4 are cut off"])
    #expect(
      try reasons(String(lines.joined().dropLast(20))) == ["4 was cut off: record 4 had been written whole"])
    // A line that nobody had finished is behind the mark.
    #expect(
      try reasons(lines.joined() + lines[0].prefix(30)) == ["5 was torn off in the writing; the next act mends that"])
    #expect(try reasons(lines.joined()) == [])
    unlink(folder.file)
    #expect(try folder.breaks().map(\.line) == [1])
  }

  @Test func `a log that was written anew from some line on is missed by the mark, until that is written anew too`()
    throws
  {
    let folder = try folder(of: 4)
    var previous = try #require(try folder.read().entries.first).line().hash
    var text = folder.lines[0] + "\n"
    for var entry in try folder.read().entries.dropFirst() {
      entry.act.subject = "job-9"
      entry.previous = previous
      previous = entry.line().hash
      text += String(decoding: entry.line().bytes, as: UTF8.self) + "\n"
    }
    try folder.tamper(text)
    #expect(try folder.read().firstBreak == nil)
    let found = try #require(try folder.breaks().first)
    #expect(found.line == 4 && found.reason.contains("written anew, and maybe lines before it"))
  }

  @Test func `every place at which the chain does not hold is told`() throws {
    let folder = try folder(of: 6)
    let lines = folder.lines.editing(1) { $0.replacing("ada", with: "eve") }.removing(3).editing(4) {
      $0.replacing("job-5", with: "job-9")
    }
    try folder.tamper(lines.map { $0 + "\n" }.joined())
    #expect(try folder.breaks().map(\.line) == [2, 4, 5])
  }

  @Test func `a clock that was set back is counted and breaks nothing`() throws {
    let folder = AuditFolder(place.path)
    var previous = AuditEntry.genesis
    var text: [UInt8] = []
    for (at, time) in [Int64(5000), 9000, 3000, 4000, 4000, 1000].enumerated() {
      let entry = AuditEntry(
        id: ULID(value: UInt128(at)), sequence: at + 1, time: time, actor: AuditActor(uid: 0, user: "root"), host: "h",
        tool: "t", act: AuditAct("set", of: "a"), outcome: .done, previous: previous)
      text += entry.line().bytes + [10]
      previous = entry.line().hash
    }
    try FileBytes.write(text, to: folder.file)
    var reader = try AuditReader(folder.file)
    try reader.readAll()
    #expect(reader.firstBreak == nil && reader.clockSteps == 2 && reader.count == 6)
    // The next act goes on behind it.
    try folder.perform("enable")
    #expect(try folder.read().firstBreak == nil)
  }

  @Test func `anybody can check a line with sed and sha256sum`() throws {
    let folder = try folder(of: 2)
    let script =
      #"sed -n 2p '\#(folder.file)' | sed 's/,"hash":"sha256:[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum > '\#(folder.path)/sum'"#
    #expect(system(script) == 0)
    #expect(try folder.read().head == "sha256:" + folder.text(folder.path + "/sum").prefix(64))
  }
}

extension [String] {
  fileprivate func editing(_ at: Int, _ edit: (String) -> String) -> [String] {
    var lines = self
    lines[at] = edit(lines[at])
    return lines
  }

  fileprivate func removing(_ at: Int) -> [String] {
    var lines = self
    lines.remove(at: at)
    return lines
  }
}
