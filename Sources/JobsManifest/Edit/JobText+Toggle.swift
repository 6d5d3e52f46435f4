import JobsCore

extension JobText {
  /// The comment behind a key that `disable` put there, so that `enable` takes it away again.
  static let note = "jobs-run disable"

  /// The file with the job enabled or disabled; the same bytes where it is so already.
  ///
  /// Where the job says nothing, `enabled: false` comes with a comment by which enabling it again leaves the file as it
  /// was.
  /// - Parameter byDefault: whether a job that says nothing is enabled.
  func settingEnabled(_ isEnabled: Bool, byDefault: Bool = true) throws(EditRefusal) -> [UInt8] {
    guard let path = enabledPath else {
      throw EditRefusal(
        "\(format.title) has no word for being disabled",
        hint: "take its schedule away, or pause what triggers it")
    }
    guard let node = node(at: path) else {
      if isEnabled == byDefault { return bytes }
      return try setting(path, to: .bool(isEnabled), note: isEnabled ? nil : Self.note)
    }
    if isEnabled, byDefault, let line = notedLine(of: node) {
      let changed = TextSplice(range: line, text: "").applied(to: bytes)
      if proof({ $0.removing(path.steps[...]) }).holds(for: changed) { return changed }
    }
    return try setting(path, to: .bool(isEnabled))
  }

  /// Where the job says whether it is enabled; nil for a format that cannot.
  var enabledPath: ManifestPath? {
    switch format {
    case .jobs, .crontopus: ManifestPath(keys: "spec", "enabled")
    case .jobfile: ManifestPath(keys: "enabled")
    case .cloudrun, .project, .crontab: nil
    }
  }

  /// The line of a value, with the line break that parts it from the others, if our comment ends it.
  private func notedLine(of node: Tree.ID) -> Range<Int>? {
    let end = tree.range(node).upperBound
    let line = bytes.lineStart(of: end)..<bytes.lineEnd(of: end)
    let rest = String(decoding: bytes[end..<line.upperBound].filter { $0 != 10 && $0 != 13 }, as: UTF8.self)
    guard rest == "  # \(Self.note)" else { return nil }
    guard bytes[line].last != 10, line.lowerBound > 0 else { return line }
    // The last line of a file without a line break at its end takes the one before it along.
    let isPair = line.lowerBound > 1 && bytes[line.lowerBound - 2] == 13
    return line.lowerBound - (isPair ? 2 : 1)..<line.upperBound
  }
}
