import Glibc
import JobsCore
import TestSupport
import Testing

@Suite("Reading records")
struct RecordReaderTests {
  /// The lines that a reader gives, or its failure.
  private func lines(_ reader: RecordReader) throws(Failure) -> [String] {
    var reader = reader
    var record = Record()
    var lines: [String] = []
    while try reader.next(into: &record) { lines.append(String(decoding: record.bytes, as: UTF8.self)) }
    return lines
  }

  private func reader(_ text: String) -> RecordReader { RecordReader(bytes: Array(text.utf8), name: "standard input") }

  @Test(
    "Lines come as they are, over any line break, and empty ones are passed over",
    arguments: [
      ("", []), ("\n\n", []), ("{\"type\":\"a\"}\n", ["{\"type\":\"a\"}"]), ("{\"type\":\"a\"}", ["{\"type\":\"a\"}"]),
      ("{\"type\":\"a\"}\r\n\r\n{ \"type\":\"b\" }\r\n", ["{\"type\":\"a\"}\r", "{ \"type\":\"b\" }\r"]),
      (" \t\n {\"type\":\"a\"} \n  ", [" {\"type\":\"a\"} "]),
      ("{\"v\":1.0e+3,\"type\":\"a\"}\n\n\n{\"type\":\"a\"}", ["{\"v\":1.0e+3,\"type\":\"a\"}", "{\"type\":\"a\"}"]),
    ] as [(String, [String])])
  func reads(_ text: String, _ expected: [String]) throws {
    #expect(try lines(reader(text)) == expected)
  }

  @Test(
    "A line that is no record is named by line and column",
    arguments: [
      ("{\"type\":\"a\"}\n\n{\"type\":}\n", "line 3, column 9: a value cannot begin with '}'"),
      ("{\"type\":\"é\" x}", "line 1, column 13: ',' or '}' is missing"),
      ("{\"type\":\"a\"", "line 1, column 12: the text ends inside an object"),
      ("[1]\n", "line 1 is not an object with a 'type'"), ("{}\n", "line 1 is not an object with a 'type'"),
      ("{\"type\":1}\n", "line 1 is not an object with a 'type'"), ("12\n", "line 1 is not an object with a 'type'"),
      ("id,name\n", "line 1, column 1: a value cannot begin with 'i'"),
    ])
  func refuses(_ text: String, _ words: String) {
    let failure = #expect(throws: Failure.self) { try lines(reader(text)) }
    #expect(failure?.message == "standard input is no record stream: \(words)")
    #expect(failure?.exitStatus == .usage)
    #expect(failure?.hint != nil)
  }

  @Test("A record's type and texts are at hand, and its memory is used again")
  func content() throws {
    var reader = reader("{\"type\":\"a\",\"name\":\"x\\ny\",\"n\":1}\n{\"type\":\"b\"}")
    var record = Record()
    #expect(try reader.next(into: &record))
    #expect((record.type, reader.line) == ("a", 1))
    #expect(record.string("name") == "x\ny")
    #expect(record.string("n") == nil)
    #expect(try reader.next(into: &record))
    #expect((record.type, reader.line) == ("b", 2))
    #expect(record.string("name") == nil)
    #expect(try !reader.next(into: &record))
    #expect(try !reader.next(into: &record))
  }

  @Test("A line may come in pieces, split anywhere, even inside a character", arguments: 1...40)
  func splits(_ size: Int) throws {
    let text = Array("{\"type\":\"größe\"}\r\n\n{\"type\":\"😀\",\"a\":[1,2]}\n{\"type\":\"last\"}".utf8)
    let pipe = PipePair()
    pipe.write(text[..<size])
    let later = DelayedWrite(Array(text[size...]), closing: dup(pipe.writeEnd))
    pipe.closeWriteEnd()
    let found = try lines(RecordReader(descriptor: pipe.readEnd, name: "a pipe"))
    later.join()
    #expect(found == ["{\"type\":\"größe\"}\r", "{\"type\":\"😀\",\"a\":[1,2]}", "{\"type\":\"last\"}"])
  }

  @Test("A reader waits for a pipe that has nothing yet, even one that does not block")
  func waits() throws {
    let pipe = PipePair()
    _ = fcntl(pipe.readEnd, F_SETFL, O_NONBLOCK)
    let later = DelayedWrite(Array("{\"type\":\"late\"}\n".utf8), closing: dup(pipe.writeEnd))
    pipe.closeWriteEnd()
    #expect(try lines(RecordReader(descriptor: pipe.readEnd, name: "a pipe")) == ["{\"type\":\"late\"}"])
    later.join()
  }

  @Test("Many records over a pipe keep their order and their bytes", arguments: [0, 65535, 65536, 200_000])
  func large(_ padding: Int) throws {
    let filler = String(repeating: "x", count: padding)
    let text = (0..<5).map { "{\"type\":\"t\($0)\",\"f\":\"\(filler)\"}\n" }.joined()
    let folder = ScratchFolder()
    folder.write(text.utf8, to: "stream")
    let fd = open(folder.file("stream"), O_RDONLY)
    defer { close(fd) }
    #expect(try lines(RecordReader(descriptor: fd, name: "a file")).map { $0 + "\n" }.joined() == text)
  }

  @Test(
    "A line at the limit is read and one byte more is refused, with and without a line break",
    arguments: ["", "\n", "\n{\"type\":\"b\"}"])
  func lineLimit(_ tail: String) throws {
    let line = "{\"type\":\"a\"}"
    let bytes = Array((line + tail).utf8)
    let folder = ScratchFolder()
    folder.write(bytes, to: "stream")
    for limit in [line.utf8.count, line.utf8.count - 1] {
      let fd = open(folder.file("stream"), O_RDONLY)
      defer { close(fd) }
      for reader in [
        RecordReader(bytes: bytes, name: "bytes", lineLimit: limit),
        RecordReader(descriptor: fd, name: "a file", lineLimit: limit),
      ] {
        if limit == line.utf8.count {
          #expect(try lines(reader).first == line)
        } else {
          let failure = #expect(throws: Failure.self) { try lines(reader) }
          #expect(failure?.message.contains("line 1 of") == true)
          #expect(failure?.exitStatus == .usage)
        }
      }
    }
    #expect(RecordReader.lineLimit == 64 << 20)
  }

  @Test("A descriptor that cannot be read is the world's failure")
  func broken() throws {
    let fd = open("/", O_RDONLY)
    defer { close(fd) }
    let failure = #expect(throws: Failure.self) { try lines(RecordReader(descriptor: fd, name: "the input")) }
    #expect(failure?.message == "cannot read the input: is a directory")
    #expect(failure?.exitStatus == .world)
  }

  @Test("Random bytes are read or refused, never a trap")
  func property() {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("{\"type\":\"a\"}\n\r ,".utf8) + [0x00, 0xFF]
    var refused = 0
    for _ in 0..<5_000 {
      var bytes = Array("{\"type\":\"a\"}\n{\"type\":\"b\"}".utf8)
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
      }
      do {
        #expect(try lines(RecordReader(bytes: bytes, name: "x")).count <= 3, "seed \(seed)")
      } catch {
        refused += 1
      }
    }
    #expect(refused > 1000)
  }
}
