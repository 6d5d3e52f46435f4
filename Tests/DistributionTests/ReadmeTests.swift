import JobsCore
import Testing

/// The README is short and true: its commands are run as they stand, in order, in one shell.
@Suite struct ReadmeTests {
  /// What a checkout has, in a folder of its own. The tools are those that were built with the tests; in place of the
  /// compiler stands a script that notes what it was asked for.
  private static func checkout(_ folder: ScratchFolder) async throws {
    try folder.write(
      """
      #!/bin/sh
      case "$1" in
      --version) echo 'Swift version 6.3' ;;
      *) echo "swift $*" >>"$NOTES" ;;
      esac
      """, to: "swift")
    let copied = try await Shell.run(
      """
      mkdir -p checkout/Sources/JobsCore checkout/.build programs
      install -m 755 swift programs/
      ln -s /bin/true programs/clang
      ln -s "$TOOLS" checkout/.build/debug
      ln -s "$TOOLS" checkout/.build/release
      cd "$REPOSITORY"
      cp -R Makefile .ci README.md CHANGELOG.md man completions examples \(folder.path)/checkout/
      cp Sources/JobsCore/Version.swift \(folder.path)/checkout/Sources/JobsCore/
      """, in: folder.path)
    try #require(copied.status == 0, "\(copied.all)")
  }

  /// The fenced blocks of a language.
  static func blocks(_ language: String, of text: String) -> [String] {
    var blocks: [String] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```\(language)"
        if isInside { blocks.append("") }
      } else if isInside {
        blocks[blocks.count - 1] += line + "\n"
      }
    }
    return blocks
  }

  @Test func `every command of the README works`() async throws {
    let folder = ScratchFolder()
    try await Self.checkout(folder)
    let commands = Self.blocks("sh", of: ScratchFolder.text(Shell.repository + "/README.md"))
    #expect(commands.count >= 5)
    let ran = try await Shell.run(
      commands.joined(), in: folder.path(of: "checkout"),
      environment: [
        "PATH": "\(folder.path)/programs:\(Shell.searchPath)", "NOTES": folder.path(of: "notes"), "HOME": folder.path,
        // What tests are held against is fetched once for all checkouts.
        "XDG_CACHE_HOME": Shell.cachePath, "JOBS_STATE_DIR": folder.path(of: "state"),
        "SHLIBDEPS_FLAGS": "--ignore-missing-info",
        "DIST_LEVEL": "1",
      ])
    #expect(ran.status == 0, "\(ran.all)")
    let release = "swift build -c release --static-swift-stdlib"
    #expect(
      folder.text(of: "notes").split(separator: "\n").map(String.init) == [
        "swift build", "swift build --build-tests", "swift test --skip-build --disable-xctest --filter FaultTests",
        "swift test --skip-build --disable-xctest --skip FaultTests", release, release,
      ])
    #expect(ran.output.contains("\"state\":\"succeeded\""), "\(ran.all)")
    #expect(folder.text(of: "checkout/jobs.sarif").contains("\"version\":\"2.1.0\""))
    #expect(folder.text(of: "checkout/jobs.xml").contains("<testsuites"))
    #expect(
      try await Shell.run("find .local -type f", in: folder.path).output.isEmpty, "'make uninstall' left something")
  }

  @Test func `the tables of the README are those of the code`() {
    let text = ScratchFolder.text(Shell.repository + "/README.md")
    for row in ExitStatus.table { #expect(text.contains("| \(row.code) | \(row.meaning) |\n")) }
  }

  @Test(arguments: ["jobs-validate", "jobs-run", "jobs-deploy", "jobs-cost", "jobs-audit"])
  func `the verbs of the README are those of the tool`(tool: String) async throws {
    let text = ScratchFolder.text(Shell.repository + "/README.md")
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| `\(tool)` | ") })
    let verbs = try #require(row.split(separator: "|").last { $0.contains("`") })
    let dump = try await Shell.run("\"$TOOLS/\(tool)\" --experimental-dump-help")
    let bytes = Array(dump.output.utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    let commands = try #require(tree.value(Tree.root, path: "command", "subcommands"))
    let names = tree.children(commands).compactMap { tree.value($0, "commandName").map { tree.string($0) } }
    let told = verbs.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(Set(told) == Set(names.filter { $0 != "help" }))
  }

  @Test func `every file that the documents point to is there`() async throws {
    for document in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
      let text = ScratchFolder.text("\(Shell.repository)/\(document)")
      for link in text.split(separator: "](").dropFirst() where !link.hasPrefix("http") {
        let file = link.prefix { $0 != ")" }
        #expect((try await Shell.run("test -e '\(file)'")).status == 0, "\(document): \(file)")
      }
    }
  }
}
