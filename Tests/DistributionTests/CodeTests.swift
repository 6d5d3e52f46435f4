import JobsCore
import Testing

/// The codes of what the tools find against the pages that explain them.
@Suite struct CodeTests {
  /// The codes that stand in the sources of tools as text of their own.
  private static func written() async throws -> [String: String] {
    let found = try await Shell.run(
      "grep -rnoE '\"[A-Z]{2}[0-9]{3}\"' Sources --include=*.swift | grep -v '\"RS256\"' || true")
    var codes: [String: String] = [:]
    for line in found.output.split(separator: "\n") {
      let parts = line.split(separator: ":")
      guard parts.count == 3 else { continue }
      codes[String(parts[2].filter { $0 != "\"" })] = "\(parts[0]):\(parts[1])"
    }
    return codes
  }

  /// The codes that records of a verb have, each with the length of its page.
  private static func pages(_ tool: String) async throws -> [String: Int] {
    let bytes = Array(try await Shell.run("\"$TOOLS/\(tool)\" rules -o json").output.utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    var pages: [String: Int] = [:]
    for record in tree.children(Tree.root) {
      guard let code = tree.value(record, "code").map(tree.string) else { continue }
      pages[code] = tree.value(record, "page").map { tree.string($0).utf8.count } ?? 0
    }
    return pages
  }

  @Test func `every code that a tool writes has one page that explains it`() async throws {
    let codes = try await Self.written()
    #expect(codes.count > 200)
    let manifests = try await Self.pages("jobs-validate")
    let audit = try await Self.pages("jobs-audit")
    let costs = ScratchFolder.text(Shell.repository + "/man/src/jobs-cost.1.in")
    for (code, place) in codes.sorted(by: { $0.key < $1.key }) {
      let homes = [manifests[code], audit[code], costs.contains(".It Cm \(code)\n") ? 100 : nil].compactMap { $0 }
      #expect(homes.count == 1 && homes.allSatisfy { $0 >= 50 }, "\(code), written in \(place): \(homes)")
    }
  }
}
