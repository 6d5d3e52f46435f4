import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@Suite struct AuditLogTests {
  private let place = TemporaryFolder()
  private var folder: AuditFolder { AuditFolder(place.path) }

  @Test func `each act is one line that is chained to the one before`() throws {
    let folder = folder
    let value = try folder.log.perform(AuditAct("disable", of: "acme/prod/a", [.init("file", "a.yaml")])) {
      () throws(Failure) in 42
    }
    #expect(value == 42)
    try folder.perform("enable")
    let (entries, firstBreak, head) = try folder.read()
    #expect(firstBreak == nil)
    #expect(entries.map(\.act.action) == ["disable", "enable"])
    #expect(entries.map(\.sequence) == [1, 2])
    #expect(entries.map(\.outcome) == [.done, .done])
    #expect(entries[0].previous == AuditEntry.genesis)
    #expect(entries[1].previous == entries[0].line().hash)
    #expect(head == entries[1].line().hash)
    #expect(entries[0].act.parameters == [.init("file", "a.yaml")])
    #expect(entries[0].actor == AuditActor(uid: 1000, user: "ada"))
    #expect(access(folder.intent, F_OK) != 0)
    var status = stat()
    #expect(stat(folder.file, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `an act that fails is recorded with its reason and throws it`() throws {
    let folder = folder
    #expect(throws: Failure.self) {
      try folder.log.perform(AuditAct("rm", of: "a")) { () throws(Failure) in
        throw Failure.world("cannot write 'a.yaml': read-only")
      }
    }
    let entry = try #require(try folder.read().entries.first)
    #expect(entry.outcome == .failed)
    #expect(entry.error == "cannot write 'a.yaml': read-only")
  }

  @Test func `secrets are masked and long texts are cut`() throws {
    let folder = folder
    let long = String(repeating: "ä", count: 5000)
    _ = try? folder.log.perform(
      AuditAct("set", of: "a", [.init("password", "x"), .init("url", "https://u:hunter2@h"), .init("command", long)])
    ) { () throws(Failure) in throw Failure.world("hunter2 is refused") }
    let text = folder.text(folder.file)
    #expect(!text.contains("hunter2") && !text.contains("\"x\""))
    let entry = try #require(try folder.read().entries.first)
    #expect(entry.act.parameters[0].value == "***" && entry.act.parameters[1].value == "***")
    #expect(entry.error == "***")
    #expect(entry.act.parameters[2].value == String(repeating: "ä", count: 2048) + "… (10000 bytes)")
    let longest = String(repeating: "x", count: AuditAct.longestText)
    try folder.log.perform(AuditAct("set", of: "hunter2", [.init("command", longest)])) { () throws(Failure) in }
    let second = try #require(try folder.read().entries.last)
    #expect(second.act.subject == "***" && second.act.parameters[0].value == longest)
  }

  @Test func `names and values of any text come back`() throws {
    let folder = folder
    var generator = SeededGenerator(seed: SeededGenerator.seedOfRun())
    let alphabet = Array("a\"\\\n\r\t\u{1}\u{7F}é漢🎉 ,:{}".unicodeScalars)
    for _ in 0..<100 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<12, using: &generator) {
        text.unicodeScalars.append(alphabet.randomElement(using: &generator)!)
      }
      try folder.log.perform(AuditAct("set", of: text, [.init(text, text)])) { () throws(Failure) in }
      let (entries, firstBreak, _) = try folder.read()
      #expect(firstBreak == nil && entries.last?.act == AuditAct("set", of: text, [.init(text, text)]))
    }
  }

  @Test func `threads that append at once make one chain`() async throws {
    let folder = folder
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          for turn in 0..<5 {
            try? folder.log.perform(AuditAct("set", of: "\(number)-\(turn)")) { () throws(Failure) in }
          }
        }
      }
    }
    let (entries, firstBreak, _) = try folder.read()
    #expect(firstBreak == nil)
    #expect(Set(entries.map(\.act.subject)).count == 40)
  }

  // MARK: What a tool that died left behind

  @Test func `an act whose tool died is recorded as unknown by the next`() throws {
    let folder = folder
    try folder.perform("enable")
    let before = folder.text(folder.file)
    try folder.log.perform(AuditAct("purge", of: "dlq")) { () throws(Failure) in
      // As the disk is while the act goes on.
      try FileBytes.write(Array(folder.text(folder.intent).utf8), to: folder.path + "/copy")
    }
    try folder.replace(before)
    try #require(rename(folder.path + "/copy", folder.intent) == 0)
    try folder.perform("disable")
    let (entries, firstBreak, _) = try folder.read()
    #expect(firstBreak == nil)
    #expect(entries.map(\.act.action) == ["enable", "purge", "disable"])
    #expect(entries.map(\.outcome) == [.done, .unknown, .done])
    #expect(folder.said.count == 1 && folder.said[0].contains("'purge'"))
  }

  @Test func `an intent whose line is in the log is not recorded twice`() throws {
    let folder = folder
    try folder.log.perform(AuditAct("purge", of: "dlq")) { () throws(Failure) in
      try FileBytes.write(Array(folder.text(folder.intent).utf8), to: folder.path + "/copy")
    }
    try #require(rename(folder.path + "/copy", folder.intent) == 0)
    try folder.perform("disable")
    #expect(try folder.read().entries.map(\.act.action) == ["purge", "disable"])
    #expect(folder.said.isEmpty)
  }

  // MARK: Acts that begin together

  private static let three = ["a", "b", "c"].map { AuditAct("apply", of: $0) }

  @Test func `acts that begin together end together, each with its own outcome, in one chain`() throws {
    let folder = folder
    let pending = try folder.log.begin(Self.three)
    try folder.perform("enable")
    try folder.log.end(pending, [nil, .world("no room")])
    let (entries, firstBreak, _) = try folder.read()
    #expect(firstBreak == nil && entries.map(\.act.subject).suffix(3) == ["a", "b", "c"])
    // Of whom nothing is told is not known to be done.
    #expect(entries.map(\.outcome) == [.done, .done, .failed, .failed])
    #expect(entries[2].error == "no room" && entries.map(\.sequence) == [1, 2, 3, 4])
  }

  @Test(arguments: [0, 1, 40])
  func `acts that began together and whose tool died are all recorded as unknown, or never began`(_ torn: Int) throws {
    let folder = folder
    let name = "\(folder.path)/audit.intent-\(ULIDSource.shared.next(at: 1))"
    let bytes: [UInt8] = try {
      let pending = try folder.log.begin(Self.three)
      let intent = try #require(FolderReader.names(in: folder.path).first { $0.hasPrefix("audit.intent-") })
      let bytes = try FileBytes.read("\(folder.path)/\(intent)", limit: 1 << 20)
      try folder.log.end(pending, [nil, nil, nil])
      return bytes
    }()
    try folder.replace("")
    try FileBytes.write(Array(bytes.dropLast(torn)), to: name)
    try folder.perform("disable")
    let (entries, firstBreak, _) = try folder.read()
    #expect(
      firstBreak == nil && entries.map(\.act.action) == (torn == 0 ? ["apply", "apply", "apply"] : []) + ["disable"])
    #expect(entries.dropLast().allSatisfy { $0.outcome == .unknown } && folder.said.count == (torn == 0 ? 3 : 0))
  }

  @Test func `acts that ended together are not recorded twice where their intent is left`() throws {
    let folder = folder
    let pending = try folder.log.begin(Self.three)
    let intent = try #require(FolderReader.names(in: folder.path).first { $0.hasPrefix("audit.intent-") })
    let bytes = try FileBytes.read("\(folder.path)/\(intent)", limit: 1 << 20)
    try folder.log.end(pending, [nil, nil, nil])
    try FileBytes.write(bytes, to: "\(folder.path)/\(intent)")
    try folder.perform("disable")
    #expect(try folder.read().entries.map(\.act.subject).prefix(3) == ["a", "b", "c"])
    #expect(try folder.read().entries.count == 4)
  }

  @Test func `an intent that was torn in the writing never began`() throws {
    let folder = folder
    try folder.perform("enable")
    let other = AuditReaderTests.rewritten(folder.lines[0]) { $0.id = ULID(value: 7) }
    // Torn, torn behind the break of more, and not what was written.
    for text in [String(other.dropLast(9)), other + "\n", other.replacing("ada", with: "eve")] {
      try FileBytes.write(Array(text.utf8), to: folder.intent)
      try folder.perform("disable")
      #expect(try !folder.read().entries.dropFirst().contains { $0.act.action == "enable" }, "\(text)")
    }
    try FileBytes.write(Array(other.utf8), to: folder.intent)
    try folder.perform("disable")
    #expect(try folder.read().entries.map(\.act.action).suffix(2) == ["enable", "disable"])
  }

  @Test func `a whole line that does not follow is a torn one`() throws {
    let folder = folder
    try folder.perform("enable", "disable")
    try folder.tamper(folder.text(folder.file) + folder.lines[0])
    try folder.perform("rm")
    #expect(
      try folder.breaks().isEmpty && folder.read().entries.map(\.act.action) == ["enable", "disable", "mend", "rm"])
  }

  @Test(arguments: ["0", "-1"])
  func `a mark of no record begins no new log`(number: String) throws {
    let folder = folder
    try FileBytes.write(Array("\(number) \(AuditEntry.genesis.dropLast())1\n".utf8), to: folder.path + "/audit.head")
    try folder.perform("enable")
    #expect(try folder.read().entries.map(\.act.action) == ["enable"] && folder.said.isEmpty)
  }

  @Test func `a line torn anywhere is kept aside, said, and the chain goes on`() throws {
    let folder = folder
    try folder.perform("enable", "disable")
    let whole = folder.text(folder.file)
    let start = folder.lines[0].utf8.count + 1
    for length in [1, 20, folder.lines[1].utf8.count - 1] {
      let torn = String(decoding: whole.utf8.prefix(start + length), as: UTF8.self)
      try folder.replace(torn)
      #expect(try folder.read().firstBreak?.reason.contains("torn") == true)
      try folder.perform("rm")
      let (entries, firstBreak, _) = try folder.read()
      #expect(firstBreak == nil)
      #expect(entries.map(\.act.action) == ["enable", "mend", "rm"])
      let kept = try #require(entries[1].act.parameters.first { $0.name == "kept" }?.value)
      #expect(
        folder.text("\(folder.path)/\(kept)")
          == String(decoding: whole.utf8.dropFirst(start).prefix(length), as: UTF8.self))
    }
    #expect(folder.said.count == 3)
  }

  @Test func `a whole line without its line break only gets that`() throws {
    let folder = folder
    try folder.perform("enable", "disable")
    try folder.replace(String(folder.text(folder.file).dropLast()))
    try folder.perform("rm")
    let (entries, firstBreak, _) = try folder.read()
    #expect(firstBreak == nil && entries.map(\.act.action) == ["enable", "disable", "rm"])
    #expect(folder.said.isEmpty)
  }

  // MARK: What stops an act before it begins

  @Test(arguments: ["changed", "no record", ""])
  func `nothing is done when the last line is none of ours`(_ line: String) throws {
    let folder = folder
    try folder.perform("enable")
    let before = line == "changed" ? folder.lines[0].replacing("ada", with: "eve") : folder.lines[0] + "\n" + line
    try folder.replace(before + "\n")
    var began = false
    #expect(throws: Failure.self) {
      try folder.log.perform(AuditAct("rm", of: "a")) { () throws(Failure) in began = true }
    }
    #expect(!began && folder.text(folder.file) == before + "\n")
  }

  @Test
  func `nothing is done when lines at the end are cut off or written anew, and a log that is gone begins with that`()
    throws
  {
    let folder = folder
    try folder.perform("enable", "disable", "rm")
    let lines = folder.lines.map { $0 + "\n" }
    let head = try folder.read().head
    let anew = lines[..<2].joined() + AuditReaderTests.rewritten(folder.lines[2]) { $0.act.subject = "b" } + "\n"
    for text in [lines[..<2].joined(), String(lines.joined().dropLast(9)), lines[0].dropLast(3) + "", anew] {
      try folder.tamper(text)
      var began = false
      let failure = #expect(throws: Failure.self) {
        try folder.log.perform(AuditAct("set", of: "a")) { () throws(Failure) in began = true }
      }
      #expect(!began && folder.text(folder.file) == text && failure?.message.contains("record 3 was cut off") == true)
    }
    #expect(rename(folder.file, folder.file + ".1") == 0)
    try folder.perform("set")
    let (entries, firstBreak, _) = try folder.read()
    #expect(firstBreak == nil && entries.map(\.act.action) == ["begin", "set"])
    #expect(entries[0].act.parameters == [.init("records", "3"), .init("head", head)])
    #expect(try folder.said.count == 1 && folder.breaks().isEmpty)
  }

  @Test func `a mark that a crash left behind, or that cannot be read, is in nobody's way`() throws {
    let folder = folder
    try folder.perform("enable")
    let mark = folder.text(folder.path + "/audit.head")
    try folder.perform("disable")
    for text in [mark, "", "nonsense", String(repeating: "9", count: 300)] {
      try FileBytes.write(Array(text.utf8), to: folder.path + "/audit.head")
      #expect(try folder.breaks().isEmpty)
      try folder.perform("rm")
      let head = try folder.read().head
      #expect(AuditMark(of: StateDirectory(path: folder.path))?.head == head, "it is written anew")
    }
    #expect(try folder.read().entries.count == 6 && folder.said.isEmpty)
  }

  @Test func `nothing is done when the log cannot be written`() throws {
    let folder = folder
    try #require(mkdir(folder.file, 0o700) == 0)
    var began = false
    #expect(throws: Failure.self) {
      try folder.log.perform(AuditAct("rm", of: "a")) { () throws(Failure) in began = true }
    }
    #expect(!began)
    rmdir(folder.file)
    try #require(symlink("/dev/null", folder.file) == 0)
    #expect(throws: Failure.self) { try folder.perform("rm") }
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "no tmpfs can be mounted here"))
  func `a full disk stops the act before it begins, and one that fills up meanwhile leaves the intent`() throws {
    let disk = try #require(SmallDisk(bytes: 32 << 10))
    let folder = AuditFolder(disk.path)
    try folder.perform("enable")
    func fill() {
      let descriptor = open(disk.file("filler"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      while write(descriptor, [UInt8](repeating: 0, count: 512), 512) > 0 {}
      close(descriptor)
    }
    fill()
    var began = false
    let failure = #expect(throws: Failure.self) {
      try folder.log.perform(AuditAct("rm", of: "a")) { () throws(Failure) in began = true }
    }
    #expect(failure?.kind == .world && !began)
    unlink(disk.file("filler"))
    // The log's own page is filled up first, so that the next line needs another.
    while try folder.read().entries.count < 200, folder.text(folder.file).utf8.count % 4096 < 3700 {
      try folder.perform("enable")
    }
    let count = try folder.read().entries.count
    let partial = #expect(throws: Failure.self) {
      try folder.log.perform(AuditAct("rm", of: "a", [.init("why", String(repeating: "x", count: 1000))])) {
        () throws(Failure) in fill()
      }
    }
    #expect(partial?.kind == .partial)
    unlink(disk.file("filler"))
    try folder.perform("enable")
    let (entries, firstBreak, _) = try folder.read()
    #expect(firstBreak == nil && entries.count == count + 2)
    #expect(entries[count].act.action == "rm" && entries[count].outcome == .unknown)
  }

  // MARK: Acts that take long

  @Test func `acts that take long go on at once, and each is a line when it ends`() throws {
    let folder = folder
    let slow = try folder.log.begin(AuditAct("apply", of: "slow"))
    let failing = try folder.log.begin(AuditAct("apply", of: "failing"))
    try folder.perform("enable")
    #expect(try folder.read().entries.map(\.act.subject) == ["acme/prod/a"])
    #expect(throws: Failure.self) { try folder.log.end(failing, .world("no")) }
    try folder.log.end(slow, nil)
    let (entries, firstBreak, _) = try folder.read()
    #expect(firstBreak == nil && entries.map(\.sequence) == [1, 2, 3])
    #expect(entries.map(\.act.subject) == ["acme/prod/a", "failing", "slow"])
    #expect(entries.map(\.outcome) == [.done, .failed, .done] && entries[1].error == "no")
    #expect(folder.said.isEmpty && FolderReader.names(in: folder.path).allSatisfy { !$0.contains("intent") })
  }

  @Test func `acts whose tool died are recorded as unknown, in their order, and not twice`() throws {
    let folder = folder
    for subject in ["one", "two"] { _ = try folder.log.begin(AuditAct("apply", of: subject)) }
    let torn = folder.path + "/audit.intent-0000"
    try FileBytes.write(Array("{\"type\":".utf8), to: torn)
    let kept = try folder.log.begin(AuditAct("apply", of: "kept"))
    try folder.perform("enable")
    try folder.log.end(kept, nil)
    let (entries, firstBreak, _) = try folder.read()
    #expect(firstBreak == nil && entries.map(\.act.subject) == ["one", "two", "acme/prod/a", "kept"])
    #expect(entries.map(\.outcome) == [.unknown, .unknown, .done, .done])
    #expect(folder.said.count == 2 && FolderReader.names(in: folder.path).allSatisfy { !$0.contains("intent") })
  }
}
