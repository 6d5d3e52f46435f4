import JobsCore
import Testing

/// What users install. `.ci/run` runs these once more with the release build, named by `JOBS_PACKAGED`.
@Suite(.serialized) struct PackageTests {
  static let released = processEnvironment()["JOBS_PACKAGED"]

  /// A debug build brings the Swift libraries from the toolchain, which no Debian package owns.
  static let environment = [
    "JOBS_BIN": released ?? Shell.tools, "SHLIBDEPS_FLAGS": released == nil ? "--ignore-missing-info" : "",
    "SOURCE_DATE_EPOCH": "1795219200", "DIST_LEVEL": "1",
  ]

  static let manual = [
    "man1/jobs-audit.1", "man1/jobs-cost.1", "man1/jobs-deploy.1", "man1/jobs-run.1", "man1/jobs-validate.1",
    "man5/jobs-manifest.5",
    "man5/jobs-project.5",
    "man7/jobs-auditing.7", "man7/jobs-costing.7", "man7/jobs-deploying.7", "man7/jobs-from-crontab.7",
    "man7/jobs-records.7", "man7/jobs-troubleshooting.7",
    "man7/jobs.7",
  ]

  /// Everything that `make install` puts below a prefix.
  static let installed =
    [
      "bin/jobs-audit", "bin/jobs-cost", "bin/jobs-deploy", "bin/jobs-run", "bin/jobs-validate",
      "libexec/jobs/jobs-launch",
    ]
    + ["jobs-audit", "jobs-cost", "jobs-deploy", "jobs-run", "jobs-validate"].map {
      "share/bash-completion/completions/\($0)"
    }
    + ["CHANGELOG.md", "README.md"].map { "share/doc/jobs/\($0)" }
    + ["jobs-audit", "jobs-cost", "jobs-deploy", "jobs-run", "jobs-validate"].map {
      "share/fish/vendor_completions.d/\($0).fish"
    }
    + manual.map { "share/man/\($0)" }
    + ["_jobs-audit", "_jobs-cost", "_jobs-deploy", "_jobs-run", "_jobs-validate"].map {
      "share/zsh/site-functions/\($0)"
    }

