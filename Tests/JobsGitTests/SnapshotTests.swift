import Glibc
import JobsCore
import Testing

@testable import JobsGit

@Suite(.enabled(if: Git.isInstalled, "git is not installed, so nothing of JobsGit is tested"))
struct SnapshotTests {
  @Test(arguments: [Snapshot.index, .head, .revision("HEAD")]) func `a snapshot lists what git lists`(
    _ snapshot: Snapshot
  ) throws {
    let folder = try GitFolder()
    for name in oddNames + ["a", "a.b", "a-b/c", "a0", "b/a/c", "b/a.c", "b/a-c"] { try folder.write(name, name) }
    try #require(symlink("a", folder.path + "/link") == 0)
    try folder.commitAll()
    try folder.git("pack-refs", "--all")
    try folder.git("gc", "-q")
    let repository = try folder.open()
    let list = snapshot == .index ? ["ls-files", "-z"] : ["ls-tree", "-rz", "--name-only", "HEAD"]
    for place in ["", "b", "b/", "./b/a", "a", "日本", "none", "b/none"] {
      let files = try repository.files(in: snapshot, under: place)
      let spec = place.isEmpty ? [] : ["--", place.hasSuffix("/") || place == "b/a" ? "b" : place]
      let theirs = try folder.lines(list + spec).filter { place != "./b/a" || $0.text.hasPrefix("b/a/") }
      #expect(files.map { BytePath($0.path) } == theirs, "\(place)")
      for file in files where file.kind == .file {
        #expect(try file.oid == folder.line("hash-object", "--", "./" + file.path))
        #expect(try repository.size(of: file) == file.path.utf8.count)
      }
    }
    #expect(try repository.file(at: "link", in: snapshot)?.kind == .symbolicLink)
    #expect(try repository.file(at: "b", in: snapshot) == nil)
    #expect(try repository.file(at: "none", in: snapshot) == nil)
    let failure = try failure { try repository.contents(of: "none", in: snapshot, limit: 10) }
    #expect(failure.message == "there is no file 'none' in \(snapshot.words) of '\(folder.path)'")
  }

  @Test func `a name that is not UTF-8 can be read through its entry`() throws {
    let folder = try GitFolder()
    let name = Array(folder.path.utf8) + [UInt8(ascii: "/"), 0xff, 0xfe, 0]
    let fd = name.withUnsafeBytes {
      open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o644)
    }
    try #require(fd >= 0 && write(fd, "odd", 3) == 3 && close(fd) == 0)
    try folder.commitAll()
    let repository = try folder.open()
    let file = try #require(try repository.files(in: .head).first)
    #expect(file.path == "\u{fffd}\u{fffd}")
    guard case .bytes(let bytes) = try repository.contents(of: file, limit: 3) else {
      Issue.record("the blob was not read")
      return
    }
    #expect(bytes == Array("odd".utf8))
  }

  @Test(arguments: [false, true]) func `a blob above the limit is measured, not read`(_ packed: Bool) throws {
    let folder = try GitFolder()
    try folder.write("big.yaml", String(repeating: "x", count: 3_000_000))
    try folder.write("empty.yaml", "")
    try folder.commitAll()
    if packed { try folder.git("gc", "-q") }
    let repository = try folder.open()
    guard case .tooLarge(let size) = try repository.contents(of: "big.yaml", in: .head, limit: 2_999_999),
      case .bytes(let whole) = try repository.contents(of: "big.yaml", in: .head, limit: 3_000_000),
      case .bytes(let nothing) = try repository.contents(of: "empty.yaml", in: .index, limit: 0)
    else {
      Issue.record("the limit was not kept")
      return
    }
    #expect(size == 3_000_000)
    #expect(whole.count == 3_000_000 && whole.allSatisfy { $0 == UInt8(ascii: "x") })
    #expect(nothing.isEmpty)
  }

  @Test func `blobs are as committed, whatever a checkout makes of them`() throws {
    let folder = try GitFolder()
    try folder.write(".gitattributes", "*.yaml text eol=crlf\n")
    try folder.write("a.yaml", "one\r\ntwo\r\n")
    try folder.commitAll()
    let repository = try folder.open()
    guard case .bytes(let bytes) = try repository.contents(of: "a.yaml", in: .head, limit: 100) else {
      Issue.record("the blob was not read")
      return
    }
    #expect(bytes == Array("one\ntwo\n".utf8))
    #expect(try repository.isUnmodified("a.yaml"))
  }
}
