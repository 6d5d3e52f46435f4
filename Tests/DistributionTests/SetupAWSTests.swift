import Testing

/// `.ci/setup-aws` with programs of the test's own in place of the system's.
@Suite struct SetupAWSTests {
  /// - Parameter script: what stands in place of python3; none for a host without it.
  private func setup(_ folder: ScratchFolder, python script: String?) async throws -> Shell.Outcome {
    if let script { try folder.write("#!/bin/sh\n\(script)\n", to: "python3") }
    let tools = try await Shell.run(
      "mkdir p && for tool in sh mkdir mktemp rm mv tar cat; do ln -s \"$(command -v $tool)\" p/; done; "
        + "test ! -e python3 || install -m 755 python3 p/", in: folder.path)
    try #require(tools.status == 0, "\(tools.all)")
    return try await Shell.run(
      "\(Shell.repository)/.ci/setup-aws",
      environment: ["PATH": folder.path(of: "p"), "JOBS_TEST_CACHE": folder.path(of: "cache")])
  }

  @Test func `without Python, venv or network it says what is skipped, and does not fail`() async throws {
    for (script, words) in [
      (nil, "there is no python3"), ("exit 1", "python3 has no venv (Debian: python3-venv)"),
      (
        // A virtual environment whose pip reaches nobody.
        #"mkdir -p "$3/bin"; printf '#!/bin/sh\nexit 1\n' >"$3/bin/pip"; /bin/chmod 755 "$3/bin/pip""#,
        "botocore 1.44.5 cannot be fetched"
      ),
    ] as [(String?, String)] {
      let folder = ScratchFolder()
      let outcome = try await setup(folder, python: script)
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.all)")
      #expect(
        outcome.errors.hasSuffix("setup: \(words); the tests of AWS that need it are skipped\n"), "\(outcome.all)")
    }
  }

  @Test func `it is silent and starts nothing where all is there`() async throws {
    let folder = ScratchFolder()
    let made = try await Shell.run(
      """
      mkdir -p cache/botocore-1.44.5/tests cache/aws-servers-5.2.5-1.5.33/bin cache/aws-cli-1.45.11
      : >cache/aws-cli-1.45.11/whole
      for name in moto_server ministack; do install -m 755 /bin/true cache/aws-servers-5.2.5-1.5.33/bin/$name; done
      """, in: folder.path)
    try #require(made.status == 0)
    let outcome = try await setup(folder, python: "echo started >&2")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome.all)")
  }
}
