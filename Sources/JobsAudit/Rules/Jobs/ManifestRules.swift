package import JobsManifest

/// The rules over jobs, in the order of their codes.
package enum ManifestRules {
  static let all: [any ManifestRule.Type] = [
    DefaultIdentity.self, SharedIdentity.self, PowerfulIdentity.self, TaggedImage.self, OpenEgress.self, RootJob.self,
    PipedShell.self, ClearSecret.self, VulnerableImage.self, ForbiddenRegion.self, ForbiddenRegistry.self,
    NoOwnKey.self,
    PrivilegedVariable.self,
  ]

  /// What all rules find in some jobs.
  package static func check(_ jobs: [Job], _ context: ManifestContext) -> [Finding] {
    jobs.flatMap { job in all.compactMap { $0.check(job, context) } }
  }
}
