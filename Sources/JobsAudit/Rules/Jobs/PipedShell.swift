import JobsManifest

/// JA107.
enum PipedShell: ManifestRule {
  static let rule = AuditRule(
    "JA107", "piped-shell", .high, "A job runs what it just fetched from the network.",
    page: """
      Whoever holds the address, or the way to it, decides at each run what the job does, with all its rights. Fetch it once,
      keep it beside the job or in its image, and check its digest.
      """,
    source: "CWE-494, download of code without integrity check (2026-11-22)",
    mending: .manifest)

  private static let fetchers: Set<Substring> = ["curl", "wget", "fetch"]
  private static let shells: Set<Substring> = [
    "sh", "bash", "dash", "zsh", "ksh", "python", "python3", "perl", "ruby", "node",
  ]

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard isPiped(job.run.shellText ?? job.commandText) else { return nil }
    return job.finding(
      rule, "runs what it just fetched from the network", hint: "keep the script beside the job, and check its digest")
  }

  /// `curl … | sh`, with anything between the two, and `sh -c "$(curl …)"`, `bash <(curl …)`.
  static func isPiped(_ text: String) -> Bool {
    let commands = text.split { $0 == ";" || $0 == "&" || $0 == "\n" }
    return commands.contains { command in
      let stages = command.split(separator: "|").map { words($0) }
      guard let fetch = stages.firstIndex(where: { $0.contains(where: fetchers.contains) }) else { return false }
      if stages[(fetch + 1)...].contains(where: { isShell($0) }) { return true }
      return isSubstituted(command)
    }
  }

  /// `$(curl …)` as what a shell is to run: as the text of its option `-c`, or as its file.
  private static func isSubstituted(_ command: Substring) -> Bool {
    for mark in ["$(", "<(", "`"] {
      guard let at = command.firstRange(of: mark), let inside = words(command[at.upperBound...]).first else { continue }
      guard fetchers.contains(inside) else { continue }
      if words(command[..<at.lowerBound]).contains(where: { shells.contains($0) || $0 == "eval" || $0 == "source" }) {
        return true
      }
    }
    return false
  }

  /// A command whose program is a shell, behind `sudo` and variables too.
  private static func isShell(_ words: [Substring]) -> Bool {
    let program = words.first {
      !["sudo", "env", "exec", "nohup"].contains($0) && !$0.contains("=") && !$0.hasPrefix("-")
    }
    return program.map { shells.contains($0) } ?? false
  }

  /// The words of a command, each without the folder before it and the marks around it.
  private static func words(_ command: Substring) -> [Substring] {
    command.split { " \t\"'()`<$".contains($0) }.map { $0.split(separator: "/").last ?? $0 }
  }
}
