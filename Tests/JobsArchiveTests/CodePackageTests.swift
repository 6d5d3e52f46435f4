import Glibc
import JobsCore
import JobsExec
import TestSupport
import Testing

@testable import JobsArchive

@Suite struct CodePackageTests {
  /// A folder with all kinds of what is packed.
  private static func folder() -> TemporaryFolder {
    let folder = TemporaryFolder()
    for name in ["src", "src/lib", "src/empty", "src/__pycache__", "src/.git"] { mkdir(folder.file(name), 0o755) }
    folder.write("src/main.py", "def handler(event, context): return 'done'\n")
    folder.write("src/run", "#!/bin/sh\n", mode: 0o755)
    folder.write("src/lib/größe.txt", String(repeating: "the same again and again\n", count: 400))
    folder.write("src/lib/void", "")
    folder.write("src/__pycache__/main.pyc", "machine words of one machine")
    folder.write("src/.git/HEAD", "ref: refs/heads/main\n")
    symlink("lib/void", folder.file("src/link"))
    return folder
  }

  private static func message(_ body: () throws -> Void) throws -> String {
    let failure = #expect(throws: Failure.self) { try body() }
    return try #require(failure).message
  }

  @Test func `the same content is the same archive, whenever, by whom and in what order it was written`() throws {
    let (one, other) = (Self.folder(), Self.folder())
    rename(other.file("src/lib"), other.file("src/away"))
    rename(other.file("src/away"), other.file("src/lib"))
    chmod(other.file("src/main.py"), 0o600)
    chmod(other.file("src/run"), 0o711)
    var times = [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]
    utimes(other.file("src/main.py"), &times)
    rmdir(other.file("src/empty"))
    other.write("src/__pycache__/main.pyc", "those of another")
    let package = try CodePackage(reading: one.file("src"))
    #expect(try CodePackage(reading: other.file("src")) == package)
    #expect(package.digest.hasPrefix("sha256:") && package.digest.utf8.count == 71)
    let archive = try CodePackage.pack(one.file("src"), expecting: package.digest)
    #expect(try CodePackage.pack(other.file("src"), expecting: package.digest) == archive)
    #expect(archive.count < 2000 && package.size > 10_000)
    let directory = try ZipDirectory(archive)
    #expect(directory.count == 5 && directory.size == package.size)
  }

  @Test func `whatever changes what is run changes the digest`() throws {
    let changes: [(String, (TemporaryFolder) -> Void)] = [
      ("content", { $0.write("src/main.py", "def handler(event, context): return 'gone'\n") }),
      ("a file more", { $0.write("src/more", "") }), ("a file less", { unlink($0.file("src/lib/void")) }),
      ("a name", { rename($0.file("src/run"), $0.file("src/go")) }),
      ("a folder", { rename($0.file("src/lib"), $0.file("src/bil")) }),
      ("what may be run", { chmod($0.file("src/run"), 0o644) }),
      (
        "where a link leads",
        {
          unlink($0.file("src/link"))
          symlink("lib/./void", $0.file("src/link"))
        }
      ),
      (
        "a link in place of a file",
        {
          unlink($0.file("src/lib/void"))
          symlink("../run", $0.file("src/lib/void"))
        }
      ),
    ]
    let untouched = Self.folder()
    let before = try CodePackage(reading: untouched.file("src")).digest
    var seen = [before: "nothing"]
    for (what, change) in changes {
      let folder = Self.folder()
      change(folder)
      let digest = try CodePackage(reading: folder.file("src")).digest
      #expect(seen[digest] == nil, "\(what) is as \(seen[digest] ?? "")")
      seen[digest] = what
      let message = try Self.message { _ = try CodePackage.pack(folder.file("src"), expecting: before) }
      #expect(message.hasSuffix("was changed since the plan was made"))
    }
  }

