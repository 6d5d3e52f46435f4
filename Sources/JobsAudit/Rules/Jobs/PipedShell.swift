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
    "sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "python", "python3", "perl", "ruby", "node", "php", "pwsh",
  ]

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    let fallback = job.run.host.fallback.map { $0.shellText ?? $0.argv.joined(separator: " ") }
    guard [job.run.shellText ?? job.commandText, fallback].contains(where: { $0.map(isPiped) ?? false }) else {
      return nil
    }
    return job.finding(
      rule, "runs what it just fetched from the network", hint: "keep the script beside the job, and check its digest")
  }

  /// `curl … | sh`, with anything between the two, and `sh -c "$(curl …)"`, `bash <(curl …)`.
  static func isPiped(_ text: String) -> Bool {
    // Where a stream goes is no end of a command.
    let text = text.replacing(">&", with: ">").replacing("&>", with: ">").replacing("|&", with: "|")
    // An address between marks may have '&' and ';' in it, and what a shell is to run is between marks too.
    return [commands(text, heedingMarks: true), commands(text, heedingMarks: false)].joined().contains { command in
      let stages = command.split(separator: "|")
      guard let fetch = stages.firstIndex(where: { words($0).contains(where: fetchers.contains) }) else { return false }
      return stages[(fetch + 1)...].contains { isShell($0) } || isSubstituted(command)
    }
  }

  /// The commands of a text, one after another.
  private static func commands(_ text: String, heedingMarks: Bool) -> [Substring] {
    var mark: Character?
    return text.split { character in
      if heedingMarks, character == "'" || character == "\"" {
        if mark == nil { mark = character } else if mark == character { mark = nil }
      }
      return mark == nil && (character == ";" || character == "&" || character == "\n")
    }
  }

  /// `$(curl …)` as what a shell is to run: as the text of its option `-c`, or as its file.
  private static func isSubstituted(_ command: Substring) -> Bool {
    for mark in ["$(", "<(", "`"] {
      guard let at = command.firstRange(of: mark), let inside = words(command[at.upperBound...]).first else { continue }
      guard fetchers.contains(inside) else { continue }
      if words(command[..<at.lowerBound]).contains(where: { shells.contains($0) || takers.contains($0) }) {
        return true
      }
    }
    return false
  }

  /// What runs a text or a file within the shell itself.
  private static let takers: Set<Substring> = ["eval", "source", "."]

  /// Programs that run another, with their options that have a word behind them.
  private static let carriers: [Substring: Set<Substring>] = [
    "sudo": ["-u", "-g", "-h", "-p", "-C", "-D", "-R", "-r", "-t", "-T", "-U"], "env": ["-u", "-C", "-S"],
    "exec": ["-a"], "nohup": [], "nice": ["-n"], "time": [], "xargs": ["-I", "-n", "-P", "-d"],
    "timeout": ["-s", "-k"],
    "doas": ["-u", "-C"],
  ]

  /// A command whose program is a shell, behind `sudo` and variables too.
  private static func isShell(_ command: Substring) -> Bool {
    var options: Set<Substring> = []
    var isValue = false
    for word in words(command) {
      if isValue {
        isValue = false
      } else if word.hasPrefix("-") {
        isValue = options.contains(word)
      } else if let own = carriers[word] {
        options = own
      } else if !word.contains("="), !isDuration(word) {
        return shells.contains(word)
      }
    }
    return false
  }

  /// `30`, `5m`: what stands between `timeout` and what it runs.
  private static func isDuration(_ word: Substring) -> Bool {
    word.utf8.first.map { (48...57).contains($0) } ?? false
  }

  /// The words of a command, each without the folder before it and the marks around it.
  private static func words(_ command: Substring) -> [Substring] {
    command.split { " \t\"'()`<$".contains($0) }.map { $0.split(separator: "/").last ?? $0 }
  }
}
