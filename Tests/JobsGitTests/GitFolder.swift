import Glibc
import JobsCore
import Testing

@testable import JobsGit

/// A temporary folder in which tests run the real `git`, away from the user's settings.
final class GitFolder {
  let path: String
  /// Where `path` is kept, so that a test may put other repositories beside it.
  let room: String

  /// - Parameter setup: arguments of the first git command; none leaves the folder empty.
  init(_ setup: [String] = ["init", "-q", "-b", "main", "."]) throws {
    #expect(Git.isolated)
    var template = Array("\(Git.temporary)/jobs-git-XXXXXX".utf8CString)
    room = String(cString: try #require(mkdtemp(&template)))
    path = room + "/work"
    try #require(mkdir(path, 0o755) == 0)
    guard !setup.isEmpty else { return }
    try git(setup)
    // Its own file of excludes, so that those of the system play no part.
    try git(["config", "core.excludesFile", room + "/excludes"])
  }

  deinit { _ = try? Git.run("/bin/rm", ["-rf", "--", room], in: "/") }

  /// What git prints; anything but status 0 fails the test.
  @discardableResult
  func git(_ arguments: String..., in folder: String? = nil) throws -> [UInt8] { try git(arguments, in: folder) }

  @discardableResult
  func git(_ arguments: [String], in folder: String? = nil) throws -> [UInt8] {
    let ran = try Git.run("git", ["-c", "protocol.file.allow=always"] + arguments, in: folder ?? path)
    try #require(ran.status == 0, "git \(arguments) ended with \(ran.status)")
    return ran.output
  }

  /// The names of one of git's lists with `-z`, in the order of their bytes.
  func names(_ arguments: String..., in folder: String? = nil) throws -> [String] {
    try git(arguments, in: folder).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .sorted(by: BytePath.precedes)
  }

  /// The first line of what git prints.
  func line(_ arguments: String..., in folder: String? = nil) throws -> String {
    String(decoding: try git(arguments, in: folder).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  func write(_ name: String, _ text: String = "x\n") throws {
    let file = path + "/" + name
    var cut = path.utf8.count + 1
    for part in name.split(separator: "/").dropLast() {
      cut += part.utf8.count
      _ = mkdir(String(file.utf8.prefix(cut)) ?? file, 0o755)
      cut += 1
    }
    try Git.write(text, to: file)
  }

  func commitAll(_ message: String = "change") throws {
    try git("add", "--all")
    try git("commit", "-q", "--allow-empty", "-m", message)
  }

  func open(_ name: String = "") throws -> Repository {
    try #require(try Repository.discover(from: name.isEmpty ? path : "\(path)/\(name)", environment: GitEnvironment()))
  }
}

/// The program that the tests compare with.
enum Git {
  static let isInstalled = (try? run("git", ["--version"], in: "/").status) == 0

  static let temporary = RealPath.folder(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")

  /// A home of our own, before libgit2 starts and remembers where the user's settings are.
  static let home: String = {
    var template = Array("\(temporary)/jobs-git-home-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { return "/nonexistent" }
    atexit { _ = try? Git.run("/bin/rm", ["-rf", "--", Git.home], in: "/") }
    return String(cString: made)
  }()

  static let isolated: Bool = {
    unsetenv("XDG_CONFIG_HOME")
    return setenv("HOME", home, 1) == 0
  }()

  static func write(_ text: String, to file: String) throws {
    let stream = try #require(fopen(file, "w"), "cannot write '\(file)'")
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, stream)
    try #require(fclose(stream) == 0 && written == bytes.count)
  }

  private static func readAll(_ fd: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let got = read(fd, &chunk, chunk.count)
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { return all }
      all += chunk[..<got]
    }
  }

  /// Runs a program to its end, with our own home and without the user's settings.
  static func run(_ program: String, _ arguments: [String], in folder: String) throws -> (
    status: Int32, output: [UInt8]
  ) {
    let variables = [
      "PATH=\(getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")", "HOME=\(home)", "LC_ALL=C",
      "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0",
      "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_AUTHOR_DATE=2026-01-01T00:00:00Z",
      "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org", "GIT_COMMITTER_DATE=2026-01-01T00:00:00Z",
    ]
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    // A child of a test beside this one must not hold the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    var words = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, "env", &actions, nil, &words, &environment)
    close(ends[1])
    try #require(code == 0, "cannot run '\(program)': error \(code)")
    let output = readAll(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return (status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f), output)
  }
}

/// What a call threw.
func failure<T>(_ body: () throws -> T) throws -> Failure {
  try #require(#expect(throws: Failure.self) { _ = try body() })
}

/// Names that a careless reader of git's output gets wrong; the last two are one name to `String`.
let oddNames = [
  "a b.yaml", "-rf", "--", "line\nbreak.yaml", "tab\t.yaml", "quote\"s'.yaml", "back\\slash", "*?[a].yaml", "!neg",
  "#hash",
  "日本/仕事.yaml", "e\u{301}.yaml", "\u{e9}.yaml",
]

extension ChangedFiles {
  var paths: [String] { files.map(\.path) }
}
