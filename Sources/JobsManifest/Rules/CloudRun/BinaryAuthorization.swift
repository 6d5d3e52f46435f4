import JobsCore

/// A policy of Binary Authorization that is malformed, or a reason to break it without one.
package enum BinaryAuthorization: JobRule {
  package static let info = RuleInfo(
    "CR271", "binary-authorization", .cloudrun, .error,
    summary: "a Binary Authorization policy that is malformed, or a breakglass without one",
    page: """
      'run.googleapis.com/binary-authorization' is 'default', or 'projects/P/platforms/cloudRun/POLICY'. Beside it
      'run.googleapis.com/binary-authorization-breakglass' holds the reason why the policy is passed over; it means
      nothing without a policy, and is not empty.
      """,
    source: "\(FactSource.runV2), BinaryAuthorization",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(metadata: "  annotations:\n    run.googleapis.com/binary-authorization: ⟦strict⟧\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(metadata: "  annotations:\n    run.googleapis.com/binary-authorization: default\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    for annotations in [nodes.jobAnnotations, nodes.executionAnnotations] {
      guard let id = annotations.flatMap({ tree.value($0, "run.googleapis.com/binary-authorization") }),
        tree.kind(id) == .string,
        !tree.withText(id, isPolicy), !job.isOpen(id)
      else { continue }
      findings.report(
        info, "'\(Terminal.visible(tree.string(id)))' is no Binary Authorization policy", at: id,
        hint: "write 'default', or 'projects/PROJECT/platforms/cloudRun/POLICY'")
    }
    guard let annotations = nodes.jobAnnotations,
      let reason = tree.value(annotations, "run.googleapis.com/binary-authorization-breakglass"),
      tree.kind(reason) == .string
    else { return }
    if tree.value(annotations, "run.googleapis.com/binary-authorization") == nil {
      findings.report(
        info, "a policy is passed over, and none is set", at: reason,
        hint: "add 'run.googleapis.com/binary-authorization: default', or take the reason out")
    } else if tree.count(reason) == 0 {
      findings.report(
        info, "the reason for passing over the policy is empty", at: reason, hint: "write why, for the audit log")
    }
  }

  static func isPolicy(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.equals("default") { return true }
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 5 && parts[0].elementsEqual("projects".utf8) && parts[2].elementsEqual("platforms".utf8)
      && parts[3].elementsEqual("cloudRun".utf8) && ProjectNamespace.isProject(UnsafeBufferPointer(rebasing: parts[1]))
      && !parts[4].isEmpty
  }
}
