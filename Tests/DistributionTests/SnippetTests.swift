import JobsCore
import JobsManifest
import Testing

/// What other systems read: CI snippets, the pre-commit hooks and the GitHub Action.
@Suite struct SnippetTests {
  /// The only document of a YAML file.
  private static func tree(_ path: String) throws -> Tree {
    var trees: [Tree] = []
    let bytes = Array(ScratchFolder.text("\(Shell.repository)/\(path)").utf8)
    YAMLReader(bytes, limits: ReadingLimits()).read { document in
      #expect(document.problems.isEmpty && document.isComplete, "\(path)")
      trees.append(document.tree)
      return true
    }
    try #require(trees.count == 1, "\(path)")
    return trees[0]
  }

  /// What stands below keys, each of which has to be there.
  private static func node(_ tree: Tree, _ node: Tree.ID = Tree.root, _ path: StaticString...) throws -> Tree.ID {
    var node = node
    for key in path { node = try #require(tree.value(node, key), "'\(key)' is missing") }
    return node
  }

  private static func text(_ tree: Tree, _ node: Tree.ID, _ key: StaticString) throws -> String {
    tree.string(try Self.node(tree, node, key))
  }

  /// Runs the lines of a script that call our tool, in the example project, as the system would.
  private func expectWorking(_ script: String, _ environment: [String: String] = [:]) async throws {
    let folder = ScratchFolder()
    let commands = script.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("jobs-") }
    try #require(!commands.isEmpty)
    let ran = try await Shell.run(
      "cp -R \"$REPOSITORY/examples/project/.\" .\n" + commands.joined(separator: "\n"), in: folder.path,
      environment: environment.merging(["PATH": "\(Shell.tools):\(Shell.searchPath)"]) { $1 })
    #expect(ran.status == 0, "\(ran.all)")
  }

  @Test func `the GitLab snippet checks the jobs and keeps the report that it writes`() async throws {
    let tree = try Self.tree("examples/ci/gitlab.yml")
    let job = try Self.node(tree, Tree.root, "jobs-validate")
    let commands = tree.children(try Self.node(tree, job, "script")).map { tree.string($0) }
    let report = tree.string(try Self.node(tree, job, "artifacts", "reports", "junit"))
    #expect(commands.contains { $0.contains("--report junit=\(report) ") })
    try await expectWorking(commands.joined(separator: "\n"))
  }

  @Test func `the Cloud Build snippet checks the jobs`() async throws {
    let tree = try Self.tree("examples/ci/cloudbuild.yaml")
    let step = try #require(tree.firstChild(try Self.node(tree, Tree.root, "steps")))
    let arguments = try Self.node(tree, step, "args")
    let script = tree.children(arguments).map { tree.string($0) }.joined(separator: "\n")
    let environment = tree.string(try Self.node(tree, Tree.root, "substitutions", "_ENV"))
    try await expectWorking(script, ["_ENV": environment])
  }