  /// Checks, runs and lists a job with the tools of a folder, which alone is on the search path beside the system's.
  private static func use(_ bin: String) async throws -> Shell.Outcome {
    let folder = ScratchFolder()
    try folder.write(#"{"name": "hello", "schedule": "0 9 * * *", "command": "echo good morning"}"#, to: "hello.json")
    return try await Shell.run(
      """
      command -v jobs-validate
      jobs-validate . | jobs-run now --all --output ndjson
      jobs-run runs --output ndjson
      """, in: folder.path, environment: ["PATH": "\(bin):/usr/bin:/bin", "JOBS_STATE_DIR": folder.path(of: "state")])
  }

  private func expectWorking(_ bin: String) async throws {
    let used = try await Self.use(bin)
    #expect(used.status == 0, "\(used.all)")
    #expect(used.lines.first.map(String.init) == "\(bin)/jobs-validate")
    #expect(used.lines.filter { $0.contains("\"state\":\"succeeded\"") }.count == 2, "\(used.all)")
  }

  @Test func `install puts everything below the prefix, it works, and uninstall leaves nothing`() async throws {
    let root = ScratchFolder()
    let make = { (goal: String) in
      try await Shell.run("make \(goal) PREFIX=/opt/it DESTDIR=\(root.path)", environment: Self.environment)
    }
    let made = try await make("install")
    try #require(made.status == 0, "\(made.all)")
    #expect(made.output.isEmpty && made.errors.isEmpty, "\(made.all)")
    let files = try await Shell.run("cd \(root.path) && find . -type f | sort")
    #expect(
      files.lines.map(String.init)
        == Self.installed.map { "./opt/it/\($0)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let modes = try await Shell.run("cd \(root.path)/opt/it && stat -c '%a %n' bin/* libexec/jobs/* share/man/man1/*")
    for line in modes.lines { #expect(line.hasPrefix(line.contains(" share/") ? "644 " : "755 "), "\(line)") }
    try await expectWorking(root.path(of: "opt/it/bin"))

    let unmade = try await make("uninstall")
    try #require(unmade.status == 0, "\(unmade.all)")
    let left = try await Shell.run("cd \(root.path) && find . -type f; find . -name jobs")
    #expect(left.output.isEmpty, "\(left.all)")
  }

  @Test(.enabled(if: Shell.has("dpkg-shlibdeps"), "'dpkg-shlibdeps' is not installed"))
  func `the tarball and the Debian package are whole, work in a clean folder, and come out the same twice`()
    async throws
  {
    let out = ScratchFolder()
    let made = try await Shell.run(
      "make dist DIST=\(out.path)/one & make dist DIST=\(out.path)/two && wait $!", environment: Self.environment)
    try #require(made.status == 0, "\(made.all)")
    let same = try await Shell.run(
      "diff -r one two && cd one && sha256sum --check --strict --quiet SHA256SUMS && ls", in: out.path)
    try #require(same.status == 0, "\(same.all)")
    let machine = try await Shell.run("uname -m; dpkg --print-architecture").lines.map(String.init)
    let tarball = "jobs-\(version)-linux-\(machine[0])"
    let package = "jobs_\(version)_\(machine[1]).deb"
    #expect(same.lines.map(String.init) == ["SHA256SUMS", "\(tarball).tar.gz", package])

    try await expectTarball(out, tarball)
    try await expectPackage(out, package)
  }

  private func expectTarball(_ out: ScratchFolder, _ name: String) async throws {
    let unpacked = try await Shell.run(
      """
      tar -xzf one/\(name).tar.gz
      cd \(name)
      find . -type f -not -path './share/doc/jobs/examples/*' | sort
      test -x share/doc/jobs/examples/demo/run
      """, in: out.path)
    #expect(unpacked.status == 0, "\(unpacked.all)")
    #expect(
      unpacked.lines.map(String.init)
        == Self.installed.map { "./\($0)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    try await expectWorking(out.path(of: "\(name)/bin"))
  }

  private func expectPackage(_ out: ScratchFolder, _ name: String) async throws {
    let fields = try await Shell.run("dpkg-deb --field one/\(name)", in: out.path)
    #expect(fields.lines.contains("Package: jobs") && fields.lines.contains("Version: \(version)"), "\(fields.all)")
    let depends = fields.lines.first { $0.hasPrefix("Depends: ") }.map(String.init) ?? ""
    for library in ["libc6 (>= ", "libcurl4", "libgit2-1.", "libsqlite3-0 (>= ", "libyaml-0-2", "tzdata", "zlib1g"] {
      #expect(depends.contains(library), "\(depends)")
    }
    // Installed by dpkg itself, with a data base of its own; what it depends on is the host's.
    let put = try await Shell.run(
      """
      mkdir -p root/var/lib/dpkg/info root/var/lib/dpkg/updates
      touch root/var/lib/dpkg/status
      dpkg --root="$PWD/root" --log=/dev/null --force-not-root --force-depends --force-script-chrootless --install one/\(name)
      cd root
      md5sum --check --quiet --strict var/lib/dpkg/info/jobs.md5sums
      gzip -dc usr/share/man/man1/jobs-validate.1.gz | cmp - "$REPOSITORY/man/jobs-validate.1"
      test -f usr/share/doc/jobs/copyright
      test -f usr/share/zsh/vendor-completions/_jobs-run
      """, in: out.path, environment: ["PATH": "\(Shell.searchPath):/usr/sbin:/sbin"])
    #expect(put.status == 0, "\(put.all)")
    try await expectWorking(out.path(of: "root/usr/bin"))
  }

  @Test(.enabled(if: released != nil, "the tools under test are a debug build"))
  func `installed tools load no library of Swift`() async throws {
    let found = try await Shell.run(
      "for tool in jobs-validate jobs-run jobs-deploy jobs-cost jobs-audit jobs-launch; do ldd \"$JOBS_BIN/$tool\"; done",
      environment: Self.environment)
    #expect(found.status == 0, "\(found.all)")
    for line in found.lines {
      #expect(!line.contains("libswift") && !line.contains("libFoundation") && !line.contains("not found"), "\(line)")
    }
  }
}
