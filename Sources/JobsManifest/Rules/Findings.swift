package import JobsCore

/// Collects the diagnostics of one document.
package struct Findings {
  package let source: SourceText
  /// The tree in whose nodes rules point.
  package var tree: Tree
  /// What the document's places are named by in `path`.
  package var root = Tree.root
  /// The job that findings belong to; those that came before it was known are given it too.
  package var jobID: String? {
    didSet { for at in diagnostics.indices where diagnostics[at].job == nil { diagnostics[at].job = jobID } }
  }
  package var environment: String?
  package private(set) var diagnostics: [Diagnostic] = []
  /// Bytes that hold a recognised secret and are shown as `***`.
  package private(set) var masks: [Range<Int>] = []
  /// What of the world was missing, such as the zone database.
  package private(set) var failure: Failure?

  package init(source: SourceText, tree: Tree) {
    self.source = source
    self.tree = tree
  }

  /// Notes a finding at a node.
  ///
  /// - Parameters:
  ///   - part: bytes of the scalar's text to mark instead of the whole node, if it stands in the file as it is.
  ///   - hash: what a baseline knows the value by, where it must not be made of the value.
  package mutating func report(
    _ rule: RuleInfo, _ message: String, at id: Tree.ID, part: Range<Int>? = nil,
    severity: Diagnostic.Severity? = nil, hint: String? = nil, fix: Diagnostic.Fix? = nil,
    related: [(message: String, id: Tree.ID)] = [], hash: UInt64? = nil
  ) {
    var diagnostic = Diagnostic(
      code: rule.code, severity: severity ?? rule.severity, message: message,
      location: source.location(place(id, part)), path: tree.path(to: id, from: root), hint: hint, fix: fix,
      source: rule.source, valueHash: hash ?? tree.hash(id))
    diagnostic.related = related.map {
      Diagnostic.Related(message: $0.message, location: source.location(place($0.id, nil)))
    }
    add(diagnostic)
  }

  /// Notes a finding at bytes of the file.
  package mutating func report(
    _ rule: RuleInfo, _ message: String, range: Range<Int>, severity: Diagnostic.Severity? = nil, hint: String? = nil,
    fix: Diagnostic.Fix? = nil, related: [(message: String, range: Range<Int>)] = []
  ) {
    var diagnostic = Diagnostic(
      code: rule.code, severity: severity ?? rule.severity, message: message, location: source.location(range),
      hint: hint, fix: fix, source: rule.source, valueHash: source.bytes[clamped(range)].fnv1a64)
    diagnostic.related = related.map { Diagnostic.Related(message: $0.message, location: source.location($0.range)) }
    add(diagnostic)
  }

  /// An edit that puts `text` in a node's place.
  package func replacing(_ id: Tree.ID, with text: String, safe: Bool) -> Diagnostic.Fix? {
    guard !tree.isAliased(id) else { return nil }
    return Diagnostic.Fix(safe: safe, edits: [edit(tree.range(id), text)])
  }

  package func edit(_ range: Range<Int>, _ text: String) -> Diagnostic.Edit {
    Diagnostic.Edit(location: source.location(range), bytes: range, text: text)
  }

  /// Hides a node's text wherever the file is shown.
  package mutating func mask(_ id: Tree.ID) { masks.append(tree.range(id)) }

  /// Notes that the world is broken; the first failure stands.
  package mutating func fail(_ failure: Failure) { self.failure = self.failure ?? failure }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private mutating func add(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    diagnostic.job = jobID
    diagnostic.environments = environment.map { [$0] } ?? []
    diagnostics.append(diagnostic)
  }

  private func place(_ id: Tree.ID, _ part: Range<Int>?) -> Range<Int> {
    let whole = tree.range(id)
    if !tree.kind(id).isScalar {
      // A collection is marked by its first line: a whole block helps nobody.
      let end = source.bytes[whole].firstIndex { $0 == 10 || $0 == 13 } ?? whole.upperBound
      return whole.lowerBound..<end
    }
    guard let part, let text = tree.verbatimRange(id) else { return whole }
    let from = min(text.lowerBound + part.lowerBound, text.upperBound)
    return from..<min(text.lowerBound + part.upperBound, text.upperBound)
  }

  private func clamped(_ range: Range<Int>) -> Range<Int> {
    range.clamped(to: 0..<source.bytes.count)
  }
}
