package import JobsCore
import JobsManifest

extension PostDeployCheck {
  /// Writes the `check` record; what looks like a secret is `***`.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("check")
    json.member("id", id)
    json.member("job", job)
    var kept = Verification()
    switch act {
    case .run(let trial):
      json.member("resource", trial.resource)
      json.optional("command", Self.shown(trial.command))
      kept.run = trial.run
      SecretMask.apply(to: &kept)
      json.key("run")
      kept.run?.write(to: &json)
    case .http(let check):
      kept.http = [check]
      SecretMask.apply(to: &kept)
      json.key("http")
      kept.http.first?.write(to: &json)
    }
    json.member("state", state.rawValue)
    if let durationSeconds {
      json.key("durationSeconds")
      json.value(seconds: durationSeconds)
    }
    json.optional("error", Self.shown(error))
    json.endObject()
  }

  private static func shown(_ text: String?) -> String? {
    text.map { SecretScanner.kind(name: nil, value: $0) == nil ? $0 : SecretMask.text }
  }

  /// Reads a `check` record whole; nil for one that is not as `write` has it. Values may be masked.
  init?(_ tree: Tree) {
    let root = Tree.root
    let known = ["type", "v", "id", "job", "resource", "command", "run", "http", "state"]
    guard tree.entries(root).allSatisfy({ known.contains(tree.string($0.key)) }),
      tree.value(root, "v").flatMap(tree.int) == 1, let id = tree.word(root, "id"), let job = tree.word(root, "job"),
      tree.word(root, "state") == Change.State.planned.rawValue
    else { return nil }
    let found = Verification(record: tree, root)
    if let run = found.run, let resource = tree.word(root, "resource"), found.http.isEmpty {
      self.init(job: job, TrialRun(resource, run, command: tree.word(root, "command")))
    } else if let node = tree.value(root, "http"), tree.kind(node) == .mapping, found.run == nil,
      let check = Verification.HTTP(record: tree, node), let number = Self.number(id, of: job)
    {
      self.init(job: job, check, number: number)
    } else {
      return nil
    }
    guard self.id == id else { return nil }
  }

  private static func number(_ id: String, of job: String) -> Int? {
    let start = "http \(job) "
    return id.hasPrefix(start) ? Int(id.dropFirst(start.count)) : nil
  }

  /// Whether something that it needs is masked, so that it cannot be made.
  package var isMasked: Bool {
    switch act {
    case .run(let trial):
      ([trial.command ?? ""] + trial.run.args + trial.run.env.map(\.value)).contains { $0.contains(SecretMask.text) }
    case .http(let check): check.url.contains(SecretMask.text)
    }
  }
}