  @Test func `what cannot be packed is said by its name`() throws {
    let faults: [(String, (TemporaryFolder) -> Void)] = [
      ("leads out of the folder, to '/etc/passwd'", { symlink("/etc/passwd", $0.file("src/out")) }),
      ("leads out of the folder, to '../../x'", { symlink("../../x", $0.file("src/lib/out")) }),
      ("is no file, folder or link", { mkfifo($0.file("src/pipe"), 0o644) }),
      (
        "is no UTF-8",
        {
          let name = $0.file("src/").utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xFF), 0]
          close(creat(name, 0o644))
        }
      ),
      (
        "has more than 262144000 bytes unpacked",
        {
          $0.write("src/big", "")
          truncate($0.file("src/big"), CodePackage.unpackedLimit)
        }
      ),
    ]
    for (words, fault) in faults {
      let folder = Self.folder()
      fault(folder)
      let message = try Self.message { _ = try CodePackage(reading: folder.file("src")) }
      #expect(message.contains(words), "\(message)")
    }
    let empty = TemporaryFolder()
    mkdir(empty.file("src"), 0o755)
    #expect(try Self.message { _ = try CodePackage(reading: empty.file("src")) }.hasPrefix("there is nothing in"))
    #expect(try Self.message { _ = try CodePackage(reading: empty.file("gone")) }.hasPrefix("there is no"))
    // A link within the folder is no fault, however it gets there.
    let folder = Self.folder()
    symlink("../lib/./../main.py", folder.file("src/lib/back"))
    #expect(throws: Never.self) { try CodePackage(reading: folder.file("src")) }
  }

  @Test func `what is written to between the look and the reading is not packed`() throws {
    let changes: [(TemporaryFolder) -> Void] = [
      { $0.write("src/main.py", "shorter\n") },
      { $0.write("src/main.py", String(repeating: "longer than it was\n", count: 20)) },
      { unlink($0.file("src/main.py")) },
      {
        unlink($0.file("src/main.py"))
        symlink("run", $0.file("src/main.py"))
      },
    ]
    for change in changes {
      let folder = Self.folder()
      let entries = try FolderEntry.all(of: folder.file("src"), limit: 1 << 20)
      let entry = try #require(entries.first { $0.path == "main.py" })
      change(folder)
      let message = try Self.message { _ = try entry.content(in: folder.file("src")) }
      #expect(message.hasSuffix("was changed while it was read") || message.hasSuffix("no such file or directory"))
    }
  }

  @Test(.enabled(if: access("/usr/bin/python3", X_OK) == 0, "there is no python3"))
  func `Python finds in an archive what was packed`() async throws {
    let folder = Self.folder()
    let archive = try CodePackage.pack(folder.file("src"), expecting: nil)
    try FileBytes.write(archive, to: folder.file("code.zip"))
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for info in archive.infolist():
        print(info.filename, oct(info.external_attr >> 16), len(archive.read(info)), info.date_time[0])
      """
    let path = folder.file("code.zip")
    let output = try await aside {
      try ProgramCall(
        ["/usr/bin/python3", "-c", script, path], environment: ["LC_ALL": "C.UTF-8"], hint: "", timeout: .seconds(60)
      ).output
    }
    #expect(
      String(decoding: output, as: UTF8.self) == """
        lib/größe.txt 0o100644 10000 1980
        lib/void 0o100644 0 1980
        link 0o120777 8 1980
        main.py 0o100644 43 1980
        run 0o100755 10 1980

        """)
  }

  @Test func `an archive is sent as it stands, and is one whole`() throws {
    let folder = Self.folder()
    let archive = try CodePackage.pack(folder.file("src"), expecting: nil)
    try FileBytes.write(archive, to: folder.file("code.zip"))
    let package = try CodePackage(reading: folder.file("code.zip"))
    #expect(package.size == (try CodePackage(reading: folder.file("src")).size))
    #expect(try CodePackage.pack(folder.file("code.zip"), expecting: package.digest) == archive)
    for length in stride(from: 0, to: archive.count, by: 7) {
      #expect(throws: ZipDirectory.Fault.self) { try ZipDirectory(Array(archive.prefix(length))) }
    }
    // Behind the directory may stand a comment, which says how long it is.
    var commented = archive + Array("a comment".utf8)
    commented[archive.count - 2] = 9
    #expect(try ZipDirectory(commented).count == 5)
    var encrypted = archive
    let central = try #require(archive.indices.first { archive[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    encrypted[central + 8] |= 1
    let fault = #expect(throws: ZipDirectory.Fault.self) { try ZipDirectory(encrypted) }
    #expect(fault?.message == "a file in it is encrypted")
    folder.write("text.zip", "PK, or so it says")
    #expect(
      try Self.message { _ = try CodePackage(reading: folder.file("text.zip")) }.contains(
        "is no zip archive: it has no directory at its end"))
  }

  @Test func `bytes that do not become shorter are stored`() throws {
    var generator = SeededGenerator(seed: 7)
    let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(Deflate.pack(noise) == nil && Deflate.pack([]) == nil)
    #expect(try #require(Deflate.pack([UInt8](repeating: 7, count: 4096))).count < 64)
    #expect(Deflate.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
