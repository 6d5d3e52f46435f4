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

  // MARK: What verbs take

  private static let records = "auto human ndjson json"

  /// Verbs whose results have forms of other kinds.
  static let formats = [
    ("jobs-audit rules", "\(records) csv"), ("jobs-audit compliance", "\(records) csv markdown"),
    ("jobs-audit iam", "\(records) csv markdown html sarif ocsf"),
    ("jobs-audit recommend", "\(records) markdown html sarif ocsf"), ("jobs-audit policy show", records),
    ("jobs-cost actual", "\(records) csv markdown html focus"), ("jobs-cost diff", "\(records) markdown github"),
    ("jobs-deploy plan", records), ("jobs-run query", "\(records) csv"), ("jobs-run list", records),
    ("jobs-validate check", "\(records) sarif github junit"), ("jobs-validate rules", records),
  ]

  private static func tool(_ verb: String) -> Substring { verb.prefix { $0 != " " } }

  @Test(.enabled(if: Shell.has("bash"), "'bash' is not installed"), arguments: formats)
  func `bash offers the formats that a verb takes`(verb: String, formats: String) async throws {
    let tool = Self.tool(verb)
    let found = try await Shell.run(
      """
      cat >"$HOME/ask" <<'END'
      source completions/\(tool).bash
      COMP_LINE='\(verb) -o '
      COMP_POINT=${#COMP_LINE}
      COMP_WORDS=($COMP_LINE '')
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _\(tool) \(tool) '' -o
      echo "${COMPREPLY[*]}"
      END
      bash "$HOME/ask"
      """)
    #expect(found.status == 0 && found.output == formats + "\n", "\(found.all)")
  }

  @Test(.enabled(if: Shell.has("zsh"), "'zsh' is not installed"), arguments: formats)
  func `zsh offers the formats that a verb takes`(verb: String, formats: String) async throws {
    let tool = Self.tool(verb)
    // What zsh would do with the words is told instead of done: its completion needs a terminal.
    let found = try await Shell.run(
      """
      cat >"$HOME/ask" <<'END'
      source completions/_\(tool) 2>/dev/null
      __\(tool)_complete() { print -r -- "$@" }
      _arguments() {
        local spec
        for spec in "$@"; do [[ $spec != *--output\\[* ]] || eval "${${spec#*:format:\\{}%\\}}"; done
      }
      _\(verb.replacing(" ", with: "_"))
      END
      zsh -f "$HOME/ask"
      """)
    #expect(found.status == 0 && found.output == formats + "\n", "\(found.all)")
  }

  @Test(.enabled(if: Shell.has("fish"), "'fish' is not installed"), arguments: formats)
  func `fish offers the formats that a verb takes`(verb: String, formats: String) async throws {
    let found = try await Shell.run(
      "PATH=\"$TOOLS:$PATH\" fish --no-config -c 'source completions/\(Self.tool(verb)).fish; complete -C \"\(verb) -o \"'"
    )
    let offered = found.lines.map { $0.prefix { $0 != "\t" } }
    #expect(found.status == 0 && Set(offered) == Set(formats.split(separator: " ")), "\(found.all)")
  }
}
