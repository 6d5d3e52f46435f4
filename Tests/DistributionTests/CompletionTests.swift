import Testing

@Suite struct CompletionTests {
  static let tools = ["jobs-validate", "jobs-run", "jobs-deploy", "jobs-cost", "jobs-audit"]

  @Test(.enabled(if: Shell.has("bash"), "'bash' is not installed"), arguments: tools)
  func `bash reads the completions and knows a function for the tool`(tool: String) async throws {
    let found = try await Shell.run("bash -c 'source completions/\(tool).bash && complete -p \(tool)'")
    #expect(found.status == 0 && found.output.contains("-F _\(tool)"), "\(found.all)")
  }

  @Test(arguments: tools) func `what has no list of values is completed by files`(tool: String) {
    func text(_ file: String) -> String { ScratchFolder.text("\(Shell.repository)/completions/\(file)") }
    #expect(text("\(tool).bash").contains("\ncomplete -o default -o filenames -F _\(tool) \(tool)\n"))
    let zsh = text("_\(tool)")
    #expect(!zsh.contains(":file:'\n") && !zsh.contains(":path:'\n") && !zsh.contains(":dir:'\n"))
    #expect(zsh.contains(":_files'\n"))
    #expect(!text("\(tool).fish").contains("complete -c '\(tool)' -f\n"))
  }

  @Test(.enabled(if: Shell.has("zsh"), "'zsh' is not installed"), arguments: tools)
  func `zsh reads the completions, which say what they are for`(tool: String) async throws {
    let found = try await Shell.run("zsh -n completions/_\(tool) && head -n 1 completions/_\(tool)")
    #expect(found.status == 0 && found.output == "#compdef \(tool)\n", "\(found.all)")
  }

  @Test(.enabled(if: Shell.has("fish"), "'fish' is not installed"), arguments: tools)
  func `fish reads the completions and offers the verbs`(tool: String) async throws {
    let verb =
      ["jobs-run": "runs", "jobs-deploy": "drift", "jobs-cost": "estimate", "jobs-audit": "rules"][tool] ?? "explain"
    let found = try await Shell.run(
      "PATH=\"$TOOLS:$PATH\" fish --no-config -c 'source completions/\(tool).fish; complete -C \"\(tool) \"'")
    #expect(found.status == 0 && found.lines.contains { $0.hasPrefix(verb) }, "\(found.all)")
  }
}
