import Testing

/// `.ci/setup` with programs of the test's own in place of the system's.
@Suite struct SetupTests {
  /// Runs it where `installed` packages are there, as `user`, with or without a sudo that asks nothing.
  private func setup(
    installed: [String], user: Int = 0, hasSudo: Bool = false, swift: String = "6.3.1", arguments: String = "",
    failures: Int = 0
  ) async throws -> (outcome: Shell.Outcome, notes: [String]) {
    let folder = ScratchFolder()
    try folder.write("#!/bin/sh\necho 'Swift version \(swift) (swift-\(swift)-RELEASE)'\n", to: "swift")
    try folder.write("#!/bin/sh\necho \(user)\n", to: "id")
    let known = installed.map { "\($0)) printf 'install ok installed' ;;" }.joined(separator: "\n")
    try folder.write("#!/bin/sh\nfor last; do :; done\ncase $last in\n\(known)\n*) exit 1 ;;\nesac\n", to: "dpkg-query")
    try folder.write(
      """
      #!/bin/sh
      echo "apt-get $*" >>"$NOTES"
      if [ "$1" = install ]; then
        count=$(cat "$NOTES.failures" 2>/dev/null || echo \(failures))
        echo $((count - 1)) >"$NOTES.failures"
        [ "$count" -le 0 ] || { echo "E: Unable to locate package" >&2; exit 100; }
      fi
      """, to: "apt-get")
    let sudo = hasSudo ? "shift\nexec \"$@\"" : "echo 'sudo: a password is required' >&2\nexit 1"
    try folder.write("#!/bin/sh\n\(sudo)\n", to: "sudo")
    // Without the host's pkg-config, which would count as installed.
    let tools = try await Shell.run(
      "mkdir p && for tool in sh env sed head mktemp rm cat tail; do ln -s \"$(command -v $tool)\" p/; done; ln -s /bin/true p/; install -m 755 swift id dpkg-query apt-get sudo p/",
      in: folder.path)
    try #require(tools.status == 0, "\(tools.all)")
    let outcome = try await Shell.run(
      "\(Shell.repository)/.ci/setup \(arguments)",
      environment: ["PATH": folder.path(of: "p"), "NOTES": folder.path(of: "notes")])
    return (outcome, folder.text(of: "notes").split(separator: "\n").map(String.init))
  }

  private static let all = [
    "libyaml-dev", "libgit2-dev", "libsqlite3-dev", "libcurl4-openssl-dev", "zlib1g-dev", "pkg-config",
  ]

  @Test func `it is silent and asks nothing of the network where all is there`() async throws {
    let (outcome, notes) = try await setup(installed: Self.all)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty && notes.isEmpty, "\(outcome.all)")
  }

  @Test func `root installs what is missing, and only that, without fetching the lists`() async throws {
    let (outcome, notes) = try await setup(installed: ["libyaml-dev", "pkg-config"])
    #expect(outcome.status == 0, "\(outcome.all)")
    let missing = "libgit2-dev libsqlite3-dev libcurl4-openssl-dev zlib1g-dev"
    #expect(notes == ["apt-get install -qq -y --no-install-recommends \(missing)"])
    #expect(outcome.errors == "setup: installing \(missing)\n")
  }

  @Test func `the lists are fetched when the first attempt fails`() async throws {
    let (outcome, notes) = try await setup(installed: Self.all, arguments: "dpkg-dev", failures: 1)
    #expect(outcome.status == 0, "\(outcome.all)")
    let install = "apt-get install -qq -y --no-install-recommends dpkg-dev"
    #expect(notes == [install, "apt-get update -qq", install])
  }

  @Test func `it says what to run when it cannot install`() async throws {
    let (outcome, notes) = try await setup(installed: Self.all, arguments: "dpkg-dev", failures: 9)
    #expect(outcome.status == 3 && notes.count == 3)
    #expect(outcome.errors.contains("E: Unable to locate package"))
    #expect(
      outcome.errors.contains(
        "setup: error: cannot install dpkg-dev\nhint: run 'sudo apt-get update && sudo apt-get install dpkg-dev'\n"))
  }

  @Test func `a user with sudo installs through it`() async throws {
    let (outcome, notes) = try await setup(installed: [], user: 1000, hasSudo: true)
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(notes == ["apt-get install -qq -y --no-install-recommends \(Self.all.joined(separator: " "))"])
  }

  @Test func `a user without rights gets the line to run, and nothing is tried`() async throws {
    let (outcome, notes) = try await setup(installed: [], user: 1000)
    #expect(outcome.status == 3 && notes.isEmpty)
    #expect(
      outcome.errors.hasSuffix("hint: run 'sudo apt-get install \(Self.all.joined(separator: " "))'\n"),
      "\(outcome.all)")
  }

  @Test(arguments: ["5.10", "6.0.3", "6.1"]) func `a compiler that is too old is refused`(release: String) async throws
  {
    let (outcome, _) = try await setup(installed: Self.all, swift: release)
    #expect(outcome.status == 3 && outcome.errors.contains("is too old\nhint: install Swift 6.2"), "\(outcome.all)")
  }

  @Test(arguments: ["6.2", "6.3.1", "6.10", "7.0"]) func `a compiler that is new enough is taken`(release: String)
    async throws
  {
    let (outcome, _) = try await setup(installed: Self.all, swift: release)
    #expect(outcome.status == 0, "\(outcome.all)")
  }
}
