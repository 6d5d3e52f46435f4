import JobsCore

/// Mends one file: bytes to bytes, by passes of check and patch until nothing changes.
///
/// A patch is only kept if a check of its result says that its finding went, that no error came and that no job was
/// lost. So a patch that would lay bare an error beneath is left to the user.
package struct FileFix {
  package struct Outcome: Sendable {
    package var bytes: [UInt8]
    /// Findings that were mended.
    package var mended = 0
    /// Bytes of the result that hold a recognised secret.
    package var masks: [Range<Int>] = []
  }

  /// Passes after which a file is left as it then is.
  package static let passLimit = 10

  private let input: FileInput
  private let options: CheckOptions
  /// What a result is judged by: every rule, since a fix for one must not hurt another that was not asked for.
  private let judging: CheckOptions
  private let unsafe: Bool

  /// - Parameter unsafe: whether patches are made that may change what the file means.
  package static func run(_ input: FileInput, _ options: CheckOptions, unsafe: Bool) -> Outcome {
    FileFix(input, options, unsafe: unsafe).run()
  }

  private init(_ input: FileInput, _ options: CheckOptions, unsafe: Bool) {
    self.input = input
    self.options = options
    self.unsafe = unsafe
    var judging = options
    judging.selection = RuleSelection()
    judging.baseline = Baseline()
    self.judging = judging
  }

  private func run() -> Outcome {
    var outcome = Outcome(bytes: input.bytes)
    var seen: Set<[UInt8]> = [input.bytes]
    for _ in 0..<Self.passLimit {
      let plan = FixPlan(check(outcome.bytes, options).diagnostics, of: outcome.bytes, path: input.path, unsafe: unsafe)
      guard !plan.candidates.isEmpty else { break }
      let pass = Pass(plan: plan, bytes: outcome.bytes, before: FindingTally(check(outcome.bytes, judging)))
      let kept = proven(plan.candidates[...], beside: [], pass)
      let bytes = plan.applying(kept, to: outcome.bytes)
      // Two patches that undo each other would go on for ever.
      guard !kept.isEmpty, seen.insert(bytes).inserted else { break }
      outcome.bytes = bytes
      outcome.mended += kept.reduce(0) { $0 + $1.findings.count }
    }
    outcome.masks = check(outcome.bytes, options).masks
    return outcome
  }

  private struct Pass {
    let plan: FixPlan
    let bytes: [UInt8]
    let before: FindingTally
  }

  /// `kept` and those of `candidates` that do good; halves are tried where the whole does not.
  private func proven(
    _ candidates: ArraySlice<FixPlan.Candidate>, beside kept: [FixPlan.Candidate], _ pass: Pass
  ) -> [FixPlan.Candidate] {
    let all = kept + candidates
    let after = FindingTally(check(pass.plan.applying(all, to: pass.bytes), judging))
    if pass.before.isImproved(by: after, mending: all.flatMap(\.findings)) { return all }
    guard candidates.count > 1 else { return kept }
    let middle = candidates.startIndex + candidates.count / 2
    let first = proven(candidates[..<middle], beside: kept, pass)
    return proven(candidates[middle...], beside: first, pass)
  }

  private func check(_ bytes: [UInt8], _ options: CheckOptions) -> FileReport {
    var input = input
    input.bytes = bytes
    return FileCheck.run(input, options)
  }
}
