import Glibc
import JobsCore
import JobsCron
@testable import JobsManifest
import Testing

/// A folder of its own that goes with the test.
private final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/jobs-walk-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  func write(_ name: String, _ text: String = "a: 1\n") {
    var at = path
    for part in name.split(separator: "/").dropLast() {
      at += "/\(part)"
      mkdir(at, 0o755)
    }
    try? FileBytes.write(Array(text.utf8), to: "\(path)/\(name)")
  }

  deinit { _ = remove(path) }

  private func remove(_ path: String) -> Bool {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      for entry in FolderListing.read(path) ?? [] { _ = remove("\(path)/\(entry.name)") }
    }
    return Glibc.remove(path) == 0
  }
}

@Suite("finding files") struct InputWalkTests {
  private let folder = Folder()

  private func walk(_ paths: String..., root: String? = nil, ignoring: Set<String> = []) throws -> InputWalk {
    var walk = InputWalk(root: root) { path, _ in ignoring.contains(String(path.dropFirst(folder.path.count + 1))) }
    for path in paths { try walk.add(path.isEmpty ? folder.path : "\(folder.path)/\(path)") }
    return walk
  }

  private func names(_ walk: InputWalk) -> [String] {
    walk.files.map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  @Test("folders are walked in byte order; only what may be a manifest is taken, hidden folders are not")
  func order() throws {
    for name in [
      "b.yaml", "a.yml", "B.json", "x/z.yaml", "x/readme.md", ".git/config.yaml", "cron.d/job", "t.crontab", "é.yaml",
    ] { folder.write(name) }
    let walk = try walk("")
    #expect(names(walk) == ["B.json", "a.yml", "b.yaml", "cron.d/job", "t.crontab", "x/z.yaml", "é.yaml"])
    #expect(walk.passedOver == 1)
  }

  @Test("what Git ignores is passed over, unless it is named")
  func ignored() throws {
    for name in ["a.yaml", "out/b.yaml", "c.yaml"] { folder.write(name) }
    #expect(names(try walk("", ignoring: ["out", "c.yaml"])) == ["a.yaml"])
    #expect(names(try walk("c.yaml", ignoring: ["c.yaml"])) == ["c.yaml"])
  }

  @Test("a link that leads to a folder above it is said and not followed")
  func loop() throws {
    folder.write("x/a.yaml")
    #expect(symlink("..", "\(folder.path)/x/up") == 0)
    #expect(symlink("self", "\(folder.path)/self") == 0)
    let walk = try walk("")
    #expect(walk.diagnostics.map(\.code) == ["RD108"])
    #expect(names(walk) == ["x/a.yaml"])
    #expect(try self.walk("self").diagnostics.map(\.code) == ["RD108"])
  }

  @Test("a FIFO under a manifest's name is reported, never opened")
  func fifo() throws {
    #expect(mkfifo("\(folder.path)/pipe.yaml", 0o600) == 0)
    let files = try walk("").files
    #expect(files.count == 1)
    let report = CheckRun.check(files[0], CheckOptions(zones: .system, now: ExampleRun.now))
    #expect(report.diagnostics.map(\.code) == ["RD102"] && report.isUnusable)
  }

  @Test("patterns that a shell did not expand are expanded")
  func patterns() throws {
    for name in ["a.yaml", "x/b.yaml", "x/y/c.yaml", "x/y/d.json", ".h/e.yaml"] { folder.write(name) }
    #expect(names(try walk("*.yaml")) == ["a.yaml"])
    #expect(names(try walk("**/*.yaml")) == ["a.yaml", "x/b.yaml", "x/y/c.yaml"])
    #expect(names(try walk("x/*/[cd].*")) == ["x/y/c.yaml", "x/y/d.json"])
    #expect(throws: Failure.self) { try walk("*.none") }
    #expect(throws: Failure.self) { try walk("none.yaml") }
  }

  @Test("the first folder below the root of the manifests is known")
  func folders() throws {
    for name in ["prod/a.yaml", "prod/deep/b.yaml", "c.yaml"] { folder.write(name) }
    #expect(try walk("").files.map(\.folder) == [nil, "prod", "prod"])
    #expect(try walk("prod/a.yaml", root: folder.path + "/").files.map(\.folder) == ["prod"])
  }

  @Test("a file that is named twice is read once")
  func twice() throws {
    folder.write("a.yaml")
    #expect(names(try walk("a.yaml", "", "a.yaml")) == ["a.yaml"])
  }

  @Test("reports come in the order of the files, whatever number of workers")
  func ordered() async throws {
    for number in 0..<200 {
      folder.write("j\(number).yaml", Format.jobs.example.replacing("nightly-report", "j\(number)"))
    }
    let files = try walk("").files
    for workers in [1, 2, 8] {
      var seen: [String] = []
      try await CheckRun.run(files, CheckOptions(zones: .system, now: ExampleRun.now), workers: workers) { _, report in
        seen.append(report.path)
        return true
      }
      #expect(seen == files.map(\.path))
    }
    var count = 0
    try await CheckRun.run(files, CheckOptions(zones: .system, now: ExampleRun.now), workers: 2) { _, _ in
      count += 1
      return count < 10
    }
    #expect(count == 10)
  }
}
