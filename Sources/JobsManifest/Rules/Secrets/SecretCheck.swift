import JobsCore

/// Looks for secrets in every scalar of a document, in one pass over its nodes.
///
/// Differences of other environments are looked at as well, since they stand in the same file; comments are not.
enum SecretCheck {
  private struct Found {
    var id: Tree.ID
    /// nil for a placeholder.
    var kind: SecretKind?
    /// The name of a placeholder.
    var name = ""
  }

  /// Reports what is found, each place once, and masks it.
  static func run(_ format: Format, _ findings: inout Findings, except checkin: Tree.ID? = nil) {
    let all = find(findings.tree)
    guard !all.isEmpty else { return }
    var reported: Set<Tree.ID> = []
    for found in all where found.id != checkin && reported.insert(found.id).inserted {
      if let kind = found.kind, cameByVariable(found.id, kind, findings) {
        findings.report(
          TellingValue.info, "a variable brings a secret to this place, and it is masked in the job's record",
          at: found.id, severity: .warning, hint: "name it under 'secrets', so that the host or the cloud brings it",
          hash: TellingValue.info.code.utf8.fnv1a64)
        findings.mask(found.id)
        continue
      }
      let advice = advice(format)
      switch found.kind {
      case nil:
        findings.report(
          PlaceholderSecret.info, "'\(Terminal.visible(found.name))' holds a placeholder", at: found.id, hint: advice)
        continue
      case .providerKey?: report(ProviderKey.info, found, advice, &findings)
      case .privateKey?: report(PrivateKey.info, found, advice, &findings)
      case .connection?: report(URLPassword.info, found, advice, &findings)
      case .telling?: report(TellingValue.info, found, advice, &findings)
      }
      findings.mask(found.id)
    }
  }

  /// Whether the value stands elsewhere: the file has a reference here, and nothing beside it that is secret by itself.
  private static func cameByVariable(_ id: Tree.ID, _ kind: SecretKind, _ findings: Findings) -> Bool {
    let range = findings.tree.range(id).clamped(to: 0..<findings.source.bytes.count)
    let written = Array(findings.source.bytes[range])
    let rest = Variables.withoutReferences(written)
    guard rest.count < written.count else { return false }
    if case .telling = kind, rest.count >= shortestTelling { return false }
    return [written, rest].allSatisfy { $0.withUnsafeBufferPointer { SecretScanner.shape($0) } == nil }
  }

  /// The shortest value that is judged by the name it stands under.
  private static let shortestTelling = 8

  /// The scalars that hold a secret.
  static func secrets(in tree: Tree) -> [Tree.ID] { find(tree).filter { $0.kind != nil }.map(\.id) }

  /// What to do about a secret in a manifest of this format.
  static func advice(_ format: Format) -> String {
    let instead =
      switch format {
      case .cloudrun: "keep it in Secret Manager and refer to it by 'valueFrom: {secretKeyRef: {name: …, key: latest}}'"
      case .jobs: "keep it in a secret store and refer to it under 'secrets', or by a variable"
      case .project: "keep it in a secret store and write 'secret:NAME'"
      case .crontopus, .jobfile, .crontab: "keep it on the host in a file that the job alone can read"
      }
    return "revoke it, since Git keeps it for ever; \(instead)"
  }

  private static func report(_ rule: RuleInfo, _ found: Found, _ advice: String, _ findings: inout Findings) {
    guard let kind = found.kind else { return }
    let message =
      switch kind {
      case .telling(let name): "'\(Terminal.visible(name))' holds a secret in clear"
      default: "\(kind.words) stands here in clear"
      }
    // A hash of the value would let a guess be proved, so a baseline knows the place by its path alone.
    findings.report(rule, message, at: found.id, hint: advice, hash: rule.code.utf8.fnv1a64)
  }

  // MARK: The pass

  private static func find(_ tree: Tree) -> [Found] {
    var found: [Found] = []
    for index in 0..<tree.nodeCount {
      let id = Tree.ID(index)
      switch tree.kind(id) {
      case .string:
        guard tree.count(id) >= SecretScanner.shortest else { continue }
        if let kind = tree.withText(id, { SecretScanner.shape($0) }) { found.append(Found(id: id, kind: kind)) }
      case .mapping: judgeEntries(of: id, tree, &found)
      case .sequence: judgeOptions(of: id, tree, &found)
      case .null, .bool, .int, .float: continue
      }
    }
    return found
  }

  /// Judges values by their keys, and the `value` of an element by its `name`.
  private static func judgeEntries(of mapping: Tree.ID, _ tree: Tree, _ found: inout [Found]) {
    var name: Tree.ID?
    for (key, value) in tree.entries(mapping) {
      guard tree.kind(value) == .string else { continue }
      if tree.count(key) == 4, tree.equals(key, "name") {
        name = value
      } else if let name, tree.count(key) == 5, tree.equals(key, "value") {
        judge(value, named: name, tree, &found)
      } else {
        judge(value, named: key, tree, &found)
      }
    }
  }

  /// Judges the words of a command or its arguments that follow an option, as in `--token VALUE`.
  private static func judgeOptions(of list: Tree.ID, _ tree: Tree, _ found: inout [Found]) {
    var option: Tree.ID?
    for child in tree.children(list) {
      guard tree.kind(child) == .string else { return }
      if let option { judge(child, named: option, tree, &found) }
      option = tree.withText(child) { $0.count > 4 && $0[0] == UInt8(ascii: "-") } ? child : nil
    }
  }

  private static func judge(_ value: Tree.ID, named name: Tree.ID, _ tree: Tree, _ found: inout [Found]) {
    guard tree.count(value) >= shortestTelling, tree.count(name) >= 4 else { return }
    let verdict = tree.withText(name) { name in
      tree.withText(value) { SecretScanner.verdict(name: name, value: $0) }
    }
    switch verdict {
    case .harmless: return
    case .placeholder: found.append(Found(id: value, kind: nil, name: tree.string(name)))
    case .secret:
      // What has a documented shape is reported by that.
      guard tree.withText(value, { SecretScanner.shape($0) }) == nil else { return }
      found.append(Found(id: value, kind: .telling(tree.string(name))))
    }
  }
}