  @Test func `the GitHub snippet gives the action only what it takes`() throws {
    let action = try Self.tree("action.yml")
    let inputs = try Self.node(action, Tree.root, "inputs")
    let known = Set(action.entries(inputs).map { action.string($0.key) })
    let tree = try Self.tree("examples/ci/github.yml")
    let steps = tree.children(try Self.node(tree, Tree.root, "jobs", "validate", "steps"))
    let ours = try #require(
      steps.first { step in tree.value(step, "uses").map { tree.string($0).contains("/jobs@") } ?? false })
    let given = tree.entries(try Self.node(tree, ours, "with")).map { tree.string($0.key) }
    #expect(Set(given).isSubset(of: known) && !given.isEmpty)
    #expect(try Self.text(tree, ours, "uses").hasSuffix("@v\(version)"))
    #expect(action.string(try Self.node(action, inputs, "version", "default")) == version)
  }

  @Test func `the snippet of a cost gate compares with the branch that is asked for, and comments what it wrote`()
    async throws
  {
    let tree = try Self.tree("examples/ci/github-cost.yml")
    let steps = tree.children(try Self.node(tree, Tree.root, "jobs", "cost", "steps"))
    let scripts = steps.compactMap { step in tree.value(step, "run").map { tree.string($0) } }
    let compare = try #require(scripts.first { $0.contains("jobs-cost diff") })
    #expect(compare.hasSuffix("-o markdown > comment.md\n") && compare.contains("\"origin/$GITHUB_BASE_REF\" HEAD"))
    #expect(scripts.last?.components(of: "--body-file comment.md") == 2)
    let ours = try #require(
      steps.first { step in tree.value(step, "uses").map { tree.string($0).contains("/jobs@") } ?? false })
    #expect(try Self.text(tree, ours, "uses").hasSuffix("@v\(version)"))
    let folder = ScratchFolder()
    let ran = try await Shell.run(
      """
      export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a
      cp -R "$REPOSITORY/examples/cost/." .
      git init -q -b main && git add . && git commit -qm one && git update-ref refs/remotes/origin/main main
      sed -i 's|"30 4 \\* \\* \\*"|"30 4,14 * * *"|' jobs/nightly-report.yaml && git commit -qam two
      \(compare.dropLast().replacing(" -e prod", with: " -e prod --month 2027-03")) || echo "status $?"
      """, in: folder.path,
      environment: ["GITHUB_BASE_REF": "main", "PATH": "\(Shell.tools):\(Shell.searchPath)"])
    #expect(ran.output.hasSuffix("status 1\n"), "\(ran.all)")
    #expect(folder.text(of: "comment.md").contains("the increase is above its limit"), "\(ran.all)")
  }

  @Test func `the snippet of an audit judges what is new, and uploads the report that it writes`() async throws {
    let tree = try Self.tree("examples/ci/github-audit.yml")
    let steps = Array(tree.children(try Self.node(tree, Tree.root, "jobs", "audit", "steps")))
    let ours = try #require(
      steps.first { step in tree.value(step, "uses").map { tree.string($0).contains("/jobs@") } ?? false })
    #expect(try Self.text(tree, ours, "uses").hasSuffix("@v\(version)"))
    let script = try #require(steps.compactMap { step in tree.value(step, "run").map { tree.string($0) } }.first)
    #expect(script.contains("--live aws --save account.ndjson "))
    #expect(
      script.hasSuffix("> \(try Self.text(tree, Self.node(tree, steps[steps.count - 1], "with"), "sarif_file"))\n"))
    // As it goes on once the account was read.
    let folder = ScratchFolder()
    let ran = try await Shell.run(
      """
      cp "$REPOSITORY/examples/audit/account.json" account.ndjson
      jobs-audit iam account.ndjson -q --fail-on never > baseline.ndjson
      \(script.replacing("--live aws --save ", with: ""))
      """, in: folder.path, environment: ["PATH": "\(Shell.tools):\(Shell.searchPath)"])
    #expect(ran.status == 0 && folder.text(of: "iam.sarif").contains(#""results":[]"#), "\(ran.all)")
  }

  @Test func `the steps of the action are scripts of ours, and get every input`() async throws {
    let action = try Self.tree("action.yml")
    #expect(try Self.text(action, Self.node(action, Tree.root, "runs"), "using") == "composite")
    let text = ScratchFolder.text(Shell.repository + "/action.yml")
    for entry in action.entries(try Self.node(action, Tree.root, "inputs")) {
      let name = action.string(entry.key)
      #expect(text.contains("inputs.\(name) ") || text.contains("inputs.\(name),"), "'\(name)' is not used")
    }
    for step in action.children(try Self.node(action, Tree.root, "runs", "steps")) {
      let run = try Self.text(action, step, "run")
      let script = run.filter { $0 != "\"" }.replacing("$GITHUB_ACTION_PATH/", with: "")
      #expect((try await Shell.run("test -x \(script) && bash -n \(script)")).status == 0, "\(script)")
    }
  }

  @Test(arguments: [("jobs", 0 as Int32, ""), ("jobs bad.yaml", 1, "::error file=bad.yaml")])
  func `the action's check shows faults as annotations and always names its report`(
    paths: String, status: Int32, words: String
  ) async throws {
    let folder = ScratchFolder()
    try folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {comand: ls}\n", to: "bad.yaml")
    let ran = try await Shell.run(
      "cp -R \"$REPOSITORY/examples/project/.\" .\n\"$REPOSITORY/.ci/packaging/action/check\"", in: folder.path,
      environment: [
        "PATH": "\(Shell.tools):\(Shell.searchPath)", "PATHS": paths, "ENVIRONMENT": "prod", "FAIL_ON": "error",
        "SARIF": "out.sarif", "GITHUB_OUTPUT": folder.path(of: "outputs"),
      ])
    #expect(ran.status == status, "\(ran.all)")
    #expect(words.isEmpty || ran.output.contains(words), "\(ran.all)")
    #expect(folder.text(of: "outputs") == "sarif=out.sarif\n")
    #expect(folder.text(of: "out.sarif").contains("\"2.1.0\""))
  }

  @Test func `the action's install refuses a package that was changed, and installs the right one`() async throws {
    let folder = ScratchFolder()
    try folder.write("#!/bin/sh\necho \"$*\" >>\"$NOTES\"\n", to: "apt-get")
    try folder.write("#!/bin/sh\necho 0\n", to: "id")
    try folder.write(
      "#!/bin/sh\nfor last; do :; done\nfor url; do case $url in file:*) cp \"${url#file://}\" . ;; esac; done\n",
      to: "curl")
    let script = """
      mkdir programs
      install -m 755 apt-get id curl programs/
      package=jobs_\(version)_$(dpkg --print-architecture).deb
      mkdir -p release
      echo package >release/$package
      (cd release && sha256sum $package >SHA256SUMS)
      "$REPOSITORY/.ci/packaging/action/install"
      echo changed >release/$package
      ! "$REPOSITORY/.ci/packaging/action/install"
      """
    let ran = try await Shell.run(
      script, in: folder.path,
      environment: [
        "PATH": "\(folder.path)/programs:\(Shell.tools):\(Shell.searchPath)", "VERSION": version,
        "RUNNER_TEMP": folder.path,
        "DOWNLOAD": "file://\(folder.path)/release", "NOTES": folder.path(of: "notes"),
      ])
    #expect(ran.status == 0, "\(ran.all)")
    let notes = folder.text(of: "notes").split(separator: "\n")
    try #require(notes.count == 2, "\(notes)")
    #expect(
      notes[0] == "update -qq" && notes[1].hasPrefix("install -qq -y \(folder.path)/jobs.")
        && notes[1].hasSuffix(".deb"))
  }

  @Test func `the hooks of pre-commit work as they are declared`() async throws {
    let tree = try Self.tree(".pre-commit-hooks.yaml")
    let hooks = Array(tree.children(Tree.root))
    #expect(hooks.count == 2)
    for hook in hooks {
      for key: StaticString in ["id", "name", "description", "language"] {
        #expect(!(try Self.text(tree, hook, key)).isEmpty)
      }
      // The tools refuse a file that was named and is no job, and pre-commit would name every YAML file.
      #expect(try Self.text(tree, hook, "pass_filenames") == "false")
      try await expectWorking(try Self.text(tree, hook, "entry"))
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
