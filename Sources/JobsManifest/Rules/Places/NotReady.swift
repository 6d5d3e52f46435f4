import JobsCore

/// A resource that stands as it was written and does not work.
package enum NotReady: Rule {
  package static let info = RuleInfo(
    "DP101", "not-ready", .places, .warning, summary: "a deployed resource that its cloud calls not ready",
    page: """
      'jobs-deploy plan', 'apply' and 'drift' find nothing to change, since the resource is as the manifest has it; the cloud
      says that it cannot work: an image that cannot be pulled, a secret that may not be read, an account that is not
      there. The message has the cloud's words. Mend what it names, and apply the job anew where the cloud does not look
      again by itself.
      """,
    source: "run.v2.json, revision 20261031, GoogleCloudRunV2Job.terminalCondition")
}
