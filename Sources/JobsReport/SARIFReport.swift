package import JobsCore

/// A SARIF 2.1.0 log with one run (OASIS, 27 March 2020), as code scanning of GitHub takes it.
package struct SARIFReport {
  /// GitHub refuses a run with more results.
  package static let resultLimit = 25_000
  /// GitHub takes no more steps of all flows of a result.
  static let stepLimit = 10_000
  /// GitHub reads no more tags of a rule.
  private static let tagLimit = 20

  private let tool: String
  private let rules: [ReportRule]
  private let excerpts: Excerpts

  /// - Parameters:
  ///   - tool: the name of the program.
  ///   - rules: every rule that was on; a code that is not among them is added by its code alone.
  package init(tool: String, rules: [ReportRule], excerpts: Excerpts) {
    self.tool = tool
    self.rules = rules.sorted { $0.code.precedesByBytes($1.code) }
    self.excerpts = excerpts
  }

  /// The whole log, with a line break at its end.
  ///
  /// - Parameters:
  ///   - diagnostics: in any order; above `limit` the errors are kept first, and a notification tells what was cut.
  ///   - ok: whether the run itself worked, whatever it found.
  ///   - justification: why each is accepted, for the time being; nil for one that counts.
  ///   - flows: how each comes about; empty where it is plain.
  package func bytes(
    _ diagnostics: [Diagnostic], ok: Bool = true, limit: Int = resultLimit,
    justification: (Diagnostic) -> String? = { _ in nil }, flows: (Diagnostic) -> [ReportFlow] = { _ in [] }
  ) -> [UInt8] {
    let kept = Self.cut(diagnostics, to: limit)
    let listed = rules.map(\.code)
    var others: [String] = []
    for code in Set(kept.map(\.code)).subtracting(listed).sorted(by: { $0.precedesByBytes($1) }) { others.append(code) }
    let numbers = Dictionary(zip(listed + others, 0...), uniquingKeysWith: { first, _ in first })
    var json = JSONWriter(reserving: 4096 + kept.count * 1024)
    json.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.array("runs") {
        $0.object {
          $0.object("tool") { $0.object("driver") { driver(&$0, others) } }
          $0.member("columnKind", "unicodeCodePoints")
          $0.array("invocations") { $0.object { invocation(&$0, ok: ok, limit, cut: diagnostics.count - kept.count) } }
          $0.array("results") {
            for diagnostic in kept {
              let rule = numbers[diagnostic.code] ?? 0
              result(diagnostic, rule: rule, flows(diagnostic), justification(diagnostic), &$0)
            }
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  /// The worst `limit` diagnostics, in source order.
  private static func cut(_ diagnostics: [Diagnostic], to limit: Int) -> [Diagnostic] {
    let sorted = diagnostics.sorted(by: Diagnostic.inSourceOrder)
    guard sorted.count > limit else { return sorted }
    var kept: [Diagnostic] = []
    for severity in Diagnostic.Severity.allCases.sorted(by: >) {
      kept += sorted.lazy.filter { $0.severity == severity }.prefix(limit - kept.count)
    }
    return kept.sorted(by: Diagnostic.inSourceOrder)
  }

  private func driver(_ json: inout JSONWriter, _ others: [String]) {
    json.member("name", tool)
    json.member("version", version)
    json.member("semanticVersion", version)
    json.array("rules") {
      for rule in rules {
        $0.object {
          $0.member("id", rule.code)
          $0.member("name", rule.name)
          $0.object("shortDescription") { $0.member("text", rule.summary) }
          // GitHub asks for it and takes 1,024 characters; the page stands in the help.
          $0.object("fullDescription") { $0.member("text", rule.summary) }
          $0.object("help") {
            $0.member("text", rule.page)
            $0.member("markdown", rule.page)
          }
          $0.object("defaultConfiguration") { $0.member("level", Self.level(rule.severity)) }
          $0.object("properties") {
            if let score = rule.score { $0.member("security-severity", score) }
            $0.array("tags") { for tag in rule.tags.prefix(Self.tagLimit) { $0.value(tag) } }
          }
        }
      }
      for code in others { $0.object { $0.member("id", code) } }
    }
  }

  private func invocation(_ json: inout JSONWriter, ok: Bool, _ limit: Int, cut: Int) {
    json.member("executionSuccessful", ok)
    guard cut > 0 else { return }
    json.array("toolExecutionNotifications") {
      $0.object {
        $0.member("level", "warning")
        $0.object("message") {
          $0.member("text", "\(quantity(cut, "more result")) left out: code scanning takes \(limit) at most")
        }
      }
    }
  }

  static func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private func result(
    _ diagnostic: Diagnostic, rule: Int, _ flows: [ReportFlow], _ justification: String?, _ json: inout JSONWriter
  ) {
    json.object {
      $0.member("ruleId", diagnostic.code)
      $0.member("ruleIndex", rule)
      $0.member("level", Self.level(diagnostic.severity))
      $0.object("message") {
        $0.member("text", diagnostic.hint.map { "\(diagnostic.message)\nhelp: \($0)" } ?? diagnostic.message)
      }
      $0.array("locations") {
        $0.object {
          $0.physicalLocation(diagnostic.location)
          guard !diagnostic.path.isEmpty else { return }
          $0.array("logicalLocations") { $0.object { $0.member("fullyQualifiedName", diagnostic.path) } }
        }
      }
      if !diagnostic.related.isEmpty {
        $0.array("relatedLocations") {
          for (number, place) in diagnostic.related.enumerated() {
            $0.object {
              $0.member("id", number + 1)
              $0.physicalLocation(place.location)
              $0.object("message") { $0.member("text", place.message) }
            }
          }
        }
      }
      if !flows.isEmpty { $0.array("codeFlows") { for flow in flows { $0.sarifFlow(flow) } } }
      $0.object("partialFingerprints") { $0.member("primaryLocationLineHash", fingerprint(diagnostic)) }
      if let fix = diagnostic.fix { $0.sarifFix(fix) }
      if let justification {
        $0.array("suppressions") {
          $0.object {
            $0.member("kind", "external")
            $0.member("status", "accepted")
            $0.member("justification", justification)
          }
        }
      }
      $0.object("properties") {
        if let job = diagnostic.job { $0.member("job", job) }
        $0.array("environments") { for environment in diagnostic.environments { $0.value(environment) } }
      }
    }
  }

  /// GitHub's hash of the line; without the text a hash of what else knows the fault again.
  private func fingerprint(_ diagnostic: Diagnostic) -> String {
    let hashes = excerpts.lineHashes(of: diagnostic.location.file)
    let row = diagnostic.location.line - 1
    if hashes.indices.contains(row) { return hashes[row] }
    let key = "\(diagnostic.code)\0\(diagnostic.location.file)\0\(diagnostic.path)\0\(diagnostic.valueHash)"
    return "\(String(key.utf8.fnv1a64, radix: 16)):1"
  }
}
