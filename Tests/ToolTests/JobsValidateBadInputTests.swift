import Glibc
import TestSupport
import Testing

/// What nobody should hand to `jobs-validate`, and somebody will: each has its code, its status and an end.
@Suite struct JobsValidateBadInputTests {
  private static let job = """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: nightly}
    spec: {command: [/bin/true], schedule: "30 2 * * *"}

    """

  /// Runs with 2 GiB of addresses and 30 seconds of CPU: one that hangs or swallows its input is ended by the system.
  private static func validate(_ arguments: String, in folder: ToolFolder) -> ToolRun {
    Tool.shell("ulimit -v 2097152 -t 30; exec jobs-validate \(arguments)", in: folder)
  }

  // MARK: One file

  struct BadFile: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var bytes: [UInt8]
    var status: Int32
    /// The codes of all findings, in order.
    var codes: [String]
    /// `line:column` of the first.
    var place: String
    /// A part of the first one's message.
    var words: String

    var testDescription: String { name }

    init(
      _ name: String, _ file: String, _ text: some Collection<UInt8>, _ status: Int32, _ codes: [String],
      _ place: String, _ words: String
    ) {
      self.name = name
      self.file = file
      bytes = Array(text)
      self.status = status
      self.codes = codes
      self.place = place
      self.words = words
    }
  }

  private static func replacing(_ old: String, with new: [UInt8]) -> [UInt8] {
    let bytes = Array(job.utf8)
    let word = Array(old.utf8)
    guard let at = bytes.indices.first(where: { bytes[$0...].starts(with: word) }) else { return bytes }
    return bytes[..<at] + new + bytes[(at + word.count)...]
  }

  static let badFiles: [BadFile] = [
    BadFile("an empty file", "job.yaml", [], 2, ["RD107"], "1:1", "the file is empty"),
    BadFile("a file of blanks", "job.yaml", "\n  \n".utf8, 2, ["RD107"], "1:1", "the file is empty"),
    BadFile(
      "a binary file", "job.yaml", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 3, 0x80], 2, ["RD105"], "1:8",
      "byte 7 is NUL"),
    BadFile("NUL in a manifest", "job.yaml", replacing("nightly", with: [0x61, 0, 0x62]), 2, ["RD105"], "3:19", "NUL"),
    BadFile(
      "a byte that is not UTF-8", "job.yaml", replacing("nightly", with: [0x61, 0xFF]), 2, ["RD106"], "3:19",
      "byte 0xFF is not UTF-8"),
    BadFile(
      "a character cut off by the end", "job.yaml", Array(job.utf8) + [0xE2, 0x82], 2, ["RD106"], "5:1",
      "byte 0xE2 is not UTF-8"),
    BadFile(
      "an overlong form", "job.yaml", replacing("nightly", with: [0xC0, 0xAF]), 2, ["RD106"], "3:18",
      "byte 0xC0 is not UTF-8"),
    BadFile(
      "UTF-16 with its mark", "job.yaml", [0xFF, 0xFE] + job.utf8.flatMap { [$0, 0] }, 2, ["RD104"], "1:1", "UTF-16"),
    BadFile("UTF-16 without a mark", "job.yaml", job.utf8.flatMap { [0, $0] }, 2, ["RD104"], "1:1", "UTF-16BE"),
    BadFile(
      "UTF-32", "job.yaml", [0, 0, 0xFE, 0xFF] + job.utf8.flatMap { [0, 0, 0, $0] }, 2, ["RD104"], "1:1", "UTF-32"),
    BadFile(
      "a tab for indentation", "job.yaml", "apiVersion: jobs/v1\nkind: Job\nmetadata:\n\tname: x\n".utf8, 2, ["RD203"],
      "4:1", "a tab"),
    BadFile(
      "an anchor twice", "job.yaml",
      replacing("{name: nightly}", with: Array("{name: &a nightly, labels: {team: &a data}}".utf8)), 0, ["RD205"],
      "3:45", "anchor 'a' is defined twice"),
    BadFile(
      "an alias without an anchor", "job.yaml", replacing("nightly", with: Array("*none".utf8)), 2, ["RD206"], "3:18",
      "names no anchor"),
    BadFile(
      "100,000 lists in one another", "job.yaml", [UInt8](repeating: 0x5B, count: 100_000), 2, ["RD301"], "1:129",
      "more than 128 deep"),
    BadFile(
      "100,000 lists in one another in JSON", "job.json", [UInt8](repeating: 0x5B, count: 100_000), 2, ["RD301"],
      "1:129", "more than 128 deep"),
    BadFile(
      "depth that aliases build", "job.yaml",
      "a0: &a0 [1]\n".utf8 + (1..<400).flatMap { "a\($0): &a\($0) [*a\($0 - 1)]\n".utf8 }, 2, ["RD301"], "128:14",
      "more than 128 deep"),
    BadFile(
      "an alias bomb", "job.yaml",
      "a: &a [x,x,x,x,x,x,x,x,x,x]\n".utf8
        + zip("bcdefghij", "abcdefghi").flatMap { name, of in
          "\(name): &\(name) [\(String(repeating: "*\(of),", count: 9))*\(of)]\n".utf8
        }, 2, ["RD302"], "6:29", "1000000 nodes"),
    BadFile(
      "an open bracket", "job.yaml", replacing("nightly}", with: Array("nightly".utf8)), 2, ["RD201"], "4:5",
      "did not find expected"),
    BadFile(
      "JSON with a comma too many", "job.json", #"{"name": "x", "command": "true",}"#.utf8, 2, ["RD202"], "1:33",
      "a key in double quotes"),
    BadFile(
      "JSON that breaks off", "job.json", #"{"name": "x", "command": "tr"#.utf8, 2, ["RD202"], "1:26", "not closed"),
    BadFile("no job", "job.yaml", "a: 1\n".utf8, 2, ["RD109"], "1:1", "holds no job"),
    BadFile(
      "a Kubernetes job alone", "job.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: {name: x}\n".utf8, 2, ["ST113"],
      "1:13", "Kubernetes"),
  ]

  @Test("a bad file has its code, its place and its status, and no job comes of it", arguments: badFiles)
  func badFile(_ bad: BadFile) {
    let folder = ToolFolder()
    ToolFolder.write(bad.bytes, to: folder.file(bad.file))
    let run = Self.validate("-o ndjson --color never \(bad.file)", in: folder)
    #expect(run.status == bad.status, "\(run.stderr)")
    #expect(run.codes == bad.codes)
    #expect(run.places.first == bad.place)
    #expect(run.stderr.contains(bad.words), "\(run.stderr)")
    #expect(run.records("job").count == (bad.status == 0 ? 1 : 0))
    #expect(run.records("end").count == 1)
    #expect(run.lines.last?.contains(bad.status == 0 ? #""ok":true"# : #""ok":false"#) == true)
    #expect(folder.names() == [bad.file])
  }

  @Test("line breaks of Windows and a byte order mark change nothing", arguments: [true, false])
  func harmless(isWindows: Bool) {
    let folder = ToolFolder()
    let text = isWindows ? Self.job.split(separator: "\n").joined(separator: "\r\n") + "\r\n" : "\u{FEFF}" + Self.job
    folder.write(text, to: "job.yaml")
    folder.write(Self.job, to: "plain/job.yaml")
    let run = Self.validate("-o ndjson job.yaml", in: folder)
    let plain = Self.validate("-o ndjson plain/job.yaml", in: folder)
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    let digest = plain.records("job").first.flatMap { $0.split(separator: "\"").first { $0.hasPrefix("sha256:") } }
    #expect(digest != nil && run.records("job").first?.contains(digest ?? "-") == true)
  }

  @Test("a line of 10 MB is read, and shown in part")
  func longLine() {
    let folder = ToolFolder()
    folder.write(Self.job + "stranger: \"" + String(repeating: "a", count: 10_000_000) + "\"\n", to: "job.yaml")
    let run = Self.validate("-o ndjson job.yaml", in: folder)
    #expect(run.status == 1)
    #expect(run.codes == ["ST101"] && run.places == ["5:1"])
    #expect(run.stderr.utf8.count < 2000 && run.stdout.utf8.count < 2000)
  }

  @Test("a fault ends one document; those around it are read")
  func oneOfManyDocuments() {
    let folder = ToolFolder()
    let other = Self.job.split(separator: "\n").map {
      $0.hasPrefix("metadata") ? "metadata: {name: weekly}" : String($0)
    }.joined(separator: "\n")
    folder.write(Self.job + "---\na: [1, 2\n---\n" + other + "\n", to: "jobs.yaml")
    let run = Self.validate("-o ndjson jobs.yaml", in: folder)
    #expect(run.status == 2)
    #expect(run.codes == ["RD201"])
    #expect(run.records("job").count == 2)
    #expect(run.lines.last?.contains(#""ok":false"#) == true)
  }

  @Test(
    "100,000 documents and 20,000 faults take seconds, not hours",
    arguments: [
      ("documents", String(repeating: "---\na: 1\n", count: 100_000) + "---\n" + job, 0),
      ("syntax errors", String(repeating: "---\na: [1\n", count: 20_000) + "---\n" + job, 2),
      ("strangers", job + (0..<20_000).map { "stranger\($0): 1\n" }.joined(), 1),
      ("repeated keys", job + String(repeating: "stranger: 1\n", count: 20_000), 1),
      (
        "anchors in text that is not ASCII", "# ü\n" + job + "x:\n" + (0..<50_000).map { "  - &a\($0) ü\n" }.joined(), 1
      ),
      ("merged keys", "base: &b {" + (0..<30_000).map { "k\($0): 1, " }.joined() + "}\nall:\n  <<: *b\n---\n" + job, 0),
    ])
  func manyOfOneKind(_ name: String, _ text: String, _ status: Int32) {
    let folder = ToolFolder()
    folder.write(text, to: "job.yaml")
    let run = Self.validate("-q -o ndjson job.yaml", in: folder)
    #expect(run.status == status, "\(name): \(run.stderr.prefix(500))")
    #expect(run.records("end").count == 1)
  }

  // MARK: What is no file

  @Test("a FIFO is refused at once, named or met")
  func fifo() {
    let folder = ToolFolder()
    folder.write(Self.job, to: "jobs/job.yaml")
    mkfifo(folder.file("jobs/pipe.yaml"), 0o600)
    for argument in ["jobs/pipe.yaml", "jobs"] {
      let run = Self.validate("-o ndjson \(argument)", in: folder)
      #expect(run.status == 2)
      #expect(run.codes == ["RD102"])
      #expect(run.stderr.contains("a FIFO, not a file"))
    }
  }

  @Test("a file of 2 GiB is refused by its size")
  func hugeFile() {
    let folder = ToolFolder()
    folder.write("", to: "job.yaml")
    truncate(folder.file("job.yaml"), 1 << 31)
    let run = Self.validate("-o ndjson job.yaml", in: folder)
    #expect(run.status == 2)
    #expect(run.codes == ["RD103"])
    #expect(run.stderr.contains("2147483648 bytes, more than 64 MiB"))
  }

  @Test("links that lead in a circle are said and not followed")
  func loops() {
    let folder = ToolFolder()
    folder.write(Self.job, to: "jobs/prod/job.yaml")
    symlink(".", folder.file("jobs/self"))
    symlink("../..", folder.file("jobs/prod/above"))
    symlink("round.yaml", folder.file("jobs/round.yaml"))
    let run = Self.validate("-o ndjson jobs", in: folder)
    #expect(run.codes.filter { $0 == "RD108" }.count == 2, "\(run.stderr)")
    #expect(run.codes.filter { $0 == "RD101" }.count == 1)
    #expect(run.records("job").count == 1)
    #expect(run.status == 2)
    let named = Self.validate("-o ndjson jobs/round.yaml", in: folder)
    #expect(named.status == 2)
    #expect(named.codes == ["RD108"])
  }

  @Test("a link to nothing is said, and the other files are read")
  func danglingLink() {
    let folder = ToolFolder()
    folder.write(Self.job, to: "jobs/job.yaml")
    symlink("nothing", folder.file("jobs/link.yaml"))
    let run = Self.validate("-o ndjson jobs", in: folder)
    #expect(run.status == 2)
    #expect(run.codes == ["RD101"])
    #expect(run.stderr.contains("a link to nothing"))
    #expect(run.records("job").count == 1)
    #expect(Self.validate("jobs/link.yaml", in: folder).status == 2)
  }

  @Test("a file whose name is no text is said to be so, and the other files are read")
  func nameOfBytes() throws {
    let folder = ToolFolder()
    folder.write(Self.job, to: "jobs/job.yaml")
    let odd = Array("\(folder.file("jobs"))/b".utf8) + [0xFF] + Array(".yaml\0".utf8)
    try #require(odd.withUnsafeBytes { symlink("job.yaml", $0.assumingMemoryBound(to: CChar.self).baseAddress!) } == 0)
    let run = Self.validate("-o ndjson jobs", in: folder)
    #expect(run.status == 2 && run.codes == ["RD101"])
    #expect(run.stderr.contains("its name is not UTF-8"))
    #expect(run.records("job").count == 1)
  }

  @Test("a file and a folder that may not be read are said")
  func unreadable() throws {
    let folder = ToolFolder()
    folder.write(Self.job, to: "jobs/closed.yaml", mode: 0)
    folder.write(Self.job, to: "jobs/shut/job.yaml")
    chmod(folder.file("jobs/shut"), 0)
    defer { chmod(folder.file("jobs/shut"), 0o755) }
    chmod(folder.path, 0o755)
    var command = "jobs-validate"
    if geteuid() == 0 {
      // Root may read everything, so the tool is run as somebody who may not.
      let probe = Tool.shell("setpriv --reuid 65534 --regid 65534 --clear-groups jobs-validate --version", in: folder)
      try #require(probe.status == 0, "cannot run as nobody: \(probe.stderr)")
      command = "setpriv --reuid 65534 --regid 65534 --clear-groups jobs-validate"
    }
    let run = Tool.shell("\(command) -o ndjson jobs", in: folder)
    #expect(run.status == 2)
    #expect(run.codes == ["RD101", "RD101"], "\(run.stderr)")
    #expect(run.stderr.contains("permission denied"))
    #expect(run.records("job").isEmpty)
  }

  @Test(
    "a path that does not exist is wrong usage",
    arguments: ["none.yaml", "none/", "none/job.yaml", "'*.yaml'", "job.yaml/below"])
  func missing(_ path: String) {
    let folder = ToolFolder()
    folder.write("", to: "job.yaml")
    let run = Self.validate(path == "'*.yaml'" ? "'no*.yaml'" : path, in: folder)
    #expect(run.status == 2)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("jobs-validate: error: "))
    #expect(run.stderr.contains("\nhint: "))
  }

  @Test("an empty folder and one without jobs are told what to do next")
  func nothingThere() {
    let folder = ToolFolder()
    let run = Self.validate("", in: folder)
    #expect(run.status == 2)
    #expect(run.stderr.contains("jobs-validate example jobs"))
    #expect(run.records("end").count == 1)
    folder.write("apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: x}\n", to: "a.yaml")
    folder.write("hello: world\n", to: "b.yaml")
    let other = Self.validate("", in: folder)
    #expect(other.status == 2)
    #expect(other.codes == ["ST113"])
    #expect(other.stderr.contains("there is no job in what was read"))
  }

  // MARK: Where results go

  @Test("a reader that goes away ends it quietly, with its status so far")
  func readerLeaves() {
    let folder = ToolFolder()
    for number in 0..<300 { folder.write(Self.job.replacingName("job-\(number)"), to: "jobs/\(number).yaml") }
    let run = Tool.shell("jobs-validate -q -o ndjson jobs | head -1; echo ${PIPESTATUS[0]} >&2", in: folder)
    #expect(run.lines.count == 1)
    #expect(run.stderr == "0\n")
  }

  @Test("a closed standard output is a failure of the world, and nothing is written elsewhere instead")
  func closedOutput() {
    let folder = ToolFolder()
    folder.write(Self.job, to: "job.yaml")
    let before = folder.text(of: "job.yaml")
    let run = Tool.shell("jobs-validate -o ndjson job.yaml >&-", in: folder)
    #expect(run.status == 3, "\(run.stderr)")
    #expect(run.stderr.contains("cannot write to standard output"))
    #expect(folder.text(of: "job.yaml") == before)
  }

  @Test("a full device as standard output is a failure of the world")
  func fullOutput() {
    let folder = ToolFolder()
    folder.write(Self.job, to: "job.yaml")
    for format in ["ndjson", "human", "json", "sarif"] {
      let run = Tool.shell("jobs-validate -o \(format) job.yaml > /dev/full", in: folder)
      #expect(run.status == 3)
      #expect(run.stderr.contains("cannot write to standard output: no space left on device"))
    }
  }

  @Test("a report is written whole or not at all: on a full disk the old one stays")
  func fullDisk() throws {
    let folder = ToolFolder()
    // Sixteen jobs with findings: their report is larger than the disk.
    for number in 0..<200 {
      folder.write(Self.job.replacingName("job-\(number)") + "stranger: 1\n", to: "jobs/\(number).yaml")
    }
    mkdir(folder.file("disk"), 0o755)
    let mounted = mount("tmpfs", folder.file("disk"), "tmpfs", 0, "size=8192") == 0
    defer { if mounted { umount2(folder.file("disk"), Int32(MNT_DETACH)) } }
    try #require(mounted || geteuid() != 0, "root cannot mount a small disk here: \(String(cString: strerror(errno)))")
    guard mounted else {
      withKnownIssue("a small disk needs root; the full disk was NOT tested") { Issue.record("not run as root") }
      return
    }
    folder.write("the old report\n", to: "disk/report.json")
    let run = Self.validate("-q -o ndjson --report json=disk/report.json jobs", in: folder)
    #expect(run.status == 3, "\(run.stderr)")
    #expect(run.stderr.contains("cannot write 'disk/report.json': no space left on device"))
    #expect(folder.text(of: "disk/report.json") == "the old report\n")
    #expect(folder.names(in: "disk") == ["report.json"])
  }

  @Test("a report whose folder is missing is a failure of the world, and the stream is not sealed as good")
  func reportNowhere() {
    let folder = ToolFolder()
    folder.write(Self.job, to: "job.yaml")
    let run = Self.validate("-o ndjson --report sarif=none/report.sarif job.yaml", in: folder)
    #expect(run.status == 3)
    #expect(run.stderr.contains("cannot write 'none/report.sarif'"))
    #expect(!run.stdout.contains(#""ok":true"#))
    #expect(folder.names() == ["job.yaml"])
  }
}

extension String {
  fileprivate func replacingName(_ name: String) -> String {
    split(separator: "\n").map { $0.hasPrefix("metadata") ? "metadata: {name: \(name)}" : String($0) }.joined(
      separator: "\n") + "\n"
  }
}

extension ToolRun {
  /// The codes of the diagnostic records, in order.
  fileprivate var codes: [String] { records("diagnostic").compactMap { $0.value("code") } }

  /// `line:column` of the diagnostic records.
  fileprivate var places: [String] {
    records("diagnostic").map { "\($0.value("line") ?? "?"):\($0.value("column") ?? "?")" }
  }
}

extension String {
  /// The value of the first such key of a record of ours: a text without escapes, or a number.
  fileprivate func value(_ key: String) -> String? {
    let mark = Array("\"\(key)\":".utf8)
    let bytes = Array(utf8)
    guard let at = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return nil }
    let rest = bytes[(at + mark.count)...]
    let isText = rest.first == UInt8(ascii: "\"")
    return String(
      decoding: rest.dropFirst(isText ? 1 : 0).prefix { isText ? $0 != UInt8(ascii: "\"") : $0 >= 48 && $0 <= 57 },
      as: UTF8.self)
  }
}
