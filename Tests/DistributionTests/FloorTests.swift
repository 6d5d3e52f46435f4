import JobsCore
import Testing

/// The map of CONTRIBUTING.md against the package itself.
@Suite struct FloorTests {
  /// The targets of the package with the targets they import.
  private static func targets() async throws -> [(name: String, type: String, imports: [String])] {
    // Of its own, since the build that runs the tests holds the lock of the usual one.
    let scratch = ScratchFolder()
    let dump = try await Shell.run("swift package dump-package --scratch-path \(scratch.path)")
    try #require(dump.status == 0, "\(dump.all)")
    let bytes = Array(dump.output.utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    let list = try #require(tree.value(Tree.root, "targets"))
    return try tree.children(list).map { target in
      let dependencies = try #require(tree.value(target, "dependencies"))
      let imports = tree.children(dependencies).compactMap { dependency -> String? in
        guard let byName = tree.value(dependency, "byName"), let name = tree.firstChild(byName) else { return nil }
        return tree.string(name)
      }
      let name = try #require(tree.value(target, "name"))
      let type = try #require(tree.value(target, "type"))
      return (tree.string(name), tree.string(type), imports)
    }
  }

  /// The floors that the map gives; `–` is below all.
  private static func map() -> [String: Int] {
    var floors: [String: Int] = [:]
    for line in ScratchFolder.text(Shell.repository + "/CONTRIBUTING.md").split(separator: "\n")
    where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.split(separator: " ") }
      guard cells.count == 3, let first = cells[0].first, let floor = first == "–" ? -1 : Int(first) else { continue }
      for name in cells[1] { floors[String(name.filter { $0 != "`" })] = floor }
    }
    return floors
  }

  @Test func `a target imports only lower floors`() async throws {
    let floors = Self.map()
    for target in try await Self.targets() where target.type != "test" {
      let own = try #require(floors[target.name], "'\(target.name)' is not on the map")
      for name in target.imports {
        let other = try #require(floors[name], "'\(name)' is not on the map")
        #expect(other < own, "'\(target.name)' on floor \(own) imports '\(name)' on floor \(other)")
      }
    }
  }

  @Test func `the map shows no room that is gone, and every library has its tests`() async throws {
    let targets = try await Self.targets()
    let names = Set(targets.map(\.name))
    #expect(Self.map().keys.filter { !names.contains($0) }.sorted() == [])
    for target in targets where target.type == "regular" && target.name != "TestSupport" && !target.name.hasPrefix("C")
    {
      // The command line is tested through the tools.
      let tests = target.name == "JobsCommand" ? "ToolTests" : target.name + "Tests"
      #expect(names.contains(tests), "'\(target.name)' has no '\(tests)'")
    }
  }

  @Test func `no source imports Foundation, and only one room each imports a system library`() async throws {
    let homes = [
      "CLibCurl": "JobsNet", "CLibGit2": "JobsGit", "CLibSQLite": "JobsStore", "CLibYAML": "JobsManifest",
      "CLibZ": "JobsArchive",
    ]
    let found = try await Shell.run(
      "grep -rE '^(package |public )?import (Foundation|CLib[A-Za-z0-9]+)$' Sources --include='*.swift'")
    for line in found.lines {
      let file = line.split(separator: ":")[0].split(separator: "/")
      let module = line.split(separator: " ").last.map(String.init) ?? ""
      #expect(homes[module] == String(file[1]), "\(line)")
    }
    #expect(found.lines.count >= homes.count)
  }
}
