import Testing

/// The guide from crontabs is run as it stands, on a host of its own below a scratch folder.
@Suite struct GuideTests {
  private static let page = "\(Shell.repository)/man/src/jobs-from-crontab.7.in"

  /// The commands that a section shows, in their order, as a reader would copy them.
  static func commands(of section: String) -> [String] {
    var blocks: [String] = []
    var isSection = false
    var isInside = false
    for line in ScratchFolder.text(page).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(".Sh ") { isSection = line == ".Sh \(section)" }
      guard isSection else { continue }
      if line.hasPrefix(".Bd -literal") {
        isInside = true
        blocks.append("")
      } else if line == ".Ed" {
        isInside = false
      } else if isInside {
        blocks[blocks.count - 1] += plain(line) + "\n"
      } else if line.hasPrefix(".Dl ") {
        blocks.append(plain(line.dropFirst(4)) + "\n")
      }
    }
    return blocks
  }

  private static func plain(_ line: Substring) -> String {
    String(line).replacing("\\-", with: "-").replacing("\\(aq", with: "'").replacing("\\(dq", with: "\"")
      .replacing("\\e", with: "\\")
  }

  @Test func `its steps bring the jobs of crontabs to a daemon, at the same times`() async throws {
    let folder = ScratchFolder()
    let made = try await Shell.run(
      """
      mkdir -p etc/cron.d programs
      printf '#!/bin/sh\\nexec cat "$ROOT/mine"\\n' >crontab
      install -m 755 crontab programs/
      cat >etc/crontab <<'END'
      SHELL=/bin/sh
      17 * * * * root cd / && run-parts --report /etc/cron.hourly
      END
      cat >etc/cron.d/app <<'END'
      MAILTO=ops
      # job: sweep
      */10 * * * * www-data /usr/local/bin/sweep >/dev/null 2>&1
      END
      cat >mine <<'END'
      # job: NAME
      30 2 * * * tar -czf /var/backups/srv-$(date +\\%F).tgz -C /srv .
      @daily true
      END
      sed -i 's/NAME/dump/' mine
      """, in: folder.path)
    try #require(made.status == 0, "\(made.all)")
    let steps = Self.commands(of: "MOVING")
    try #require(steps.count >= 6, "\(steps)")
    let script = steps.joined(separator: "\n").replacing("/etc/", with: "\(folder.path)/etc/")
      .replacing(" NAME ", with: " dump ")
    let environment = [
      "PATH": "\(folder.path)/programs:\(Shell.tools):\(Shell.searchPath)", "ROOT": folder.path,
      "JOBS_STATE_DIR": folder.path(of: "state"),
    ]
    // The way back is for jobs that are not paused.
    let last = try #require(script.firstRange(of: "jobs-validate convert --to crontab"))
    let ran = try await Shell.run(String(script[..<last.lowerBound]), in: folder.path, environment: environment)
    #expect(ran.status == 0, "\(ran.all)")
    for local in ["02:30:00+0", "00:00:00+0"] { #expect(ran.output.contains("T\(local)"), "\(ran.all)") }
    #expect(ran.output.ranges(of: "\"type\":\"fire\"").count == 4 + 5, "\(ran.all)")

    let back = try await Shell.run(
      "jobs-run set --all paused=false etc/jobs >/dev/null\n" + script[last.lowerBound...], in: folder.path,
      environment: environment)
    #expect(back.status == 0, "\(back.all)")
    for line in ["30 2 * * * tar", "*/10 * * * *", "17 * * * *", "\\%F"] {
      #expect(back.output.contains(line), "\(back.all)")
    }
  }
}
