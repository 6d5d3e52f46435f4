import JobsCore

/// A sign of the shell's in a list that no shell reads.
package enum ShellOperator: JobRule {
  package static let info = RuleInfo(
    "IM212", "shell-operator", .images, .warning,
    summary: "'&&', '|' or '>' as a word of a command that no shell reads",
    page: """
      A list is run without a shell, so '&&', '||', '|', '>', '>>', '<' and '2>&1' reach the program as arguments like
      any other. Write 'command: [/bin/sh, -c, "first && second"]'; in our own format and job files a plain string
      goes through a shell by itself.
      """,
    source: "\(FactSource.runV1), Container.command: not executed within a shell",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/first, ⟦\"&&\"⟧, /bin/second]\n")),
    good: .init(.jobs, ExampleText.job("  command: /bin/first && /bin/second\n")))

  private static let shells: [StaticString] = [
    "sh", "bash", "dash", "ash", "zsh", "ksh", "busybox", "env", "su", "sudo", "ssh", "eval", "xargs", "watch",
  ]

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    // The words of one container: its command, then its arguments.
    for list in job.sites.commands {
      guard let first = job.tree.firstChild(list), !job.tree.withText(first, isShell) else { continue }
      if job.tree.withText(
        first,
        {
          name($0).elementsEqual("expr".utf8) || name($0).elementsEqual("test".utf8) || name($0).elementsEqual("[".utf8)
        })
      {
        continue
      }
      report(in: list, job, &findings)
    }
    let hasShell = job.sites.commands.contains { list in
      job.tree.firstChild(list).map { job.tree.withText($0, isShell) } ?? (job.tree.kind(list) != .sequence)
    }
    if !hasShell, !job.sites.commands.isEmpty { for list in job.sites.args { report(in: list, job, &findings) } }
  }

  private static func report(in list: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    for word in job.tree.children(list) where job.tree.kind(word) == .string && job.tree.count(word) <= 4 {
      guard job.tree.withText(word, isOperator) else { continue }
      return findings.report(
        info, "'\(job.tree.string(word))' is an argument here, since no shell reads the list", at: word,
        hint: "write '[/bin/sh, -c, \"…\"]' with the whole line in quotes")
    }
  }

  static func isOperator(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first,
      [UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "2")].contains(first)
    else {
      return false
    }
    return text.equals("&&") || text.equals("||") || text.equals("|") || text.equals(">") || text.equals(">>")
      || text.equals("<")
      || text.equals("2>&1") || text.equals("&>") || text.equals("2>") || text.equals("|&")
  }

  private static func name(_ text: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    text[(text.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
  }

  private static func isShell(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = UnsafeBufferPointer(rebasing: name(text))
    return shells.contains { name.equals($0) }
  }
}
